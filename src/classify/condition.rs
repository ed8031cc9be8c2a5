//! Conditions in the vocabulary that an auditor can read.

use serde::Deserialize;

use super::evidence::{Evidence, EvidenceField};
use super::names::NameKind;
use super::word_lists::{WordLists, Words};
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

impl Condition {
    /// The first field for which the test holds. Plain and slow: the index gives the same answers fast, and a test compares them.
    #[must_use]
    pub fn holds(&self, evidence: &Evidence<'_>) -> Option<EvidenceField> {
        self.fields.iter().copied().find(|field| match &self.test {
            Test::Is(words) => words.contains(&evidence.comparable(*field)),
            Test::HasWord(words) => {
                let text = format!(" {} ", evidence.comparable(*field));
                words.iter().any(|word| text.contains(&format!(" {word} ")))
            }
            Test::StartsWith(words) => {
                let text = format!(" {}", evidence.comparable(*field));
                words.iter().any(|word| text.contains(&format!(" {word}")))
            }
            Test::HasWordOf(_, words) => words.stand_in(&evidence.comparable(*field)),
            Test::InDoubt(doubt) => evidence.is_in_doubt(*field) == *doubt,
            Test::IsEmpty(empty) => evidence.text(*field).is_none() == *empty,
            Test::Names(kind) => evidence.named(*field).is_some_and(|names| names.holds(*kind)),
        })
    }
}
