//! What became of every row, per sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::SheetAccount;
use super::entries::Entry;
use crate::inventory::{Account, Fate, FileExtract};
use crate::terms::Month;

/// Fates of records, by file and sheet.
#[derive(Default)]
pub struct Books {
    accounts: BTreeMap<(Arc<str>, usize), Account>,
}

impl Books {
    pub fn book(&mut self, file: &FileExtract, sheet: usize, fate: Fate, rows: u64) {
        self.account(file, sheet).book(fate, rows);
    }

    /// Books the entries of one system. A partnership's row has its fate already; here is counted what it was expanded into.
    pub fn book_group(&mut self, group: &[Entry<'_>]) {
        for (position, entry) in group.iter().enumerate() {
            let account = self.account(entry.file, entry.sheet);
            match (entry.registered_by.is_some(), position) {
                (false, 0) => account.book(Fate::System, 1),
                (false, _) => account.book(Fate::Merged, 1),
                (true, 0) => account.expanded_systems += 1,
                (true, _) => account.expanded_merged += 1,
            }
        }
    }

    fn account(&mut self, file: &FileExtract, sheet: usize) -> &mut Account {
        self.accounts.entry((file.file.clone(), sheet)).or_default()
    }
}

/// The files that this month answers for: its own, and the earlier ones from which something is carried forward.
pub fn accounted_files<'a>(
    window: &[&'a FileExtract],
    month: Month,
    entries: &[Entry<'_>],
    connecting: &BTreeSet<Arc<str>>,
) -> Vec<&'a FileExtract> {
    let earlier = entries.iter().filter(|entry| entry.file.month < month).map(|entry| &entry.file.file);
    let needed: BTreeSet<&Arc<str>> = earlier.chain(connecting).collect();
    window.iter().copied().filter(|file| file.month == month || needed.contains(&file.file)).collect()
}

/// The account of every sheet of these files.
pub fn accounts(files: &[&FileExtract], books: &Books) -> Vec<SheetAccount> {
    let mut accounts = Vec::new();
    for file in files {
        for (position, sheet) in file.sheets.iter().enumerate() {
            let mut account = sheet.account;
            if let Some(booked) = books.accounts.get(&(file.file.clone(), position)) {
                account.add(booked);
            }
            // The tables of one sheet are accounted for together.
            let same_sheet = position > 0 && file.sheets[position - 1].position == sheet.position;
            if let Some(before) = accounts.last_mut().filter(|_: &&mut SheetAccount| same_sheet) {
                before.account.join(&account);
                before.layout = before.layout.take().or_else(|| sheet.layout.clone());
                continue;
            }
            let (name, layout) = (sheet.name.clone(), sheet.layout.clone());
            accounts.push(SheetAccount { file: file.file.clone(), submitted: file.month, sheet: name, layout, account });
        }
    }
    accounts
}
