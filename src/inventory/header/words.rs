//! The words around the words: what may stand in a header beside a layout's own words without changing what it means.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Deserialize;

use super::cuts::Cuts;
use super::runs::Runs;
use crate::reference::DataDir;
use crate::terms::{Lookup, LookupSet, name_key, words};

const PATH: &str = "layouts/words/headers.toml";

/// Marks between a header word and what explains it.
const BEFORE_EXPLANATION: [&str; 9] = [": ", " - ", " – ", " — ", ", ", "; ", "? ", ". ", "\n"];
const STROKES: [&str; 2] = ["/", "|"];
const AND: [&str; 4] = [" en ", " & ", " + ", " and "];

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

/// The lists of `layouts/words/headers.toml`, in comparable form. Every cell at the top of every sheet is held against them.
#[derive(Debug)]
pub struct HeaderWords {
    filler: LookupSet<String>,
    filler_phrase: Runs,
    subject: LookupSet<String>,
    neutral: LookupSet<String>,
    other_thing: Runs,
    other_alone: LookupSet<String>,
    /// Words of headers over people: whole words and runs of them, and beginnings and ends of words.
    people: Runs,
    thousands: Runs,
    abbreviation: Lookup<String, String>,
    pub(super) before_explanation: Cuts,
    pub(super) strokes: Cuts,
    pub(super) and: Cuts,
}

impl HeaderWords {
    pub(in super::super) fn load(data: &DataDir) -> Result<Self> {
        let file: HeaderWordsFile = data.toml(PATH)?;
        Ok(Self {
            filler: keys(&file.filler),
            filler_phrase: Runs::of(&file.filler_phrase)?,
            subject: keys(&file.subject),
            neutral: keys(&file.neutral),
            other_thing: Runs::of(&file.other_thing)?,
            other_alone: keys(&file.other_alone),
            people: Runs::of(&file.people)?,
            thousands: Runs::of(&file.thousands)?,
            abbreviation: file.abbreviation.iter().map(|(short, word)| (name_key(short), name_key(word))).collect(),
            before_explanation: Cuts::at(&BEFORE_EXPLANATION)?,
            strokes: Cuts::at(&STROKES)?,
            and: Cuts::at(&AND)?,
        })
    }

    /// A key in full words, without those that say nothing.
    pub fn simplified(&self, key: &str) -> String {
        let full: Vec<&str> = words(key).map(|word| self.abbreviation.get(word).map_or(word, String::as_str)).collect();
        let full = full.join(" ");
        let said = self.filler_phrase.without(&full);
        words(&said).filter(|word| !self.filler.contains(*word)).collect::<Vec<_>>().join(" ")
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
        let other = self.other_alone.contains(&self.simplified(addition)) || self.other_thing.stand_in(addition);
        !other && !self.names_people(addition)
    }

    /// Whether what stands behind a header word explains it. One or two words may name another thing, so those must be known.
    pub fn explains(&self, behind: &str) -> bool {
        let simple = self.simplified(behind);
        let neutral = |key: &str| self.neutral.contains(key);
        let is_known = simple.is_empty() || neutral(behind) || neutral(&simple) || self.says_thousands(behind);
        is_known || (words(behind).count() > 2 && self.is_harmless(behind))
    }

    /// Whether a text says that amounts are in thousands; how they are read is for `clean`.
    fn says_thousands(&self, key: &str) -> bool {
        self.thousands.stand_in(key)
    }
}

fn keys(list: &[String]) -> LookupSet<String> {
    list.iter().map(|word| name_key(word)).collect()
}
