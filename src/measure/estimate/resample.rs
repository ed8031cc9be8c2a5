//! Which respondents are drawn how often in each replicate of the bootstrap: the same for every measure of a month.
//!
//! In each stratum `n_h − 1` are drawn with replacement (J. N. K. Rao and C. F. J. Wu, *Resampling inference with complex survey data*,
//! JASA 83, 1988). Each replicate has a stream of its own, so threads change nothing. Not for what the draws mean: see `interval`.

use super::Stratum;
use super::random::Stream;

/// How often each respondent was drawn: by replicate, stratum and respondent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resamples(Vec<Vec<Vec<u32>>>);

impl Resamples {
    /// Draws so many replicates.
    #[must_use]
    pub fn draw<T>(strata: &[Stratum<T>], replicates: u32, seed: u64) -> Self {
        let sizes: Vec<usize> = strata.iter().map(|stratum| stratum.respondents.len()).collect();
        let replicate = |number: u32| {
            let mut stream = Stream::new(seed, u64::from(number));
            sizes.iter().map(|size| drawn(&mut stream, *size)).collect()
        };
        Self((0..replicates).map(replicate).collect())
    }

    /// The replicates, in order.
    #[must_use]
    pub fn replicates(&self) -> &[Vec<Vec<u32>>] {
        &self.0
    }
}

fn drawn(stream: &mut Stream, size: usize) -> Vec<u32> {
    let mut times = vec![0; size];
    for _ in 1..size {
        if let Some(times) = times.get_mut(stream.below(size)) {
            *times += 1;
        }
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_fewer_than_answered_is_drawn_from_each_stratum_and_the_same_each_time() {
        let stratum = |answered: usize| Stratum { classes: vec![None], frame: 50, respondents: vec![(); answered] };
        let strata = [stratum(0), stratum(1), stratum(2), stratum(9)];
        let resamples = Resamples::draw(&strata, 40, 7);
        assert_eq!(resamples.replicates().len(), 40);
        for replicate in resamples.replicates() {
            let sums: Vec<u32> = replicate.iter().map(|times| times.iter().sum()).collect();
            assert_eq!(sums, [0, 0, 1, 8]);
        }
        assert_eq!(Resamples::draw(&strata, 40, 7), resamples);
        assert_ne!(Resamples::draw(&strata, 40, 8), resamples);
        assert_eq!(Resamples::draw(&strata, 10, 7).replicates(), &resamples.replicates()[..10], "each has its own stream");
    }
}
