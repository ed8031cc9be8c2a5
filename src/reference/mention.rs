//! Municipalities named inside longer text: titles, file names, the name of a contract party.

use std::sync::Arc;

use super::Municipalities;
use crate::terms::{Month, name_key};

/// Names have at most this many words (`Bergen op Zoom`, `Nuenen, Gerwen en Nederwetten`).
const LONGEST_NAME: usize = 4;

/// Words behind which a municipality's name may stand.
const INTRODUCTIONS: [&str; 4] = ["gemeente", "gem", "municipality", "centrumgemeente"];

impl Municipalities {
    /// The municipality that a text calls by that word: `Applicatielijst gemeente Goes 2026`.
    #[must_use]
    pub fn named_as_such(&self, text: &str, month: Month) -> Option<Arc<str>> {
        let key = name_key(text);
        let words: Vec<&str> = key.split(' ').collect();
        let at = words.iter().position(|word| INTRODUCTIONS.contains(word))?;
        let behind = words[at + 1..].strip_prefix(&["of"]).unwrap_or(&words[at + 1..]);
        self.longest(behind, month, true)
    }

    /// The one municipality whose name stands anywhere in a text: the longest run of words that is a name. None when equally
    /// long runs name different ones.
    #[must_use]
    pub fn named_anywhere(&self, text: &str, month: Month) -> Option<Arc<str>> {
        let key = name_key(text);
        self.longest(&key.split(' ').collect::<Vec<_>>(), month, false)
    }

    fn longest(&self, words: &[&str], month: Month, at_start: bool) -> Option<Arc<str>> {
        for length in (1..=LONGEST_NAME.min(words.len())).rev() {
            let runs = words.windows(length).take(if at_start { 1 } else { usize::MAX });
            let mut codes: Vec<Arc<str>> =
                runs.filter(|run| can_name(run)).filter_map(|run| self.find(&run.join(" "), month)).collect();
            codes.sort();
            codes.dedup();
            match codes.as_slice() {
                [] => {}
                [code] => return Some(code.clone()),
                _ => return None,
            }
        }
        None
    }
}

/// Digits alone are a date or a version, not a code.
fn can_name(run: &[&str]) -> bool {
    run.iter().any(|word| word.chars().any(char::is_alphabetic))
}
