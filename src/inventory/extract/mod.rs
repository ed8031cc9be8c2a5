//! One file's sheets to records: every sheet is an inventory or is left out, and every row has a fate or is a record.

mod cells;
mod components;
mod organisations;
mod problems;
mod row;
mod sheet;
mod tables;
mod whose;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::sheet::SheetReader;
use super::submission::Version;
use super::words::Words;
use super::{Account, Field, Layouts, Record};
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
    /// The layout by which it was read; absent when it is no inventory.
    pub layout: Option<Arc<str>>,
    /// Which column holds which field.
    pub columns: Arc<BTreeMap<Field, u32>>,
    /// Rows that are no records are booked; what becomes of the records is not yet.
    pub account: Account,
    pub records: Vec<Record>,
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
}

/// Reads the sheets of a file as inventories.
#[must_use]
pub fn extract(source: Source, month: Month, layouts: &Layouts, reference: &Reference) -> FileExtract {
    let file = source.file.name.clone();
    let mut out = FileExtract {
        version: Version::of(
            file.split_once('/').filter(|(first, _)| first.parse::<Month>().is_ok()).map_or(&*file, |(_, rest)| rest),
        ),
        file,
        month,
        bytes: source.bytes,
        sha256: source.sha256,
        synthetic: source.sheets.iter().any(|sheet| says_synthetic(sheet, &layouts.words)),
        sheets: Vec::new(),
        problems: source.problem.into_iter().collect(),
    };
    let file = out.file.clone();
    let reader = SheetReader { file: &file, month, layouts, reference };
    for sheet in source.sheets {
        let tables = reader.read(&sheet, &mut out.problems);
        out.sheets.extend(tables);
    }
    if !out.sheets.is_empty() && out.sheets.iter().all(|sheet| sheet.layout.is_none()) {
        set_aside(&mut out);
    }
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
