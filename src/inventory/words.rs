//! The words in which values are written: statuses, forms of hosting, levels, and the many ways to say nothing.

mod by_word;
mod meaning;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use serde::Deserialize;

pub(super) use self::by_word::by_word;
use self::meaning::{meaning, word_key};
use super::clean::{AmountWord, DateWord, PersonWords, Phrases};
use crate::reference::DataDir;
use crate::terms::{Distinguishing, Level, LookupSet, Status, name_key};

/// No application has a name as long as this, in characters.
const LONGEST_NAME: usize = 120;
const PATH: &str = "layouts/words/values.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    nothing: Vec<String>,
    not_known: Vec<String>,
    error: Vec<String>,
    no_date: Vec<String>,
    total: Vec<String>,
    section: Vec<String>,
    remark: Vec<String>,
    example: Vec<String>,
    own_sheet: Vec<String>,
    synthetic: Vec<String>,
    status: BTreeMap<Status, Vec<String>>,
    hosting: BTreeMap<String, Vec<String>>,
    level: BTreeMap<Level, Vec<String>>,
    distinguishing: BTreeMap<Distinguishing, Vec<String>>,
    yes: Vec<String>,
    no: Vec<String>,
    ditto: Vec<String>,
    contact_label: Vec<String>,
    person_title: Vec<String>,
    organisation_initials: Vec<String>,
    not_a_status: Vec<String>,
    status_from: Vec<String>,
    status_until: Vec<String>,
    amount: BTreeMap<AmountWord, Vec<String>>,
    date: BTreeMap<DateWord, Vec<String>>,
}

/// The word lists, keyed by comparable form.
#[derive(Debug)]
pub struct Words {
    nothing: LookupSet<String>,
    not_known: LookupSet<String>,
    error: BTreeSet<String>,
    no_date: BTreeSet<chrono::NaiveDate>,
    total: LookupSet<String>,
    section: LookupSet<String>,
    remark: Vec<String>,
    example: Vec<String>,
    own_sheet: Vec<String>,
    synthetic: Vec<String>,
    status: BTreeMap<String, Status>,
    hosting: BTreeMap<String, String>,
    level: BTreeMap<String, Level>,
    distinguishing: BTreeMap<String, Distinguishing>,
    /// The status words as they are shown in hints.
    status_shown: BTreeSet<String>,
    not_a_status: LookupSet<String>,
    yes_no: BTreeMap<String, bool>,
    ditto: LookupSet<String>,
    /// Words that announce a telephone number or an address.
    pub(super) contact_labels: LookupSet<String>,
    /// What shows that a text names a person.
    pub(super) person: PersonWords,
    /// Words before the day on which a status begins or ends, and whether it begins.
    pub(super) status_moments: Vec<(String, bool)>,
    /// Words beside amounts and counts.
    pub(super) amount: Phrases<AmountWord>,
    /// Words beside dates.
    pub(super) date: Phrases<DateWord>,
}

impl Words {
    pub(super) fn load(data: &DataDir) -> Result<Self> {
        let file: WordsFile = data.toml(PATH)?;
        let mut no_date = BTreeSet::new();
        for day in &file.no_date {
            let Some(parsed) = crate::terms::parse_date(day) else { bail!("{PATH}: '{day}' is not a date") };
            no_date.insert(parsed);
        }
        let refused = |reason: String| anyhow::anyhow!("{PATH}: {reason}");
        let moments = |words: &[String], begins: bool| words.iter().map(|word| (word.clone(), begins)).collect::<Vec<_>>();
        Ok(Self {
            ditto: file.ditto.iter().map(|word| word_key(word)).collect(),
            contact_labels: keys(&file.contact_label),
            person: PersonWords { titles: keys(&file.person_title), organisations: keys(&file.organisation_initials) },
            yes_no: by_word(PATH, word_key, BTreeMap::from([(true, file.yes), (false, file.no)]))?,
            not_a_status: file.not_a_status.iter().map(|word| word_key(word)).collect(),
            status_moments: [moments(&file.status_from, true), moments(&file.status_until, false)].concat(),
            status_shown: file.status.values().flatten().map(|word| name_key(word)).collect(),
            amount: Phrases::new(&file.amount).map_err(refused)?,
            date: Phrases::new(&file.date).map_err(refused)?,
            nothing: keys(&file.nothing),
            not_known: keys(&file.not_known),
            error: file.error.iter().map(|word| word.to_uppercase()).collect(),
            no_date,
            total: keys(&file.total),
            section: keys(&file.section),
            remark: file.remark.iter().map(|word| name_key(word)).collect(),
            example: file.example.iter().map(|word| name_key(word)).collect(),
            own_sheet: file.own_sheet.iter().map(|word| name_key(word)).collect(),
            synthetic: file.synthetic.iter().map(|word| name_key(word)).collect(),
            status: by_word(PATH, word_key, file.status)?,
            hosting: by_word(PATH, word_key, file.hosting)?,
            level: by_word(PATH, word_key, file.level)?,
            distinguishing: by_word(PATH, word_key, file.distinguishing)?,
        })
    }

