//! Decisions that contradict each other: of the same scope, for the same systems and months, with other verdicts on one axis.

use std::collections::BTreeMap;
use std::fmt;

use super::decision::{Answer, Axis, Decision, Scope};

/// Two decisions, by position, and what each says on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction {
    pub one: usize,
    pub other: usize,
    pub axis: Axis,
    pub said: (Answer, Answer),
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: '{}' contradicts '{}'", self.axis.as_str(), self.said.1.as_str(), self.said.0.as_str())
    }
}

/// All contradictions, in the order of the decisions. A narrower scope goes first, so it contradicts nothing.
#[must_use]
pub fn contradictions(decisions: &[Decision]) -> Vec<Contradiction> {
    let mut alike: BTreeMap<(&Scope, &str), Vec<usize>> = BTreeMap::new();
    let mut found = Vec::new();
    for (other, decision) in decisions.iter().enumerate() {
        // One system is one system, whatever its evidence was.
        let evidence = if matches!(decision.scope, Scope::System { .. }) { "" } else { &*decision.evidence };
        let earlier = alike.entry((&decision.scope, evidence)).or_default();
        for one in earlier.iter().copied().filter(|one| decisions[*one].overlaps(decision)) {
            found.extend(Axis::ALL.into_iter().filter_map(|axis| {
                let said = (decisions[one].on(axis)?.answer, decision.on(axis)?.answer);
                (said.0 != said.1).then_some(Contradiction { one, other, axis, said })
            }));
        }
        earlier.push(other);
    }
    found
}
