//! A confusion matrix over named classes, and the figures that follow from it.

use std::collections::BTreeMap;

/// The class in which a verdict says that it does not know.
const UNKNOWN: &str = "onbekend";

/// How often each class was given for each label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// In the order in which they are shown.
    pub classes: Vec<&'static str>,
    counts: BTreeMap<(&'static str, &'static str), u64>,
}

/// The figures of one class, or of all together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tally {
    /// Rows with this label.
    pub labelled: u64,
    /// Rows that were given this class.
    pub given: u64,
    pub right: u64,
    /// Rows with this label whose verdict is `onbekend`.
    pub unknown: u64,
}

impl Tally {
    /// Right of those given; absent when none was given.
    #[must_use]
    pub fn precision(self) -> Option<f64> {
        ratio(self.right, self.given)
    }

    /// Right of those labelled; absent when none is labelled.
    #[must_use]
    pub fn recall(self) -> Option<f64> {
        ratio(self.right, self.labelled)
    }

    /// Left unknown of those labelled; absent when none is labelled.
    #[must_use]
    pub fn unknown_share(self) -> Option<f64> {
        ratio(self.unknown, self.labelled)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows are far below 2^53")]
fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

impl Score {
    pub fn new(classes: impl IntoIterator<Item = &'static str>) -> Self {
        Self { classes: classes.into_iter().collect(), counts: BTreeMap::new() }
    }

    pub fn count(&mut self, label: &'static str, given: &'static str) {
        *self.counts.entry((label, given)).or_insert(0) += 1;
    }

    /// Rows with a label that were given a class.
    #[must_use]
    pub fn of(&self, label: &str, given: &str) -> u64 {
        self.counts.iter().filter(|((of, to), _)| *of == label && *to == given).map(|(_, count)| count).sum()
    }

    /// All rows compared.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.counts.values().sum()
    }

    /// The figures of one class.
    #[must_use]
    pub fn tally(&self, class: &str) -> Tally {
        let sum = |wanted: &dyn Fn(&str, &str) -> bool| {
            self.counts.iter().filter(|((label, given), _)| wanted(label, given)).map(|(_, count)| count).sum()
        };
        Tally {
            labelled: sum(&|label, _| label == class),
            given: sum(&|_, given| given == class),
            right: sum(&|label, given| label == class && given == class),
            unknown: sum(&|label, given| label == class && given == UNKNOWN),
        }
    }

    /// All verdicts that say something: how many were given, and how many of them are right.
    #[must_use]
    pub fn answered(&self) -> Tally {
        let rest = self.classes.iter().filter(|class| **class != UNKNOWN).map(|class| self.tally(class));
        rest.fold(Tally { labelled: 0, given: 0, right: 0, unknown: 0 }, |sum, tally| Tally {
            labelled: sum.labelled + tally.labelled,
            given: sum.given + tally.given,
            right: sum.right + tally.right,
            unknown: sum.unknown + tally.unknown,
        })
    }

    /// The part of all rows whose verdict is `onbekend`.
    #[must_use]
    pub fn unknown_share(&self) -> Option<f64> {
        ratio(self.tally(UNKNOWN).given, self.rows())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_follow_from_the_matrix() {
        let mut score = Score::new(["a", "b", UNKNOWN]);
        for (label, given) in [("a", "a"), ("a", "a"), ("a", "b"), ("b", "b"), ("b", UNKNOWN), (UNKNOWN, "a")] {
            score.count(label, given);
        }
        assert_eq!(score.of("a", "b"), 1);
        assert_eq!(score.tally("a"), Tally { labelled: 3, given: 3, right: 2, unknown: 0 });
        assert_eq!(score.tally("b").unknown_share(), Some(0.5));
        assert_eq!(score.tally("b").precision(), Some(0.5));
        assert_eq!(score.tally("b").recall(), Some(0.5));
        assert_eq!(score.answered().precision(), Some(3.0 / 5.0));
        assert_eq!(score.unknown_share(), Some(1.0 / 6.0));
        assert_eq!(Score::new(["a"]).answered().precision(), None);
    }
}
