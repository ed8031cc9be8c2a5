//! Who answers in a made-up population, and how often the interval then holds the truth.

use rayon::prelude::*;
use tachtig::measure::Parts;
use tachtig::measure::estimate::{REPLICATES, Resamples, SEED, Stratum, Stream, interval, joined, ratio};
use tachtig::reference::Frame;

use super::population::{Member, normal, population, truth};

/// How many samples are drawn from one population before the next is.
const SAMPLES_EACH: u64 = 25;

/// Who answers.
#[derive(Debug, Clone, Copy)]
pub enum Response {
    /// Everybody with the same chance.
    Even(f64),
    /// Up to 50,000 inhabitants with the first chance, larger ones with the second.
    BySize(f64, f64),
    /// Mostly as the others of the region do: against the assumption that municipalities answer each for itself.
    Together(f64),
    /// The more collective, the likelier: against the assumption that the share has nothing to do with it.
    Collective(f64),
}

/// What a scenario showed for one measure. Shares are fractions of one.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Samples with an estimate.
    pub samples: u64,
    pub respondents: u64,
    pub truth: f64,
    /// Sum of estimate less truth, and of its square.
    pub error: f64,
    pub squared: f64,
    /// Samples with an interval, those whose interval holds the truth, and the sum of the widths.
    pub intervals: u64,
    pub held: u64,
    pub width: f64,
}

impl Score {
    fn add(mut self, other: &Self) -> Self {
        self.samples += other.samples;
        self.respondents += other.respondents;
        self.truth += other.truth;
        self.error += other.error;
        self.squared += other.squared;
        self.intervals += other.intervals;
        self.held += other.held;
        self.width += other.width;
        self
    }

    /// The mean of a sum over the samples.
    pub fn mean(&self, sum: f64) -> f64 {
        sum / self.samples as f64
    }

    /// The part of the intervals that holds the truth.
    pub fn coverage(&self) -> f64 {
        self.held as f64 / self.intervals as f64
    }
}

/// Draws so many samples and scores both measures, broad and strict. The sums are added in order, whatever the threads do.
pub fn score(frame: &Frame, response: Response, samples: u64, seed: u64) -> [Score; 2] {
    let scores: Vec<[Score; 2]> = (0..samples / SAMPLES_EACH)
        .into_par_iter()
        .flat_map_iter(|number| {
            let mut random = Stream::new(seed, number);
            let members = population(frame, &mut random);
            (0..SAMPLES_EACH).map(move |_| one(&members, response, &mut random)).collect::<Vec<_>>()
        })
        .collect();
    scores.iter().fold(Default::default(), |[broad, strict], one| [broad.add(&one[0]), strict.add(&one[1])])
}

fn one(members: &[Member], response: Response, random: &mut Stream) -> [Score; 2] {
    let answered = answered(members, response, random);
    [0, 1].map(|measure| {
        let strata = joined(strata(members, &answered, measure));
        let Some(estimate) = ratio(&strata) else { return Score::default() };
        let resamples = Resamples::draw(&strata, REPLICATES, SEED);
        let (truth, interval) = (truth(members, measure), interval(&strata, estimate, &resamples));
        let error = estimate.share - truth;
        Score {
            samples: 1,
            respondents: answered.iter().filter(|answered| **answered).count() as u64,
            truth,
            error,
            squared: error * error,
            intervals: u64::from(interval.is_some()),
            held: u64::from(interval.is_some_and(|(least, greatest)| least <= truth && truth <= greatest)),
            width: interval.map_or(0.0, |(least, greatest)| greatest - least),
        }
    })
}

fn answered(members: &[Member], response: Response, random: &mut Stream) -> Vec<bool> {
    let regions = members.iter().map(|one| one.region).max().unwrap_or_default() + 1;
    let common: Vec<f64> = (0..regions).map(|_| random.unit()).collect();
    let answers = |one: &Member| match response {
        Response::Even(chance) => random.unit() < chance,
        Response::BySize(small, large) => random.unit() < if one.size_class < Some(5) { small } else { large },
        Response::Together(chance) => {
            let own = random.unit();
            (if random.unit() < 0.7 { common[one.region] } else { own }) < chance
        }
        Response::Collective(chance) => {
            let share = one.parts[0].part as f64 / one.parts[0].whole as f64;
            random.unit() < chance * (1.0 + (share - 0.35) + 0.1 * normal(random))
        }
    };
    members.iter().map(answers).collect()
}

fn strata(members: &[Member], answered: &[bool], measure: usize) -> Vec<Stratum<Parts>> {
    let mut strata = std::collections::BTreeMap::new();
    for (one, answered) in members.iter().zip(answered) {
        let empty = || Stratum { classes: vec![one.size_class], frame: 0, respondents: Vec::new() };
        let stratum = strata.entry(one.size_class).or_insert_with(empty);
        stratum.frame += 1;
        stratum.respondents.extend(answered.then_some(one.parts[measure]));
    }
    strata.into_values().collect()
}
