//! The header words of one layout: what a reading means under it, how close the wording is, and which word a misspelt one stands for.

use std::collections::BTreeMap;

use super::reading::{Form, Reading};
use super::words::HeaderWords;
use crate::inventory::Field;
use crate::terms::{Lookup, LookupSet};

/// What a header means under a layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    Field(Field),
    /// Known, and left unread on purpose: personal data and the like.
    NeverRead,
    /// Known to be another thing than the word that it looks like.
    Other,
    Unknown,
}

/// A meaning with how close the text is to the layout's own word: smaller is closer. First by form, then by place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Understood {
    pub meaning: Meaning,
    pub closeness: (usize, usize),
}

impl Understood {
    const UNKNOWN: Self = Self { meaning: Meaning::Unknown, closeness: (usize::MAX, 0) };
}

/// Words of one layout, each with its meaning and its place in the list; only looked up, or compared one by one.
#[derive(Debug, Default)]
pub struct Dictionary {
    exact: Lookup<String, (Meaning, usize)>,
    squashed: Lookup<String, (Meaning, usize)>,
    bags: Lookup<String, (Meaning, usize)>,
    /// Each word without spaces, as it is shown, and what it means; in order.
    spelled: Vec<(String, String, Meaning)>,
    /// The words of which the words are made.
    vocabulary: LookupSet<String>,
}

impl Dictionary {
    pub fn of(words: &BTreeMap<String, (Meaning, usize)>, known: &HeaderWords) -> Self {
        let mut dictionary = Self::default();
        for (key, given) in words {
            dictionary.exact.insert(key.clone(), *given);
            for key in [key.clone(), known.simplified(key)] {
                dictionary.vocabulary.extend(crate::terms::words(&key).map(str::to_owned));
                let form = Form::of(key);
                note(&mut dictionary.squashed, form.squashed(), *given);
                note(&mut dictionary.bags, form.bag(), *given);
            }
            dictionary.spelled.push((key.replace(' ', ""), key.clone(), given.0));
        }
        dictionary
    }

    /// What a reading means: by the closest form that is known, then by its parts.
    pub fn understand(&self, reading: &Reading) -> Understood {
        if let Some(found) = self.among(&reading.forms) {
            return found;
        }
        if let Some(found) = self.by_parts(reading) {
            return found;
        }
        if reading.people { Understood { meaning: Meaning::NeverRead, ..Understood::UNKNOWN } } else { Understood::UNKNOWN }
    }

    /// What a bare key means.
    pub fn meaning(&self, key: &str) -> Meaning {
        self.exact.get(key).map_or(Meaning::Unknown, |(meaning, _)| *meaning)
    }

    /// Whether a key holds a word that occurs in any of the header words.
    pub fn speaks(&self, key: &str) -> bool {
        crate::terms::words(key).any(|word| self.vocabulary.contains(word))
    }

    fn among(&self, forms: &[Form]) -> Option<Understood> {
        forms.iter().enumerate().find_map(|(tier, form)| {
            let exact = self.exact.get(&form.key).map(|given| (0, given));
            let alike = || self.squashed.get(form.squashed()).or_else(|| self.bags.get(form.bag())).map(|given| (1, given));
            let (distance, (meaning, rank)) = exact.or_else(alike).filter(|(_, (meaning, _))| *meaning != Meaning::Unknown)?;
            Some(Understood { meaning: *meaning, closeness: (2 * tier + distance, *rank) })
        })
    }

    /// The field of the first part, unless another part is something that is not to be read.
    fn by_parts(&self, reading: &Reading) -> Option<Understood> {
        let known: Vec<Option<Understood>> = reading.parts.iter().map(|part| self.among(part)).collect();
        let apart = known.iter().flatten().find(|part| !matches!(part.meaning, Meaning::Field(_)));
        let complete = !reading.all_parts || known.iter().all(Option::is_some);
        let first = known.first().copied().flatten().filter(|_| complete);
        first.map(|first| {
            apart.copied().unwrap_or(Understood { meaning: first.meaning, closeness: (50 + first.closeness.0, first.closeness.1) })
        })
    }

    /// The one word that a misspelt header stands for. None when two words of different meaning are equally near.
    pub fn misspelt(&self, reading: &Reading) -> Option<(&str, Meaning)> {
        reading.forms.iter().find_map(|form| self.nearly(form.squashed()))
    }

    fn nearly(&self, text: &str) -> Option<(&str, Meaning)> {
        let length = text.chars().count();
        let mut best: Option<(usize, &str, Meaning)> = None;
        let mut torn = false;
        for (spelled, shown, meaning) in &self.spelled {
            let allowed = mistakes_allowed(length.min(spelled.len()), length.max(spelled.len()));
            if spelled.len().abs_diff(length) > allowed || (allowed == 0 && !same_letters(spelled, text)) {
                continue;
            }
            let distance = strsim::osa_distance(spelled, text);
            // Two mistakes, the first letter among them, make it another word: serienummer is no versienummer.
            if distance > 1 && spelled.chars().next() != text.chars().next() {
                continue;
            }
            let nearer = best.is_none_or(|(nearest, ..)| distance < nearest);
            if distance > allowed.max(1) {
                continue;
            }
            torn = if nearer {
                false
            } else {
                torn || best.is_some_and(|(nearest, _, other)| distance == nearest && other != *meaning)
            };
            if nearer {
                best = Some((distance, shown, *meaning));
            }
        }
        best.filter(|_| !torn).map(|(_, shown, meaning)| (shown, meaning))
    }
}

/// A word that stands for two meanings in this form stands for none.
fn note(table: &mut Lookup<String, (Meaning, usize)>, key: &str, given: (Meaning, usize)) {
    if key.is_empty() {
        return;
    }
    let entry = table.entry(key.to_owned()).or_insert(given);
    if entry.0 == given.0 {
        entry.1 = entry.1.min(given.1);
    } else {
        entry.0 = Meaning::Unknown;
    }
}

/// How many letters may be wrong between words of so many letters. In six letters two may have changed places; shorter ones must be exact.
const fn mistakes_allowed(shorter: usize, longer: usize) -> usize {
    match (shorter, longer) {
        (10.., _) => 2,
        (6.., 7..) => 1,
        _ => 0,
    }
}

/// Whether a text has the letters of a word of six, in another order.
fn same_letters(word: &str, text: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    word.len() == 6 && sorted(word) == sorted(text)
}