    /// Whether a text says that there is nothing: `NB`, `n.v.t.`, `-`, `#N/B` typed by hand.
    #[must_use]
    pub fn is_nothing(&self, text: &str) -> bool {
        text.chars().count() <= 20 && {
            let key = name_key(text);
            if key.is_empty() { !self.is_ditto(text) && self.yes_no(text).is_none() } else { self.nothing.contains(&key) }
        }
    }

    /// Whether a text only points to the row above: `idem`, `"`. Which row that is depends on an order that may have changed.
    #[must_use]
    pub fn is_ditto(&self, text: &str) -> bool {
        text.len() <= 12 && self.ditto.contains(&word_key(text))
    }

    /// What a text answers that says only yes or no, in any form: `ja`, `x`, `✓`, `WAAR`; `nee`, `☐`, `0`.
    #[must_use]
    pub fn yes_no(&self, text: &str) -> Option<bool> {
        if text.len() > 20 { None } else { self.yes_no.get(&word_key(text)).copied() }
    }

    /// Whether a text says that something is not known: `onbekend`, `n.t.b.`, a question mark.
    #[must_use]
    pub fn is_not_known(&self, text: &str) -> bool {
        let key = name_key(text);
        if key.is_empty() { text.contains('?') } else { self.not_known.contains(&key) }
    }

    /// Whether a text is an error value that was copied as text: `#REF!`, in Dutch `#VERW!`.
    #[must_use]
    pub fn is_error(&self, text: &str) -> bool {
        text.starts_with('#') && self.error.contains(&text.trim().to_uppercase())
    }

    /// Whether a date stands for *no date*, as some registers write it.
    #[must_use]
    pub fn is_no_date(&self, date: chrono::NaiveDate) -> bool {
        self.no_date.contains(&date)
    }

    /// Whether a row that begins with this text adds up others.
    #[must_use]
    pub fn begins_total(&self, text: &str) -> bool {
        name_key(text).split(' ').next().is_some_and(|word| self.total.contains(word))
    }

    /// Whether a text that stands alone in a row is the heading of a section.
    #[must_use]
    pub fn is_section(&self, text: &str) -> bool {
        self.section.contains(&name_key(text))
    }

    /// Whether a text that stands alone in a row explains rather than names.
    #[must_use]
    pub fn is_remark(&self, text: &str) -> bool {
        let key = name_key(text);
        text.starts_with(['*', '¹', '²', '³', '⁴', '†'])
            || text.chars().count() > LONGEST_NAME
            || self.remark.iter().any(|word| key.starts_with(word.as_str()))
    }

    /// Whether the name of an application says that its row is the example of a template.
    #[must_use]
    pub fn is_example(&self, name: &str) -> bool {
        begins(&self.example, name)
    }

    /// Whether the first text of a sheet says that this program made it, beside an inventory.
    #[must_use]
    pub fn marks_own_sheet(&self, text: &str) -> bool {
        begins(&self.own_sheet, text)
    }

