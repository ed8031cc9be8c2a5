//! Judges single systems again, and says of each rule which of its conditions hold on which text: what an explanation is made of.
//!
//! Plain and slow; a month is judged by [`super::classify`], and a test holds the two together.

use super::condition::{Condition, Held};
use super::index::Readings;
use super::judge::{Judge, NotPresumed, not_presumed};
use super::names::NameCache;
use super::{Rule, Rulebook, Verdicts};
use crate::inventory::System;
use crate::reference::{Provision, Reference};
use crate::terms::Month;

/// A condition tried on a system.
#[derive(Debug, Clone)]
pub struct Tried<'a> {
    pub condition: &'a Condition,
    /// Where it holds; absent when it does not.
    pub held: Option<Held>,
}

/// A rule tried on a system.
#[derive(Debug, Clone)]
pub struct Trial<'a> {
    pub rule: &'a Rule,
    pub when: Vec<Tried<'a>>,
    pub unless: Vec<Tried<'a>>,
}

/// The one thing for which a rule did not fire.
#[derive(Debug, Clone)]
pub enum Missed<'a> {
    /// All its other conditions hold, and nothing else keeps it out.
    Lacks(&'a Condition),
    /// All its conditions hold, but so does this exception.
    KeptOut(&'a Condition, Held),
}

impl<'a> Trial<'a> {
    /// Whether the rule fires.
    #[must_use]
    pub fn fires(&self) -> bool {
        self.when.iter().all(|tried| tried.held.is_some()) && self.unless.iter().all(|tried| tried.held.is_none())
    }

    /// The one thing that kept it from firing, where it is one. A rule of one condition that does not hold was not near.
    #[must_use]
    pub fn missed(&self) -> Option<Missed<'a>> {
        let mut lacking = self.when.iter().filter(|tried| tried.held.is_none());
        let mut kept_out = self.unless.iter().filter_map(|tried| tried.held.clone().map(|held| (tried.condition, held)));
        match (lacking.next(), lacking.next(), kept_out.next(), kept_out.next()) {
            (Some(one), None, None, _) if self.when.len() > 1 => Some(Missed::Lacks(one.condition)),
            (None, _, Some((condition, held)), None) => Some(Missed::KeptOut(condition, held)),
            _ => None,
        }
    }
}

/// What systems of one month are judged with.
pub struct Bench<'a> {
    judge: Judge<'a>,
    book: &'a Rulebook,
    names: NameCache,
    readings: Readings,
}

impl<'a> Bench<'a> {
    #[must_use]
    pub fn new(book: &'a Rulebook, reference: &'a Reference, month: Month) -> Self {
        Self { judge: Judge::new(book, reference, month), book, names: NameCache::default(), readings: Readings::default() }
    }

    /// All verdicts on a system.
    pub fn verdicts(&mut self, system: &System) -> Verdicts {
        let evidence = self.judge.evidence(system, &mut self.names);
        self.judge.judge(&evidence, &mut self.readings)
    }

    /// The rules of these ids, with what became of their conditions.
    pub fn trials(&mut self, system: &System, ids: &[impl AsRef<str>]) -> Vec<Trial<'a>> {
        let rules: Vec<&'a Rule> = ids.iter().filter_map(|id| self.book.get(id.as_ref())).collect();
        rules.into_iter().map(|rule| self.trial(system, rule)).collect()
    }

    /// What became of the conditions of a rule.
    pub fn trial(&mut self, system: &System, rule: &'a Rule) -> Trial<'a> {
        let evidence = self.judge.evidence(system, &mut self.names);
        let tried = |condition: &'a Condition| Tried { condition, held: condition.held(&evidence) };
        Trial { rule, when: rule.when.iter().map(tried).collect(), unless: rule.unless.iter().map(tried).collect() }
    }

    /// The collective provision that the row is, if any.
    pub fn provision(&mut self, system: &System) -> Option<&'a Provision> {
        let evidence = self.judge.evidence(system, &mut self.names);
        self.judge.provision(&evidence)
    }

    /// What keeps the system from being presumed local; nothing when nothing does.
    pub fn not_presumed(&mut self, system: &System) -> Option<NotPresumed> {
        not_presumed(&self.judge.evidence(system, &mut self.names))
    }
}
