//! One sheet: what it is, by which layout it is read, and the records of each of its tables. A sheet that is no inventory is left
//! out, with a word on why.

use std::borrow::Cow;
use std::sync::Arc;

use super::SheetExtract;
use super::cells::Cells;
use super::column_facts::ColumnFacts;
use super::components::ComponentCells;
use super::coupling;
use super::directory::Directory;
use super::mend::{Mended, repairs};
use super::organisations::OrganisationCells;
use super::prepare::Preparer;
use super::problems::column_problems;
use super::row::{RowReader, Taken};
use super::tables::{Table, filled_down, is_transposed, side, tables};
use super::whose::Whose;
use crate::inventory::correction::{ForFile, OfSheet};
use crate::inventory::header::{self, Header, Line, Spelling};
use crate::inventory::layout::Holds;
use crate::inventory::{Account, Fate, Field, Layout, Layouts, Owner, Recognised, Record, SheetLeftOut, Words, owner};
use crate::problem::{Code, Place, Problem};
use crate::reference::Reference;
use crate::sources::{Row, Sheet, Value};
use crate::terms::{Lang, Month};

/// No more tables than this stand beside each other; of more, columns are told as double.
const MOST_BESIDE: usize = 16;

/// A misspelt line is the header, and not a first row of values, when it has this many fields more than the line above it.
const MORE_BELOW_GROUPS: usize = 2;

/// What sheets are read with.
pub struct SheetReader<'a, 'c> {
    pub file: &'a Arc<str>,
    pub month: Month,
    pub layouts: &'a Layouts,
    pub reference: &'a Reference,
    pub corrections: &'a mut ForFile<'c>,
    /// Names by id, from the other sheets of the workbook.
    pub directory: &'a Directory,
    /// The texts of the sheet that were repaired.
    pub mended: Vec<Mended>,
}

/// What is known of a table before its rows are read.
pub struct Known<'s> {
    pub sheet: &'s Sheet,
    pub layout: &'s Layout,
    pub corrected: &'s OfSheet<'s>,
    pub owner: Option<Owner>,
    pub account: Account,
}

