//! Numerator and denominator of each measure and bound (METHOD §3), from the fifteen sums of a contingency.
//!
//! The one definition of both. A share is their quotient (`share`); an estimate adds them up over municipalities, each in its own
//! weight (`estimate`).

use super::Contingency;
use super::share::{Measure, ratio};
use crate::terms::Distinguishing::{NietOnderscheidend, Onbekend as DistinguishingUnknown, Onderscheidend};
use crate::terms::Level;

/// Which of the three values of a share (R53).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// The demonstrable share: every unknown counts against. The headline.
    Lower,
    /// Among the units whose verdicts are known.
    Known,
    /// Every unknown counts in favour.
    Upper,
}

impl Bound {
    pub const ALL: [Self; 3] = [Self::Lower, Self::Known, Self::Upper];

    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lower => "lower",
            Self::Known => "known",
            Self::Upper => "upper",
        }
    }

    /// This bound, or the other extreme where this one has nothing to divide by (METHOD §3, *Absent is not zero*).
    pub(super) fn that_divides(self, divides: impl Fn(Self) -> bool) -> Self {
        match self {
            own if divides(own) => own,
            Self::Lower => Self::Upper,
            Self::Known => Self::Known,
            Self::Upper => Self::Lower,
        }
    }
}

/// What one municipality, or several together, bring to a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    /// The weight that counts.
    pub part: u64,
    /// The weight that it is a part of.
    pub whole: u64,
}

impl Parts {
    const fn new(part: u64, whole: u64) -> Self {
        Self { part, whole }
    }

    /// The quotient; absent where there is nothing to divide by.
    pub(super) fn share(self) -> Option<f64> {
        ratio(self.part, self.whole)
    }
}

impl Contingency {
    /// The parts of one bound of a measure. Those of several contingencies add up to those of their sum.
    #[must_use]
    pub fn parts(&self, measure: Measure, bound: Bound) -> Parts {
        let (total, level_unknown) = (self.total(), self.level(Level::Onbekend));
        match measure {
            Measure::CollectiveShare => bounded(self.broad(), level_unknown, total, bound),
            Measure::NationalShare => bounded(self.strict(), level_unknown + self.maybe_national, total, bound),
            Measure::NonDistinguishingShare => {
                bounded(self.distinguishing(NietOnderscheidend), self.distinguishing(DistinguishingUnknown), total, bound)
            }
            Measure::Conversion => conversion(self, bound),
            Measure::DistinguishingCollectiveShare => distinguishing_collective(self, bound),
        }
    }
}

/// Of a total, so much counts, and `unknown` may or may not.
pub(super) const fn bounded(yes: u64, unknown: u64, total: u64, bound: Bound) -> Parts {
    match bound {
        Bound::Lower => Parts::new(yes, total),
        Bound::Known => Parts::new(yes, total - unknown),
        Bound::Upper => Parts::new(yes + unknown, total),
    }
}

/// Numerator and denominator both move with the unknowns: at its least, an undecided system is a decentral part of the
/// potential; at its greatest, a collective one. That may leave no potential at all at one extreme and some at the other.
fn conversion(w: &Contingency, bound: Bound) -> Parts {
    let collective = w.sum(Level::is_collective, |d| d == NietOnderscheidend);
    let potential = w.distinguishing(NietOnderscheidend);
    let level_unknown = w.at(Level::Onbekend, NietOnderscheidend);
    let undecided = |at: fn(Level) -> bool| w.sum(at, |d| d == DistinguishingUnknown);
    match bound {
        Bound::Lower => Parts::new(collective, potential + undecided(|level| !level.is_collective())),
        Bound::Known => Parts::new(collective, potential - level_unknown),
        Bound::Upper => {
            let entering = undecided(|level| level != Level::Decentraal);
            Parts::new(collective + level_unknown + entering, potential + entering)
        }
    }
}

/// A unit is settled when it certainly counts or certainly does not: not distinguishing or decentral is enough for the latter.
fn distinguishing_collective(w: &Contingency, bound: Bound) -> Parts {
    let yes = w.sum(Level::is_collective, |d| d == Onderscheidend);
    let possible = w.sum(|level| level != Level::Decentraal, |d| d != NietOnderscheidend);
    bounded(yes, possible - yes, w.total(), bound)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::terms::Distinguishing;

    fn municipality() -> impl Strategy<Value = Contingency> {
        let weights = prop::collection::vec(prop_oneof![3 => Just(0_u64), 1 => 0..40_u64], 15);
        (weights, 0..3_u64).prop_map(|(weights, maybe)| {
            let mut one = Contingency::default();
            for (at, weight) in weights.into_iter().enumerate() {
                one.add(Level::ALL[at / 3], Distinguishing::ALL[at % 3], weight);
            }
            one.maybe_national = maybe.min(one.level(Level::Regionaal));
            one
        })
    }

    proptest! {
        #[test]
        fn the_quotient_of_the_summed_parts_is_the_share_of_all_together(each in prop::collection::vec(municipality(), 1..4)) {
            let mut all = Contingency::default();
            for one in &each {
                all.merge(one);
            }
            for measure in Measure::ALL {
                let share = all.share(measure);
                for (bound, expected) in Bound::ALL.into_iter().zip([share.lower, share.known, share.upper]) {
                    let sum = |bound| each.iter().map(|one| one.parts(measure, bound)).fold(Parts::default(), |sum, one| {
                        Parts::new(sum.part + one.part, sum.whole + one.whole)
                    });
                    prop_assert_eq!(sum(bound), all.parts(measure, bound));
                    let summed = sum(bound.that_divides(|bound| sum(bound).whole > 0));
                    prop_assert_eq!(summed.share(), expected, "{:?} {:?}", measure, bound);
                }
            }
        }
    }
}
