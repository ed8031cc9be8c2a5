//! Which entries of one municipality are one system: by their own ids where these say anything, else by product and vendor.
//!
//! Several lists may speak of one municipality, each with ids of its own: departments, predecessors, partnerships.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::entries::Entry;
use crate::inventory::merge::{Clash, Mention, identify};
use crate::inventory::{Field, Record};
use crate::problem::{Code, Place, Problem};

/// Settles identities, puts the entries in order of municipality, identity and place, and tells of ids that were used twice.
pub fn settle(entries: &mut [Entry<'_>]) -> Vec<Problem> {
    entries.par_sort_by(|a, b| (&a.municipality, a.place()).cmp(&(&b.municipality, b.place())));
    let of_one = entries.par_chunk_by_mut(|a, b| a.municipality == b.municipality);
    let told: Vec<Vec<Problem>> = of_one.map(identify_municipality).collect();
    entries.par_sort_by(|a, b| {
        (&a.municipality, &a.identity).cmp(&(&b.municipality, &b.identity)).then_with(|| a.place().cmp(&b.place()))
    });
    told.into_iter().flatten().collect()
}

fn identify_municipality(entries: &mut [Entry<'_>]) -> Vec<Problem> {
    let silent = ids_that_say_nothing(entries);
    let mut sheets: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    let mention = |entry| {
        let entry: &Entry<'_> = entry;
        let next = sheets.len();
        let sheet = *sheets.entry((&entry.file.file, entry.sheet)).or_insert(next);
        let id = entry.record.id.as_deref().filter(|id| !silent.contains(*id));
        Mention { sheet, id, record: &entry.record }
    };
    let mentions: Vec<Mention<'_>> = entries.iter().map(mention).collect();
    let identified = identify(&mentions);
    let problems = identified.clashes.into_iter().map(|clash| id_used_twice(&entries[clash.mention], clash)).collect();
    for (entry, id) in entries.iter_mut().zip(identified.ids) {
        entry.identity = id;
    }
    join_partnerships(entries);
    problems
}

fn id_used_twice(entry: &Entry<'_>, clash: Clash) -> Problem {
    let column = entry.sheet().columns.get(&Field::Id).copied().unwrap_or_default();
    let place = Place::sheet(entry.file.file.clone(), entry.sheet().name.clone()).at(entry.record.row, column);
    let products = clash.products.into_iter().collect::<Vec<_>>().join(" / ");
    Problem::new(Code::IdUsedTwice, place, clash.id).with_hint(Some(products)).about(&*entry.municipality)
}

/// Where two lists give one id to different products, or are of different predecessors, ids say nothing.
fn ids_that_say_nothing(entries: &[Entry<'_>]) -> BTreeSet<String> {
    if entries.windows(2).all(|pair| pair[0].file.file == pair[1].file.file) {
        return BTreeSet::new();
    }
    let own = || entries.iter().filter(|entry| entry.registered_by.is_none());
    let origins: BTreeSet<_> = own().map(|entry| &entry.record.owner).collect();
    let mut used: BTreeMap<&str, BTreeMap<&str, BTreeSet<&Arc<str>>>> = BTreeMap::new();
    for entry in own() {
        if let Some(id) = &entry.record.id {
            used.entry(id).or_default().entry(&entry.record.named.product_key).or_default().insert(&entry.file.file);
        }
    }
    let clash = |products: &BTreeMap<&str, BTreeSet<&Arc<str>>>| {
        products.len() > 1 && products.values().flatten().collect::<BTreeSet<_>>().len() > 1
    };
    let several = origins.len() > 1;
    used.into_iter().filter(|(_, products)| several || clash(products)).map(|(id, _)| id.to_owned()).collect()
}

fn product_and_vendor(record: &Record) -> (Box<str>, Box<str>) {
    (record.named.product_key.clone(), record.named.vendor_key.clone())
}

/// A partnership's row of a product and vendor that the municipality has itself is about that system; of several, the first.
fn join_partnerships(entries: &mut [Entry<'_>]) {
    if entries.iter().all(|entry| entry.registered_by.is_none()) {
        return;
    }
    let mut own: BTreeMap<(Box<str>, Box<str>), String> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.registered_by.is_none()) {
        let known = own.entry(product_and_vendor(&entry.record)).or_insert_with(|| entry.identity.clone());
        if entry.identity < *known {
            known.clone_from(&entry.identity);
        }
    }
    for entry in entries.iter_mut().filter(|entry| entry.registered_by.is_some()) {
        if let Some(identity) = own.get(&product_and_vendor(&entry.record)) {
            entry.identity.clone_from(identity);
        }
    }
}
