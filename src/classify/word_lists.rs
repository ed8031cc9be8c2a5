//! Named lists of words that several rules share: `data/rules/words.toml`. The format is in `docs/rules.md`.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::reference::DataDir;
use crate::terms::name_key;

/// Where the lists stand, beside the rules.
pub const PATH: &str = "rules/words.toml";

/// Words in comparable form: whole words or phrases, beginnings of words, endings of words.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    pub whole: Vec<String>,
    pub beginnings: Vec<String>,
    pub endings: Vec<String>,
}

/// All lists, by name.
#[derive(Debug, Clone, Default)]
pub struct WordLists {
    lists: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenList {
    because: String,
    source: String,
    words: Vec<String>,
}

impl WordLists {
    /// Reads the lists; a book without the file has none.
    ///
    /// # Errors
    /// When a list lacks its ground or its words, or a word has no letter or digit.
    pub fn load(data: &DataDir) -> Result<Self> {
        let Ok(text) = data.text(PATH) else { return Ok(Self::default()) };
        let written: BTreeMap<String, WrittenList> = toml::from_str(text).with_context(|| format!("in {PATH}"))?;
        let mut lists = BTreeMap::new();
        for (name, list) in written {
            if list.because.trim().is_empty() || list.source.trim().is_empty() || list.words.is_empty() {
                bail!("{PATH}: list '{name}' needs because, source and words");
            }
            let words = Words::read(&list.words).map_err(|lack| anyhow::anyhow!("{PATH}: list '{name}': {lack}"))?;
            lists.insert(name, words);
        }
        Ok(Self { lists })
    }

    /// The words of several lists together.
    ///
    /// # Errors
    /// Names a list that does not exist.
    pub fn of(&self, names: &[String]) -> Result<Words, String> {
        let mut all = Words::default();
        for name in names {
            let Some(words) = self.lists.get(name) else { return Err(format!("there is no list '{name}' in {PATH}")) };
            all.whole.extend(words.whole.iter().cloned());
            all.beginnings.extend(words.beginnings.iter().cloned());
            all.endings.extend(words.endings.iter().cloned());
        }
        Ok(all)
    }

    /// The names of all lists, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(String::as_str)
    }
}

impl Words {
    /// `parkeer*` is a beginning, `*visie` an ending, anything else whole words.
    ///
    /// # Errors
    /// Says which word has no letter or digit, or is open at both ends.
    pub fn read(written: &[String]) -> Result<Self, String> {
        let mut words = Self::default();
        for word in written {
            let key = name_key(word);
            if key.is_empty() {
                return Err(format!("'{word}' has no letter or digit"));
            }
            match (word.starts_with('*'), word.ends_with('*')) {
                (true, true) => return Err(format!("'{word}' is open at both ends")),
                (true, false) if key.contains(' ') => return Err(format!("'{word}': an ending is one word")),
                (true, false) => words.endings.push(key),
                (false, true) => words.beginnings.push(key),
                (false, false) => words.whole.push(key),
            }
        }
        Ok(words)
    }

    /// The words as they are written in rules, in comparable form.
    #[must_use]
    pub fn written(&self) -> Vec<String> {
        let (beginnings, endings) =
            (self.beginnings.iter().map(|word| format!("{word}*")), self.endings.iter().map(|word| format!("*{word}")));
        self.whole.iter().cloned().chain(beginnings).chain(endings).collect()
    }

    /// The first of the words that stands in a text in comparable form; an open one with its asterisk.
    #[must_use]
    pub fn found(&self, key: &str) -> Option<String> {
        let ends = |ending: &&String| crate::terms::words(key).any(|word| is_ending(word, ending));
        let ending = || self.endings.iter().find(ends).map(|ending| format!("*{ending}"));
        whole(&self.whole, key).or_else(|| beginning(&self.beginnings, key)).or_else(ending)
    }
}

/// The first of these words or phrases that stands in a text in comparable form.
#[must_use]
pub fn whole(words: &[String], key: &str) -> Option<String> {
    let text = format!(" {key} ");
    words.iter().find(|word| text.contains(&format!(" {word} "))).cloned()
}

/// The first of these beginnings of words that stands in a text in comparable form, with an asterisk.
#[must_use]
pub fn beginning(words: &[String], key: &str) -> Option<String> {
    let text = format!(" {key}");
    words.iter().find(|word| text.contains(&format!(" {word}"))).map(|word| format!("{word}*"))
}

/// Whether a word ends so; an ending is not the word by itself (`beleid` is no `*beleid`).
#[must_use]
pub fn is_ending(word: &str, ending: &str) -> bool {
    word.len() > ending.len() && word.ends_with(ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_asterisk_opens_a_word_at_that_end() {
        let words = Words::read(&["parkeer*".into(), "*visie".into(), "city marketing".into()]).unwrap();
        for (text, stands) in [
            ("parkeerapp", true),
            ("woonvisie 2030", true),
            ("visie", false),
            ("site voor city marketing", true),
            ("betaald geparkeerd", false),
            ("visiestuk", false),
            ("city", false),
        ] {
            assert_eq!(words.found(text).is_some(), stands, "{text}");
        }
        assert!(Words::read(&["*".into()]).is_err());
        assert!(Words::read(&["*beleid*".into()]).is_err());
    }
}
