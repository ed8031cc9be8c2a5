//! The verdict on each axis: its source and grounds, and why everything else that could have decided did not.

use serde::Serialize;

use super::ground::{Ground, On, gives};
use crate::classify::{Bench, Doubt, NotPresumed, Party, Source, Trial, Verdict, Verdicts};
use crate::inventory::System;
use crate::reference::{CoverageRole, Provision, Reference};
use crate::terms::{Certainty, Distinguishing, Level, Month, Role};

/// One axis.
#[derive(Debug, Clone, Serialize)]
pub struct Axis {
    /// `role`, `distinguishing` or `level`.
    pub axis: &'static str,
    pub value: String,
    /// As published; absent where nothing is known.
    pub source: Option<&'static str>,
    pub certainty: Option<&'static str>,
    /// What decided; of a contested verdict all that disagree.
    pub grounds: Vec<Ground>,
    /// Who decided, when and why, where a review by people goes before all of it.
    pub review: Option<String>,
    pub lost: Vec<Lost>,
    /// On the level: who steers and who runs it.
    pub steered_by: Option<Organised>,
    pub run_by: Option<Organised>,
    pub presumption: Option<Presumption>,
}

/// Who steers or runs it, and at which rung that is.
#[derive(Debug, Clone, Serialize)]
pub struct Organised {
    pub level: &'static str,
    pub organisation: Option<String>,
}

/// What could have decided and did not.
#[derive(Debug, Clone, Serialize)]
pub struct Lost {
    pub ground: Ground,
    /// `review`, `declared`, `doubt`, `rules`, `contested`, `shared_software` or `not_needed`.
    pub why: &'static str,
}

/// Whether silence was taken to mean *on its own*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Presumption {
    pub applied: bool,
    /// `not_needed`, `no_system`, `doubt`, `no_field_for_partner`, `partnership_filled`, `partner_not_known` or `partner_named`.
    pub why_not: Option<&'static str>,
    /// The field that names a partner.
    pub field: Option<&'static str>,
}

impl Axis {
    /// Puts the decision of people over what the tool says.
    pub fn overrule(&mut self, value: &str, review: &str) {
        let lost = self.grounds.drain(..).map(|ground| Lost { ground, why: "review" });
        self.lost.splice(0..0, lost);
        (self.value, self.source, self.review) = (value.to_owned(), Some(Source::Review.as_str()), Some(review.to_owned()));
        (self.presumption, self.certainty) = (None, None);
    }
}

/// What the axes of one system are told from.
pub struct Hearing<'a> {
    pub verdicts: &'a Verdicts,
    pub fired: Vec<Trial<'a>>,
    provision: Option<&'a Provision>,
    defaults: Vec<Ground>,
    not_presumed: Option<NotPresumed>,
}

impl<'a> Hearing<'a> {
    pub fn of(bench: &mut Bench<'a>, system: &System, verdicts: &'a Verdicts, reference: &Reference, month: Month) -> Self {
        Self {
            fired: bench.trials(system, &verdicts.fired),
            provision: bench.provision(system),
            defaults: defaults(system, reference, month),
            not_presumed: bench.not_presumed(system),
            verdicts,
        }
    }

    pub fn axes(&self) -> Vec<Axis> {
        let verdicts = self.verdicts;
        let role = self.axis(On::Role, &verdicts.role, verdicts.role.value.as_str());
        let distinguishing = self.axis(On::Distinguishing, &verdicts.distinguishing, verdicts.distinguishing.value.as_str());
        let party = |party: &Party| Organised { level: party.level.as_str(), organisation: party.organisation.clone() };
        let level = Axis {
            certainty: verdicts.level_certainty.map(Certainty::as_str),
            steered_by: verdicts.steered_by.as_ref().map(party),
            run_by: verdicts.run_by.as_ref().map(party),
            presumption: Some(self.presumption()),
            ..self.axis(On::Level, &verdicts.level, verdicts.level.value.as_str())
        };
        vec![role, distinguishing, level]
    }

    fn axis<V>(&self, on: On, verdict: &Verdict<V>, value: &'static str) -> Axis {
        let rules = self.fired.iter().filter(|trial| !gives(trial.rule, on).is_empty()).map(|trial| Ground::of_rule(trial, on));
        let catalogue = match on {
            On::Distinguishing => self.defaults.clone(),
            _ => self.provision.map(|provision| Ground::of_provision(provision, on)).into_iter().collect(),
        };
        let decided = |ground: &Ground| verdict.grounds.iter().any(|id| **id == *ground.id);
        let (grounds, rest): (Vec<Ground>, Vec<Ground>) = rules.chain(catalogue).partition(decided);
        let lost = rest.into_iter().map(|ground| Lost { why: self.why_lost(on, &ground, verdict.source), ground }).collect();
        Axis {
            axis: on.as_str(),
            value: value.to_owned(),
            source: verdict.source.map(Source::as_str),
            certainty: None,
            grounds,
            review: None,
            lost,
            steered_by: None,
            run_by: None,
            presumption: None,
        }
    }

    fn why_lost(&self, on: On, ground: &Ground, source: Option<Source>) -> &'static str {
        let is_shared = || self.provision.is_some_and(|one| one.coverage_role == CoverageRole::SharedSoftwareLocalInstance);
        match source {
            Some(Source::Declared) => "declared",
            _ if on == On::Level && ground.kind == "provision" && is_shared() => "shared_software",
            _ if ground.gives == [("doubt", Doubt::Presumption.as_str())] => "not_needed",
            _ if on == On::Level && self.doubts(Doubt::Level) => "doubt",
            Some(Source::Contested) => "contested",
            _ => "rules",
        }
    }

    fn doubts(&self, doubt: Doubt) -> bool {
        self.fired.iter().any(|trial| trial.rule.gives.doubt == Some(doubt))
    }

    fn presumption(&self) -> Presumption {
        let verdicts = self.verdicts;
        let doubted = self.doubts(Doubt::Presumption) && verdicts.level.grounds.len() == 1;
        let (why_not, field) = match (verdicts.level.source, self.not_presumed) {
            (Some(Source::Presumed), _) => (None, None),
            (Some(Source::Rule), _) if doubted && verdicts.level.value == Level::Onbekend => (Some("doubt"), None),
            (None, _) if verdicts.role.value != Role::System => (Some("no_system"), None),
            (Some(_), _) | (None, None) => (Some("not_needed"), None),
            (None, Some(NotPresumed::NoFieldForPartner)) => (Some("no_field_for_partner"), None),
            (None, Some(NotPresumed::PartnershipFilled)) => (Some("partnership_filled"), None),
            (None, Some(NotPresumed::PartnerNotKnown)) => (Some("partner_not_known"), None),
            (None, Some(NotPresumed::PartnerNamed(field))) => (Some("partner_named"), Some(field.as_str())),
        };
        Presumption { applied: why_not.is_none(), why_not, field }
    }
}

/// What the catalogue says by default of the components of a system.
fn defaults(system: &System, reference: &Reference, month: Month) -> Vec<Ground> {
    let components = system.record.components.iter().filter_map(|id| reference.components.get(id));
    let known = components.filter_map(|component| component.default.as_ref().map(|default| (component, default)));
    let valid = known
        .filter(|(_, default)| default.validity.holds_on(month.first_day()) && default.distinguishing != Distinguishing::Onbekend);
    valid.map(|(component, default)| Ground::of_component(&component.name, default)).collect()
}
