//! Which file counts when a municipality sends more than one for a month.
//!
//! Files whose names differ only in a mark of version or date are versions of one submission: the newest counts.
//! Files with other names are parts of one inventory and are joined.

use crate::terms::name_key;

/// What a file's name says: of which submission it is a version, and how new that version is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// The name without marks of version and date.
    pub submission: String,
    /// Date as `yyyymmdd` (0 without), then version number (0 without), then whether it calls itself final.
    pub age: (u32, u32, bool),
}

impl Version {
    /// Reads the marks from a path under the folder of the month.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        let key = name_key(&stem.replace('_', " "));
        let words: Vec<&str> = key.split(' ').collect();
        let mut version = Self { submission: String::new(), age: (0, 0, false) };
        let mut at = 0;
        while at < words.len() {
            at += version.take(&words[at..]);
        }
        version
    }

    /// Takes one mark or one word from the front; says how many words that was.
    fn take(&mut self, words: &[&str]) -> usize {
        if let Some((date, used)) = date_of(words) {
            self.age.0 = date;
            return used;
        }
        let word = words[0];
        if let Some(number) = version_number(word) {
            self.age.1 = number;
        } else if matches!(word, "definitief" | "def" | "final") {
            self.age.2 = true;
        } else if word == "versie" && words.get(1).is_some_and(|next| next.parse::<u32>().is_ok()) {
            self.age.1 = words[1].parse().unwrap_or(0);
            return 2;
        } else if !matches!(word, "concept" | "nieuw" | "herzien" | "kopie" | "copy") {
            self.submission.push_str(word);
            self.submission.push(' ');
        }
        1
    }
}

fn version_number(word: &str) -> Option<u32> {
    word.strip_prefix('v').unwrap_or(if word.len() == 1 { word } else { "" }).parse().ok()
}

/// `2026 11 03`, `03 11 2026` or `20261103` at the front: the day as a number, and how many words it took.
fn date_of(words: &[&str]) -> Option<(u32, usize)> {
    let number = |word: &str| word.parse::<u32>().ok();
    if words[0].len() == 8 && words[0].starts_with("20") {
        return number(words[0]).map(|date| (date, 1));
    }
    let [first, second, third, ..] = words else { return None };
    if first.len() == 4 && first.starts_with("20") && second.len() <= 2 && third.len() <= 2 {
        return Some((number(first)? * 10_000 + number(second)? * 100 + number(third)?, 3));
    }
    if third.len() == 4 && third.starts_with("20") && first.len() <= 2 && second.len() <= 2 {
        return Some((number(third)? * 10_000 + number(second)? * 100 + number(first)?, 3));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_one_submission_share_a_name_and_the_newest_is_the_greatest() {
        let (first, second) = (Version::of("zuid/Zundert_v1.xlsx"), Version::of("zuid/Zundert v2 definitief.ods"));
        assert_eq!(first.submission, second.submission);
        assert!(first.age < second.age);
        assert!(Version::of("Goes 2026-11-03.csv").age < Version::of("Goes 14-11-2026.csv").age);
        assert!(Version::of("Goes (1).csv").age < Version::of("Goes (2).csv").age);
    }

    #[test]
    fn parts_of_one_inventory_do_not_look_like_versions() {
        assert_ne!(Version::of("Goes sociaal domein.xlsx").submission, Version::of("Goes ruimte.xlsx").submission);
        assert_ne!(Version::of("noord/lijst.xlsx").submission, Version::of("zuid/lijst.xlsx").submission);
    }
}
