//! The level of a system, from who steers it and who runs it (METHOD §2).

use super::presumption;
use super::say::{Fired, Say, contested, from_catalogue, from_rules, say};
use crate::classify::Doubt;
use crate::classify::evidence::{Evidence, EvidenceField};
use crate::classify::verdict::{Party, Source, Verdict};
use crate::reference::{CoverageRole, Provision};
use crate::terms::{Level, Role};

/// The level with who steers and who runs it.
pub fn level(
    fired: &Fired<'_>,
    provision: Option<&Provision>,
    evidence: &Evidence<'_>,
    role: Role,
) -> (Verdict<Level>, Option<Party>, Option<Party>) {
    let (steered, run) = (say(fired, |rule| rule.gives.steered_by), say(fired, |rule| rule.gives.run_by));
    let party = |say: &Say<Level>| match say {
        Say::One(level, by) => {
            Some(Party { level: *level, organisation: by.first().and_then(|at| organisation(fired[*at].1, evidence)) })
        }
        _ => None,
    };
    let (steered_by, run_by) = (party(&steered), party(&run));
    if let Some(value) = evidence.declared_level {
        return (Verdict { value, source: Some(Source::Declared), grounds: Vec::new(), evidence: None }, steered_by, run_by);
    }
    if let Some(by) = in_doubt(fired, Doubt::Level) {
        return (from_rules(Level::Onbekend, fired, &[by], evidence), None, None);
    }
    match (steered, run) {
        (Say::Contested(by), _) | (_, Say::Contested(by)) => (contested(Level::Onbekend, fired, &by), None, None),
        (Say::Nothing, Say::Nothing) => level_without_rules(fired, provision, evidence, role),
        (steered, run) => {
            let rung_and_rules = |say: &Say<Level>| match say {
                Say::One(level, by) => (*level, by.clone()),
                _ => (Level::Onbekend, Vec::new()),
            };
            let ((steered, mut by), (run, by_run)) = (rung_and_rules(&steered), rung_and_rules(&run));
            by.extend(by_run);
            by.sort_unstable();
            by.dedup();
            (from_rules(Level::of(steered, run), fired, &by, evidence), steered_by, run_by)
        }
    }
}

/// The first rule that raises this doubt.
fn in_doubt(fired: &Fired<'_>, doubt: Doubt) -> Option<usize> {
    fired.iter().position(|(rule, _)| rule.gives.doubt == Some(doubt))
}

fn level_without_rules(
    fired: &Fired<'_>,
    provision: Option<&Provision>,
    evidence: &Evidence<'_>,
    role: Role,
) -> (Verdict<Level>, Option<Party>, Option<Party>) {
    if let Some(provision) = provision.filter(|provision| provision.coverage_role != CoverageRole::SharedSoftwareLocalInstance) {
        let party = |who: &str| Some(Party { level: provision.level, organisation: (!who.is_empty()).then(|| who.to_owned()) });
        return (from_catalogue(provision.level, provision, evidence), party(&provision.steered_by), party(&provision.run_by));
    }
    if let Some(by) = in_doubt(fired, Doubt::Presumption) {
        return (from_rules(Level::Onbekend, fired, &[by], evidence), None, None);
    }
    if role == Role::System && presumption::not_presumed(evidence).is_none() {
        let verdict = Verdict { value: Level::Decentraal, source: Some(Source::Presumed), grounds: Vec::new(), evidence: None };
        return (verdict, None, None);
    }
    (Verdict::without_evidence(Level::Onbekend), None, None)
}

fn organisation(field: EvidenceField, evidence: &Evidence<'_>) -> Option<String> {
    let named = evidence.named(field)?;
    named.organisation().or_else(|| evidence.text(field)).map(str::to_owned)
}
