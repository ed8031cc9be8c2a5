//! Lists of words turned around, from *value: its words* to *word: its value*. Not for reading the files that they stand in.

use std::collections::BTreeMap;
use std::fmt::Debug;

use anyhow::{Result, bail};

/// The value of each word, by the form in which words compare.
///
/// # Errors
/// When a word means two values.
pub fn by_word<V: Ord + Clone + Debug>(
    path: &str,
    key: fn(&str) -> String,
    lists: BTreeMap<V, Vec<String>>,
) -> Result<BTreeMap<String, V>> {
    let mut by_word = BTreeMap::new();
    for (value, words) in lists {
        for word in words {
            if let Some(other) = by_word.insert(key(&word), value.clone()).filter(|other| *other != value) {
                bail!("{path}: '{word}' means both {value:?} and {other:?}");
            }
        }
    }
    Ok(by_word)
}
