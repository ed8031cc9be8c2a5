//! How each municipality answered: what its inventory was read from, what was left out and why, and when it last sent one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::chosen::{Chosen, LeftOut, Stand, extent_of};
use super::entries::Entry;
use super::holder::Holders;
use crate::inventory::submission::Extent;
use crate::inventory::{FileExtract, Layouts, Owner};
use crate::terms::Month;

/// How a municipality answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answered {
    /// The files that its own inventory was read from, with the month for which each was sent.
    pub own: BTreeMap<Arc<str>, Month>,
    /// Whether all of these say that they are a part.
    pub parts_only: bool,
    /// The files of partnerships that have rows for it.
    pub shared: BTreeSet<Arc<str>>,
    /// Those partnerships, by name.
    pub partnerships: BTreeSet<Arc<str>>,
    /// Files that have rows of it and were not used: why, and for which other file.
    pub left_out: BTreeMap<Arc<str>, (LeftOut, Arc<str>)>,
    /// The municipalities that merged into it and whose inventories it was read from, by code, with their files.
    pub predecessors: BTreeMap<Arc<str>, BTreeSet<Arc<str>>>,
    /// Rows that became part of a system, those of partnerships included.
    pub rows: u64,
    /// The newest month for which it or a predecessor sent anything, as far back as files were read.
    pub last_sent: Option<Month>,
}

impl Answered {
    /// Whether it sent an inventory itself that is used.
    #[must_use]
    pub fn is_own(&self) -> bool {
        !self.own.is_empty()
    }

    /// The newest month of its own inventory.
    #[must_use]
    pub fn newest(&self) -> Option<Month> {
        self.own.values().max().copied()
    }

    /// The oldest month of its own inventory, other than the newest where months are joined.
    #[must_use]
    pub fn oldest(&self) -> Option<Month> {
        self.own.values().min().copied()
    }
}

/// The answers of all municipalities that anything is known of.
pub fn answered(
    entries: &[Entry<'_>],
    known: &[&FileExtract],
    holders: &Holders<'_>,
    chosen: &Chosen<'_>,
    layouts: &Layouts,
    month: Month,
) -> BTreeMap<Arc<str>, Answered> {
    let mut answers: BTreeMap<Arc<str>, Answered> = BTreeMap::new();
    for (code, month) in last_sent(known, holders) {
        answers.entry(code).or_default().last_sent = Some(month);
    }
    for of_one in entries.chunk_by(|a, b| a.municipality == b.municipality) {
        let answer = answers.entry(of_one[0].municipality.clone()).or_default();
        for entry in of_one {
            answer.note(entry);
        }
    }
    let mut parts: BTreeMap<Arc<str>, bool> = BTreeMap::new();
    for ((owner, _), (file, stand)) in &chosen.stands {
        let Some(code) = holders.municipality(owner) else { continue };
        match stand {
            Stand::Used => {
                *parts.entry(code.clone()).or_insert(true) &= extent_of(file, owner, &layouts.marks) == Extent::Part;
            }
            Stand::LeftOut(LeftOut::NewerVersion, _) if file.month < month => {}
            Stand::LeftOut(because, by) => {
                let answer = answers.entry(code.clone()).or_default();
                answer.left_out.insert(file.file.clone(), (*because, by.clone()));
            }
        }
    }
    for (code, parts_only) in parts {
        answers.entry(code).or_default().parts_only = parts_only;
    }
    answers
}

impl Answered {
    fn note(&mut self, entry: &Entry<'_>) {
        if let Some(partnership) = &entry.registered_by {
            self.partnerships.insert(partnership.clone());
            self.shared.insert(entry.file.file.clone());
            return;
        }
        if !self.own.contains_key(&entry.file.file) {
            self.own.insert(entry.file.file.clone(), entry.file.month);
        }
        if let Owner::Municipality(code) = &entry.record.owner
            && *code != entry.municipality
        {
            self.predecessors.entry(code.clone()).or_default().insert(entry.file.file.clone());
        }
    }
}

/// The newest month for which each municipality of the month is in a file.
fn last_sent(known: &[&FileExtract], holders: &Holders<'_>) -> BTreeMap<Arc<str>, Month> {
    let mut sent: BTreeMap<Arc<str>, Month> = BTreeMap::new();
    for file in known {
        let mut last: Option<&Owner> = None;
        for record in file.sheets.iter().flat_map(|sheet| &sheet.records) {
            if last != Some(&record.owner) {
                last = Some(&record.owner);
                if let Some(code) = holders.municipality(&record.owner) {
                    let newest = sent.entry(code.clone()).or_insert(file.month);
                    *newest = (*newest).max(file.month);
                }
            }
        }
    }
    sent
}
