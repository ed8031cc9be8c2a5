//! The words in which values are written: statuses, forms of hosting, levels, and the many ways to say nothing.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::reference::DataDir;
use crate::terms::{Distinguishing, Level, Status, name_key};

/// No application has a name as long as this, in characters.
const LONGEST_NAME: usize = 120;
const PATH: &str = "layouts/words/values.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    nothing: Vec<String>,
    not_known: Vec<String>,
    error: Vec<String>,
    no_date: Vec<String>,
    total: Vec<String>,
    section: Vec<String>,
    remark: Vec<String>,
    synthetic: Vec<String>,
    environment: Vec<String>,
    legal_form: Vec<String>,
    status: BTreeMap<Status, Vec<String>>,
    hosting: BTreeMap<String, Vec<String>>,
    level: BTreeMap<Level, Vec<String>>,
    distinguishing: BTreeMap<Distinguishing, Vec<String>>,
}

/// The word lists, keyed by comparable form.
#[derive(Debug)]
pub struct Words {
    nothing: BTreeSet<String>,
    not_known: BTreeSet<String>,
    error: BTreeSet<String>,
    no_date: BTreeSet<chrono::NaiveDate>,
    total: BTreeSet<String>,
    section: BTreeSet<String>,
    remark: Vec<String>,
    synthetic: Vec<String>,
    environment: BTreeSet<String>,
    legal_form: BTreeSet<String>,
    status: BTreeMap<String, Status>,
    hosting: BTreeMap<String, String>,
    level: BTreeMap<String, Level>,
    distinguishing: BTreeMap<String, Distinguishing>,
}

impl Words {
    pub(super) fn load(data: &DataDir) -> Result<Self> {
        let file: WordsFile = toml::from_str(data.text(PATH)?).with_context(|| format!("in {PATH}"))?;
        let mut no_date = BTreeSet::new();
        for day in &file.no_date {
            let Some(parsed) = crate::terms::parse_date(day) else { bail!("{PATH}: '{day}' is not a date") };
            no_date.insert(parsed);
        }
        Ok(Self {
            nothing: keys(&file.nothing),
            not_known: keys(&file.not_known),
            error: file.error.iter().map(|word| word.to_uppercase()).collect(),
            no_date,
            total: keys(&file.total),
            section: keys(&file.section),
            remark: file.remark.iter().map(|word| name_key(word)).collect(),
            synthetic: file.synthetic.iter().map(|word| name_key(word)).collect(),
            environment: keys(&file.environment),
            legal_form: keys(&file.legal_form),
            status: by_word(file.status)?,
            hosting: by_word(file.hosting)?,
            level: by_word(file.level)?,
            distinguishing: by_word(file.distinguishing)?,
        })
    }

    /// Whether a text says that there is nothing: `NB`, `n.v.t.`, `-`, `#N/B` typed by hand.
    #[must_use]
    pub fn is_nothing(&self, text: &str) -> bool {
        text.chars().count() <= 20 && (self.nothing.contains(&name_key(text)) || !text.chars().any(char::is_alphanumeric))
    }

    /// Whether a text says that something is not known: `onbekend`, `n.t.b.`, a question mark.
    #[must_use]
    pub fn is_not_known(&self, text: &str) -> bool {
        let key = name_key(text);
        if key.is_empty() { text.contains('?') } else { self.not_known.contains(&key) }
    }

    /// Whether a text is an error value that was copied as text: `#REF!`, in Dutch `#VERW!`.
    #[must_use]
    pub fn is_error(&self, text: &str) -> bool {
        text.starts_with('#') && self.error.contains(&text.trim().to_uppercase())
    }

    /// Whether a date stands for *no date*, as some registers write it.
    #[must_use]
    pub fn is_no_date(&self, date: chrono::NaiveDate) -> bool {
        self.no_date.contains(&date)
    }

    /// Whether a row that begins with this text adds up others.
    #[must_use]
    pub fn begins_total(&self, text: &str) -> bool {
        name_key(text).split(' ').next().is_some_and(|word| self.total.contains(word))
    }

    /// Whether a text that stands alone in a row is the heading of a section.
    #[must_use]
    pub fn is_section(&self, text: &str) -> bool {
        self.section.contains(&name_key(text))
    }

    /// Whether a text that stands alone in a row explains rather than names.
    #[must_use]
    pub fn is_remark(&self, text: &str) -> bool {
        let key = name_key(text);
        text.starts_with('*')
            || text.chars().count() > LONGEST_NAME
            || self.remark.iter().any(|word| key.starts_with(word.as_str()))
    }

    /// Whether a text says that the inventory is made up.
    #[must_use]
    pub fn says_synthetic(&self, text: &str) -> bool {
        let key = name_key(text);
        self.synthetic.iter().any(|word| key.contains(word.as_str()))
    }

    pub(super) fn is_environment(&self, word: &str) -> bool {
        self.environment.contains(word)
    }

    pub(super) fn is_legal_form(&self, word: &str) -> bool {
        self.legal_form.contains(word)
    }

    #[must_use]
    pub fn status(&self, text: &str) -> Option<Status> {
        self.status.get(&name_key(text)).copied()
    }

    /// The known status word that looks most like a text, for a hint.
    #[must_use]
    pub fn nearest_status(&self, text: &str) -> Option<&str> {
        let key = name_key(text);
        let likeness = |word: &str| strsim::normalized_damerau_levenshtein(word, &key);
        let best = self.status.keys().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
        (likeness(best) >= 0.6).then_some(best.as_str())
    }

    #[must_use]
    pub fn hosting(&self, text: &str) -> Option<&str> {
        self.hosting.get(&name_key(text)).map(String::as_str)
    }

    #[must_use]
    pub fn level(&self, text: &str) -> Option<Level> {
        self.level.get(&name_key(text)).copied()
    }

    #[must_use]
    pub fn distinguishing(&self, text: &str) -> Option<Distinguishing> {
        self.distinguishing.get(&name_key(text)).copied()
    }
}

fn keys(words: &[String]) -> BTreeSet<String> {
    words.iter().map(|word| name_key(word)).collect()
}

/// Turns *value: its words* around; a word that means two values is an error.
fn by_word<V: Ord + Clone + std::fmt::Debug + DeserializeOwned>(lists: BTreeMap<V, Vec<String>>) -> Result<BTreeMap<String, V>> {
    let mut by_word = BTreeMap::new();
    for (value, words) in lists {
        for word in words {
            if let Some(other) = by_word.insert(name_key(&word), value.clone()).filter(|other| *other != value) {
                bail!("{PATH}: '{word}' means both {value:?} and {other:?}");
            }
        }
    }
    Ok(by_word)
}
