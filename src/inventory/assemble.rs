//! The inventories of one month: for each municipality its newest submission, merged into systems, and every row accounted for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::merge::{identity, merge};
use super::words::Words;
use super::{Account, Fate, Field, FileExtract, Record, SheetExtract, System};
use crate::problem::{Code, Place, Problem};
use crate::reference::Reference;
use crate::terms::Month;

/// An inventory older than this many months is no answer any more (METHOD §1).
pub const CARRIED_MONTHS: u32 = 12;

/// The account of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetAccount {
    pub file: Arc<str>,
    /// The month for which the file was sent.
    pub submitted: Month,
    pub sheet: Arc<str>,
    pub layout: Option<Arc<str>>,
    pub account: Account,
}

/// How a municipality answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responded {
    /// The month of the inventory that is used.
    pub submitted: Month,
    pub files: BTreeSet<Arc<str>>,
    pub rows: u64,
}

/// All inventories of one month.
#[derive(Debug)]
pub struct Inventory {
    pub month: Month,
    /// In order of municipality and id.
    pub systems: Vec<System>,
    /// By municipality code.
    pub responded: BTreeMap<Arc<str>, Responded>,
    /// Of the files of the month, and of earlier files that were needed.
    pub accounts: Vec<SheetAccount>,
    pub problems: Vec<Problem>,
}

/// One record with where it came from.
struct Entry<'a> {
    municipality: Arc<str>,
    identity: String,
    file: &'a FileExtract,
    sheet: usize,
    record: &'a Record,
}

impl Entry<'_> {
    fn sheet(&self) -> &SheetExtract {
        &self.file.sheets[self.sheet]
    }

    fn address(&self) -> (&str, &str, u32) {
        (&self.file.file, &self.sheet().name, self.record.row)
    }
}

/// Puts together what is known for a month from files of that month and of the twelve before.
#[must_use]
pub fn assemble(files: &[FileExtract], month: Month, reference: &Reference, words: &Words) -> Inventory {
    let oldest = month.minus(CARRIED_MONTHS);
    let window: Vec<&FileExtract> = files.iter().filter(|file| (oldest..=month).contains(&file.month)).collect();
    let present = present_codes(&window, month, reference);
    let chosen = Chosen::of(&window, &present);
    let mut inventory =
        Inventory { month, systems: Vec::new(), responded: BTreeMap::new(), accounts: Vec::new(), problems: Vec::new() };
    let mut books = Books::default();
    let entries = entries(&window, &present, &chosen, words, &mut books);
    for group in entries.chunk_by(|a, b| a.municipality == b.municipality && a.identity == b.identity) {
        inventory.systems.push(system(group, month, words, &mut inventory.problems));
        books.book(group[0].file, group[0].sheet, Fate::System, 1);
        for other in &group[1..] {
            books.book(other.file, other.sheet, Fate::Merged, 1);
        }
        note_response(group, &mut inventory.responded);
    }
    let accounted = accounted_files(&window, &inventory);
    inventory.accounts = accounts(&accounted, &books);
    inventory.problems.extend(submission_problems(&window, &present, &chosen, &inventory));
    inventory.problems.extend(accounted.iter().flat_map(|file| file.problems.iter().cloned()));
    inventory.problems.extend(accounted.iter().flat_map(|file| outside_problems(file, &present)));
    inventory.problems.sort();
    inventory
}

/// The code in the month for every code in the files; absent when the municipality is not in the frame and has no successor.
fn present_codes(window: &[&FileExtract], month: Month, reference: &Reference) -> BTreeMap<Arc<str>, Option<Arc<str>>> {
    let records = window.iter().flat_map(|file| &file.sheets).flat_map(|sheet| &sheet.records);
    let codes: BTreeSet<&Arc<str>> = records.map(|record| &record.municipality).collect();
    codes.into_iter().map(|code| (code.clone(), reference.municipalities.find(code, month))).collect()
}

/// Which month and which files count for each municipality.
struct Chosen<'a> {
    newest: BTreeMap<Arc<str>, Month>,
    /// By municipality and submission.
    files: BTreeMap<(Arc<str>, &'a str), &'a FileExtract>,
}

