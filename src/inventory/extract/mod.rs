//! One file's sheets to records: every sheet is an inventory or is left out, and every row has a fate or is a record.

mod cells;
mod column_facts;
mod components;
mod coupling;
mod dated;
mod directory;
mod measures;
mod mend;
mod model;
mod organisations;
mod prepare;
mod problems;
mod row;
mod sheet;
mod tables;
mod whose;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use self::cells::{UNNAMED_PARTNER, quoted};
use self::directory::Directory;
pub use self::measures::euro;
use self::mend::mend;
use self::sheet::SheetReader;
use super::correction::Concerned;
use super::submission::Version;
use super::words::Words;
use super::{Account, Connection, Fate, Field, Layouts, Owner, Recognised, Record, SheetLeftOut};
use crate::problem::{Code, Place, Problem};
use crate::reference::Reference;
use crate::sources::{Sheet, Source};
use crate::terms::Month;

/// How many rows of a sheet are searched for the words that mark a made-up inventory.
const ROWS_SEARCHED_FOR_MARK: usize = 60;

/// What one table gave: a sheet, or a part of one that holds more.
#[derive(Debug)]
pub struct SheetExtract {
    pub name: Arc<str>,
    /// Which sheet of the file it is of, from zero.
    pub position: usize,
    /// The layout by which it was read; absent when it is no inventory.
    pub layout: Option<Arc<str>>,
    /// Which column holds which field.
    pub columns: Arc<BTreeMap<Field, u32>>,
    /// Rows that are no records are booked; what becomes of the records is not yet.
    pub account: Account,
    /// Shared with the systems that are made of them.
    pub records: Vec<Arc<Record>>,
    /// How the sheet was understood, for people.
    pub recognised: Recognised,
    /// Whether its layout is one of systems.
    pub holds_systems: bool,
    /// Recorded beside the systems; what becomes of their rows is not booked yet either.
    pub connections: Vec<Connection>,
}

/// What one file gave.
#[derive(Debug)]
pub struct FileExtract {
    pub file: Arc<str>,
    /// The month for which it was sent.
    pub month: Month,
    pub bytes: u64,
    pub sha256: String,
    pub version: Version,
    /// Whether it says of itself that it is made up.
    pub synthetic: bool,
    pub sheets: Vec<SheetExtract>,
    pub problems: Vec<Problem>,
    /// The corrections by value that met rows of their municipality here.
    pub corrections: Vec<Concerned>,
}

impl FileExtract {
    /// Lets go of everything but whose rows it has: all that a file tells once it is too old to be carried forward.
    pub fn keep_owners_only(&mut self) {
        self.problems = Vec::new();
        for sheet in &mut self.sheets {
            sheet.records.dedup_by(|later, kept| later.owner == kept.owner);
            sheet.records.shrink_to_fit();
            sheet.connections = Vec::new();
        }
    }
}

/// Reads the sheets of a file as inventories.
#[must_use]
pub fn extract(source: Source, month: Month, layouts: &Layouts, reference: &Reference) -> FileExtract {
    let file = source.file.name.clone();
    let mut out = FileExtract {
        version: Version::of(
            file.split_once('/').filter(|(first, _)| first.parse::<Month>().is_ok()).map_or(&*file, |(_, rest)| rest),
            &layouts.marks,
        ),
        file,
        month,
        bytes: source.bytes,
        sha256: source.sha256,
        synthetic: source.sheets.iter().any(|sheet| says_synthetic(sheet, &layouts.words)),
        sheets: Vec::new(),
        problems: source.problem.into_iter().collect(),
        corrections: Vec::new(),
    };
    let file = out.file.clone();
    let mut corrections = layouts.corrections.for_file(&file, month);
    corrections.look_for_sheets(&source.sheets);
    let directory = Directory::of(&source.sheets, layouts);
    let mut reader = SheetReader {
        file: &file,
        month,
        layouts,
        reference,
        corrections: &mut corrections,
        directory: &directory,
        mended: Vec::new(),
    };
    for (position, mut sheet) in source.sheets.into_iter().enumerate() {
        reader.mended = mend(&mut sheet);
        let corrected = reader.corrections.correct(&mut sheet);
        let tables = reader.read(&sheet, &corrected, &mut out.problems);
        out.sheets.extend(tables.into_iter().map(|table| SheetExtract { position, ..table }));
    }
    if let Some(model) = &source.model {
        out.synthetic |= layouts.words.says_synthetic(&model.name);
        out.sheets.push(model::read(model, &mut reader, &mut out.problems));
    }
    out.corrections = corrections.concerned();
    tell_empty(&mut out, reference);
    if source.model.is_none() && !out.sheets.is_empty() && out.sheets.iter().all(|sheet| sheet.layout.is_none()) {
        set_aside(&mut out);
    }
    out.problems.append(&mut corrections.problems);
    out
}

/// A file without any inventory is one problem, not one for each of its sheets. It looks like what its longest sheet looks like.
fn set_aside(out: &mut FileExtract) {
    let mut names: Vec<&str> = out.sheets.iter().map(|sheet| &*sheet.name).collect();
    names.dedup();
    let rows = |problem: &&Problem| {
        let of_sheet = out.sheets.iter().filter(|sheet| problem.place.sheet.as_ref() == Some(&sheet.name));
        of_sheet.map(|sheet| sheet.account.rows).sum::<u64>()
    };
    let told = out.problems.iter().filter(|problem| problem.hint.is_some() || problem.code == Code::SheetTransposed);
    let looks_like = told.max_by_key(rows).map(|problem| problem.hint.as_deref().unwrap_or("transposed").to_owned());
    out.problems = vec![Problem::new(Code::NoInventory, Place::file(out.file.clone()), names.join(", ")).with_hint(looks_like)];
}

fn says_synthetic(sheet: &Sheet, words: &Words) -> bool {
    let cells = sheet.rows.iter().take(ROWS_SEARCHED_FOR_MARK).flat_map(|row| &row.cells);
    cells.filter_map(|(_, value)| value.text()).any(|text| words.says_synthetic(text))
}

/// An inventory without any row says that there are no systems, which nobody means: an earlier one stays.
fn tell_empty(out: &mut FileExtract, reference: &Reference) {
    let holds_something = out.sheets.iter().any(|sheet| sheet.layout.is_some() && !sheet.is_empty_inventory());
    // A template that nobody filled in yet is no submission.
    let is_template = out.sheets.iter().any(|sheet| sheet.recognised.left_out == Some(SheetLeftOut::Own));
    if holds_something || is_template {
        return;
    }
    let empty = out.sheets.iter().filter(|sheet| sheet.is_empty_inventory());
    out.problems.extend(empty.map(|sheet| empty_inventory(&out.file, sheet, reference)));
}

fn empty_inventory(file: &Arc<str>, sheet: &SheetExtract, reference: &Reference) -> Problem {
    let place = Place::sheet(file.clone(), sheet.name.clone());
    let owner = sheet.recognised.owner.as_ref();
    let problem = Problem::new(Code::EmptyInventory, place, owner.map_or(&*sheet.name, |owner| owner.name(reference)));
    match owner.and_then(Owner::municipality) {
        Some(code) => problem.about(&**code),
        None => problem,
    }
}

impl SheetExtract {
    /// Read by a layout, and nothing stands under its header.
    fn is_empty_inventory(&self) -> bool {
        let nothing = self.records.is_empty() && self.connections.is_empty() && self.account.of(Fate::SetAside) == 0;
        self.layout.is_some() && nothing && self.holds_systems
    }
}
