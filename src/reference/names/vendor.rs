//! Vendors, and which one a text means: by one of its names whatever the legal form, never by a name that could be another's.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::super::DataDir;
use super::super::table::{Complaints, Row, Table};
use super::words::NameWords;
use crate::terms::{Allowance, Approximate, Lookup, legible, name_key};

/// A wrong letter is borne in names of this length. Shorter ones are other firms too often.
const ALLOWANCE: Allowance = Allowance { one_from: 12, two_from: usize::MAX };

/// What is left of a name without its general words must have this many letters to say who it is.
const LEAST_OF_SHORTER: usize = 4;

/// The canonical names of vendors by all that they are called.
#[derive(Debug, Clone, Default)]
pub struct Vendors {
    names: BTreeSet<String>,
    by_key: Lookup<String, String>,
    /// By what is left without general words, where that is one vendor's.
    by_shorter: BTreeMap<String, Option<String>>,
    approximate: Option<Approximate<String>>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum NameKind {
    Name,
    Spelling,
    LegalForm,
    Abbreviation,
    FormerName,
    Brand,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VendorRow {
    vendor: String,
    alias: String,
    kind: NameKind,
    since: String,
    until: String,
    source: String,
}

impl Vendors {
    pub(super) fn read(data: &DataDir, words: &NameWords, complaints: &mut Complaints) -> Self {
        let mut table = Table::new("reference/vendors.csv", complaints);
        let rows = table.rows::<VendorRow>(data);
        table.unique(&rows, |row| squashed(&words.organisation_key(&row.alias)));
        let names = rows.iter().filter(|row| row.value.kind == NameKind::Name).map(|row| row.value.vendor.clone()).collect();
        let mut vendors = Self { names, ..Self::default() };
        let key = |row: &VendorRow| (squashed(&words.organisation_key(&row.alias)), row.vendor.clone());
        let keys: Vec<(String, String)> = rows.iter().map(|row| key(&row.value)).collect();
        for Row { line, value: row } in rows {
            table.validity(line, &row.since, &row.until);
            table.filled(line, "source", &row.source);
            if row.kind == NameKind::Name && row.vendor != row.alias {
                table.complain(line, format!("the row of kind name says '{}', not '{}'", row.alias, row.vendor));
            }
            if !vendors.names.contains(&row.vendor) {
                table.complain(line, format!("'{}' has no row of kind name", row.vendor));
            }
            vendors.add(&words.organisation_key(&row.alias), &row.vendor, words);
        }
        vendors.approximate = Some(Approximate::new(keys, ALLOWANCE));
        vendors
    }

    fn add(&mut self, key: &str, vendor: &str, words: &NameWords) {
        self.by_key.insert(squashed(key), vendor.to_owned());
        for shorter in words.shorter_keys(key) {
            let entry = self.by_shorter.entry(squashed(&shorter)).or_insert_with(|| Some(vendor.to_owned()));
            if entry.as_deref() != Some(vendor) {
                *entry = None;
            }
        }
    }

    /// The canonical name of the vendor that a text means.
    #[must_use]
    pub fn find(&self, text: &str, words: &NameWords) -> Option<&str> {
        let text = legible(text);
        let key = words.organisation_key(&text);
        if words.says_nobody(&key) {
            return None;
        }
        self.of_key(&key, words).or_else(|| {
            let head = text.split_once('(').map(|(head, _)| words.organisation_key(head));
            let heads = head.into_iter().chain(words.without_aside(&key));
            heads.filter(|head| !head.is_empty()).find_map(|head| self.of_key(&head, words))
        })
    }

    fn of_key(&self, key: &str, words: &NameWords) -> Option<&str> {
        let whole = squashed(key);
        let shorter = || words.shorter_keys(key).into_iter().find_map(|key| self.of_shorter(&squashed(&key)));
        self.by_key.get(&whole).map(String::as_str).or_else(|| self.of_shorter(&whole)).or_else(shorter).or_else(|| {
            let near = self.approximate.as_ref()?.find(&whole)?;
            self.names.get(&near).map(String::as_str)
        })
    }

    fn of_shorter(&self, key: &str) -> Option<&str> {
        let listed = self.by_key.get(key).map(String::as_str);
        listed.or_else(|| self.by_shorter.get(key)?.as_deref().filter(|_| key.chars().count() >= LEAST_OF_SHORTER))
    }

    /// The vendor of exactly these words of a longer name.
    pub(super) fn of_words(&self, words: &[String]) -> Option<&str> {
        self.by_key.get(&words.concat()).map(String::as_str)
    }

    #[must_use]
    pub fn contains(&self, vendor: &str) -> bool {
        self.names.contains(vendor)
    }

    /// How many vendors there are, and how many names they go by.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (self.names.len(), self.by_key.len())
    }
}

/// A comparable form without its spaces.
fn squashed(key: &str) -> String {
    name_key(key).replace(' ', "")
}