    /// Whether a text says that the inventory is made up.
    #[must_use]
    pub fn says_synthetic(&self, text: &str) -> bool {
        let key = name_key(text);
        self.synthetic.iter().any(|word| key.contains(word.as_str()))
    }

    #[must_use]
    pub fn status(&self, text: &str) -> Option<Status> {
        self.meaning(&self.status, text)
    }

    /// Whether a text is known to say something else about a system than whether it is in use: what is to be done with it
    /// (`Tolereren`), or how far its maker is with it (`In distributie`).
    #[must_use]
    pub fn is_not_a_status(&self, text: &str) -> bool {
        meaning(text, |key| self.not_a_status.contains(key).then_some(()), |_| None).is_some()
    }

    /// The known status word that looks most like a text, for a hint.
    #[must_use]
    pub fn nearest_status(&self, text: &str) -> Option<&str> {
        let key = name_key(text);
        let likeness = |word: &str| strsim::normalized_damerau_levenshtein(word, &key);
        let best = self.status_shown.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
        (likeness(best) >= 0.6).then_some(best.as_str())
    }

    #[must_use]
    pub fn hosting(&self, text: &str) -> Option<Box<str>> {
        self.meaning(&self.hosting, text).map(Into::into)
    }

    #[must_use]
    pub fn level(&self, text: &str) -> Option<Level> {
        self.meaning(&self.level, text)
    }

    #[must_use]
    pub fn distinguishing(&self, text: &str) -> Option<Distinguishing> {
        self.meaning(&self.distinguishing, text)
    }

    fn meaning<V: Clone + PartialEq>(&self, words: &BTreeMap<String, V>, text: &str) -> Option<V> {
        meaning(text, |key| words.get(key).cloned(), |text| self.yes_no(text))
    }
}

fn begins(words: &[String], text: &str) -> bool {
    let key = name_key(text);
    words.iter().any(|word| key.starts_with(word.as_str()))
}

fn keys(words: &[String]) -> LookupSet<String> {
    words.iter().map(|word| name_key(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_vocabularies_in_use_are_known() {
        let words = crate::inventory::Layouts::load(&DataDir::embedded()).unwrap().words;
        for (text, status) in [
            ("In productie", Some(Status::InProductie)),
            ("in_production", Some(Status::InProductie)),
            ("uitTeFaseren", Some(Status::UitTeFaseren)),
            ("Stand-by voor continuïteit", Some(Status::InProductie)),
            ("Moet verwijderd worden", Some(Status::UitTeFaseren)),
            ("Wordt getest", Some(Status::Verwerving)),
            ("In voorraad", Some(Status::Gepland)),
            ("Beëindigd", Some(Status::Uitgefaseerd)),
            ("In distributie", None),
            ("Migreren", None),
        ] {
            assert_eq!(words.status(text), status, "{text}");
            assert_eq!(words.is_not_a_status(text), status.is_none(), "{text}");
        }
        for (text, form) in [
            ("SaaS (leverancier)", Some("saas")),
            ("on prem", Some("on_premises")),
            ("Cloud/SaaS", Some("saas")),
            ("Cloud (eigen datacenter)", None),
            ("hybride", Some("hybrid")),
            ("SaaS / on-premises", None),
        ] {
            assert_eq!(words.hosting(text).as_deref(), form, "{text}");
        }
        for (text, says_nothing) in
            [("-", true), ("—", true), ("n.v.t.", true), ("✓", false), ("☐", false), ("0", false), ("p.m.", true), ("\"", false)]
        {
            assert_eq!(words.is_nothing(text), says_nothing, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_the_lookups(text in "(\\PC|[0-9.()/ -]|In productie){0,12}") {
            static WORDS: std::sync::LazyLock<Words> =
                std::sync::LazyLock::new(|| crate::inventory::Layouts::load(&DataDir::embedded()).unwrap().words);
            let _ = (WORDS.status(&text), WORDS.is_not_a_status(&text), WORDS.hosting(&text), WORDS.level(&text), WORDS.distinguishing(&text));
            proptest::prop_assert!(!(WORDS.is_nothing(&text) && WORDS.yes_no(&text).is_some()));
        }
    }
}
