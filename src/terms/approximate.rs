//! Names found again with one or two letters wrong: only long ones, and only when no other name could be meant.

use std::collections::{BTreeMap, BTreeSet};

/// How many letters of a name a block is made of: of two halves of a long name, one wrong letter leaves one whole.
const BLOCK: usize = 4;

/// From which length of the shorter name one wrong letter is borne, and from which two.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    pub one_from: usize,
    pub two_from: usize,
}

/// Names in comparable form without spaces, each with what it stands for.
#[derive(Debug, Clone)]
pub struct Approximate<V> {
    names: Vec<(String, V)>,
    blocks: BTreeMap<String, Vec<usize>>,
    allowance: Allowance,
}

impl<V: Clone + Ord> Approximate<V> {
    #[must_use]
    pub fn new(names: impl IntoIterator<Item = (String, V)>, allowance: Allowance) -> Self {
        let names: Vec<(String, V)> = names.into_iter().filter(|(name, _)| name.chars().count() >= BLOCK).collect();
        let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, (name, _)) in names.iter().enumerate() {
            for block in ends(name) {
                blocks.entry(block).or_default().push(at);
            }
        }
        Self { names, blocks, allowance }
    }

    /// What the one name stands for that a key is near enough to. Digits and the first letter must be right.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<V> {
        if key.chars().count() + 1 < self.allowance.one_from {
            return None;
        }
        let candidates: BTreeSet<usize> = ends(key).iter().filter_map(|block| self.blocks.get(block)).flatten().copied().collect();
        let near = candidates.into_iter().map(|at| &self.names[at]).filter(|(name, _)| self.is_near(key, name));
        let meant: BTreeSet<&V> = near.map(|(_, value)| value).collect();
        if meant.len() == 1 { meant.into_iter().next().cloned() } else { None }
    }

    fn is_near(&self, key: &str, name: &str) -> bool {
        let shorter = key.chars().count().min(name.chars().count());
        let borne = if shorter >= self.allowance.two_from { 2 } else { usize::from(shorter >= self.allowance.one_from) };
        let same_start = key.chars().next() == name.chars().next();
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let as_long = key.chars().count().abs_diff(name.chars().count()) <= borne;
        borne > 0 && same_start && as_long && digits(key) == digits(name) && strsim::osa_distance(key, name) <= borne
    }
}

/// The first letters, and the last ones marked as such.
fn ends(name: &str) -> [String; 2] {
    let first: String = name.chars().take(BLOCK).collect();
    let last: String = std::iter::once('~').chain(name.chars().rev().take(BLOCK)).collect();
    [first, last]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_found_with_a_letter_wrong_and_a_doubtful_one_is_not() {
        let names = ["burgerzaken", "bodembeheer", "parkeerbeheer", "tijdregistraties", "tijdregistrators", "key2belasting"];
        let known = Approximate::new(names.map(|name| (name.to_owned(), name.to_owned())), Allowance { one_from: 8, two_from: 14 });
        for (key, meant) in [
            ("burgerzaken", Some("burgerzaken")),
            ("burgezaken", Some("burgerzaken")),
            ("burgerzakne", Some("burgerzaken")),
            ("urgerzaken", None),
            ("bomenbeheer", None),
            ("parkeerbeheeer", Some("parkeerbeheer")),
            ("tijdregistratos", None),
            ("key3belasting", None),
            ("zaken", None),
            ("", None),
        ] {
            assert_eq!(known.find(key).as_deref(), meant, "{key}");
        }
    }
}
