//! The national estimate: what the share would be if all municipalities had answered, with a 95% interval (METHOD §3, R53).
//!
//! Municipalities that answered stand for those of their size class that did not. Stands beside the respondents' own figure and its bounds,
//! and takes the place of neither. Assumes that within a size class answering has nothing to do with the share.

mod interval;
mod national;
mod random;
mod ratio;
mod resample;
mod stratum;
#[cfg(test)]
mod tests;

pub use interval::interval;
pub use national::{Estimate, Note, REPLICATES, SEED, estimates, of_strata};
pub use random::Stream;
pub use ratio::{Ratio, ratio};
pub use resample::Resamples;
pub use stratum::{Stratum, joined};
