//! Weights of a month or of a set, in integers, and the one division of the decomposition.

use std::ops::AddAssign;

use super::set::Standing;
use super::{Bound, Observed};
use crate::measure::share::ratio;
use crate::measure::{Measure, Weight};

/// Weight that counts for a measure, weight of known level, and all weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    collective: u64,
    known: u64,
    all: u64,
}

impl Sums {
    pub fn of(one: Option<&Observed>, measure: Measure, weight: Weight) -> Self {
        let Some(one) = one else { return Self::default() };
        let (standing, all) = (Standing::of(one, measure), one.weight(weight));
        let when = |holds: bool| if holds { all } else { 0 };
        Self { collective: when(standing == Standing::Collective), known: when(standing != Standing::Unknown), all }
    }

    pub const fn part(&self) -> u64 {
        self.collective
    }

    /// What a share is of.
    pub const fn whole(&self, bound: Bound) -> u64 {
        match bound {
            Bound::Lower => self.all,
            Bound::Known => self.known,
        }
    }

    pub fn share(&self, bound: Bound) -> Option<f64> {
        ratio(self.part(), self.whole(bound))
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.collective += other.collective;
        self.known += other.known;
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
    pub const fn part(&self) -> i64 {
        self.now.part().cast_signed() - self.before.part().cast_signed()
    }

    pub const fn whole(&self, bound: Bound) -> i64 {
        self.now.whole(bound).cast_signed() - self.before.whole(bound).cast_signed()
    }

    /// `(Δn − R̄·Δw) / W̄` of a set within this group. Absent where the group has no share in either month.
    #[expect(clippy::cast_precision_loss, reason = "weights stay far below 2^53")]
    pub fn contribution(&self, set: &Self, bound: Bound) -> Option<f64> {
        let mean_share = f64::midpoint(self.before.share(bound)?, self.now.share(bound)?);
        let mean_weight = f64::midpoint(self.before.whole(bound) as f64, self.now.whole(bound) as f64);
        Some((set.part() as f64 - mean_share * set.whole(bound) as f64) / mean_weight)
    }
}