impl<'a> Chosen<'a> {
    fn of(window: &[&'a FileExtract], present: &BTreeMap<Arc<str>, Option<Arc<str>>>) -> Self {
        let mut chosen = Self { newest: BTreeMap::new(), files: BTreeMap::new() };
        let named: Vec<(&'a FileExtract, BTreeSet<Arc<str>>)> =
            window.iter().map(|file| (*file, municipalities(file, present))).collect();
        for (file, codes) in &named {
            for code in codes {
                let newest = chosen.newest.entry(code.clone()).or_insert(file.month);
                *newest = (*newest).max(file.month);
            }
        }
        for (file, codes) in &named {
            for code in codes.iter().filter(|code| chosen.newest.get(*code) == Some(&file.month)) {
                let best = chosen.files.entry((code.clone(), file.version.submission.as_str())).or_insert(file);
                if (file.version.age, &file.file) > (best.version.age, &best.file) {
                    *best = file;
                }
            }
        }
        chosen
    }

    fn uses(&self, code: &Arc<str>, file: &FileExtract) -> bool {
        let winner = self.files.get(&(code.clone(), file.version.submission.as_str()));
        self.newest.get(code) == Some(&file.month) && winner.is_some_and(|winner| winner.file == file.file)
    }
}

fn municipalities(file: &FileExtract, present: &BTreeMap<Arc<str>, Option<Arc<str>>>) -> BTreeSet<Arc<str>> {
    let records = file.sheets.iter().flat_map(|sheet| &sheet.records);
    let mut seen: BTreeSet<&Arc<str>> = BTreeSet::new();
    let codes = records.map(|record| &record.municipality).filter(|code| seen.insert(code));
    codes.filter_map(|code| present.get(code).cloned().flatten()).collect()
}

/// Fates of records, by file and sheet.
#[derive(Default)]
struct Books {
    fates: BTreeMap<(Arc<str>, usize), BTreeMap<Fate, u64>>,
}

impl Books {
    fn book(&mut self, file: &FileExtract, sheet: usize, fate: Fate, rows: u64) {
        if rows > 0 {
            *self.fates.entry((file.file.clone(), sheet)).or_default().entry(fate).or_insert(0) += rows;
        }
    }
}

/// The records that count, in order of municipality, identity and address; the others are booked.
fn entries<'a>(
    window: &[&'a FileExtract],
    present: &BTreeMap<Arc<str>, Option<Arc<str>>>,
    chosen: &Chosen<'_>,
    words: &Words,
    books: &mut Books,
) -> Vec<Entry<'a>> {
    let per_file: Vec<Vec<Entry<'a>>> = window.par_iter().map(|file| kept_entries(file, present, chosen, words)).collect();
    for (file, kept) in window.iter().zip(&per_file) {
        for (position, sheet) in file.sheets.iter().enumerate() {
            let kept = kept.iter().filter(|entry| entry.sheet == position).count();
            let outside =
                sheet.records.iter().filter(|record| present.get(&record.municipality).is_none_or(Option::is_none)).count();
            books.book(file, position, Fate::SetAside, outside as u64);
            books.book(file, position, Fate::Superseded, (sheet.records.len() - kept - outside) as u64);
        }
    }
    let mut entries: Vec<Entry<'a>> = per_file.into_iter().flatten().collect();
    entries.par_sort_by(|a, b| {
        (&a.municipality, &a.identity).cmp(&(&b.municipality, &b.identity)).then_with(|| a.address().cmp(&b.address()))
    });
    entries
}

fn kept_entries<'a>(
    file: &'a FileExtract,
    present: &BTreeMap<Arc<str>, Option<Arc<str>>>,
    chosen: &Chosen<'_>,
    words: &Words,
) -> Vec<Entry<'a>> {
    let used: BTreeSet<Arc<str>> = municipalities(file, present).into_iter().filter(|code| chosen.uses(code, file)).collect();
    let mut entries = Vec::new();
    for (sheet, extract) in file.sheets.iter().enumerate() {
        for record in &extract.records {
            let code = present.get(&record.municipality).and_then(Option::as_ref);
            if let Some(municipality) = code.filter(|code| used.contains(*code)) {
                entries.push(Entry { municipality: municipality.clone(), identity: identity(record, words), file, sheet, record });
            }
        }
    }
    entries
}

fn system(group: &[Entry<'_>], month: Month, words: &Words, problems: &mut Vec<Problem>) -> System {
    let first = &group[0];
    let rows: Vec<&Record> = group.iter().map(|entry| entry.record).collect();
    let (mut record, conflicts) = merge(&rows, words);
    record.row = first.record.row;
    let sheet = Place::sheet(first.file.file.clone(), first.sheet().name.clone());
    let place = sheet.at(first.record.row, first.sheet().columns.get(&Field::Name).copied().unwrap_or_default());
    for conflict in conflicts {
        let found = format!("{}: {}", record.name, conflict.found);
        problems.push(
            Problem::new(Code::ConflictingRows, place.clone(), found).with_hint(Some(conflict.used)).about(&*first.municipality),
        );
    }
    System {
        municipality: first.municipality.clone(),
        id: first.identity.clone(),
        record,
        layout: first.sheet().layout.clone().unwrap_or_default(),
        columns: first.sheet().columns.clone(),
        could_name_partner: group.iter().any(|entry| entry.sheet().columns.keys().any(|field| field.can_name_partner())),
        place,
        rows: u32::try_from(group.len()).unwrap_or(u32::MAX),
        carried_from: (first.file.month < month).then_some(first.file.month),
    }
}

fn note_response(group: &[Entry<'_>], responded: &mut BTreeMap<Arc<str>, Responded>) {
    let first = &group[0];
    let fresh = || Responded { submitted: first.file.month, files: BTreeSet::new(), rows: 0 };
    let response = responded.entry(first.municipality.clone()).or_insert_with(fresh);
    response.rows += group.len() as u64;
    response.files.extend(group.iter().map(|entry| entry.file.file.clone()));
}

/// The files that this month answers for: its own, and the earlier ones from which something is carried forward.
fn accounted_files<'a>(window: &[&'a FileExtract], inventory: &Inventory) -> Vec<&'a FileExtract> {
    let needed: BTreeSet<&Arc<str>> = inventory.responded.values().flat_map(|response| &response.files).collect();
    window.iter().copied().filter(|file| file.month == inventory.month || needed.contains(&file.file)).collect()
}

/// Rows of municipalities that have gone since the file was sent, without one successor.
fn outside_problems(file: &FileExtract, present: &BTreeMap<Arc<str>, Option<Arc<str>>>) -> Vec<Problem> {
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

fn accounts(files: &[&FileExtract], books: &Books) -> Vec<SheetAccount> {
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
fn submission_problems(
    window: &[&FileExtract],
    present: &BTreeMap<Arc<str>, Option<Arc<str>>>,
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
