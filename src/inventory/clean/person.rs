//! Whether a text where an organisation is expected names a person: by a title, or by initials before a surname.
//!
//! A first name with a surname can't be told from the name of a firm, and is not looked for.

use crate::terms::{LookupSet, name_key};

/// More words than this are a sentence.
const MOST_WORDS: usize = 5;

/// Words that show a person, and the initials that are an organisation's: `G.R. De Bevelanden`.
#[derive(Debug, Clone, Default)]
pub struct PersonWords {
    pub titles: LookupSet<String>,
    pub organisations: LookupSet<String>,
}

/// `mevr. Oorbeeld`, `V. Oorbeeld`, `V.O. van der Beeld`.
#[must_use]
pub fn is_person(text: &str, words: &PersonWords) -> bool {
    let text = text.trim();
    let key = name_key(text);
    if text.split_whitespace().count() > MOST_WORDS || key.is_empty() {
        return false;
    }
    let titled = words.titles.iter().any(|title| key.strip_prefix(title.as_str()).is_some_and(|rest| rest.starts_with(' ')));
    titled || has_initials(text, &words.organisations)
}

fn has_initials(text: &str, organisations: &LookupSet<String>) -> bool {
    let (initials, surname) = after_initials(text);
    let surname: Vec<&str> = surname.split_whitespace().collect();
    let is_name = |word: &&str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'');
        letters && word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
    };
    let is_particle = |word: &&str| word.chars().all(|c| c.is_lowercase() || c == '\'');
    let [particles @ .., last] = surname.as_slice() else { return false };
    !initials.is_empty() && !organisations.contains(&initials) && is_name(last) && particles.iter().all(is_particle)
}

/// The initials in lower case, and what stands behind them: `V.O. Beeld` gives `vo` and `Beeld`.
fn after_initials(text: &str) -> (String, &str) {
    let mut initials = String::new();
    let mut rest = text;
    loop {
        let mut letters = rest.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), Some('.')) if letter.is_uppercase() => {
                initials.extend(letter.to_lowercase());
                rest = letters.as_str().trim_start();
            }
            _ => return (initials, rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_known_by_title_or_initials() {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let words = PersonWords { titles: list(&["dhr", "mevr", "de heer"]), organisations: list(&["gr", "bv"]) };
        for text in
            ["dhr. Oorbeeld", "mevr V. Oorbeeld", "De heer Oorbeeld", "V. Oorbeeld", "V.O. van der Beeld", "V. O. Beeld-Oor"]
        {
            assert!(is_person(text, &words), "{text}");
        }
        for text in [
            "G.R. Bevelanden",
            "Team ICT",
            "V. Oorbeeld B.V.",
            "A.B. 12",
            "Mevrijden BV",
            "dhr",
            "Gemeente Goes",
            "",
            "I.T.",
            "V.O. ICT",
        ] {
            assert!(!is_person(text, &words), "{text}");
        }
    }
}
