//! Numerator and denominator of each measure and bound (METHOD §3): sums of weights, so that they can be weighted per municipality.
//!
//! A quotient of sums over municipalities needs both parts of each one. Not for shares: those are in `coverage`, which a test holds
//! these formulas to.

use super::super::{Contingency, Measure};
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

    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lower => "lower",
            Self::Known => "known",
            Self::Upper => "upper",
        }
    }

    /// The other extreme, which stands in where this one has nothing to divide by.
    const fn opposite(self) -> Self {
        match self {
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
}

/// The parts of a measure for all of these. Where the bound has nothing to divide by and the opposite bound has, these are the
/// parts of that one (METHOD §3, *Absent is not zero*).
#[must_use]
pub fn of_all(weights: &[Contingency], measure: Measure, bound: Bound) -> Vec<Parts> {
    let of = |bound| weights.iter().map(|one| parts(one, measure, bound)).collect::<Vec<_>>();
    let own = of(bound);
    if own.iter().any(|parts| parts.whole > 0) { own } else { of(bound.opposite()) }
}

fn parts(w: &Contingency, measure: Measure, bound: Bound) -> Parts {
    let level_unknown = w.level(Level::Onbekend);
    match measure {
        Measure::CollectiveShare => bounded(w.broad(), level_unknown, w.total(), bound),
        Measure::NationalShare => bounded(w.strict(), level_unknown + w.maybe_national, w.total(), bound),
        Measure::NonDistinguishingShare => {
            bounded(w.distinguishing(NietOnderscheidend), w.distinguishing(DistinguishingUnknown), w.total(), bound)
        }
        Measure::Conversion => conversion(w, bound),
        Measure::DistinguishingCollectiveShare => {
            let yes = w.sum(Level::is_collective, |d| d == Onderscheidend);
            let possible = w.sum(|level| level != Level::Decentraal, |d| d != NietOnderscheidend);
            bounded(yes, possible - yes, w.total(), bound)
        }
    }
}

/// `unknown` may or may not count.
const fn bounded(yes: u64, unknown: u64, total: u64, bound: Bound) -> Parts {
    match bound {
        Bound::Lower => Parts::new(yes, total),
        Bound::Known => Parts::new(yes, total - unknown),
        Bound::Upper => Parts::new(yes + unknown, total),
    }
}

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::coverage::ratio;
    use super::super::super::{Coverage, Group, Unit, Weight};
    use super::*;
    use crate::terms::Distinguishing;

    fn coverage(weights: Contingency) -> Coverage {
        Coverage {
            group: Group::national(),
            unit: Unit::Systems,
            weight: Weight::Count,
            units: weights.total(),
            municipalities: 1,
            municipalities_carried: 0,
            municipalities_frame: 1,
            inhabitants: 1,
            inhabitants_frame: 1,
            weights,
        }
    }

    proptest! {
        #[test]
        fn the_quotient_of_the_summed_parts_is_the_published_share(
            cells in prop::collection::vec(prop::collection::vec(prop_oneof![3 => Just(0_u64), 1 => 0..40_u64], 15), 1..4),
            maybe in 0..3_u64,
        ) {
            let mut all = Contingency::default();
            let mut each = Vec::new();
            for weights in cells {
                let mut one = Contingency::default();
                for (at, weight) in weights.into_iter().enumerate() {
                    let (level, value) = (Level::ALL[at / 3], Distinguishing::ALL[at % 3]);
                    one.add(level, value, weight);
                    all.add(level, value, weight);
                }
                one.maybe_national = maybe.min(one.level(Level::Regionaal));
                all.maybe_national += one.maybe_national;
                each.push(one);
            }
            for measure in Measure::ALL {
                let share = coverage(all).share(measure);
                for (bound, expected) in Bound::ALL.into_iter().zip([share.lower, share.known, share.upper]) {
                    let summed = of_all(&each, measure, bound).into_iter().fold((0, 0), |sum, one| (sum.0 + one.part, sum.1 + one.whole));
                    prop_assert_eq!(ratio(summed.0, summed.1), expected, "{:?} {:?}", measure, bound);
                }
            }
        }
    }
}
