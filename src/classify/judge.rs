//! From evidence to verdicts: a declaration goes before rules, rules before the catalogue, that before the presumption; rules that
//! disagree leave the axis contested (METHOD §2).

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::evidence::{Evidence, EvidenceField};
use super::index::Index;
use super::names::NameCache;
use super::verdict::Party;
use super::{Rule, Rulebook, Source, Verdict, Verdicts};
use crate::inventory::System;
use crate::problem::{Code, Problem};
use crate::reference::{CoverageRole, Provision, Reference};
use crate::terms::{Distinguishing, Level, Month, Role, name_key};

/// Everything that verdicts of one month are made with.
pub struct Judge<'a> {
    index: Index<'a>,
    reference: &'a Reference,
    month: Month,
    day: NaiveDate,
}

/// The rules that fired on one system, each with the field that it fired on.
type Fired<'a> = [(&'a Rule, EvidenceField)];

/// What the fired rules say about one attribute.
enum Say<V> {
    Nothing,
    One(V, Vec<usize>),
    Contested(Vec<usize>),
}

impl<'a> Judge<'a> {
    pub fn new(book: &'a Rulebook, reference: &'a Reference, month: Month) -> Self {
        Self { index: book.index(month), reference, month, day: month.first_day() }
    }

    /// Collects what is known of a system.
    pub fn evidence<'s>(&self, system: &'s System, cache: &mut NameCache) -> Evidence<'s> {
        let record = &system.record;
        let mut evidence = Evidence {
            components: Cow::Borrowed(&record.components),
            declared_level: record.level.filter(|level| *level != Level::Onbekend),
            declared_distinguishing: record.distinguishing.filter(|value| *value != Distinguishing::Onbekend),
            could_name_partner: system.could_name_partner,
            ..Evidence::default()
        };
        let texts: [(EvidenceField, Option<&'s str>); 10] = [
            (EvidenceField::Name, Some(&record.name)),
            (EvidenceField::Vendor, record.vendor.as_deref()),
            (EvidenceField::Description, record.description.as_deref()),
            (EvidenceField::Domain, record.domain.as_deref()),
            (EvidenceField::Hosting, record.hosting.as_deref()),
            (EvidenceField::HostingParty, record.hosting_party.as_deref()),
            (EvidenceField::ContractParty, record.contract_party.as_deref()),
            (EvidenceField::Operator, record.operator.as_deref()),
            (EvidenceField::Partnership, record.partnership.as_deref()),
            (EvidenceField::Layout, Some(&system.layout)),
        ];
        for (field, text) in texts {
            evidence.set(field, text.map(Cow::Borrowed));
            if let Some(at) = EvidenceField::NAMING.iter().position(|naming| *naming == field) {
                evidence.names[at] = cache.read(text, &system.municipality, self.month, self.reference);
            }
        }
        evidence.set(EvidenceField::Component, self.component_names(&record.components).map(Cow::Owned));
        evidence
    }

    fn component_names(&self, ids: &[Arc<str>]) -> Option<String> {
        let names: Vec<&str> =
            ids.iter().filter_map(|id| self.reference.components.get(id)).map(|component| component.name.as_str()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// All verdicts on one piece of evidence.
    pub fn judge(&self, evidence: &Evidence<'_>) -> Verdicts {
        let fired = self.index.fired(evidence);
        let provision = self.provision(evidence);
        let role = role(&fired, provision, evidence);
        let (level, steered_by, run_by) = level(&fired, provision, evidence, role.value);
        let mut facets: Vec<String> = fired.iter().flat_map(|(rule, _)| rule.gives.facets.iter().cloned()).collect();
        if provision.is_some_and(|provision| provision.coverage_role == CoverageRole::SharedSoftwareLocalInstance) {
            facets.push("samen_bouwen".to_owned());
        }
        facets.sort();
        facets.dedup();
        let distinguishing = self.distinguishing(&fired, evidence);
        Verdicts {
            role,
            distinguishing,
            level,
            steered_by,
            run_by,
            facets,
            fired: fired.iter().map(|(rule, _)| rule.id.clone()).collect(),
        }
    }

    /// The collective provision that the row is. A vendor other than who runs or steers it sells a product that connects to it.
    fn provision(&self, evidence: &Evidence<'_>) -> Option<&'a Provision> {
        let provision = self.reference.provisions.named(evidence.text(EvidenceField::Name)?, self.day)?;
        let vendor = evidence.comparable(EvidenceField::Vendor);
        let parties = name_key(&format!("{} {} {}", provision.run_by, provision.steered_by, provision.name));
        (vendor.is_empty() || format!(" {parties} ").contains(&format!(" {vendor} "))).then_some(provision)
    }

    fn distinguishing(&self, fired: &Fired<'_>, evidence: &Evidence<'_>) -> Verdict<Distinguishing> {
        if let Some(value) = evidence.declared_distinguishing {
            return Verdict { value, source: Some(Source::Declared), grounds: Vec::new(), evidence: None };
        }
        match say(fired, |rule| rule.gives.distinguishing) {
            Say::One(value, by) => from_rules(value, fired, &by, evidence),
            Say::Contested(by) => contested(Distinguishing::Onbekend, fired, &by),
            Say::Nothing => self.distinguishing_by_component(evidence),
        }
    }

    /// The catalogue's default for the reference components, where they agree.
    fn distinguishing_by_component(&self, evidence: &Evidence<'_>) -> Verdict<Distinguishing> {
        let components = evidence.components.iter().filter_map(|id| self.reference.components.get(id));
        let known: Vec<(&str, Distinguishing)> = components
            .filter_map(|component| component.default.as_ref().map(|default| (component.name.as_str(), default)))
            .filter(|(_, default)| default.validity.holds_on(self.day) && default.distinguishing != Distinguishing::Onbekend)
            .map(|(name, default)| (name, default.distinguishing))
            .collect();
        let Some((name, value)) = known.first().copied() else { return Verdict::without_evidence(Distinguishing::Onbekend) };
        let grounds = known.iter().map(|(name, _)| Arc::from(format!("component/{name}"))).collect();
        if known.iter().any(|(_, other)| *other != value) {
            return Verdict { value: Distinguishing::Onbekend, source: Some(Source::Contested), grounds, evidence: None };
        }
        Verdict { value, source: Some(Source::Catalogue), grounds, evidence: Some(format!("component: {name}")) }
    }

    /// What the evidence leaves open that somebody could settle.
    pub fn problems(&self, system: &System, evidence: &Evidence<'_>, verdicts: &Verdicts, problems: &mut Vec<Problem>) {
        let mut tell = |code: Code, found: &str, hint: Option<String>| {
            problems.push(Problem::new(code, system.place.clone(), found).with_hint(hint).about(&*system.municipality));
        };
        if verdicts.level.source == Some(Source::Contested) {
            tell(Code::ContestedLevel, &system.record.name, verdicts.level.grounds());
        }
        if verdicts.distinguishing.source == Some(Source::Contested) {
            tell(Code::ContestedDistinguishing, &system.record.name, verdicts.distinguishing.grounds());
        }
        for (field, names) in EvidenceField::NAMING.iter().zip(&evidence.names) {
            if let (Some(other), true) = (&names.partnership_of_others, *field != EvidenceField::Vendor) {
                tell(Code::NotAMember, other, None);
            }
        }
        let partnership = EvidenceField::Partnership;
        if let (Some(text), Some(names)) = (evidence.text(partnership), evidence.named(partnership)) {
            let names_nobody = names.organisation().is_none() && names.partnership_of_others.is_none() && !names.own_municipality;
            if names_nobody && verdicts.level.source.is_none() {
                tell(Code::UnknownPartnership, text, self.reference.partnerships.nearest(text).map(str::to_owned));
            }
        }
    }
}

fn role(fired: &Fired<'_>, provision: Option<&Provision>, evidence: &Evidence<'_>) -> Verdict<Role> {
    match (say(fired, |rule| rule.gives.role), provision) {
        (Say::One(value, by), _) => from_rules(value, fired, &by, evidence),
        (Say::Contested(by), _) => contested(Role::System, fired, &by),
        (Say::Nothing, Some(provision)) => from_catalogue(role_of(provision.coverage_role), provision, evidence),
        (Say::Nothing, None) => Verdict::without_evidence(Role::System),
    }
}

const fn role_of(role: CoverageRole) -> Role {
    match role {
        CoverageRole::NationalConnection => Role::NationalConnection,
        CoverageRole::StandardOrAgreement => Role::StandardOrAgreement,
        CoverageRole::ContractVehicle => Role::ContractVehicle,
        CoverageRole::SharedService | CoverageRole::ReplacesLocalSystem | CoverageRole::SharedSoftwareLocalInstance => Role::System,
    }
}

/// The level with who steers and who runs it.
fn level(
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
    match (steered, run) {
        (Say::Contested(by), _) | (_, Say::Contested(by)) => (contested(Level::Onbekend, fired, &by), None, None),
        (Say::Nothing, Say::Nothing) => level_without_rules(provision, evidence, role),
        (steered, run) => {
            let parts = |say: &Say<Level>| match say {
                Say::One(level, by) => (*level, by.clone()),
                _ => (Level::Onbekend, Vec::new()),
            };
            let ((steered, mut by), (run, by_run)) = (parts(&steered), parts(&run));
            by.extend(by_run);
            by.sort_unstable();
            by.dedup();
            (from_rules(Level::of(steered, run), fired, &by, evidence), steered_by, run_by)
        }
    }
}

fn level_without_rules(
    provision: Option<&Provision>,
    evidence: &Evidence<'_>,
    role: Role,
) -> (Verdict<Level>, Option<Party>, Option<Party>) {
    if let Some(provision) = provision.filter(|provision| provision.coverage_role != CoverageRole::SharedSoftwareLocalInstance) {
        let party = |who: &str| Some(Party { level: provision.level, organisation: (!who.is_empty()).then(|| who.to_owned()) });
        return (from_catalogue(provision.level, provision, evidence), party(&provision.steered_by), party(&provision.run_by));
    }
    if role == Role::System && presumed_local(evidence) {
        let verdict = Verdict { value: Level::Decentraal, source: Some(Source::Presumed), grounds: Vec::new(), evidence: None };
        return (verdict, None, None);
    }
    (Verdict::without_evidence(Level::Onbekend), None, None)
}

/// A market product or the municipality's own build, without any sign of a partner where one could have been named.
fn presumed_local(evidence: &Evidence<'_>) -> bool {
    let sign = evidence.text(EvidenceField::Partnership).is_some()
        || evidence.names.iter().any(|names| names.organisation().is_some() || names.partnership_of_others.is_some());
    evidence.could_name_partner && !sign && evidence.text(EvidenceField::Vendor).is_some()
}

fn organisation(field: EvidenceField, evidence: &Evidence<'_>) -> Option<String> {
    let named = evidence.named(field)?;
    named.organisation().or_else(|| evidence.text(field)).map(str::to_owned)
}

fn say<V: PartialEq + Copy>(fired: &Fired<'_>, gives: impl Fn(&Rule) -> Option<V>) -> Say<V> {
    let said: Vec<(usize, V)> =
        fired.iter().enumerate().filter_map(|(at, (rule, _))| gives(rule).map(|value| (at, value))).collect();
    let by = said.iter().map(|(at, _)| *at).collect();
    match said.first() {
        None => Say::Nothing,
        Some((_, value)) if said.iter().all(|(_, other)| other == value) => Say::One(*value, by),
        Some(_) => Say::Contested(by),
    }
}

fn from_rules<V>(value: V, fired: &Fired<'_>, by: &[usize], evidence: &Evidence<'_>) -> Verdict<V> {
    let shown =
        by.first().map(|at| fired[*at].1).map(|field| format!("{}: {}", field.as_str(), evidence.text(field).unwrap_or("(leeg)")));
    Verdict { value, source: Some(Source::Rule), grounds: grounds(fired, by), evidence: shown }
}

fn contested<V>(value: V, fired: &Fired<'_>, by: &[usize]) -> Verdict<V> {
    Verdict { value, source: Some(Source::Contested), grounds: grounds(fired, by), evidence: None }
}

fn grounds(fired: &Fired<'_>, by: &[usize]) -> Vec<Arc<str>> {
    by.iter().map(|at| fired[*at].0.id.clone()).collect()
}

fn from_catalogue<V>(value: V, provision: &Provision, evidence: &Evidence<'_>) -> Verdict<V> {
    let shown = evidence.text(EvidenceField::Name).map(|name| format!("name: {name}"));
    Verdict {
        value,
        source: Some(Source::Catalogue),
        grounds: vec![Arc::from(format!("provision/{}", provision.id))],
        evidence: shown,
    }
}
