//! By what the systems of one municipality are known when several lists speak of it: each has ids of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::entries::Entry;
use crate::inventory::Words;
use crate::inventory::merge::{product, product_and_vendor};

/// Settles identities, and puts the entries in order of municipality, identity and place.
pub fn settle(entries: &mut [Entry<'_>], words: &Words) {
    entries.par_sort_by(|a, b| (&a.municipality, a.place()).cmp(&(&b.municipality, b.place())));
    for of_one in entries.chunk_by_mut(|a, b| a.municipality == b.municipality) {
        if speaks_with_several_voices(of_one) {
            drop_ids_of_several_lists(of_one, words);
            join_partnerships(of_one, words);
        }
    }
    entries.par_sort_by(|a, b| {
        (&a.municipality, &a.identity).cmp(&(&b.municipality, &b.identity)).then_with(|| a.place().cmp(&b.place()))
    });
}

fn speaks_with_several_voices(entries: &[Entry<'_>]) -> bool {
    entries.windows(2).any(|pair| pair[0].file.file != pair[1].file.file)
}

/// Where two lists give one id to different products, or are of different predecessors, ids say nothing: product and vendor do.
fn drop_ids_of_several_lists(entries: &mut [Entry<'_>], words: &Words) {
    let own = || entries.iter().filter(|entry| entry.registered_by.is_none());
    let origins: BTreeSet<_> = own().map(|entry| &entry.record.owner).collect();
    let mut used: BTreeMap<&str, BTreeMap<String, BTreeSet<&Arc<str>>>> = BTreeMap::new();
    for entry in own() {
        if let Some(id) = &entry.record.id {
            used.entry(id).or_default().entry(product(&entry.record, words)).or_default().insert(&entry.file.file);
        }
    }
    let clash = |products: &BTreeMap<String, BTreeSet<&Arc<str>>>| {
        products.len() > 1 && products.values().flatten().collect::<BTreeSet<_>>().len() > 1
    };
    let several = origins.len() > 1;
    let dropped: BTreeSet<String> =
        used.into_iter().filter(|(_, products)| several || clash(products)).map(|(id, _)| id.to_owned()).collect();
    for entry in entries.iter_mut() {
        if entry.record.id.as_deref().is_some_and(|id| dropped.contains(id)) {
            entry.identity = product_and_vendor(&entry.record, words);
        }
    }
}

/// A partnership's row of a product and vendor that the municipality has itself is about that system; of several, the first.
fn join_partnerships(entries: &mut [Entry<'_>], words: &Words) {
    let mut own: BTreeMap<String, String> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.registered_by.is_none()) {
        let known = own.entry(product_and_vendor(&entry.record, words)).or_insert_with(|| entry.identity.clone());
        if entry.identity < *known {
            known.clone_from(&entry.identity);
        }
    }
    for entry in entries.iter_mut().filter(|entry| entry.registered_by.is_some()) {
        if let Some(identity) = own.get(&entry.identity) {
            entry.identity.clone_from(identity);
        }
    }
}
