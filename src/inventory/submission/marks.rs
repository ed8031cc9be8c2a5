//! The words in names of files and sheets that tell versions, parts and wholes apart: data in `data/layouts/words/submissions.toml`.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use serde::Deserialize;

use super::Extent;
use crate::reference::DataDir;
use crate::terms::name_key;

const PATH: &str = "layouts/words/submissions.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MarksFile {
    r#final: Vec<String>,
    version: Vec<String>,
    numbered: Vec<String>,
    part: Vec<String>,
    whole: Vec<String>,
    months: Vec<Vec<String>>,
}

/// The words, in comparable form.
#[derive(Debug)]
pub struct Marks {
    last: BTreeSet<String>,
    version: BTreeSet<String>,
    numbered: BTreeSet<String>,
    part: BTreeSet<String>,
    whole: BTreeSet<String>,
    months: BTreeMap<String, u32>,
}

impl Marks {
    /// Reads the list.
    ///
    /// # Errors
    /// When it can't be read, a word says both part and whole, or there are not twelve months.
    pub fn load(data: &DataDir) -> Result<Self> {
        let file: MarksFile = data.toml(PATH)?;
        let keys = |words: &[String]| words.iter().map(|word| name_key(word)).collect::<BTreeSet<_>>();
        let (part, whole) = (keys(&file.part), keys(&file.whole));
        if let Some(word) = part.intersection(&whole).next() {
            bail!("{PATH}: '{word}' can't say both part and whole");
        }
        if file.months.len() != 12 {
            bail!("{PATH}: a year has twelve months, here are {}", file.months.len());
        }
        let months = file.months.iter().zip(1..).flat_map(|(names, number)| names.iter().map(move |name| (name_key(name), number)));
        Ok(Self {
            last: keys(&file.r#final),
            version: keys(&file.version),
            numbered: keys(&file.numbered),
            months: months.collect(),
            part,
            whole,
        })
    }

    pub(super) fn is_final(&self, word: &str) -> bool {
        self.last.contains(word)
    }

    pub(super) fn is_version(&self, word: &str) -> bool {
        self.version.contains(word)
    }

    pub(super) fn is_numbered(&self, word: &str) -> bool {
        self.numbered.contains(word)
    }

    pub(super) fn month(&self, word: &str) -> Option<u32> {
        self.months.get(word).copied()
    }

    /// What a name says about how much it holds. A part of the whole is a part.
    #[must_use]
    pub fn extent(&self, name: &str) -> Extent {
        let key = format!(" {} ", name_key(&name.replace('_', " ")));
        let says = |words: &BTreeSet<String>| words.iter().any(|word| key.contains(&format!(" {word} ")));
        match (says(&self.part), says(&self.whole)) {
            (true, _) => Extent::Part,
            (_, true) => Extent::Whole,
            _ => Extent::Unsaid,
        }
    }
}
