//! What a file's name says: of which submission it is a version, how new that version is, and whether it is a part or the whole.
//!
//! Files whose names differ only in a mark of version or date are versions of one submission. Which of several counts is for
//! `assemble`.

mod date;
mod marks;

pub use marks::Marks;

use crate::terms::name_key;

/// How much of an inventory a file or sheet says that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Extent {
    /// A department's list, a supplement: it never takes the place of the rest.
    Part,
    #[default]
    Unsaid,
    /// Everything: it takes the place of all earlier submissions.
    Whole,
}

/// What a file's name says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// The name without marks of version and date.
    pub submission: String,
    /// Date as `yyyymmdd` (0 without), then version number (0 without), then whether it calls itself final.
    pub age: (u32, u32, bool),
    pub extent: Extent,
}

impl Version {
    /// Reads the marks from a path under the folder of the month.
    #[must_use]
    pub fn of(path: &str, marks: &Marks) -> Self {
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem).replace('_', " ");
        let key = name_key(&stem);
        let words: Vec<&str> = key.split(' ').collect();
        let extent = marks.extent(stem.rsplit('/').next().unwrap_or_default());
        let mut version = Self { submission: String::new(), age: (0, 0, false), extent };
        let mut at = 0;
        while at < words.len() {
            let numbered = at > 0 && marks.is_numbered(words[at - 1]);
            at += if numbered { version.keep(words[at]) } else { version.take(&words[at..], marks) };
        }
        version
    }

    /// Takes one mark or one word from the front; says how many words that was.
    fn take(&mut self, words: &[&str], marks: &Marks) -> usize {
        if let Some((date, used)) = date::of(words, marks) {
            self.age.0 = date;
            return used;
        }
        let word = words[0];
        if let Some(number) = version_number(word) {
            self.age.1 = number;
        } else if marks.is_final(word) {
            self.age.2 = true;
        } else if word == "versie" && words.get(1).is_some_and(|next| next.parse::<u32>().is_ok()) {
            self.age.1 = words[1].parse().unwrap_or(0);
            return 2;
        } else if !marks.is_version(word) {
            return self.keep(word);
        }
        1
    }

    fn keep(&mut self, word: &str) -> usize {
        self.submission.push_str(word);
        self.submission.push(' ');
        1
    }
}

fn version_number(word: &str) -> Option<u32> {
    word.strip_prefix('v').unwrap_or(if word.len() == 1 { word } else { "" }).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str) -> Version {
        let layouts = crate::inventory::Layouts::load(&crate::reference::DataDir::embedded()).unwrap();
        Version::of(path, &layouts.marks)
    }

    #[test]
    fn versions_of_one_submission_share_a_name_and_the_newest_is_the_greatest() {
        let (first, second) = (of("zuid/Zundert_v1.xlsx"), of("zuid/Zundert v2 definitief.ods"));
        assert_eq!(first.submission, second.submission);
        for (older, newer) in [
            ("zuid/Zundert_v1.xlsx", "zuid/Zundert v2 definitief.ods"),
            ("Goes 2026-11-03.csv", "Goes 14-11-2026.csv"),
            ("Goes (1).csv", "Goes (2).csv"),
            ("Goes 2026-10.csv", "Goes november 2026.csv"),
            ("Goes_202610.csv", "Goes 11-2026.csv"),
            ("Goes 2025.csv", "Goes 3 feb 2026.csv"),
            ("Goes concept.csv", "Goes Q3 2026.csv"),
        ] {
            let (older, newer) = (of(older), of(newer));
            assert_eq!(older.submission, newer.submission);
            assert!(older.age < newer.age, "{older:?} {newer:?}");
        }
    }

    #[test]
    fn parts_of_one_inventory_do_not_look_like_versions() {
        for (one, other) in [
            ("Goes sociaal domein.xlsx", "Goes ruimte.xlsx"),
            ("noord/lijst.xlsx", "zuid/lijst.xlsx"),
            ("Goes deel 1.xlsx", "Goes deel 2.xlsx"),
        ] {
            assert_ne!(of(one).submission, of(other).submission);
        }
    }

    #[test]
    fn a_name_says_whether_it_is_a_part_or_the_whole() {
        for (name, extent) in [
            ("Sociaal/Goes.xlsx", Extent::Unsaid),
            ("Goes sociaal domein 2026-11.xlsx", Extent::Part),
            ("Goes_aanvulling.csv", Extent::Part),
            ("Goes volledig, deel sociaal.xlsx", Extent::Part),
            ("Goes volledige lijst.xlsx", Extent::Whole),
        ] {
            assert_eq!(of(name).extent, extent, "{name}");
        }
    }
}
