//! The 95% interval: a studentised rescaling bootstrap of municipalities within strata, on the log-odds scale.
//!
//! A replicate weights its draws as J. N. K. Rao, C. F. J. Wu and K. Yue do (*Some recent work on resampling methods for complex surveys*,
//! Survey Methodology 18, 1992), with `λ_h = √(1 − n_h/N_h)`: where all answered a replicate is the sample, and the width is zero. How far each is off, in
//! its own standard errors, gives the quantiles (the bootstrap-t of Rao and Wu 1988): right for skewed shares and few respondents,
//! where percentiles are too narrow. Log-odds keep the interval between zero and one. Why this one: docs/estimate.md.

use rayon::prelude::*;

use super::ratio::{Ratio, quotient, residual, spread_of, stratum_variance, totals};
use super::{Resamples, Stratum};
use crate::measure::Parts;

/// Of how many intervals one may miss on each side.
const ONE_SIDE: f64 = 0.025;

/// Least and greatest value of the interval. Absent when the respondents do not differ, though others may: then no draw can tell how
/// far they do. Of zero width where all answered.
#[must_use]
pub fn interval(strata: &[Stratum<Parts>], ratio: Ratio, resamples: &Resamples) -> Option<(f64, f64)> {
    if strata.iter().all(Stratum::is_whole) {
        return Some((ratio.share, ratio.share));
    }
    if ratio.variance <= 0.0 || ratio.share <= 0.0 || ratio.share >= 1.0 {
        return None;
    }
    let of = |drawn: &Vec<Vec<u32>>| deviation(strata, ratio.share, drawn);
    let mut deviations: Vec<f64> = resamples.replicates().par_iter().filter_map(of).collect();
    deviations.sort_by(f64::total_cmp);
    let (least, greatest) = tails(&deviations)?;
    let scale = standard_error(ratio);
    let at = |deviation: f64| share(log_odds(ratio.share) - deviation * scale);
    Some((at(greatest), at(least)))
}

/// How far a replicate is from the estimate, in its own standard errors. Without any spread of its own it is infinitely far.
fn deviation(strata: &[Stratum<Parts>], estimate: f64, drawn: &[Vec<u32>]) -> Option<f64> {
    let replicate = replicate(strata, drawn)?;
    let distance = log_odds(replicate.share) - log_odds(estimate);
    Some(if distance == 0.0 { 0.0 } else { distance / standard_error(replicate) })
}

/// Standard error of the log-odds of a share.
fn standard_error(ratio: Ratio) -> f64 {
    ratio.variance.sqrt() / (ratio.share * (1.0 - ratio.share))
}

fn log_odds(share: f64) -> f64 {
    libm::log(share / (1.0 - share))
}

fn share(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}

/// The share of one replicate, with the variance that it would itself report.
fn replicate(strata: &[Stratum<Parts>], drawn: &[Vec<u32>]) -> Option<Ratio> {
    let (part, whole) = strata.iter().zip(drawn).fold((0.0, 0.0), |sum, (stratum, times)| {
        let (part, whole) = rescaled(stratum, times);
        (sum.0 + stratum.expansion() * part, sum.1 + stratum.expansion() * whole)
    });
    let share = quotient(part, whole)?;
    let spread = |(stratum, times): (&Stratum<Parts>, &Vec<u32>)| {
        let residuals = stratum.respondents.iter().zip(times).map(|(one, times)| (residual(*one, share), *times));
        stratum_variance(stratum, spread_of(residuals))
    };
    Some(Ratio { share, variance: strata.iter().zip(drawn).map(spread).sum::<f64>() / (whole * whole) })
}

