//! Weights of a month or of a set, in integers, and the one division of the decomposition.

use std::ops::AddAssign;

use super::set::Standing;
use super::{MonthShare, Observed};
use crate::measure::parts::bounded;
use crate::measure::tally::is_complete;
use crate::measure::{Bound, Measure, Parts, Weight};

/// What the systems of one month add up to for one measure: how many there are and what those of known weight weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    units: u64,
    units_known: u64,
    /// Weight that counts for the measure.
    collective: u64,
    /// Weight of unknown level.
    unknown: u64,
    all: u64,
}

impl Sums {
    pub fn of(one: Option<&Observed>, measure: Measure, weight: Weight) -> Self {
        let Some(one) = one else { return Self::default() };
        let (standing, known) = (Standing::of(one, measure), one.weight(weight));
        let all = known.unwrap_or_default();
        let when = |is: Standing| if standing == is { all } else { 0 };
        Self {
            units: 1,
            units_known: u64::from(known.is_some()),
            collective: when(Standing::Collective),
            unknown: when(Standing::Unknown),
            all,
        }
    }

    const fn parts(&self, bound: Bound) -> Parts {
        bounded(self.collective, self.unknown, self.all, bound)
    }

    const fn is_complete(&self) -> bool {
        is_complete(self.units_known, self.units)
    }

    /// The share as coverage has it.
    pub fn share(&self, bound: Bound) -> MonthShare {
        let share = if self.is_complete() { self.parts(bound).share() } else { None };
        MonthShare { units: self.units, units_known: self.units_known, share }
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.units += other.units;
        self.units_known += other.units_known;
        self.collective += other.collective;
        self.unknown += other.unknown;
        self.all += other.all;
    }
}

/// A set, or a whole group, in both months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Both {
    pub before: Sums,
    pub now: Sums,
}

impl AddAssign for Both {
    fn add_assign(&mut self, other: Self) {
        self.before += other.before;
        self.now += other.now;
    }
}

impl Both {
    /// Whether both months of a group have figures at all (METHOD §3, *Weights*).
    pub const fn is_complete(&self) -> bool {
        self.before.is_complete() && self.now.is_complete()
    }

    /// `Δn` and `Δw`.
    pub const fn moved(&self, bound: Bound) -> (i64, i64) {
        let (before, now) = (self.before.parts(bound), self.now.parts(bound));
        (now.part.cast_signed() - before.part.cast_signed(), now.whole.cast_signed() - before.whole.cast_signed())
    }

    /// `(Δn − R̄·Δw) / W̄` of a set within this group. Absent where the group has no share in either month.
    ///
    /// No set moves more weight than the two months have together, so a contribution lies within two of nought and is off by a few units in
    /// the last place of that: far from the 1e-12 that the sum is held to. This takes weights that are exact as floats. Those of a nation
    /// are: 2^53 cents are ninety thousand billion euro a year.
    #[expect(clippy::cast_precision_loss, reason = "weights stay far below 2^53")]
    pub fn contribution(&self, set: &Self, bound: Bound) -> Option<f64> {
        let mean_share = f64::midpoint(self.before.share(bound).share?, self.now.share(bound).share?);
        let mean_weight = f64::midpoint(self.before.parts(bound).whole as f64, self.now.parts(bound).whole as f64);
        let (part, whole) = set.moved(bound);
        Some((part as f64 - mean_share * whole as f64) / mean_weight)
    }
}
