//! Conditions in the vocabulary that an auditor can read.

use serde::Deserialize;

use super::evidence::{Evidence, EvidenceField};
use super::names::NameKind;
use super::word_lists::{WordLists, Words, beginning, whole};
use crate::terms::name_key;

/// What a condition asks of one of its fields. Words are in comparable form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    Is(Vec<String>),
    HasWord(Vec<String>),
    StartsWith(Vec<String>),
    /// One of the words of these named lists stands in it.
    HasWordOf(Vec<String>, Words),
    IsEmpty(bool),
    /// Something is named with a question mark behind it.
    InDoubt(bool),
    Names(NameKind),
}

impl Test {
    /// The name as it is written in rules.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Is(_) => "is",
            Self::HasWord(_) => "has_word",
            Self::StartsWith(_) => "starts_with",
            Self::HasWordOf(names, _) => {
                if names.is_empty() {
                    "has_word"
                } else {
                    "has_word_of"
                }
            }
            Self::IsEmpty(_) => "is_empty",
            Self::InDoubt(_) => "in_doubt",
            Self::Names(_) => "names",
        }
    }

    /// What it asks for: words, names of lists, a kind of name, yes or no.
    #[must_use]
    pub fn asks_for(&self) -> Vec<String> {
        match self {
            Self::Is(words) | Self::HasWord(words) | Self::StartsWith(words) => words.clone(),
            Self::HasWordOf(names, words) if names.is_empty() => words.written(),
            Self::HasWordOf(names, _) => names.clone(),
            Self::IsEmpty(yes) | Self::InDoubt(yes) => vec![yes.to_string()],
            Self::Names(kind) => vec![kind.as_str().to_owned()],
        }
    }
}

/// A test on one or more fields; one of them is enough.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Condition {
    pub fields: Vec<EvidenceField>,
    pub test: Test,
}

/// A condition as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenCondition {
    field: Option<EvidenceField>,
    #[serde(default)]
    fields: Vec<EvidenceField>,
    is: Option<Vec<String>>,
    has_word: Option<Vec<String>>,
    starts_with: Option<Vec<String>>,
    has_word_of: Option<Vec<String>>,
    is_empty: Option<bool>,
    in_doubt: Option<bool>,
    names: Option<NameKind>,
}

impl WrittenCondition {
    /// Checks that it says one thing about at least one field.
    pub fn read(self, lists: &WordLists) -> Result<Condition, String> {
        let mut fields = self.fields;
        fields.extend(self.field);
        if fields.is_empty() {
            return Err("a condition names no field".to_owned());
        }
        let tests: Vec<Test> = [
            self.is.map(|words| comparable(&words).map(Test::Is)),
            self.has_word.map(|words| has_word(&words)),
            self.starts_with.map(|words| comparable(&words).map(Test::StartsWith)),
            self.has_word_of.map(|names| lists.of(&names).map(|words| Test::HasWordOf(names, words))),
            self.is_empty.map(|empty| Ok(Test::IsEmpty(empty))),
            self.in_doubt.map(|doubt| Ok(Test::InDoubt(doubt))),
            self.names.map(|kind| Ok(Test::Names(kind))),
        ]
        .into_iter()
        .flatten()
        .collect::<Result<_, String>>()?;
        match <[Test; 1]>::try_from(tests) {
            Ok([Test::Names(_)]) if fields.iter().any(|field| !EvidenceField::NAMING.contains(field)) => {
                Err("'names' can be asked of vendor, hosting, hosting_party, contract_party, steered_by, operator, partnership and registered_by"
                    .to_owned())
            }
            Ok([test]) => Ok(Condition { fields, test }),
            Err(tests) => Err(format!("a condition has one test, this one has {}", tests.len())),
        }
    }
}

/// Words as they are, or with an asterisk where a word is open.
fn has_word(words: &[String]) -> Result<Test, String> {
    let open = words.iter().any(|word| word.starts_with('*') || word.ends_with('*'));
    if open { Words::read(words).map(|words| Test::HasWordOf(Vec::new(), words)) } else { comparable(words).map(Test::HasWord) }
}

fn comparable(words: &[String]) -> Result<Vec<String>, String> {
    let keys: Vec<String> = words.iter().map(|word| name_key(word)).collect();
    match words.iter().zip(&keys).find(|(_, key)| key.is_empty()) {
        Some((word, _)) => Err(format!("'{word}' has no letter or digit")),
        None if keys.is_empty() => Err("a condition lists no word".to_owned()),
        None => Ok(keys),
    }
}

/// Where a condition holds: the field, what stands there, and the word or name that was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub field: EvidenceField,
    pub text: Option<String>,
    pub found: Option<String>,
}

impl Condition {
    /// The first field for which the test holds. Plain and slow: the index gives the same answers fast, and a test compares them.
    #[must_use]
    pub fn holds(&self, evidence: &Evidence<'_>) -> Option<EvidenceField> {
        self.fields.iter().copied().find(|field| match &self.test {
            Test::InDoubt(doubt) => evidence.is_in_doubt(*field) == *doubt,
            Test::IsEmpty(empty) => evidence.text(*field).is_none() == *empty,
            Test::Names(kind) => evidence.named(*field).is_some_and(|names| names.holds(*kind)),
            _ => self.word_in(&evidence.comparable(*field)).is_some(),
        })
    }

    /// The same, with what was found there.
    #[must_use]
    pub fn held(&self, evidence: &Evidence<'_>) -> Option<Held> {
        let field = self.holds(evidence)?;
        let found = match &self.test {
            Test::InDoubt(_) | Test::IsEmpty(_) => None,
            Test::Names(kind) => evidence.named(field).and_then(|names| names.name_of(*kind)),
            _ => self.word_in(&evidence.comparable(field)),
        };
        Some(Held { field, text: evidence.text(field).map(str::to_owned), found })
    }

    /// The first of its words that stands in a text in comparable form; an open one with its asterisk.
    fn word_in(&self, key: &str) -> Option<String> {
        match &self.test {
            Test::Is(words) => words.iter().find(|word| *word == key).cloned(),
            Test::HasWord(words) => whole(words, key),
            Test::StartsWith(words) => beginning(words, key),
            Test::HasWordOf(_, words) => words.found(key),
            Test::InDoubt(_) | Test::IsEmpty(_) | Test::Names(_) => None,
        }
    }
}