impl<'a> SheetReader<'a, '_> {
    /// The tables of a sheet; one without a layout when it is left out. A correction goes before what the sheet looks like.
    pub fn read(&mut self, sheet: &Sheet, corrected: &OfSheet<'_>, problems: &mut Vec<Problem>) -> Vec<SheetExtract> {
        self.read_side(sheet, corrected, MOST_BESIDE, problems)
    }

    fn read_side(
        &mut self,
        sheet: &Sheet,
        corrected: &OfSheet<'_>,
        beside: usize,
        problems: &mut Vec<Problem>,
    ) -> Vec<SheetExtract> {
        if is_own(sheet, &self.layouts.words) {
            return vec![left_out(sheet, SheetLeftOut::Own, None)];
        }
        if corrected.ignored || sheet.rows.is_empty() {
            return vec![left_out(sheet, if corrected.ignored { SheetLeftOut::Ignored } else { SheetLeftOut::Empty }, None)];
        }
        let lines = header::lines(sheet, &self.layouts.header_words);
        if let Some((layout, row)) = corrected.layout {
            return match self.header_in(sheet, row, layout) {
                Some((layout, header)) => self.tables(sheet, &lines, header, layout, corrected, problems),
                None => vec![self.told(sheet, SheetLeftOut::NoHeader, None, problems)],
            };
        }
        if !sheet.visible {
            return vec![self.told(sheet, SheetLeftOut::Hidden, None, problems)];
        }
        let Some((layout, header)) = self.recognise(&lines) else {
            let (why, kind) = self.why_not(sheet, &lines);
            return vec![self.told(sheet, why, kind, problems)];
        };
        if !layout.is_particular()
            && let Some(kind) = self.layouts.kinds.instead(&sheet.name, &lines, &header, &sheet.rows)
        {
            return vec![self.told(sheet, SheetLeftOut::OtherKind, Some(kind.id.clone()), problems)];
        }
        if layout.holds == Holds::NoUse {
            let place = Place::sheet(self.file.clone(), sheet.name.clone());
            problems.push(Problem::new(Code::NoUse, place, layout.title.clone()).with_hint(Some(layout.title_in(Lang::Nl))));
            return vec![SheetExtract { layout: Some(layout.id.clone()), ..left_out(sheet, SheetLeftOut::NoUse, None) }];
        }
        if let Some(start) = header::second_table(&lines, &header, layout).filter(|_| beside > 0) {
            let sides = [side(sheet, |column| column < start), side(sheet, |column| column >= start)];
            return sides.iter().flat_map(|side| self.read_side(side, corrected, beside - 1, problems)).collect();
        }
        self.tables(sheet, &lines, header, layout, corrected, problems)
    }

    fn tables(
        &mut self,
        sheet: &Sheet,
        lines: &[Line],
        mut header: Header,
        layout: &'a Layout,
        corrected: &OfSheet<'_>,
        problems: &mut Vec<Problem>,
    ) -> Vec<SheetExtract> {
        header.choose(&sheet.rows[header.last + 1..]);
        let place = Place::sheet(self.file.clone(), sheet.name.clone());
        let mut sheet = filled_down(sheet, sheet.rows[header.last].index);
        let mut preparer = Preparer::new(layout, &self.layouts.words, self.directory, self.month, &place, problems);
        if let Some(rows) = preparer.rows(&sheet, &mut header) {
            sheet.to_mut().rows = rows;
        }
        let tables = tables(&sheet, lines, header, layout, &self.layouts.header_words);
        let read = |table: Table| {
            let titles = &sheet.rows[table.titles.clone()];
            let mut account = Account::of_sheet(titles.len() + table.header.lines + table.rows.len());
            account.book(Fate::Note, titles.len() as u64);
            account.book(Fate::Heading, table.header.lines as u64);
            let owner = owner::of_sheet(self.reference, self.month, &sheet.name, titles, self.file);
            let owner = self.corrections.owner(&sheet.name, owner, self.reference, self.month);
            self.table(table, Known { sheet: &sheet, layout, corrected, owner, account }, problems)
        };
        tables.into_iter().map(read).collect()
    }

    /// The first layout that has a header here; spelled rightly, if one has. A layout that asks for headers asks for them as they are.
    pub fn recognise(&self, lines: &[Line]) -> Option<(&'a Layout, Header)> {
        let by = |spelling| {
            let tried = self.layouts.layouts.iter().filter(|layout| spelling == Spelling::Exact || !layout.is_particular());
            tried.into_iter().find_map(|layout| header::find(lines, layout, spelling).map(|header| (layout, header)))
        };
        match by(Spelling::Exact) {
            Some((layout, header)) if !layout.is_particular() => Some((layout, below_groups(lines, header, layout))),
            found => found.or_else(|| by(Spelling::Nearly)),
        }
    }

    /// The header in one row, by a layout that a correction names.
    fn header_in(&mut self, sheet: &Sheet, row: u32, layout: &str) -> Option<(&'a Layout, Header)> {
        let layout = self.layouts.layouts.iter().find(|known| *known.id == *layout)?;
        let found = sheet.rows.iter().position(|other| other.index == row).and_then(|at| {
            let line = header::line(&sheet.rows[at], &sheet.merged, &self.layouts.header_words);
            header::find(&[line], layout, Spelling::Exact).map(|mut header| {
                header.last = at;
                header
            })
        });
        if found.is_none() {
            self.corrections.miss_header(&sheet.name);
        }
        found.map(|header| (layout, header))
    }

    fn why_not(&self, sheet: &Sheet, lines: &[Line]) -> (SheetLeftOut, Option<String>) {
        if let Some(kind) = self.layouts.kinds.of_sheet(&sheet.name, lines) {
            return (SheetLeftOut::OtherKind, Some(kind.id.clone()));
        }
        if self.layouts.layouts.iter().any(|layout| is_transposed(sheet, lines, layout)) {
            return (SheetLeftOut::Transposed, None);
        }
        (SheetLeftOut::NoHeader, None)
    }

    /// Leaves a sheet out, and says so.
    fn told(&self, sheet: &Sheet, why: SheetLeftOut, kind: Option<String>, problems: &mut Vec<Problem>) -> SheetExtract {
        let code = match why {
            SheetLeftOut::Hidden => Code::HiddenSheet,
            SheetLeftOut::Transposed => Code::SheetTransposed,
            _ => Code::SheetLeftOut,
        };
        let place = Place::sheet(self.file.clone(), sheet.name.clone());
        problems.push(Problem::new(code, place, &*sheet.name).with_hint(kind.clone()));
        left_out(sheet, why, kind)
    }

    /// Reads the rows of one table into an account that has its titles and header already.
    pub fn table(&mut self, table: Table, known: Known<'_>, problems: &mut Vec<Problem>) -> SheetExtract {
        let Known { sheet, layout, corrected, owner, mut account } = known;
        let header = &table.header;
        let rows = &sheet.rows[table.rows.clone()];
        let place = Place::sheet(self.file.clone(), sheet.name.clone());
        column_problems(header, layout, &place, sheet.rows[header.last].index, problems);
        if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
            problems.extend(repairs(&self.mended, header, first.index..=last.index, &place));
        }
        let facts = ColumnFacts::read(&sheet.rows[..table.rows.end], header, &self.layouts.words, &place, problems);
        let recognised = Recognised::of(header, layout, &sheet.rows, owner.clone());
        let cells = Cells {
            layout,
            header,
            words: &self.layouts.words,
            place,
            heading: heading(sheet, header),
            month: self.month,
            facts,
            problems: Vec::new(),
        };
        let mut reader = RowReader {
            organisations: OrganisationCells::new(&self.layouts.organisations, self.reference, self.month, rows, &cells),
            cells,
            whose: Whose::new(self.reference, self.month, owner),
            components: ComponentCells::new(&self.reference.components),
            names: &self.reference.names,
        };
        let (mut records, mut connections) = (Vec::new(), Vec::new());
        if layout.holds == Holds::Connections {
            connections = coupling::read_rows(rows, &mut reader, &self.layouts.connections, &mut account);
        } else {
            records = self.rows(rows, &table, corrected, &mut reader, &mut account);
        }
        problems.append(&mut reader.cells.problems);
        self.say_for_all(&mut records, sheet, &sheet.rows[table.titles.clone()], header);
        SheetExtract {
            name: sheet.name.clone(),
            position: 0,
            layout: Some(layout.id.clone()),
            holds_systems: layout.holds == Holds::Systems,
            columns: Arc::new(table.header.columns),
            account,
            records: records.into_iter().map(Arc::new).collect(),
            connections,
            recognised,
        }
    }

    /// What the title of the table or the name of the sheet says about rows that have no column for it.
    fn say_for_all(&self, records: &mut [Record], sheet: &Sheet, titles: &[Row], header: &Header) {
        let words = &self.layouts.sheet_words;
        let titles = titles.iter().rev().flat_map(|row| &row.cells).filter_map(|(_, value)| value.text());
        let names: Vec<&str> = titles.chain([&*sheet.name]).collect();
        if !header.columns.contains_key(&Field::Status)
            && let Some(status) = names.iter().find_map(|name| words.status(name))
        {
            for record in records.iter_mut() {
                record.status = Some(status);
            }
        }
        if !header.columns.contains_key(&Field::Domain)
            && let Some(domain) = names.iter().find_map(|name| words.domain(name))
        {
            for record in records {
                record.domain = Some(domain.as_str().into());
            }
        }
    }

    fn rows(
        &mut self,
        rows: &[Row],
        table: &Table,
        corrected: &OfSheet<'_>,
        reader: &mut RowReader<'_>,
        account: &mut Account,
    ) -> Vec<Record> {
        let name = table.header.columns.get(&Field::Name).copied().unwrap_or_default();
        let heading = reader.cells.heading.get(name).map(Value::shown);
        let replaces = self.corrections.replaces_values();
        let mut records = Vec::new();
        for (position, row) in table.rows.clone().zip(rows) {
            let alike = heading.is_some() && row.cells.len() > 1 && row.get(name).map(Value::shown) == heading;
            let before = reader.cells.problems.len();
            let taken = if corrected.rows_aside.contains(&row.index) || reader.has_moved(row) {
                Taken::Fate(Fate::SetAside)
            } else if table.page_titles.contains(&position) {
                Taken::Fate(Fate::Note)
            } else if alike || table.repeats.contains(&position) {
                Taken::Fate(Fate::Heading)
            } else {
                let row = if replaces { self.replaced(row, reader) } else { Cow::Borrowed(row) };
                reader.take(&row)
            };
            match taken {
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

/// What was found may be the line of groups over the header itself, whose words are misspelt.
fn below_groups(lines: &[Line], found: Header, layout: &Layout) -> Header {
    let Some(pair) = lines.get(found.last..found.last + 2) else { return found };
    match header::find(pair, layout, Spelling::Nearly) {
        Some(mut both) if both.last == 1 && both.columns.len() >= found.columns.len() + MORE_BELOW_GROUPS => {
            both.last += found.last;
            both
        }
        _ => found,
    }
}

/// Whether this program made the sheet, beside an inventory: an explanation, lists to choose from, findings.
fn is_own(sheet: &Sheet, words: &Words) -> bool {
    let first = sheet.rows.first().and_then(|row| row.cells.first());
    first.and_then(|(_, value)| value.text()).is_some_and(|text| words.marks_own_sheet(text))
}

/// A sheet of which every row is a note.
pub fn left_out(sheet: &Sheet, why: SheetLeftOut, kind: Option<String>) -> SheetExtract {
    let mut account = Account::of_sheet(sheet.rows.len());
    account.book(Fate::Note, sheet.rows.len() as u64);
    let recognised = Recognised::left_out(why, kind);
    SheetExtract {
        name: sheet.name.clone(),
        position: 0,
        layout: None,
        holds_systems: false,
        columns: Arc::default(),
        account,
        records: Vec::new(),
        connections: Vec::new(),
        recognised,
    }
}

/// What is wrong with a row concerns whose it is.
fn about_owner(problems: &mut [Problem], owner: &Owner) {
    if let Some(code) = owner.municipality() {
        for problem in problems {
            problem.municipality = Some(code.to_string());
        }
    }
}

/// The texts of the header's last line, by column.
fn heading<'a>(sheet: &'a Sheet, header: &Header) -> &'a Row {
    &sheet.rows[header.last]
}
