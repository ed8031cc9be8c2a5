//! Marks at which the text of a header is cut, all of which are looked for in one pass.

use aho_corasick::AhoCorasick;
use anyhow::Result;

/// Some marks, such as a stroke or a colon with a space behind it.
#[derive(Debug)]
pub struct Cuts(AhoCorasick);

impl Cuts {
    /// # Errors
    /// When there are too many marks for one automaton.
    pub fn at(marks: &[&str]) -> Result<Self> {
        Ok(Self(AhoCorasick::new(marks)?))
    }

    /// What stands before the first mark, and what behind it.
    pub fn first<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let found = self.0.find(text)?;
        Some((&text[..found.start()], &text[found.end()..]))
    }

    /// What stands around all marks; the whole text when there is none.
    pub fn all<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, behind)) = self.first(rest) {
            parts.push(before);
            rest = behind;
        }
        parts.push(rest);
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_the_first_mark_or_at_all() {
        let cuts = Cuts::at(&[" en ", "/"]).unwrap();
        assert_eq!(cuts.first("a en b/c"), Some(("a", "b/c")));
        assert_eq!(cuts.all("a en b/c"), ["a", "b", "c"]);
        assert_eq!((cuts.first("aen b"), cuts.all("aen b")), (None, vec!["aen b"]));
        assert_eq!(cuts.all("/"), ["", ""]);
    }
}
