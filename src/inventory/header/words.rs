//! The words around the words: what may stand in a header beside a layout's own words without changing what it means.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::reference::DataDir;
use crate::terms::{name_key, words};

const PATH: &str = "layouts/words/headers.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeaderWordsFile {
    filler: Vec<String>,
    filler_phrase: Vec<String>,
    subject: Vec<String>,
    neutral: Vec<String>,
    other_thing: Vec<String>,
    other_alone: Vec<String>,
    people: Vec<String>,
    thousands: Vec<String>,
    abbreviation: BTreeMap<String, String>,
}

/// The lists of `layouts/words/headers.toml`, in comparable form.
#[derive(Debug)]
pub struct HeaderWords {
    filler: BTreeSet<String>,
    filler_phrase: Vec<String>,
    subject: BTreeSet<String>,
    neutral: BTreeSet<String>,
    other_thing: Vec<String>,
    other_alone: BTreeSet<String>,
    people: People,
    thousands: Vec<String>,
    abbreviation: BTreeMap<String, String>,
}

/// Words of headers over people: whole words and runs of them, and beginnings and ends of words.
#[derive(Debug)]
struct People {
    runs: Vec<String>,
    beginnings: Vec<String>,
    endings: Vec<String>,
}

impl HeaderWords {
    pub(in super::super) fn load(data: &DataDir) -> Result<Self> {
        let file: HeaderWordsFile = toml::from_str(data.text(PATH)?).with_context(|| format!("in {PATH}"))?;
        let mut filler_phrase = keys(&file.filler_phrase);
        filler_phrase.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        Ok(Self {
            filler: keys(&file.filler).into_iter().collect(),
            filler_phrase,
            subject: keys(&file.subject).into_iter().collect(),
            neutral: keys(&file.neutral).into_iter().collect(),
            other_thing: keys(&file.other_thing),
            other_alone: keys(&file.other_alone).into_iter().collect(),
            people: People::of(&file.people),
            thousands: keys(&file.thousands),
            abbreviation: file.abbreviation.iter().map(|(short, word)| (name_key(short), name_key(word))).collect(),
        })
    }

    /// A key in full words, without those that say nothing.
    pub fn simplified(&self, key: &str) -> String {
        let full: Vec<&str> = words(key).map(|word| self.abbreviation.get(word).map_or(word, String::as_str)).collect();
        let mut text = format!(" {} ", full.join(" "));
        for phrase in &self.filler_phrase {
            text = text.replace(&format!(" {phrase} "), " ");
        }
        words(&text).filter(|word| !self.filler.contains(*word)).collect::<Vec<_>>().join(" ")
    }

    /// A key without the word for what the list is about, when other words are left.
    pub fn without_subject(&self, key: &str) -> Option<String> {
        let rest: Vec<&str> = words(key).filter(|word| !self.subject.contains(*word)).collect();
        (!rest.is_empty() && rest.len() < words(key).count()).then(|| rest.join(" "))
    }

    /// Whether a header is over people, how to reach them, or notes.
    pub fn names_people(&self, key: &str) -> bool {
        self.people.stand_in(key)
    }

    /// Whether an addition in brackets leaves the word before it what it is.
    pub fn is_harmless(&self, addition: &str) -> bool {
        let other =
            self.other_alone.contains(&self.simplified(addition)) || self.other_thing.iter().any(|run| has_run(addition, run));
        !other && !self.names_people(addition)
    }

    /// Whether what stands behind a header word explains it. One or two words may name another thing, so those must be known.
    pub fn explains(&self, behind: &str) -> bool {
        let simple = self.simplified(behind);
        let is_known =
            simple.is_empty() || self.neutral.contains(behind) || self.neutral.contains(&simple) || self.says_thousands(behind);
        is_known || (words(behind).count() > 2 && self.is_harmless(behind))
    }

    /// Whether a text says that amounts are in thousands; how they are read is for `clean`.
    fn says_thousands(&self, key: &str) -> bool {
        self.thousands.iter().any(|run| has_run(key, run))
    }
}

impl People {
    fn of(list: &[String]) -> Self {
        let mut people = Self { runs: Vec::new(), beginnings: Vec::new(), endings: Vec::new() };
        for word in list {
            match (word.strip_prefix('*'), word.strip_suffix('*')) {
                (Some(ending), _) => people.endings.push(name_key(ending)),
                (_, Some(beginning)) => people.beginnings.push(name_key(beginning)),
                _ => people.runs.push(name_key(word)),
            }
        }
        people
    }

    fn stand_in(&self, key: &str) -> bool {
        self.runs.iter().any(|run| has_run(key, run))
            || self.endings.iter().any(|ending| key.match_indices(ending.as_str()).any(|(at, _)| ends(&key[at + ending.len()..])))
            || self.beginnings.iter().any(|beginning| from_each_word(key).any(|rest| rest.starts_with(beginning.as_str())))
    }
}

/// Whether words stand in a key, next to each other and whole.
fn has_run(key: &str, run: &str) -> bool {
    !run.is_empty() && from_each_word(key).any(|rest| rest.strip_prefix(run).is_some_and(ends))
}

/// The key from each of its words on. Every cell at the top of every sheet is looked at, so nothing is copied.
fn from_each_word(key: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(key), |rest| rest.split_once(' ').map(|(_, behind)| behind))
}

/// Whether a word ends where this begins.
fn ends(behind: &str) -> bool {
    behind.is_empty() || behind.starts_with(' ')
}

fn keys(list: &[String]) -> Vec<String> {
    list.iter().map(|word| name_key(word)).collect()
}
