//! Which rows of one municipality are one system: by the inventory's own id, or without one by product and vendor (METHOD §1).
//!
//! Every decision rests on sets and counts, so the order of rows and files changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::own_id::OwnIds;
use crate::inventory::Record;
use crate::terms::name_key;

/// A record with a number for the sheet that it stands on.
#[derive(Debug, Clone, Copy)]
pub struct Mention<'a> {
    pub sheet: usize,
    /// The inventory's own id, when it says anything.
    pub id: Option<&'a str>,
    pub record: &'a Record,
}

/// An own id that stands for different products on different sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The first of its mentions, by position.
    pub mention: usize,
    pub id: String,
    pub products: BTreeSet<String>,
}

/// The identities of mentions, in their order; also the published ids of their systems.
#[derive(Debug, Default)]
pub struct Identified {
    pub ids: Vec<String>,
    pub clashes: Vec<Clash>,
}

/// Identifies all records of one municipality together.
#[must_use]
pub fn identify(mentions: &[Mention<'_>]) -> Identified {
    let own = OwnIds::of(mentions);
    let mut by_id: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut without_id: Vec<usize> = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        match mention.id {
            Some(id) => by_id.entry(own.key(id)).or_default().push(at),
            None => without_id.push(at),
        }
    }
    let mut identified = Identified { ids: vec![String::new(); mentions.len()], clashes: Vec::new() };
    for group in by_id.values() {
        identified.take_own_id(mentions, group);
    }
    for (key, group) in by_product(mentions, &without_id) {
        identified.take_product(mentions, key.vendor.is_empty(), &group);
    }
    identified
}

/// Product and vendor in comparable form. No vendor is the empty one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    product: &'a str,
    vendor: &'a str,
}

impl<'a> Key<'a> {
    fn of(record: &'a Record) -> Self {
        Self { product: &record.named.product_key, vendor: &record.named.vendor_key }
    }
}

/// Rows by product and vendor. Rows without a vendor belong to the only one that the product has here, if there is only one.
fn by_product<'a>(mentions: &[Mention<'a>], rows: &[usize]) -> BTreeMap<Key<'a>, Vec<usize>> {
    let only = only_vendors(rows.iter().map(|at| mentions[*at].record));
    let mut groups: BTreeMap<Key<'a>, Vec<usize>> = BTreeMap::new();
    for at in rows {
        let key = Key::of(mentions[*at].record);
        let known = || only.get(key.product).or_else(|| only.get(without_year(key.product)?)).copied().flatten();
        let joined = if key.vendor.is_empty() { known() } else { None };
        groups.entry(joined.unwrap_or(key)).or_default().push(*at);
    }
    groups
}

/// A product without the year of its release.
fn without_year(product: &str) -> Option<&str> {
    let (name, year) = product.split_at_checked(product.len().checked_sub(4)?)?;
    let is_year = ["19", "20"].iter().any(|century| year.starts_with(century)) && year.bytes().all(|byte| byte.is_ascii_digit());
    (is_year && !name.is_empty()).then_some(name)
}

/// What a row without a vendor belongs to, by its product; none where two vendors have it. A vendor's name may stand before the product's.
fn only_vendors<'a>(records: impl Iterator<Item = &'a Record>) -> BTreeMap<String, Option<Key<'a>>> {
    let known: BTreeSet<(Key<'a>, &str)> = records
        .filter_map(|record| Some((Key::of(record), record.named.vendor.as_deref()?)))
        .filter(|(key, _)| !key.vendor.is_empty())
        .collect();
    let mut only: BTreeMap<String, Option<Key<'a>>> = BTreeMap::new();
    for (key, vendor) in known {
        for before in ["", key.vendor, squashed(vendor).as_str()] {
            let entry = only.entry(format!("{before}{}", key.product)).or_insert(Some(key));
            if *entry != Some(key) {
                *entry = None;
            }
        }
    }
    only
}

