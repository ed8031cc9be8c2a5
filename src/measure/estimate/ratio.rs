//! The post-stratified ratio estimator and its linearised variance (METHOD §3, *National estimate*).
//!
//! Combined ratio: W. G. Cochran, *Sampling Techniques* (3rd edition, 1977), §6.11; the variance by Taylor linearisation with finite
//! population correction: C.-E. Särndal, B. Swensson and J. Wretman, *Model Assisted Survey Sampling* (1992), §5.6. Not for intervals.

use super::Stratum;
use crate::measure::Parts;

/// A ratio with how much it would differ had other municipalities answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    /// Between zero and one.
    pub share: f64,
    /// Square of the standard error. Zero where all answered.
    pub variance: f64,
}

/// `Σ_h (N_h/n_h) Σ x / Σ_h (N_h/n_h) Σ w`; absent when nothing answered or there is nothing to divide by. The variance means
/// something only when each stratum has two respondents or answered whole.
#[must_use]
pub fn ratio(strata: &[Stratum<Parts>]) -> Option<Ratio> {
    let (part, whole) = weighted(strata);
    let share = quotient(part, whole)?;
    let spread = |stratum: &Stratum<Parts>| {
        let sizes = stratum.respondents.iter().map(|one| (residual(*one, share), 1));
        stratum_variance(stratum, spread_of(sizes))
    };
    Some(Ratio { share, variance: strata.iter().map(spread).sum::<f64>() / (whole * whole) })
}

/// The estimated totals of numerator and denominator.
#[must_use]
pub fn weighted(strata: &[Stratum<Parts>]) -> (f64, f64) {
    strata.iter().filter(|stratum| !stratum.respondents.is_empty()).fold((0.0, 0.0), |sum, stratum| {
        let (part, whole) = totals(stratum);
        (sum.0 + stratum.expansion() * part, sum.1 + stratum.expansion() * whole)
    })
}

/// Sums over the respondents themselves: integers until here.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "weights stay far below 2^53")]
pub fn totals(stratum: &Stratum<Parts>) -> (f64, f64) {
    let sums = stratum.respondents.iter().fold((0, 0), |sum, one| (sum.0 + one.part, sum.1 + one.whole));
    (sums.0 as f64, sums.1 as f64)
}

/// A share of nothing is absent.
#[must_use]
pub fn quotient(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

/// How far a municipality is from the common share, in weight: `x − R·w`.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "weights stay far below 2^53")]
pub fn residual(one: Parts, share: f64) -> f64 {
    one.part as f64 - share * one.whole as f64
}

/// The sample variance of residuals, each so many times there; zero for fewer than two.
#[must_use]
pub fn spread_of(residuals: impl Iterator<Item = (f64, u32)> + Clone) -> f64 {
    let (count, sum) =
        residuals.clone().fold((0.0, 0.0), |sum, (z, times)| (sum.0 + f64::from(times), sum.1 + f64::from(times) * z));
    if count < 2.0 {
        return 0.0;
    }
    let mean = sum / count;
    residuals.map(|(z, times)| f64::from(times) * (z - mean) * (z - mean)).sum::<f64>() / (count - 1.0)
}

/// `N² (1 − n/N) s² / n`: the variance of an estimated total of one stratum.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "municipalities stay far below 2^53")]
pub fn stratum_variance(stratum: &Stratum<Parts>, spread: f64) -> f64 {
    if stratum.respondents.is_empty() {
        return 0.0;
    }
    stratum.frame as f64 * stratum.expansion() * stratum.missing_share() * spread
}
