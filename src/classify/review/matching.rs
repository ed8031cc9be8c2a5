//! Which decisions of a month are about a system.

use std::sync::Arc;

use super::decision::{Decision, Scope};
use crate::reference::Reference;
use crate::terms::{Lookup, Month};

/// The decisions that hold in one month, by what they match.
#[derive(Debug, Default)]
pub struct Holding<'a> {
    pub decisions: Vec<&'a Decision>,
    /// By municipality of the month, and id of the system; positions among the decisions.
    systems: Lookup<(Arc<str>, &'a str), Vec<usize>>,
    /// By municipality of the month, and evidence.
    municipalities: Lookup<(Arc<str>, &'a str), Vec<usize>>,
    /// By evidence.
    everywhere: Lookup<&'a str, Vec<usize>>,
}

impl<'a> Holding<'a> {
    pub fn of(decisions: impl Iterator<Item = &'a Decision>, month: Month, reference: &Reference) -> Self {
        let mut holding = Self::default();
        for (at, decision) in decisions.enumerate() {
            holding.decisions.push(decision);
            let of_month = decision.scope.municipality().map(|code| present(code, month, reference));
            let evidence = &*decision.evidence;
            match (&decision.scope, of_month) {
                (Scope::System { id, .. }, Some(code)) => holding.systems.entry((code, id)).or_default().push(at),
                (_, Some(code)) => holding.municipalities.entry((code, evidence)).or_default().push(at),
                (_, None) => holding.everywhere.entry(evidence).or_default().push(at),
            }
        }
        holding
    }

    pub fn is_empty(&self) -> bool {
        self.decisions.is_empty()
    }

    /// The positions of the decisions about a system, the narrowest scope first.
    pub fn about(&self, municipality: &Arc<str>, system: &str, evidence: &str) -> Vec<usize> {
        if self.is_empty() {
            return Vec::new();
        }
        let of_system = self.systems.get(&(municipality.clone(), system));
        let of_municipality = self.municipalities.get(&(municipality.clone(), evidence));
        let of_all = self.everywhere.get(evidence);
        [of_system, of_municipality, of_all].into_iter().flatten().flatten().copied().collect()
    }
}

/// The municipality into which that of a decision passed by the month.
fn present(code: &Arc<str>, month: Month, reference: &Reference) -> Arc<str> {
    reference.municipalities.find(code, month).unwrap_or_else(|| code.clone())
}
