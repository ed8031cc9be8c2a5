//! What became of every row, and what is to be told about whole files and about rows that no municipality is left for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::chosen::{Chosen, PresentCodes, municipalities};
use super::{Inventory, SheetAccount};
use crate::inventory::{Fate, Field, FileExtract};
use crate::problem::{Code, Place, Problem};

/// Fates of records, by file and sheet.
#[derive(Default)]
pub struct Books {
    fates: BTreeMap<(Arc<str>, usize), BTreeMap<Fate, u64>>,
}

impl Books {
    pub fn book(&mut self, file: &FileExtract, sheet: usize, fate: Fate, rows: u64) {
        if rows > 0 {
            *self.fates.entry((file.file.clone(), sheet)).or_default().entry(fate).or_insert(0) += rows;
        }
    }
}

/// The files that this month answers for: its own, and the earlier ones from which something is carried forward.
pub fn accounted_files<'a>(
    window: &[&'a FileExtract],
    inventory: &Inventory,
    connecting: &BTreeSet<Arc<str>>,
) -> Vec<&'a FileExtract> {
    let needed: BTreeSet<&Arc<str>> = inventory.responded.values().flat_map(|response| &response.files).chain(connecting).collect();
    window.iter().copied().filter(|file| file.month == inventory.month || needed.contains(&file.file)).collect()
}

/// Rows of municipalities that have gone since the file was sent, without one successor.
pub fn outside_problems(file: &FileExtract, present: &PresentCodes) -> Vec<Problem> {
    let mut problems = Vec::new();
    for sheet in &file.sheets {
        let place = Place::sheet(file.file.clone(), sheet.name.clone());
        let column =
            sheet.columns.get(&Field::Municipality).or_else(|| sheet.columns.get(&Field::Name)).copied().unwrap_or_default();
        for record in sheet.records.iter().filter(|record| present.get(&record.municipality).is_none_or(Option::is_none)) {
            let place = place.at(record.row, column);
            problems.push(Problem::new(Code::MunicipalityOutsideFrame, place, &*record.municipality).about(&*record.municipality));
        }
    }
    problems
}

/// The account of every sheet of these files.
pub fn accounts(files: &[&FileExtract], books: &Books) -> Vec<SheetAccount> {
    let mut accounts = Vec::new();
    for file in files {
        for (position, sheet) in file.sheets.iter().enumerate() {
            let mut account = sheet.account;
            for (fate, rows) in books.fates.get(&(file.file.clone(), position)).into_iter().flatten() {
                account.book(*fate, *rows);
            }
            let (name, layout) = (sheet.name.clone(), sheet.layout.clone());
            accounts.push(SheetAccount { file: file.file.clone(), submitted: file.month, sheet: name, layout, account });
        }
    }
    accounts
}

/// Which files were replaced by a newer version, and whose inventory is of an earlier month.
pub fn submission_problems(
    window: &[&FileExtract],
    present: &PresentCodes,
    chosen: &Chosen<'_>,
    inventory: &Inventory,
) -> Vec<Problem> {
    let month = inventory.month;
    let mut problems = Vec::new();
    for ((code, submission), winner) in chosen.files.iter().filter(|(_, winner)| winner.month == month) {
        for loser in
            window.iter().filter(|file| file.month == month && file.version.submission == **submission && file.file != winner.file)
        {
            if municipalities(loser, present).contains(code) {
                let problem = Problem::new(Code::SupersededSubmission, Place::file(loser.file.clone()), &**code);
                problems.push(problem.with_hint(Some(&*winner.file)).about(&**code));
            }
        }
    }
    for (code, response) in inventory.responded.iter().filter(|(_, response)| response.submitted < month) {
        if let Some(file) = response.files.first() {
            let found = response.submitted.to_string();
            problems.push(Problem::new(Code::CarriedForward, Place::file(file.clone()), found).about(&**code));
        }
    }
    problems
}
