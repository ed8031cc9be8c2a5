//! Puts decisions over the verdicts that the tool gave, where their ground is still there.

use std::sync::Arc;

use super::decision::{Answer, Axis, Decision, expectation};
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

/// Verdicts after review, and what did not hold: the decision and what the tool says now.
#[derive(Debug, Clone)]
struct Reviewed {
    verdicts: Arc<Verdicts>,
    lapsed: Arc<[(usize, String, String)]>,
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
        let told = reviewed.lapsed.iter().map(|(at, expect, found)| lapse(self.holding.decisions[*at], system, expect, found));
        (reviewed.verdicts.clone(), told.collect())
    }
}

fn decide(tool: &Verdicts, about: &[usize], holding: &Holding<'_>) -> Reviewed {
    let mut verdicts = tool.clone();
    let mut lapsed = Vec::new();
    for axis in Axis::ALL {
        let now = said_by_tool(tool, axis);
        let mut speak = about.iter().copied().filter_map(|at| Some((at, holding.decisions[at].on(axis)?))).peekable();
        // The narrowest scope alone speaks, also when it no longer holds: it was made because the broader one was wrong here.
        let Some(scope) = speak.peek().map(|(at, _)| &holding.decisions[*at].scope) else { continue };
        let (stand, gone): (Vec<_>, Vec<_>) = speak
            .filter(|(at, _)| holding.decisions[*at].scope == *scope)
            .partition(|(at, said)| *said.expect == *now && *holding.decisions[*at].evidence == *tool.evidence_id);
        if let Some((_, said)) = stand.first() {
            let decisions: Vec<&Decision> = stand.iter().map(|(at, _)| holding.decisions[*at]).collect();
            give(&mut verdicts, said.answer, &decisions);
        }
        lapsed.extend(gone.into_iter().map(|(at, said)| {
            let other_evidence = *holding.decisions[at].evidence != *tool.evidence_id;
            let found = if other_evidence { format!("{now}, {}", tool.evidence_id) } else { now.clone() };
            let expect = if other_evidence {
                format!("{}, {}", said.expect, holding.decisions[at].evidence)
            } else {
                said.expect.to_string()
            };
            (at, expect, found)
        }));
    }
    Reviewed { verdicts: Arc::new(verdicts), lapsed: lapsed.into() }
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

fn lapse(decision: &Decision, system: &System, expect: &str, found: &str) -> Problem {
    let hint = format!("{} ({}): expects '{expect}'", decision.id, decision.place());
    let problem = Problem::new(Code::ReviewMisses, system.place.clone(), found).with_hint(Some(hint));
    problem.about(&*system.municipality)
}
