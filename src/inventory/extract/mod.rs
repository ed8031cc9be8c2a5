//! One file's sheets to records: chooses a layout, finds the header, and gives every row a fate or a record.

mod cells;
mod components;
mod problems;
mod row;
mod whose;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use self::cells::Cells;
use self::components::ComponentCells;
use self::problems::column_problems;
use self::row::{RowReader, Taken};
use self::whose::Whose;
use super::correction::{Concerned, ForFile, OfSheet};
use super::header::{self, Header};
use super::submission::Version;
use super::words::Words;
use super::{Account, Fate, Field, Layout, Layouts, Owner, Recognised, Record, owner};
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
    /// How the sheet was understood, for people.
    pub recognised: Recognised,
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
    let mut corrections = layouts.corrections.for_file(&out.file, month);
    corrections.look_for_sheets(&source.sheets);
    let mut empty = Vec::new();
    for mut sheet in source.sheets {
        let of_sheet = corrections.correct(&mut sheet);
        let mut reading = Reading { file: &out.file, month, layouts, reference, corrections: &mut corrections };
        let (extract, owner) = reading.sheet(&sheet, &of_sheet, &mut out.problems);
        if extract.is_empty_inventory() {
            empty.push((extract.name.clone(), owner));
        }
        out.sheets.push(extract);
    }
    out.corrections = corrections.concerned();
    if out.sheets.iter().all(|sheet| sheet.layout.is_none() || sheet.is_empty_inventory()) {
        out.problems.extend(empty.iter().map(|(sheet, owner)| empty_inventory(&out.file, sheet, owner.as_ref(), reference)));
    }
    if !out.sheets.is_empty() && out.sheets.iter().all(|sheet| sheet.layout.is_none()) {
        set_aside(&mut out);
    }
    out.problems.append(&mut corrections.problems);
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

/// An inventory without any row says that there are no systems, which nobody means: an earlier one stays.
fn empty_inventory(file: &Arc<str>, sheet: &Arc<str>, owner: Option<&Owner>, reference: &Reference) -> Problem {
    let place = Place::sheet(file.clone(), sheet.clone());
    match owner {
        Some(Owner::Municipality(code)) => {
            let name = reference.municipalities.name(code).unwrap_or(code);
            Problem::new(Code::EmptyInventory, place, name).about(&**code)
        }
        Some(Owner::Partnership(name) | Owner::Body(name)) => Problem::new(Code::EmptyInventory, place, &**name),
        None => Problem::new(Code::EmptyInventory, place, &**sheet),
    }
}

impl SheetExtract {
    /// Read by a layout, and nothing stands under its header.
    fn is_empty_inventory(&self) -> bool {
        self.layout.is_some() && self.records.is_empty() && self.account.of(Fate::SetAside) == 0
    }
}

/// What the sheets of one file are read with.
struct Reading<'a, 'c> {
    file: &'a Arc<str>,
    month: Month,
    layouts: &'a Layouts,
    reference: &'a Reference,
    corrections: &'a mut ForFile<'c>,
}

/// Whether this program made the sheet, beside an inventory: an explanation, lists to choose from, findings.
fn is_own(sheet: &Sheet, words: &Words) -> bool {
    let first = sheet.rows.first().and_then(|row| row.cells.first());
    first.and_then(|(_, value)| value.text()).is_some_and(|text| words.marks_own_sheet(text))
}

