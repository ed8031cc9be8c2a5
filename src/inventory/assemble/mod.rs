//! The inventories of one month: for each municipality its newest submission, merged into systems, and every row accounted for.

mod accounting;
mod chosen;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use accounting::Books;
use chosen::{Chosen, PresentCodes, municipalities, present_codes};

use crate::inventory::merge::{Clash, Mention, identify, merge};
use crate::inventory::{Account, Fate, Field, FileExtract, Record, SheetExtract, System};
use crate::problem::{Code, Place, Problem};
use crate::reference::{Names, Reference};
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
pub fn assemble(files: &[FileExtract], month: Month, reference: &Reference) -> Inventory {
    let oldest = month.minus(CARRIED_MONTHS);
    let window: Vec<&FileExtract> = files.iter().filter(|file| (oldest..=month).contains(&file.month)).collect();
    let present = present_codes(&window, month, reference);
    let chosen = Chosen::of(&window, &present);
    let mut inventory =
        Inventory { month, systems: Vec::new(), responded: BTreeMap::new(), accounts: Vec::new(), problems: Vec::new() };
    let mut books = Books::default();
    let entries = identified(entries(&window, &present, &chosen, &mut books), &mut inventory.problems);
    for group in entries.chunk_by(|a, b| a.municipality == b.municipality && a.identity == b.identity) {
        inventory.systems.push(system(group, month, &reference.names, &mut inventory.problems));
        books.book(group[0].file, group[0].sheet, Fate::System, 1);
        for other in &group[1..] {
            books.book(other.file, other.sheet, Fate::Merged, 1);
        }
        note_response(group, &mut inventory.responded);
    }
    let accounted = accounting::accounted_files(&window, &inventory);
    inventory.accounts = accounting::accounts(&accounted, &books);
    inventory.problems.extend(accounting::submission_problems(&window, &present, &chosen, &inventory));
    inventory.problems.extend(accounted.iter().flat_map(|file| file.problems.iter().cloned()));
    inventory.problems.extend(accounted.iter().flat_map(|file| accounting::outside_problems(file, &present)));
    inventory.problems.sort();
    inventory
}

/// The records that count, in order of municipality and address; the others are booked.
fn entries<'a>(window: &[&'a FileExtract], present: &PresentCodes, chosen: &Chosen<'_>, books: &mut Books) -> Vec<Entry<'a>> {
    let per_file: Vec<Vec<Entry<'a>>> = window.par_iter().map(|file| kept_entries(file, present, chosen)).collect();
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
    entries.par_sort_by(|a, b| a.municipality.cmp(&b.municipality).then_with(|| a.address().cmp(&b.address())));
    entries
}

/// Identifies the records of each municipality, and puts them in order of municipality, identity and address.
fn identified<'a>(mut entries: Vec<Entry<'a>>, problems: &mut Vec<Problem>) -> Vec<Entry<'a>> {
    let told: Vec<Vec<Problem>> =
        entries.par_chunk_by_mut(|a, b| a.municipality == b.municipality).map(identify_municipality).collect();
    problems.extend(told.into_iter().flatten());
    entries.par_sort_by(|a, b| {
        (&a.municipality, &a.identity).cmp(&(&b.municipality, &b.identity)).then_with(|| a.address().cmp(&b.address()))
    });
    entries
}

fn identify_municipality(entries: &mut [Entry<'_>]) -> Vec<Problem> {
    let mut sheets: BTreeMap<(Arc<str>, usize), usize> = BTreeMap::new();
    let mut numbered = |entry: &Entry<'_>| {
        let next = sheets.len();
        *sheets.entry((entry.file.file.clone(), entry.sheet)).or_insert(next)
    };
    let mentions: Vec<Mention<'_>> = entries.iter().map(|entry| Mention { sheet: numbered(entry), record: entry.record }).collect();
    let identified = identify(&mentions);
    let clash = |clash: Clash| {
        let entry = &entries[clash.mention];
        let column = entry.sheet().columns.get(&Field::Id).copied().unwrap_or_default();
        let place = Place::sheet(entry.file.file.clone(), entry.sheet().name.clone()).at(entry.record.row, column);
        let products = clash.products.into_iter().collect::<Vec<_>>().join(" / ");
        Problem::new(Code::IdUsedTwice, place, clash.id).with_hint(Some(products)).about(&*entry.municipality)
    };
    let problems = identified.clashes.into_iter().map(clash).collect();
    for (entry, id) in entries.iter_mut().zip(identified.ids) {
        entry.identity = id;
    }
    problems
}

fn kept_entries<'a>(file: &'a FileExtract, present: &PresentCodes, chosen: &Chosen<'_>) -> Vec<Entry<'a>> {
    let used: BTreeSet<Arc<str>> = municipalities(file, present).into_iter().filter(|code| chosen.uses(code, file)).collect();
    let mut entries = Vec::new();
    for (sheet, extract) in file.sheets.iter().enumerate() {
        for record in &extract.records {
            let code = present.get(&record.municipality).and_then(Option::as_ref);
            if let Some(municipality) = code.filter(|code| used.contains(*code)) {
                entries.push(Entry { municipality: municipality.clone(), identity: String::new(), file, sheet, record });
            }
        }
    }
    entries
}

fn system(group: &[Entry<'_>], month: Month, names: &Names, problems: &mut Vec<Problem>) -> System {
    let first = &group[0];
    let rows: Vec<&Record> = group.iter().map(|entry| entry.record).collect();
    let (mut record, conflicts) = merge(&rows, names);
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
