//! The form in which names are compared: lower case, without accents, punctuation and repeated spaces.
//!
//! Only for comparing. What a person typed is always kept beside it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a text in comparable form, separated by one space: `Súdwest-Fryslân` gives `sudwest fryslan`.
#[must_use]
pub fn name_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    if text.is_ascii() {
        text.bytes().for_each(|byte| push(&mut key, char::from(byte), byte.is_ascii_alphanumeric()));
    } else {
        let bare = text.nfkd().filter(|c| !is_combining_mark(*c));
        bare.flat_map(char::to_lowercase).for_each(|c| push(&mut key, c, c.is_alphanumeric()));
    }
    if key.ends_with(' ') {
        key.pop();
    }
    key
}

fn push(key: &mut String, c: char, is_of_a_word: bool) {
    if is_of_a_word {
        key.push(c.to_ascii_lowercase());
    } else if c != '\'' && c != '’' && !key.is_empty() && !key.ends_with(' ') {
        key.push(' ');
    }
}

/// The words of a text that is already a key.
pub fn words(key: &str) -> impl Iterator<Item = &str> {
    key.split(' ').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_compare_without_accents_case_and_punctuation() {
        for (text, key) in [
            ("Súdwest-Fryslân", "sudwest fryslan"),
            ("  Key2Burgerzaken ", "key2burgerzaken"),
            ("'s-Gravenhage", "s gravenhage"),
            ("Bergen (NH.)", "bergen nh"),
            ("Suite4\u{a0}Sociaal\nDomein", "suite4 sociaal domein"),
            ("ﬁnanciën", "financien"),
            ("—", ""),
        ] {
            assert_eq!(name_key(text), key);
            assert_eq!(name_key(key), key, "a key is its own key");
        }
    }
}
