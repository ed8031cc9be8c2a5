//! Strata: size classes of municipalities, joined with a neighbour where too few answered.
//!
//! Not for figures. A stratum knows how many municipalities the frame has and what each of those that answered brings.

use std::fmt::Write as _;

/// So many respondents show how much municipalities of a stratum differ.
const FEWEST: usize = 2;

/// One or more size classes that are weighted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum<T> {
    /// The size classes, in order; absent is that of municipalities whose size is not known.
    pub classes: Vec<Option<u8>>,
    /// Municipalities in the frame: `N_h`.
    pub frame: usize,
    /// What each municipality that answered brings, in order of code: `n_h` of them.
    pub respondents: Vec<T>,
}

impl<T> Stratum<T> {
    /// Whether all municipalities answered, so that nothing is left to estimate.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.respondents.len() >= self.frame
    }

    /// Whether the respondents are too few to stand for the others.
    const fn is_short(&self) -> bool {
        self.respondents.len() < FEWEST && !self.is_whole()
    }

    /// Weight of each respondent: `N_h / n_h`. One, to the bit, where all answered.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "municipalities stay far below 2^53")]
    pub const fn expansion(&self) -> f64 {
        self.frame as f64 / self.respondents.len() as f64
    }

    /// The part of the stratum that did not answer: the finite population correction `1 − n_h / N_h`. Zero, to the bit, where all did.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "municipalities stay far below 2^53")]
    pub const fn missing_share(&self) -> f64 {
        1.0 - self.respondents.len() as f64 / self.frame as f64
    }

    /// The size classes in short: `1+2`.
    #[must_use]
    pub fn label(&self) -> String {
        let mut label = String::new();
        for class in &self.classes {
            let separator = if label.is_empty() { "" } else { "+" };
            let _ = match class {
                Some(class) => write!(label, "{separator}{class}"),
                None => write!(label, "{separator}unknown"),
            };
        }
        label
    }

    fn join(&mut self, other: Self) {
        self.classes.extend(other.classes);
        self.classes.sort_unstable();
        self.frame += other.frame;
        self.respondents.extend(other.respondents);
    }
}

/// Joins strata until each has two respondents, or answered whole, or only one stratum is left (METHOD §3, *National estimate*).
///
/// Each time the smallest size that has fewer joins the neighbouring size with the fewest respondents; of two with as many, the
/// smaller size. So thin strata join thin ones, and one with many respondents keeps to its own size: in simulations that left half the bias.
#[must_use]
pub fn joined<T>(mut strata: Vec<Stratum<T>>) -> Vec<Stratum<T>> {
    strata.sort_by(|a, b| a.classes.cmp(&b.classes));
    while let Some(short) = strata.iter().position(Stratum::is_short) {
        let Some(neighbour) = neighbour(&strata, short) else { break };
        let taken = strata.remove(short.max(neighbour));
        if let Some(stays) = strata.get_mut(short.min(neighbour)) {
            stays.join(taken);
        }
    }
    strata
}

fn neighbour<T>(strata: &[Stratum<T>], of: usize) -> Option<usize> {
    let answered = |at: usize| strata.get(at).map(|stratum| stratum.respondents.len());
    let (smaller, larger) = (of.checked_sub(1), of + 1);
    match (smaller.and_then(answered), answered(larger)) {
        (Some(below), Some(above)) if above < below => Some(larger),
        (Some(_), _) => smaller,
        (None, Some(_)) => Some(larger),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(frame_and_answered: &[(usize, usize)]) -> Vec<(String, usize, usize)> {
        let strata = frame_and_answered.iter().zip(1..).map(|((frame, answered), class)| Stratum {
            classes: vec![Some(class)],
            frame: *frame,
            respondents: vec![(); *answered],
        });
        joined(strata.collect()).into_iter().map(|s| (s.label(), s.frame, s.respondents.len())).collect()
    }

    fn expected(rows: &[(&str, usize, usize)]) -> Vec<(String, usize, usize)> {
        rows.iter().map(|(label, frame, answered)| ((*label).to_owned(), *frame, *answered)).collect()
    }

    #[test]
    fn a_stratum_of_one_respondent_joins_the_neighbour_that_has_fewest() {
        assert_eq!(labels(&[(5, 1), (54, 6), (180, 20)]), expected(&[("1+2", 59, 7), ("3", 180, 20)]));
        assert_eq!(labels(&[(5, 3), (54, 1), (180, 20)]), expected(&[("1+2", 59, 4), ("3", 180, 20)]));
        assert_eq!(labels(&[(65, 8), (14, 1), (4, 2)]), expected(&[("1", 65, 8), ("2+3", 18, 3)]));
        assert_eq!(labels(&[(14, 3), (14, 0), (4, 3)]), expected(&[("1+2", 28, 3), ("3", 4, 3)]), "as many: the smaller");
    }

    #[test]
    fn joining_goes_on_until_each_has_two_or_one_is_left() {
        assert_eq!(labels(&[(5, 0), (6, 1), (54, 0), (180, 9)]), expected(&[("1+2+3+4", 245, 10)]));
        assert_eq!(labels(&[(65, 8), (14, 0), (14, 1), (4, 1)]), expected(&[("1", 65, 8), ("2+3+4", 32, 2)]));
        assert_eq!(labels(&[(5, 0), (6, 1)]), expected(&[("1+2", 11, 1)]));
        assert_eq!(labels(&[(5, 0), (6, 0)]), expected(&[("1+2", 11, 0)]));
    }

    #[test]
    fn one_municipality_that_is_the_whole_stratum_stays_by_itself() {
        assert_eq!(labels(&[(1, 1), (6, 3)]), expected(&[("1", 1, 1), ("2", 6, 3)]));
    }

    #[test]
    fn municipalities_of_unknown_size_are_a_stratum_too() {
        let stratum = |class, answered: usize| Stratum { classes: vec![class], frame: 9, respondents: vec![(); answered] };
        let labels: Vec<String> = joined(vec![stratum(Some(1), 3), stratum(None, 1)]).iter().map(Stratum::label).collect();
        assert_eq!(labels, ["unknown+1"]);
    }
}
