//! The exact decomposition of a change in a share between two months (METHOD §4): which municipalities and systems it comes from, in
//! disjoint sets whose terms add up.
//!
//! Arithmetic, not causes: a term says how much of the difference goes with a set of systems. Not for which rule moved which verdict
//! (`measure::moved`).

mod behind;
mod decompose;
mod matching;
mod places;
mod set;
mod snapshot;
mod sums;
#[cfg(test)]
mod tests;

pub use behind::{Amount, Behind, Flow};
pub use decompose::change;
pub use set::Set;
pub use snapshot::{Observed, Snapshot};

use super::{Bound, Group, Measure, Weight};
use crate::terms::Month;

/// The measures that are decomposed: broad and strict, never one without the other (R19).
pub const MEASURES: [Measure; 2] = [Measure::CollectiveShare, Measure::NationalShare];

/// How it is told which verdicts changed only because definitions did.
#[derive(Debug, Clone, Copy)]
pub enum Restated<'a> {
    /// Both months were judged with the same definitions, so none did.
    SameDefinitions,
    /// The earlier month, from the same inventories, judged again with the definitions of the later one.
    JudgedAgain(&'a Snapshot),
    /// Definitions differ and the earlier inventories are not there: a verdict that changed is of either.
    NotToldApart,
}

impl Restated<'_> {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SameDefinitions => "same_definitions",
            Self::JudgedAgain(_) => "judged_again",
            Self::NotToldApart => "not_told_apart",
        }
    }
}

/// The part of a change that goes with one set of systems.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    pub set: Set,
    /// Systems in the set; one that is in both months is one.
    pub systems: u64,
    /// Municipalities of the later month that have them; absent where that is not public.
    pub municipalities: Option<u64>,
    /// `Δn`: how much more weight counts for the share, in units, cents or users; absent where the weight of too few units of the group is
    /// known in either month, for the sum would be taken for that of all.
    pub part: Option<i64>,
    /// `Δw`: how much more weight the share is of; absent in the same cases.
    pub whole: Option<i64>,
    /// `(Δn − R̄·Δw) / W̄`, a fraction of one; absent where either share is.
    pub contribution: Option<f64>,
}

/// The part of a change that goes with all sets that are not told by name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rest {
    /// As of a [`Term`].
    pub part: Option<i64>,
    pub whole: Option<i64>,
    pub contribution: Option<f64>,
}

/// A share of one group in one month, with how much of it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MonthShare {
    /// Systems that count, whether or not their weight is known.
    pub units: u64,
    /// Of those, the ones whose weight is known.
    pub units_known: u64,
    /// A fraction of one; absent where the weight of fewer than half of the units is known, or there is nothing to divide by.
    pub share: Option<f64>,
}

/// How one share of one group changed.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupChange {
    pub group: Group,
    pub weight: Weight,
    pub measure: Measure,
    pub bound: Bound,
    /// The earlier month, in the division of the later one (R56).
    pub before: MonthShare,
    pub now: MonthShare,
    /// Sets that hold any system, in order.
    pub terms: Vec<Term>,
    /// What is left out of the terms because it is not public; they add up with it.
    pub rest: Option<Rest>,
}

impl GroupChange {
    /// `ΔR`, a fraction of one; absent where either share is.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        Some(self.now.share? - self.before.share?)
    }
}

/// How all shares changed between two months.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub month: Month,
    pub month_before: Month,
    /// Fingerprint of the definitions that the share of the earlier month was made with.
    pub fingerprint_before: String,
    /// [`Restated::as_str`].
    pub basis: &'static str,
    /// In order of group, weight, measure and bound. Groups without a system in either month are left out.
    pub groups: Vec<GroupChange>,
    /// Who is behind the national terms; nobody in what is public.
    pub behind: Behind,
}

impl Change {
    /// The change of one national share of systems by count.
    #[must_use]
    pub fn national(&self, measure: Measure, bound: Bound) -> Option<&GroupChange> {
        self.national_by(Weight::Count, measure, bound)
    }

    /// The same in any weight.
    #[must_use]
    pub fn national_by(&self, weight: Weight, measure: Measure, bound: Bound) -> Option<&GroupChange> {
        let asked = (weight, measure, bound);
        self.groups.iter().find(|one| one.group.is_national() && (one.weight, one.measure, one.bound) == asked)
    }
}
