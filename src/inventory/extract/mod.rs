//! One file's sheets to records: chooses a layout, finds the header, and gives every row a fate or a record.

mod cells;
mod components;
mod names;
mod problems;
mod row;
mod whose;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::cells::Cells;
use self::components::ComponentCells;
use self::names::NameCells;
use self::problems::column_problems;
use self::row::{RowReader, Taken};
use self::whose::Whose;
use super::header::{self, Header};
use super::submission::Version;
use super::words::Words;
use super::{Account, Fate, Field, Layout, Layouts, Record, owner};
use crate::problem::{Code, Place, Problem};
use crate::reference::Reference;
use crate::sources::{Row, Sheet, Source, Value};
use crate::terms::Month;

/// How many rows of a sheet are searched for the words that mark a made-up inventory.
const ROWS_SEARCHED_FOR_MARK: usize = 60;

/// What one sheet gave.
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
    for sheet in source.sheets {
        let extract = read_sheet(&sheet, &out.file, month, layouts, reference, &mut out.problems);
        out.sheets.push(extract);
    }
    if !out.sheets.is_empty() && out.sheets.iter().all(|sheet| sheet.layout.is_none()) {
        set_aside(&mut out);
    }
    out
}

/// A file without any inventory is one problem, not one for each of its sheets.
fn set_aside(out: &mut FileExtract) {
    let names: Vec<&str> = out.sheets.iter().map(|sheet| &*sheet.name).collect();
    out.problems = vec![Problem::new(Code::NoInventory, Place::file(out.file.clone()), names.join(", "))];
}

fn says_synthetic(sheet: &Sheet, words: &Words) -> bool {
    let cells = sheet.rows.iter().take(ROWS_SEARCHED_FOR_MARK).flat_map(|row| &row.cells);
    cells.filter_map(|(_, value)| value.text()).any(|text| words.says_synthetic(text))
}

fn read_sheet(
    sheet: &Sheet,
    file: &Arc<str>,
    month: Month,
    layouts: &Layouts,
    reference: &Reference,
    problems: &mut Vec<Problem>,
) -> SheetExtract {
    let mut account = Account::of_sheet(sheet.rows.len());
    let place = Place::sheet(file.clone(), sheet.name.clone());
    let Some((layout, header)) = recognise(sheet, layouts) else {
        account.book(Fate::Note, sheet.rows.len() as u64);
        if !sheet.rows.is_empty() {
            let code = if sheet.visible { Code::SheetLeftOut } else { Code::HiddenSheet };
            problems.push(Problem::new(code, place, &*sheet.name));
        }
        return SheetExtract { name: sheet.name.clone(), layout: None, columns: Arc::default(), account, records: Vec::new() };
    };
    let first = header.last + 1 - header.lines;
    account.book(Fate::Note, first as u64);
    account.book(Fate::Heading, header.lines as u64);
    column_problems(&header, layout, &place, sheet.rows[header.last].index, problems);
    let owner = owner::of_sheet(&reference.municipalities, month, &sheet.name, &sheet.rows[..first], file);
    let mut reader = RowReader {
        cells: Cells { layout, header: &header, words: &layouts.words, place, problems: Vec::new() },
        whose: Whose::new(reference, month, owner),
        components: ComponentCells::new(&reference.components),
        names: NameCells::new(&reference.names),
    };
    let records = read_rows(&sheet.rows, &header, &mut reader, &mut account);
    problems.append(&mut reader.cells.problems);
    SheetExtract { name: sheet.name.clone(), layout: Some(layout.id.clone()), columns: Arc::new(header.columns), account, records }
}

/// The first layout that has a header here. A hidden sheet is an old copy or a list to choose from, not an inventory.
fn recognise<'a>(sheet: &Sheet, layouts: &'a Layouts) -> Option<(&'a Layout, Header)> {
    if !sheet.visible {
        return None;
    }
    let lines = header::lines(&sheet.rows);
    layouts.layouts.iter().find_map(|layout| header::find(&lines, layout).map(|header| (layout, header)))
}

fn read_rows(rows: &[Row], header: &Header, reader: &mut RowReader<'_>, account: &mut Account) -> Vec<Record> {
    let name = header.columns.get(&Field::Name).copied().unwrap_or_default();
    let heading = rows[header.last].get(name).map(Value::shown);
    let mut records = Vec::new();
    for row in &rows[header.last + 1..] {
        let repeats = heading.is_some() && row.cells.len() > 1 && row.get(name).map(Value::shown) == heading;
        match if repeats { Taken::Fate(Fate::Heading) } else { reader.take(row) } {
            Taken::Record(record) => records.push(*record),
            Taken::Fate(fate) => account.book(fate, 1),
        }
    }
    records
}
