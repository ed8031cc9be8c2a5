//! The forms in which one id is written: `APP-1234`, `App-1234`, `1234.0`, `1234`.

use std::collections::BTreeSet;

use super::identity::{Mention, whole};

/// What the ids of one municipality have in common.
pub struct OwnIds {
    /// The letters before the number, when all ids with letters and a number have the same.
    prefix: Option<String>,
}

impl OwnIds {
    pub fn of(mentions: &[Mention<'_>]) -> Self {
        let ids = mentions.iter().filter_map(|mention| mention.id);
        let prefixes: BTreeSet<String> =
            ids.filter_map(parts).map(|(prefix, _)| prefix).filter(|prefix| !prefix.is_empty()).collect();
        let prefix = if prefixes.len() == 1 { prefixes.into_iter().next() } else { None };
        Self { prefix }
    }

    /// The comparable form of an id. A bare number is one with the prefix of all the others.
    pub fn key(&self, id: &str) -> String {
        match parts(id) {
            Some((prefix, number)) if prefix.is_empty() => format!("{} {number}", self.prefix.as_deref().unwrap_or_default()),
            Some((prefix, number)) => format!("{prefix} {number}"),
            None => whole(id).to_uppercase(),
        }
    }
}

/// Letters and number of an id such as `APP-0012`; none when it is made otherwise.
fn parts(id: &str) -> Option<(String, String)> {
    let id = whole(id);
    let at = id.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = (id.get(..at)?, id.get(at..)?);
    let prefix = letters.trim_end_matches(['-', '_', ' ', '.', ':']);
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    let bare = number.trim_start_matches('0');
    (is_number && prefix.chars().all(char::is_alphabetic)).then(|| (prefix.to_uppercase(), bare.to_owned()))
}