/// Totals of a stratum in a replicate: a respondent that was drawn `r` times counts `1 − λ + λ·r·n/(n − 1)` times.
#[expect(clippy::cast_precision_loss, reason = "weights stay far below 2^53")]
fn rescaled(stratum: &Stratum<Parts>, times: &[u32]) -> (f64, f64) {
    let (part, whole) = totals(stratum);
    if stratum.is_whole() {
        return (part, whole);
    }
    let add = |sum: (u64, u64), (one, times): (&Parts, &u32)| {
        (sum.0 + one.part * u64::from(*times), sum.1 + one.whole * u64::from(*times))
    };
    let drawn = stratum.respondents.iter().zip(times).fold((0, 0), add);
    let lambda = stratum.missing_share().sqrt();
    let answered = stratum.respondents.len() as f64;
    let blended = |kept: f64, drawn: u64| (1.0 - lambda) * kept + lambda * answered / (answered - 1.0) * drawn as f64;
    (blended(part, drawn.0), blended(whole, drawn.1))
}

/// The order statistics that cut off both tails: the 25th and the 976th of a thousand (A. C. Davison and D. V. Hinkley, *Bootstrap
/// Methods and their Application*, 1997, §2.4).
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "thousands of replicates")]
fn tails(sorted: &[f64]) -> Option<(f64, f64)> {
    let rank = (((sorted.len() + 1) as f64 * ONE_SIDE) as usize).checked_sub(1)?;
    Some((*sorted.get(rank)?, *sorted.get(sorted.len().checked_sub(rank + 1)?)?))
}

#[cfg(test)]
mod tests {
    use super::super::ratio::ratio;
    use super::super::{REPLICATES, SEED};
    use super::*;

    fn stratum(class: u8, frame: usize, parts: &[u64]) -> Stratum<Parts> {
        let respondents = parts.iter().map(|part| Parts { part: *part, whole: 40 }).collect();
        Stratum { classes: vec![Some(class)], frame, respondents }
    }

    /// Where every municipality has as many systems, the share is linear, and replicates must vary as the textbook says.
    #[test]
    fn replicates_vary_as_the_linear_formula_with_finite_population_correction() {
        let strata = [
            stratum(1, 5, &[4, 30]),
            stratum(2, 20, &[1, 9, 12, 30, 31, 8, 3]),
            stratum(3, 12, &[2, 2, 7, 20, 11, 9, 8, 5, 16, 0, 3]),
            stratum(4, 3, &[1, 20, 40]),
        ];
        let estimate = ratio(&strata).unwrap();
        let resamples = Resamples::draw(&strata, 20_000, SEED);
        let shares: Vec<f64> = resamples.replicates().iter().map(|drawn| replicate(&strata, drawn).unwrap().share).collect();
        let mean = shares.iter().sum::<f64>() / 20_000.0;
        let variance = shares.iter().map(|share| (share - estimate.share).powi(2)).sum::<f64>() / 20_000.0;
        assert!((mean - estimate.share).abs() < 0.002, "{mean} is not {}", estimate.share);
        assert!((variance / estimate.variance - 1.0).abs() < 0.03, "{variance} is not {}", estimate.variance);
    }

    #[test]
    fn a_replicate_of_all_that_answered_whole_is_the_sample_itself() {
        let strata = [stratum(1, 3, &[4, 30, 2]), stratum(2, 2, &[1, 9])];
        let estimate = ratio(&strata).unwrap();
        let resamples = Resamples::draw(&strata, 50, SEED);
        assert!(resamples.replicates().iter().all(|drawn| replicate(&strata, drawn) == Some(estimate)));
        assert_eq!(interval(&strata, estimate, &resamples), Some((estimate.share, estimate.share)));
    }

    #[test]
    fn the_tails_are_the_25th_and_the_976th_of_a_thousand() {
        let thousand: Vec<f64> = (1..=1_000).map(f64::from).collect();
        assert_eq!(tails(&thousand), Some((25.0, 976.0)));
        assert_eq!(tails(&thousand[..10]), None, "too few to cut anything off");
    }

    #[test]
    fn a_skewed_small_share_has_an_interval_that_reaches_further_up_than_down() {
        let strata = [stratum(1, 100, &[0, 1, 0, 2, 1, 0, 0, 9, 1, 0, 2, 0])];
        let estimate = ratio(&strata).unwrap();
        let (least, most) = interval(&strata, estimate, &Resamples::draw(&strata, REPLICATES, SEED)).unwrap();
        assert!(0.0 < least && most - estimate.share > estimate.share - least, "{least} {} {most}", estimate.share);
    }
}
