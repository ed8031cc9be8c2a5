//! Whose inventory a sheet or file is, when its rows do not say: from the sheet's name, a title row, the file's name or folder.

use std::sync::Arc;

use crate::reference::{Municipalities, Resolution};
use crate::sources::Row;
use crate::terms::{Month, name_key};

/// Names have at most this many words (`Bergen op Zoom`, `Nuenen c.a.`).
const LONGEST_NAME: usize = 6;

/// The municipality that a sheet is about, if exactly one is named.
pub fn of_sheet(municipalities: &Municipalities, month: Month, sheet: &str, titles: &[Row], file: &str) -> Option<Arc<str>> {
    let whole = |text: &str| found(municipalities.resolve(text, month));
    let title = || titles.iter().flat_map(|row| &row.cells).filter_map(|(_, value)| value.text()).find_map(|text| after_word(municipalities, month, text));
    whole(sheet).or_else(|| after_word(municipalities, month, sheet)).or_else(title).or_else(|| of_path(municipalities, month, file))
}

fn found(resolution: Resolution) -> Option<Arc<str>> {
    match resolution {
        Resolution::Found(code) | Resolution::Followed { to: code, .. } => Some(code),
        _ => None,
    }
}

/// The municipality named right behind the word *gemeente* in running text.
fn after_word(municipalities: &Municipalities, month: Month, text: &str) -> Option<Arc<str>> {
    let key = name_key(text);
    let words: Vec<&str> = key.split(' ').collect();
    let at = words.iter().position(|word| matches!(*word, "gemeente" | "gem" | "municipality"))?;
    longest(municipalities, month, &words[at + 1..], true)
}

/// The one municipality named in a path; the name of the file before that of its folders.
fn of_path(municipalities: &Municipalities, month: Month, path: &str) -> Option<Arc<str>> {
    path.rsplit('/').find_map(|part| {
        let stem = part.rsplit_once('.').map_or(part, |(stem, _)| stem);
        let key = name_key(&stem.replace('_', " "));
        after_word(municipalities, month, &key).or_else(|| longest(municipalities, month, &key.split(' ').collect::<Vec<_>>(), false))
    })
}

/// The longest run of words that names a municipality; none when equally long runs name different ones.
fn longest(municipalities: &Municipalities, month: Month, words: &[&str], at_start: bool) -> Option<Arc<str>> {
    for length in (1..=LONGEST_NAME.min(words.len())).rev() {
        let runs = words.windows(length).take(if at_start { 1 } else { usize::MAX });
        let mut codes: Vec<Arc<str>> =
            runs.filter(|run| can_name(run)).filter_map(|run| found(municipalities.resolve(&run.join(" "), month))).collect();
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

/// Digits alone are a date or a version, not a code.
fn can_name(run: &[&str]) -> bool {
    run.iter().any(|word| word.chars().any(char::is_alphabetic))
}
