//! Who is behind the terms of the nation, by count: what decides which of them anybody may see (`measure::disclosure`).
//!
//! Not for any figure: it holds what each municipality has in each set.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::set::{Answered, Unit};
use super::{MEASURES, Restated, Set};
use crate::measure::Weight;

/// Systems of one municipality in one set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    pub systems: u64,
    /// Those that count in one of the two months only, and so change the number of systems.
    pub in_one_month: u64,
}

/// Codes of the municipalities whose whole inventory came or went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flow {
    /// Codes of the later month.
    pub started: BTreeSet<Arc<str>>,
    /// Codes of the earlier month.
    pub stopped: BTreeSet<Arc<str>>,
}

/// The municipalities behind the terms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Behind {
    /// By the set that a system is in for the broad share and for the strict one, in the order of [`MEASURES`], and by place. Systems
    /// that are unchanged for both are left out.
    pub amounts: BTreeMap<[Set; 2], BTreeMap<usize, Amount>>,
    pub flow: Flow,
}

impl Behind {
    pub(super) fn of(units: &[Unit<'_>], answered: &[Answered], basis: Restated<'_>) -> Self {
        let mut behind = Self::default();
        for unit in units {
            let sets = MEASURES.map(|measure| unit.set(measure, Weight::Count, answered[unit.place], basis));
            if sets != [Set::Unchanged; 2] {
                behind.add(sets, unit);
            }
        }
        behind
    }

    fn add(&mut self, sets: [Set; 2], unit: &Unit<'_>) {
        let amount = self.amounts.entry(sets).or_default().entry(unit.place).or_default();
        amount.systems += 1;
        amount.in_one_month += u64::from(unit.before.is_some() != unit.now.is_some());
        // Whose system came or went with its municipality is so for both shares.
        match (sets[0], unit.before, unit.now) {
            (Set::StartedResponding, _, Some(now)) => _ = self.flow.started.insert(now.municipality.clone()),
            (Set::StoppedResponding, Some(before), _) => _ = self.flow.stopped.insert(before.municipality.clone()),
            _ => {}
        }
    }
}
