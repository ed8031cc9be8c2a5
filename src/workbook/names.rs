//! Names of sheets within the limits of xlsx: at most 31 units, no `[]:*?/\`, no two alike in any case.

use std::collections::BTreeSet;

/// The most UTF-16 units in a name.
const LONGEST: usize = 31;

/// Gives each sheet a name of its own.
#[derive(Debug, Default)]
pub struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// The name itself where it fits and is free; else the nearest to it that does.
    pub fn take(&mut self, wanted: &str) -> String {
        let fitting = fitting(wanted);
        let numbered = |number: usize| {
            let ending = format!(" ({number})");
            cut(&fitting, LONGEST - ending.len()) + &ending
        };
        let mut name = fitting.clone();
        let mut number = 1;
        while !self.taken.insert(name.to_lowercase()) {
            number += 1;
            name = numbered(number);
        }
        name
    }
}

fn fitting(wanted: &str) -> String {
    let allowed = |c: char| if c.is_control() || "[]:*?/\\".contains(c) { '_' } else { c };
    let name: String = wanted.chars().map(allowed).collect();
    let name = cut(name.trim().trim_matches('\''), LONGEST);
    let name = name.trim_matches('\'').trim();
    // A spreadsheet keeps this name for itself.
    match name.to_lowercase().as_str() {
        "" => "_".to_owned(),
        "history" => format!("{name}_"),
        _ => name.to_owned(),
    }
}

/// At most so many UTF-16 units of a text.
pub fn cut(text: &str, units: usize) -> String {
    let mut left = units;
    text.chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= left;
            left = left.saturating_sub(c.len_utf16());
            fits
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_and_differ() {
        let mut names = Names::default();
        for (wanted, given) in [
            ("Meldingen", "Meldingen"),
            ("MELDINGEN", "MELDINGEN (2)"),
            ("a/b: [c]?", "a_b_ _c__"),
            ("'tussen'", "tussen"),
            ("", "_"),
            ("History", "History_"),
            ("Applicaties van de gemeente Baarle-Nassau", "Applicaties van de gemeente Baa"),
            ("Applicaties van de gemeente Baarle-Hertog", "Applicaties van de gemeente (2)"),
            ("🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛", "🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛"),
        ] {
            assert_eq!(names.take(wanted), given);
        }
    }
}
