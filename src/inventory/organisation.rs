//! Tells an organisation from a person, for columns that may hold either: what is not known to be an organisation is not read.

use std::collections::BTreeSet;

use anyhow::Result;
use serde::Deserialize;

use crate::reference::{DataDir, Reference};
use crate::terms::{Month, name_key, words};

const PATH: &str = "layouts/words/organisations.toml";
/// A single word of at least so many characters, two of them capitals, is the name of an organisation: `RvIG`.
const SHORTEST_ACRONYM: usize = 4;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganisationFile {
    word: Vec<String>,
    ending: Vec<String>,
    legal_form: Vec<String>,
    may_hold_people: Vec<String>,
}

/// The lists of `layouts/words/organisations.toml`, in comparable form.
#[derive(Debug)]
pub struct OrganisationWords {
    words: BTreeSet<String>,
    endings: Vec<String>,
    legal_forms: Vec<String>,
    /// Headers of fields for organisations under which people are found.
    may_hold_people: BTreeSet<String>,
}

impl OrganisationWords {
    pub(super) fn load(data: &DataDir) -> Result<Self> {
        let file: OrganisationFile = data.toml(PATH)?;
        let keys = |list: &[String]| list.iter().map(|word| name_key(word)).collect::<Vec<_>>();
        Ok(Self {
            words: keys(&file.word).into_iter().collect(),
            endings: keys(&file.ending),
            legal_forms: keys(&file.legal_form),
            may_hold_people: keys(&file.may_hold_people).into_iter().collect(),
        })
    }

    /// Whether people are found under this header, by its key.
    #[must_use]
    pub fn may_hold_people(&self, header: &str) -> bool {
        self.may_hold_people.contains(header)
    }

    /// Whether a text is known to be an organisation: by a word, as a municipality or partnership, or as an acronym.
    #[must_use]
    pub fn is_organisation(&self, text: &str, month: Month, reference: &Reference) -> bool {
        let key = name_key(text);
        if looks_like_contact(text) {
            return false;
        }
        let has_legal_form = !text.contains(',') && self.legal_forms.iter().any(|form| key.ends_with(&format!(" {form}")));
        has_legal_form
            || self.has_word(&key)
            || reference.municipalities.find(text, month).is_some()
            || !reference.partnerships.named_in(text).is_empty()
            || reference.partnerships.has_short_name(text)
            || is_acronym(text.trim())
    }

    fn has_word(&self, key: &str) -> bool {
        self.words.contains(key)
            || words(key).any(|word| self.words.contains(word) || self.endings.iter().any(|ending| word.ends_with(ending.as_str())))
    }
}

/// An e-mail address or a telephone number.
fn looks_like_contact(text: &str) -> bool {
    text.contains('@') || text.bytes().filter(u8::is_ascii_digit).count() >= 6
}

/// Three capitals or more and nothing else, or a longer word with two capitals in it.
fn is_acronym(text: &str) -> bool {
    let letters = text.chars().count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    !text.contains([' ', '.', ',']) && ((letters >= 3 && capitals == letters) || (letters >= SHORTEST_ACRONYM && capitals >= 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_no_organisation() {
        let data = DataDir::embedded();
        let (words, reference) = (OrganisationWords::load(&data).unwrap(), Reference::load(&data).unwrap());
        for (text, expected) in [
            ("gemeente Goes", true),
            ("Goes", true),
            ("Werkorganisatie BUCH", true),
            ("afdeling ICT", true),
            ("RID", true),
            ("RvIG", true),
            ("Noorderlicht B.V.", true),
            ("Omgevingsdienst van hier", true),
            ("Oorbeeld", false),
            ("Victor Oorbeeld", false),
            ("V. Oorbeeld", false),
            ("Oorbeeld, V. van der", false),
            ("Oorbeeld, B.V.", false),
            ("V.O.", false),
            ("VO", false),
            ("v.oorbeeld@goes.example", false),
            ("afdeling ICT, 0113-000000", false),
            ("", false),
        ] {
            assert_eq!(words.is_organisation(text, Month::EXAMPLE, &reference), expected, "{text}");
        }
    }
}
