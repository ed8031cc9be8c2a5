//! How the municipalities of a group are spread in their own shares (METHOD §3, *Distribution*), so that one large city can't speak
//! for a province.

use super::share::{Measure, Share};

/// The measures of which the spread is published: broad and strict, never one without the other (R19), and the potential.
pub const SPREAD_MEASURES: [Measure; 3] = [Measure::CollectiveShare, Measure::NationalShare, Measure::NonDistinguishingShare];

/// The spread of one group, in the order of [`SPREAD_MEASURES`].
pub type Distribution = [MeasureSpread; SPREAD_MEASURES.len()];

/// The spread of one measure, in each of its three readings.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MeasureSpread {
    pub lower: Spread,
    pub known: Spread,
    pub upper: Spread,
}

/// Quartiles and mean of the municipalities' own shares. All are absent when no municipality has such a share.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spread {
    /// Municipalities that have such a share of their own.
    pub municipalities: u64,
    /// First quartile, median, third quartile: each municipality counts once.
    pub quartiles: Option<[f64; 3]>,
    /// Each municipality counts by its inhabitants. Absent too when nobody's are known.
    pub mean: Option<f64>,
}

/// The spread over municipalities, each given by its inhabitants and its own shares in the order of [`SPREAD_MEASURES`].
pub(super) fn distribution(municipalities: &[(Option<u64>, [Share; SPREAD_MEASURES.len()])]) -> Distribution {
    let of = |at: usize, bound: fn(&Share) -> Option<f64>| {
        let shares = municipalities.iter().filter_map(|(inhabitants, shares)| Some((*inhabitants, bound(&shares[at])?)));
        spread(shares.collect())
    };
    std::array::from_fn(|at| MeasureSpread {
        lower: of(at, |share| share.lower),
        known: of(at, |share| share.known),
        upper: of(at, |share| share.upper),
    })
}

fn spread(shares: Vec<(Option<u64>, f64)>) -> Spread {
    let mean = mean(&shares);
    let mut values: Vec<f64> = shares.into_iter().map(|(_, share)| share).collect();
    values.sort_unstable_by(f64::total_cmp);
    let quartiles = (!values.is_empty()).then(|| [1, 2, 3].map(|quarters| quartile(&values, quarters)));
    Spread { municipalities: values.len() as u64, quartiles, mean }
}

/// The quantile at so many quarters of values in order: definition 7 of Hyndman and Fan (1996), which interpolates between the two
/// values around the place `(n − 1)·p`. The default of R, numpy, pandas and of SQL's `percentile_cont`. Needs a value.
pub(super) fn quartile(values: &[f64], quarters: usize) -> f64 {
    let place = values.len().saturating_sub(1) * quarters;
    let (below, rest) = (place / 4, place % 4);
    let value = |at: usize| values.get(at).copied().unwrap_or_default();
    if rest == 0 { value(below) } else { value(below) + (value(below + 1) - value(below)) * [0.0, 0.25, 0.5, 0.75][rest] }
}

/// Adds in the order of the frame, so the same every time.
#[expect(clippy::cast_precision_loss, reason = "inhabitants stay far below 2^53")]
fn mean(shares: &[(Option<u64>, f64)]) -> Option<f64> {
    let known = || shares.iter().filter_map(|(inhabitants, share)| Some(((*inhabitants)?, share)));
    let all: u64 = known().map(|(inhabitants, _)| inhabitants).sum();
    let sum: f64 = known().map(|(inhabitants, share)| inhabitants as f64 * share).sum();
    (all > 0).then(|| sum / all as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_are_those_of_definition_seven() {
        // R: quantile(c(1, 2, 4, 8), c(.25, .5, .75), type = 7) gives 1.75 3.00 5.00.
        let of = |values: &[f64]| spread(values.iter().map(|value| (None, *value)).collect()).quartiles;
        assert_eq!(of(&[8.0, 1.0, 4.0, 2.0]), Some([1.75, 3.0, 5.0]));
        assert_eq!(of(&[0.4]), Some([0.4; 3]), "one municipality is its own quartiles");
        assert_eq!(of(&[1.0, 0.0]), Some([0.25, 0.5, 0.75]));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn a_large_city_moves_the_mean_and_not_the_median() {
        let share = |lower: f64| [Share { lower: Some(lower), known: None, upper: Some(1.0) }; 3];
        let group = [(Some(900), share(0.9)), (Some(50), share(0.1)), (Some(50), share(0.2)), (None, share(0.3))];
        let [broad, ..] = distribution(&group);
        assert_eq!(broad.lower.municipalities, 4);
        assert_eq!(broad.lower.quartiles.map(|quartiles| quartiles[1]), Some(0.25));
        assert!((broad.lower.mean.unwrap() - 0.825).abs() < 1e-12, "without the one whose inhabitants are not known");
        assert_eq!(broad.known, Spread::default(), "a share that nobody has is absent");
    }

    #[test]
    fn without_inhabitants_there_is_no_mean() {
        let spread = spread(vec![(None, 0.5), (Some(0), 0.25)]);
        assert_eq!((spread.municipalities, spread.mean), (2, None));
    }
}
