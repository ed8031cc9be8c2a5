//! The measures of METHOD §3 with their bounds (R53). Not for what is divided by what: that is in `parts`.

use super::Contingency;
use super::parts::Bound;

/// The shares that are published (METHOD §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Broad: rungs one to three over all. The measure that the 80% is about.
    CollectiveShare,
    /// Strict: rungs one and two over all.
    NationalShare,
    /// The potential: not distinguishing over all.
    NonDistinguishingShare,
    /// Collective within the not distinguishing.
    Conversion,
    /// Distinguishing and yet collective, over all.
    DistinguishingCollectiveShare,
}

impl Measure {
    pub const ALL: [Self; 5] = [
        Self::CollectiveShare,
        Self::NationalShare,
        Self::NonDistinguishingShare,
        Self::Conversion,
        Self::DistinguishingCollectiveShare,
    ];

    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CollectiveShare => "collective_share",
            Self::NationalShare => "national_share",
            Self::NonDistinguishingShare => "non_distinguishing_share",
            Self::Conversion => "conversion",
            Self::DistinguishingCollectiveShare => "distinguishing_collective_share",
        }
    }
}

/// One share with its bounds, as fractions of one. Absent where there is nothing to divide by.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Share {
    /// The demonstrable share: every unknown counts against. The headline.
    pub lower: Option<f64>,
    /// The share among the units whose verdicts are known.
    pub known: Option<f64>,
    /// Every unknown counts in favour.
    pub upper: Option<f64>,
}

impl Contingency {
    /// One measure with its bounds. The bounds are the least and the greatest value that any completion of the unknowns gives; where
    /// one leaves nothing to divide by, only the other has a share, and stands for both.
    #[must_use]
    pub fn share(&self, measure: Measure) -> Share {
        let parts = |bound| self.parts(measure, bound);
        let of = |bound: Bound| parts(bound.that_divides(|bound| parts(bound).whole > 0)).share();
        Share { lower: of(Bound::Lower), known: of(Bound::Known), upper: of(Bound::Upper) }
    }
}

/// A share of nothing is absent.
#[expect(clippy::cast_precision_loss, reason = "weights stay far below 2^53")]
pub(super) fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::terms::Distinguishing::{NietOnderscheidend, Onbekend as DistinguishingUnknown, Onderscheidend};
    use crate::terms::{Distinguishing, Level};

    /// All ways to fill in what is unknown of a few units; each is a contingency without unknowns.
    fn completions(units: &[(Level, Distinguishing)]) -> Vec<Contingency> {
        let levels = |level: Level| if level == Level::Onbekend { Level::ALL[..4].to_vec() } else { vec![level] };
        let values = |value: Distinguishing| {
            if value == DistinguishingUnknown { Distinguishing::ALL[..2].to_vec() } else { vec![value] }
        };
        units.iter().fold(vec![Contingency::default()], |so_far, (level, value)| {
            let choices: Vec<(Level, Distinguishing)> =
                levels(*level).into_iter().flat_map(|level| values(*value).into_iter().map(move |value| (level, value))).collect();
            let with = |contingency: &Contingency, (level, value): (Level, Distinguishing)| {
                let mut next = *contingency;
                next.add(level, value, 1);
                next
            };
            so_far
                .iter()
                .flat_map(|contingency| choices.iter().map(|choice| with(contingency, *choice)).collect::<Vec<_>>())
                .collect()
        })
    }

    fn unit() -> impl Strategy<Value = (Level, Distinguishing)> {
        (0..5_usize, 0..3_usize).prop_map(|(level, value)| (Level::ALL[level], Distinguishing::ALL[value]))
    }

    proptest! {
        #[test]
        fn the_bounds_are_the_extremes_over_all_completions(units in prop::collection::vec(unit(), 0..5)) {
            let mut weights = Contingency::default();
            for (level, value) in &units {
                weights.add(*level, *value, 1);
            }
            for measure in Measure::ALL {
                let share = weights.share(measure);
                let possible: Vec<f64> = completions(&units).into_iter().filter_map(|c| c.share(measure).lower).collect();
                let least = possible.iter().copied().reduce(f64::min);
                let most = possible.iter().copied().reduce(f64::max);
                prop_assert_eq!((share.lower, share.upper), (least, most), "{:?} {:?}", measure, units);
                if units.is_empty() { prop_assert_eq!(share, Share::default()); }
            }
        }

        #[test]
        fn the_known_share_lies_between_the_bounds(cells in prop::collection::vec(0..1000_u64, 15), maybe in 0..50_u64) {
            let mut weights = Contingency::default();
            for (at, weight) in cells.iter().enumerate() {
                weights.add(Level::ALL[at / 3], Distinguishing::ALL[at % 3], *weight);
            }
            weights.maybe_national = maybe.min(weights.level(Level::Regionaal));
            for measure in Measure::ALL {
                let share = weights.share(measure);
                for bound in [share.lower, share.known, share.upper].into_iter().flatten() {
                    prop_assert!((0.0..=1.0).contains(&bound));
                }
                if let (Some(lower), Some(known), Some(upper)) = (share.lower, share.known, share.upper) {
                    prop_assert!(lower <= known && known <= upper, "{:?} {:?}", measure, share);
                }
            }
        }
    }

    #[test]
    fn a_share_of_nothing_is_absent_and_full_knowledge_has_no_band() {
        assert!(Measure::ALL.iter().all(|measure| Contingency::default().share(*measure) == Share::default()));
        let mut known = Contingency::default();
        known.add(Level::Regionaal, NietOnderscheidend, 3);
        known.add(Level::Decentraal, Onderscheidend, 1);
        let share = known.share(Measure::CollectiveShare);
        assert_eq!((share.lower, share.known, share.upper), (Some(0.75), Some(0.75), Some(0.75)));
    }
}
