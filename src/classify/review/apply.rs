//! Puts decisions over the verdicts that the tool gave, where their ground is still there.

use std::sync::Arc;

use super::decision::{Answer, Axis, Decision, Said, expectation};
use super::matching::Holding;
use crate::classify::verdict::{Source, Verdict, Verdicts};
use crate::inventory::System;
use crate::problem::{Code, Problem};
use crate::terms::{Certainty, Lookup};

/// Applies the decisions of a month. Remembers what came of the same decisions over the same verdicts.
pub struct Reviewer<'a> {
    holding: &'a Holding<'a>,
    known: Lookup<(usize, Vec<usize>), Reviewed>,
}

/// Verdicts after review, and what did not hold.
#[derive(Debug, Clone)]
struct Reviewed {
    verdicts: Arc<Verdicts>,
    lapsed: Arc<[Lapse]>,
}

/// A decision whose ground is gone: what the tool says now, and what was expected.
#[derive(Debug)]
struct Lapse {
    found: String,
    hint: String,
}

impl<'a> Reviewer<'a> {
    pub(in crate::classify) fn new(holding: &'a Holding<'a>) -> Self {
        Self { holding, known: Lookup::default() }
    }

    /// The verdicts on a system with its decisions over them. The tool's verdicts must outlive the reviewer: they are known by
    /// where they are.
    pub(in crate::classify) fn review(&mut self, system: &System, tool: Arc<Verdicts>) -> (Arc<Verdicts>, Vec<Problem>) {
        let decisions = self.holding.about(&system.municipality, &system.id, &tool.evidence_id);
        if decisions.is_empty() {
            return (tool, Vec::new());
        }
        let key = (Arc::as_ptr(&tool).addr(), decisions);
        let reviewed = match self.known.get(&key) {
            Some(known) => known.clone(),
            None => self.known.entry(key.clone()).or_insert(decide(&tool, &key.1, self.holding)).clone(),
        };
        let told = reviewed.lapsed.iter().map(|lapse| lapse.at(system)).collect();
        (reviewed.verdicts, told)
    }
}

fn decide(tool: &Verdicts, about: &[usize], holding: &Holding<'_>) -> Reviewed {
    let mut verdicts = tool.clone();
    let mut lapsed = Vec::new();
    for axis in Axis::ALL {
        let now = said_by_tool(tool, axis);
        let (stand, gone): (Vec<_>, Vec<_>) =
            speaking(axis, about, holding).into_iter().partition(|(decision, said)| holds(decision, said, tool, &now));
        if let Some((_, said)) = stand.first() {
            give(&mut verdicts, said.answer, &stand.iter().map(|(decision, _)| *decision).collect::<Vec<_>>());
        }
        lapsed.extend(gone.into_iter().map(|(decision, said)| Lapse::of(decision, said, tool, &now)));
    }
    Reviewed { verdicts: Arc::new(verdicts), lapsed: lapsed.into() }
}

/// The decisions that say something of an axis, of the narrowest scope alone. That scope speaks also when it no longer holds: it was
/// made because a broader one was wrong here.
fn speaking<'d>(axis: Axis, about: &[usize], holding: &Holding<'d>) -> Vec<(&'d Decision, &'d Said)> {
    let decisions = about.iter().map(|at| holding.decisions[*at]);
    let mut speak: Vec<_> = decisions.filter_map(|decision| Some((decision, decision.on(axis)?))).collect();
    let narrowest = speak.first().map(|(decision, _)| &decision.scope);
    speak.retain(|(decision, _)| Some(&decision.scope) == narrowest);
    speak
}

fn holds(decision: &Decision, said: &Said, tool: &Verdicts, now: &str) -> bool {
    *said.expect == *now && *decision.evidence == *tool.evidence_id
}

/// What the tool by itself says of an axis.
fn said_by_tool(tool: &Verdicts, axis: Axis) -> String {
    fn shown<V>(value: &str, verdict: &Verdict<V>) -> String {
        expectation(value, verdict.source.map(Source::as_str), verdict.grounds().as_deref())
    }
    match axis {
        Axis::Role => shown(tool.role.value.as_str(), &tool.role),
        Axis::Level => shown(tool.level.value.as_str(), &tool.level),
        Axis::Distinguishing => shown(tool.distinguishing.value.as_str(), &tool.distinguishing),
    }
}

fn give(verdicts: &mut Verdicts, answer: Answer, by: &[&Decision]) {
    match answer {
        Answer::Role(value) => verdicts.role = verdict(value, by),
        Answer::Level(value) => {
            verdicts.level = verdict(value, by);
            verdicts.level_certainty = Some(Certainty::Certain);
        }
        Answer::Distinguishing(value) => verdicts.distinguishing = verdict(value, by),
    }
}

fn verdict<V>(value: V, by: &[&Decision]) -> Verdict<V> {
    Verdict {
        value,
        source: Some(Source::Review),
        grounds: by.iter().map(|decision| decision.id.clone()).collect(),
        evidence: by.first().map(|decision| decision.ground()),
    }
}

impl Lapse {
    /// The evidence is told only where it is another one.
    fn of(decision: &Decision, said: &Said, tool: &Verdicts, now: &str) -> Self {
        let (mut expect, mut found) = (said.expect.to_string(), now.to_owned());
        if *decision.evidence != *tool.evidence_id {
            expect = format!("{expect}, {}", decision.evidence);
            found = format!("{found}, {}", tool.evidence_id);
        }
        Self { hint: format!("{} ({}): expects '{expect}'", decision.id, decision.place()), found }
    }

    fn at(&self, system: &System) -> Problem {
        let problem = Problem::new(Code::ReviewMisses, system.place.clone(), self.found.as_str());
        problem.with_hint(Some(self.hint.as_str())).about(&*system.municipality)
    }
}
