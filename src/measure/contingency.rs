//! Weight by level and by distinguishing: the fifteen numbers that every measure of a group is made from.

use crate::terms::{Distinguishing, Level};

/// Weights of a group's units by level (rows) and distinguishing (columns).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Contingency {
    weights: [[u64; 3]; 5],
    /// The weight that might be national although its level is known to be lower: a cell with a regional and an unknown system.
    pub maybe_national: u64,
}

impl Contingency {
    pub fn add(&mut self, level: Level, distinguishing: Distinguishing, weight: u64) {
        self.weights[level as usize][distinguishing as usize] += weight;
    }

    /// Adds the weights of other units.
    pub fn merge(&mut self, other: &Self) {
        for (sum, more) in self.weights.iter_mut().flatten().zip(other.weights.iter().flatten()) {
            *sum += more;
        }
        self.maybe_national += other.maybe_national;
    }

    /// The weight at one level and one value of distinguishing.
    #[must_use]
    pub const fn at(&self, level: Level, distinguishing: Distinguishing) -> u64 {
        self.weights[level as usize][distinguishing as usize]
    }

    /// The weight of all units for which both conditions hold.
    pub fn sum(&self, level: impl Fn(Level) -> bool, distinguishing: impl Fn(Distinguishing) -> bool) -> u64 {
        Level::ALL
            .into_iter()
            .filter(|value| level(*value))
            .flat_map(|row| Distinguishing::ALL.into_iter().filter(|value| distinguishing(*value)).map(move |column| (row, column)))
            .map(|(row, column)| self.at(row, column))
            .sum()
    }

    #[must_use]
    pub fn total(&self) -> u64 {
        self.sum(|_| true, |_| true)
    }

    #[must_use]
    pub fn level(&self, level: Level) -> u64 {
        self.sum(|value| value == level, |_| true)
    }

    #[must_use]
    pub fn distinguishing(&self, distinguishing: Distinguishing) -> u64 {
        self.sum(|_| true, |value| value == distinguishing)
    }

    /// Rungs one to three (R19).
    #[must_use]
    pub fn broad(&self) -> u64 {
        self.sum(Level::is_collective, |_| true)
    }

    /// Rungs one and two (R19).
    #[must_use]
    pub fn strict(&self) -> u64 {
        self.sum(Level::is_national, |_| true)
    }
}