impl<'a> Reading<'a, '_> {
    /// What a sheet gives, and whose it is as a whole.
    fn sheet(&mut self, sheet: &Sheet, corrected: &OfSheet<'_>, problems: &mut Vec<Problem>) -> (SheetExtract, Option<Owner>) {
        let (file, layouts, reference) = (self.file, self.layouts, self.reference);
        let mut account = Account::of_sheet(sheet.rows.len());
        let place = Place::sheet(file.clone(), sheet.name.clone());
        let own = is_own(sheet, &layouts.words);
        let recognised = if own { None } else { self.recognise(sheet, corrected) };
        let Some((layout, header)) = recognised else {
            account.book(Fate::Note, sheet.rows.len() as u64);
            if !sheet.rows.is_empty() && !own && !corrected.ignored {
                let code = if sheet.visible { Code::SheetLeftOut } else { Code::HiddenSheet };
                problems.push(Problem::new(code, place, &*sheet.name));
            }
            let (name, recognised) = (sheet.name.clone(), Recognised::left_out(sheet, own));
            return (SheetExtract { name, layout: None, columns: Arc::default(), account, records: Vec::new(), recognised }, None);
        };
        let first = header.last + 1 - header.lines;
        account.book(Fate::Note, first as u64);
        account.book(Fate::Heading, header.lines as u64);
        column_problems(&header, layout, &place, sheet.rows[header.last].index, problems);
        let owner = owner::of_sheet(reference, self.month, &sheet.name, &sheet.rows[..first], file);
        let owner = self.corrections.owner(&sheet.name, owner, reference, self.month);
        let recognised = Recognised::of(&header, layout, &sheet.rows, owner.clone());
        let mut reader = RowReader {
            cells: Cells { layout, header: &header, words: &layouts.words, place, problems: Vec::new() },
            whose: Whose::new(reference, self.month, owner.clone()),
            components: ComponentCells::new(&reference.components),
        };
        let records = self.rows(&sheet.rows, &header, corrected, &mut reader, &mut account);
        problems.append(&mut reader.cells.problems);
        let (name, layout) = (sheet.name.clone(), Some(layout.id.clone()));
        (SheetExtract { name, layout, columns: Arc::new(header.columns), account, records, recognised }, owner)
    }

    /// The first layout that has a header here. A hidden sheet is an old copy or a list to choose from, not an inventory.
    fn recognise(&mut self, sheet: &Sheet, corrected: &OfSheet<'_>) -> Option<(&'a Layout, Header)> {
        if corrected.ignored {
            return None;
        }
        if let Some((layout, row)) = corrected.layout {
            let layout = self.layouts.layouts.iter().find(|known| *known.id == *layout)?;
            let header = header_in(&sheet.rows, row, layout);
            if header.is_none() {
                self.corrections.miss_header(&sheet.name);
            }
            return header.map(|header| (layout, header));
        }
        if !sheet.visible {
            return None;
        }
        let lines = header::lines(&sheet.rows);
        self.layouts.layouts.iter().find_map(|layout| header::find(&lines, layout).map(|header| (layout, header)))
    }

    fn rows(
        &mut self,
        rows: &[Row],
        header: &Header,
        corrected: &OfSheet<'_>,
        reader: &mut RowReader<'_>,
        account: &mut Account,
    ) -> Vec<Record> {
        let name = header.columns.get(&Field::Name).copied().unwrap_or_default();
        let heading = rows[header.last].get(name).map(Value::shown);
        let replaces = self.corrections.replaces_values();
        let mut records = Vec::new();
        for row in &rows[header.last + 1..] {
            if corrected.rows_aside.contains(&row.index) {
                account.book(Fate::SetAside, 1);
                continue;
            }
            let row = if replaces { self.replaced(row, reader) } else { Cow::Borrowed(row) };
            let repeats = heading.is_some() && row.cells.len() > 1 && row.get(name).map(Value::shown) == heading;
            let before = reader.cells.problems.len();
            match if repeats { Taken::Fate(Fate::Heading) } else { reader.take(&row) } {
                Taken::Record(record) => {
                    about_owner(&mut reader.cells.problems[before..], &record.owner);
                    records.push(*record);
                }
                Taken::Fate(fate) => account.book(fate, 1),
            }
        }
        records
    }

    fn replaced<'r>(&mut self, row: &'r Row, reader: &mut RowReader<'_>) -> Cow<'r, Row> {
        let owner = reader.whose.quietly(&reader.cells, row);
        let (columns, place) = (&reader.cells.header.columns, &reader.cells.place);
        self.corrections.replaced(row, owner.as_ref(), columns, place, self.reference, self.month)
    }
}

/// What is wrong with a row concerns whose it is.
fn about_owner(problems: &mut [Problem], owner: &Owner) {
    if let Owner::Municipality(code) = owner {
        for problem in problems {
            problem.municipality = Some(code.to_string());
        }
    }
}

/// The header in one row, when that row is one.
fn header_in(rows: &[Row], row: u32, layout: &Layout) -> Option<Header> {
    let at = rows.iter().position(|other| other.index == row)?;
    let lines = header::lines(&rows[at..=at]);
    header::find(&lines, layout).map(|header| Header { last: at, ..header })
}