impl Identified {
    /// Rows with one id are one system, unless different sheets use it for different products.
    fn take_own_id(&mut self, mentions: &[Mention<'_>], group: &[usize]) {
        let typed = || group.iter().filter_map(|at| mentions[*at].id).map(whole);
        let with_letters = most_frequent(typed().filter(|id| id.chars().any(char::is_alphabetic)));
        let id = if with_letters.is_empty() { most_frequent(typed()) } else { with_letters }.to_owned();
        if !differ(mentions, group) {
            for at in group {
                self.ids[*at].clone_from(&id);
            }
            return;
        }
        let products = group.iter().map(|at| mentions[*at].record.named.product.to_string()).collect();
        self.clashes.push(Clash { mention: group.iter().copied().min().unwrap_or_default(), id: id.clone(), products });
        for at in group {
            self.ids[*at] = format!("{id}~{}", mentions[*at].record.named.product_key);
        }
    }

    fn take_product(&mut self, mentions: &[Mention<'_>], without_vendor: bool, group: &[usize]) {
        let named = || group.iter().map(|at| &mentions[*at].record.named).filter(|named| without_vendor || named.vendor.is_some());
        let product = most_frequent(named().map(|named| &*named.product));
        let vendor = most_frequent(named().filter_map(|named| named.vendor.as_deref()));
        let id = if vendor.is_empty() { hyphened(product) } else { format!("{}~{}", hyphened(product), hyphened(vendor)) };
        for at in group {
            self.ids[*at].clone_from(&id);
        }
    }
}

/// Whether two sheets use an id for products that have nothing in common. Behind a number without letters only the product
/// counts, for numbers begin anew on each sheet; an id of letters was given, so one word in common is enough.
fn differ(mentions: &[Mention<'_>], group: &[usize]) -> bool {
    let mut sheets: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for at in group {
        let record = mentions[*at].record;
        let known = sheets.entry(mentions[*at].sheet).or_default();
        known.insert(record.named.product_key.to_string());
        if mentions[*at].id.is_some_and(|id| id.chars().any(char::is_alphabetic)) {
            let names = format!("{} {}", name_key(&record.name), name_key(&record.named.product));
            known.extend(names.split(' ').filter(|word| word.len() >= 4).map(str::to_owned));
        }
    }
    let sheets: Vec<&BTreeSet<String>> = sheets.values().collect();
    sheets.iter().enumerate().any(|(at, one)| sheets[at + 1..].iter().any(|other| one.is_disjoint(other)))
}

/// A spreadsheet's `1234.0` is 1234.
pub(super) fn whole(id: &str) -> &str {
    let id = id.trim();
    id.strip_suffix(".0").filter(|number| number.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(id)
}

fn squashed(name: &str) -> String {
    let key = name_key(name).replace(' ', "");
    if key.is_empty() { name.to_owned() } else { key }
}

fn hyphened(name: &str) -> String {
    let key = name_key(name).replace(' ', "-");
    if key.is_empty() { name.to_owned() } else { key }
}

/// Of equally frequent ones the longest, then the first in the alphabet.
fn most_frequent<'a>(values: impl Iterator<Item = &'a str>) -> &'a str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    let best = counts.into_iter().max_by(|a, b| (a.1, a.0.len()).cmp(&(b.1, b.0.len())).then_with(|| b.0.cmp(a.0)));
    best.map(|(value, _)| value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::reference::{DataDir, Reference};

    static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::load(&DataDir::embedded()).unwrap());

    fn record(id: &str, name: &str, vendor: &str) -> Record {
        let text = |text: &str| (!text.is_empty()).then(|| text.into());
        let named = REFERENCE.names.of(name, text(vendor).as_deref());
        Record { id: text(id), name: name.into(), vendor: text(vendor), named, ..Record::default() }
    }

    fn ids(rows: &[(usize, &str, &str, &str)]) -> Vec<String> {
        let records: Vec<(usize, Record)> =
            rows.iter().map(|(sheet, id, name, vendor)| (*sheet, record(id, name, vendor))).collect();
        let mentions: Vec<Mention<'_>> =
            records.iter().map(|(sheet, record)| Mention { sheet: *sheet, id: record.id.as_deref(), record }).collect();
        identify(&mentions).ids
    }

    #[test]
    fn spellings_of_one_product_have_one_identity_and_different_products_do_not() {
        for (name, vendor) in [
            ("Key2Burgerzaken 11.2", "Centric B.V."),
            ("key2burgerzaken", "Centric"),
            ("Key2Burgerzaken (test)", "CENTRIC bv"),
            ("Key2Burgerzaken v9 - acceptatie", ""),
            ("Centric Key2Burgerzaken (prod)", "centric"),
        ] {
            assert_eq!(ids(&[(0, "", name, vendor)]), ["key2burgerzaken~centric"], "{name}");
        }
        assert_eq!(ids(&[(0, "", "Rooster 4.1", "Firma X B.V."), (0, "", "rooster", "")]), ["rooster~firma-x", "rooster~firma-x"]);
        assert_eq!(ids(&[(0, "", "Zaak", "A"), (0, "", "Zaak", "B"), (0, "", "Zaak", "")]), ["zaak~a", "zaak~b", "zaak"]);
        assert_eq!(ids(&[(0, "", "Zilt Rooster", ""), (0, "", "Rooster", "Zilt Software B.V.")]), ["rooster~zilt-software"; 2]);
        assert_eq!(ids(&[(0, "", "11.2", "")]), ["11-2"]);
    }

    #[test]
    fn own_ids_are_one_in_every_form_and_two_when_sheets_number_anew() {
        let forms =
            [(0, "APP-1234", "Corsa", ""), (0, "App-1234", "Corsa", ""), (1, "1234.0", "Corsa", ""), (1, "1234", "Corsa", "")];
        assert_eq!(ids(&forms), ["APP-1234"; 4]);
        assert_eq!(ids(&[(0, "1", "Corsa", ""), (1, "1", "Fixi", ""), (0, "2", "Zivver", "")]), ["1~corsa", "1~fixi", "2"]);
        assert_eq!(ids(&[(0, "A1", "Djuma", ""), (1, "A1", "Zaken Djuma", "")]), ["A1", "A1"]);
        assert_eq!(ids(&[(0, "A-1", "X", ""), (0, "B-1", "Y", ""), (0, "1", "Z", "")]), ["A-1", "B-1", "1"]);
    }
}
