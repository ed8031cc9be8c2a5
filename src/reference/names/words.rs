//! The words that stand in names without being the name: environments, versions, legal forms; and the names without them.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::super::DataDir;
use super::super::table::Complaints;
use crate::terms::{legible, name_key};

const PATH: &str = "reference/name_words.toml";

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    environment: Vec<String>,
    version: Vec<String>,
    part: Vec<String>,
    legal_form: Vec<String>,
    general: Vec<String>,
    aside: Vec<String>,
    component: Vec<String>,
    linking: Vec<String>,
}

/// The word lists, in comparable form.
#[derive(Debug, Clone, Default)]
pub struct NameWords {
    environment: BTreeSet<String>,
    version: BTreeSet<String>,
    part: BTreeSet<String>,
    legal_form: BTreeSet<String>,
    general: BTreeSet<String>,
    aside: Vec<String>,
    component: BTreeSet<String>,
    linking: BTreeSet<String>,
}

impl NameWords {
    pub(in crate::reference) fn read(data: &DataDir, complaints: &mut Complaints) -> Self {
        let read = data.text(PATH).and_then(|text| Ok(toml::from_str::<WordsFile>(text)?));
        let file = read.map_err(|error| complaints.file(PATH, format!("{error:#}"))).unwrap_or_default();
        Self {
            environment: keys(&file.environment),
            version: keys(&file.version),
            part: keys(&file.part),
            legal_form: keys(&file.legal_form),
            general: keys(&file.general),
            aside: file.aside.iter().map(|word| format!(" {} ", name_key(word))).collect(),
            component: keys(&file.component),
            linking: keys(&file.linking),
        }
    }

    /// Whether a word behind the name of a listed product tells only which of it: a version, an environment, an edition.
    pub(super) fn is_aside_of_product(&self, word: &str) -> bool {
        let digits = word.strip_prefix('v').unwrap_or(word);
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number || [&self.environment, &self.version, &self.part].into_iter().any(|words| words.contains(word))
    }

    pub(in crate::reference) fn is_component_word(&self, word: &str) -> bool {
        self.component.contains(word)
    }

    /// Whether two forms differ only in what links the parts of a Dutch compound: `leerlingbeheer`, `leerlingenbeheer`.
    pub(in crate::reference) fn differ_in_linking(&self, one: &str, other: &str) -> bool {
        let start = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        let (Some(one), Some(other)) = (one.get(start..), other.get(start..)) else { return false };
        let end = one.bytes().rev().zip(other.bytes().rev()).take_while(|(a, b)| a == b).count();
        let links = |rest: &str| rest.get(..rest.len() - end).is_some_and(|link| link.is_empty() || self.linking.contains(link));
        start >= 5 && links(one) && links(other)
    }

    /// The comparable form of an organisation's name, without its legal form.
    #[must_use]
    pub fn organisation_key(&self, name: &str) -> String {
        let key = name_key(&legible(name).replace('.', "").replace('&', " en "));
        let mut kept: Vec<&str> = key.split(' ').collect();
        while kept.len() > 1 {
            let last = kept[kept.len() - 1];
            let apart = kept.len() > 2 && self.legal_form.contains(&format!("{}{last}", kept[kept.len() - 2])) && last.len() == 1;
            if apart {
                kept.truncate(kept.len() - 2);
            } else if self.legal_form.contains(last) {
                kept.pop();
            } else {
                break;
            }
        }
        kept.join(" ")
    }

    /// The same name with fewer and fewer general words behind it (*Nederland*, *Software*) and no legal form before it.
    pub(super) fn shorter_keys(&self, key: &str) -> Vec<String> {
        let mut words: Vec<&str> = key.split(' ').collect();
        let mut shorter = Vec::new();
        if words.len() > 1 && words[0].len() == 2 && self.legal_form.contains(words[0]) {
            words.remove(0);
            shorter.push(words.join(" "));
        }
        while words.len() > 1 && words.last().is_some_and(|last| self.general.contains(*last) || self.legal_form.contains(*last)) {
            words.pop();
            shorter.push(words.join(" "));
        }
        shorter
    }

    /// Whether a name consists of general words alone, so that it is nobody's.
    pub(super) fn says_nobody(&self, key: &str) -> bool {
        key.split(' ').all(|word| self.general.contains(word) || self.legal_form.contains(word))
    }

    /// A vendor's name without what is said beside it: *(via …)*, *voorheen …*.
    pub(super) fn without_aside(&self, key: &str) -> Option<String> {
        let padded = format!("{key} ");
        let at = self.aside.iter().filter_map(|word| padded.find(word.as_str())).min()?;
        padded.get(..at).filter(|head| !head.is_empty()).map(str::to_owned)
    }

    /// A vendor's name as typed, without its legal form.
    pub(super) fn without_legal_form(&self, name: &str) -> Box<str> {
        let mut words: Vec<&str> = name.split_whitespace().collect();
        while words.len() > 1 && words.last().is_some_and(|last| self.legal_form.contains(&name_key(&last.replace('.', "")))) {
            words.pop();
        }
        words.join(" ").trim_end_matches([',', ' ']).into()
    }

    /// A product's name as typed, without version and environment, and if so wanted without a year behind it.
    pub(super) fn without_version(&self, name: &str, without_year: bool) -> Box<str> {
        let mut kept: Vec<&str> = Vec::new();
        let mut after_version_word = false;
        for word in name.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let is_version_word = bare.len() > 1 && self.version.contains(&name_key(bare));
            let is_number = after_version_word && bare.starts_with(|c: char| c.is_ascii_digit());
            if !(is_version_word || is_number || is_version(bare)) {
                kept.push(word);
            }
            after_version_word = is_version_word;
        }
        while kept.len() > 1
            && kept.last().is_some_and(|word| self.is_environment(word) || without_year && is_year(&name_key(word)))
        {
            kept.pop();
        }
        if kept.iter().any(|word| word.chars().any(char::is_alphanumeric)) { kept.join(" ").into() } else { name.into() }
    }

    fn is_environment(&self, word: &str) -> bool {
        let key = name_key(word);
        key.is_empty() || self.environment.contains(&key)
    }
}

/// A year in which software is released.
fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `11.2`, `v3`, `V4.0.1`; not `365` and not `2Secure`.
fn is_version(word: &str) -> bool {
    let digits = word.strip_prefix(['v', 'V']).unwrap_or(word);
    let numeric = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    numeric && digits.starts_with(|c: char| c.is_ascii_digit()) && (digits.len() < word.len() || digits.contains('.'))
}

fn keys(words: &[String]) -> BTreeSet<String> {
    words.iter().map(|word| name_key(word)).collect()
}
