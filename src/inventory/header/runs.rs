//! Lists of words and of runs of words, all of which are looked for in one pass over a key.

use std::borrow::Cow;

use aho_corasick::{AhoCorasick, Input, MatchKind};
use anyhow::Result;

use crate::terms::name_key;

/// Runs of whole words. With a star a run begins or ends within a word: `*mail`, `telefoon*`.
#[derive(Debug)]
pub struct Runs(AhoCorasick);

impl Runs {
    /// # Errors
    /// When the lists are too long for one automaton.
    pub fn of(list: &[String]) -> Result<Self> {
        // The spaces around words are of the pattern, so a run never stands for a part of a word.
        let pattern = |run: &String| {
            let begins = if run.starts_with('*') { "" } else { " " };
            let ends = if run.ends_with('*') { "" } else { " " };
            format!("{begins}{}{ends}", name_key(run))
        };
        let patterns = list.iter().filter(|run| !name_key(run).is_empty()).map(pattern);
        Ok(Self(AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns)?))
    }

    /// Whether any of them stands in a key.
    pub fn stand_in(&self, key: &str) -> bool {
        self.0.is_match(&framed(key))
    }

    /// A key without them. The first goes first, and of those that begin at one word the longest.
    pub fn without<'k>(&self, key: &'k str) -> Cow<'k, str> {
        let text = framed(key);
        let (mut rest, mut kept) = (0, String::new());
        // The space behind one run may be the one before the next.
        while let Some(found) = self.0.find(Input::new(&text).range(rest..)) {
            kept.push_str(&text[rest..found.start()]);
            rest = found.end() - 1;
        }
        if rest == 0 { Cow::Borrowed(key) } else { Cow::Owned((kept + &text[rest..]).trim().to_owned()) }
    }
}

/// A key with a space on both sides, so that its first and last words have one too.
fn framed(key: &str) -> String {
    format!(" {key} ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(list: &[&str]) -> Runs {
        Runs::of(&list.iter().map(|run| (*run).to_owned()).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn a_run_is_of_whole_words_unless_a_star_says_otherwise() {
        let people = runs(&["mob", "naam gebruiker", "telefoon*", "*mail", "*beheerder 1"]);
        for (key, expected) in [
            ("mob", true),
            ("mobiel", false),
            ("naam gebruiker", true),
            ("naam gebruikers", false),
            ("de naam gebruiker nu", true),
            ("telefoonlijst", true),
            ("mobieletelefoonlijst", false),
            ("hotmail", true),
            ("mailing", false),
            ("functioneelbeheerder 1", true),
            ("functioneelbeheerder 12", false),
            ("", false),
        ] {
            assert_eq!(people.stand_in(key), expected, "{key}");
        }
        assert!(!runs(&[]).stand_in("mob") && !runs(&["—"]).stand_in("mob"), "nothing stands in no key");
    }

    #[test]
    fn what_says_nothing_is_taken_out_wherever_it_stands() {
        let fillers = runs(&["van de gemeente", "in de gemeente", "in", "nu"]);
        for (key, expected) in [
            ("naam in de gemeente", "naam"),
            ("in naam nu", "naam"),
            ("nu nu", ""),
            ("naam van de gemeente in de gemeente versie", "naam versie"),
            ("inkoop", "inkoop"),
            ("", ""),
        ] {
            assert_eq!(fillers.without(key), expected, "{key}");
        }
    }
}
