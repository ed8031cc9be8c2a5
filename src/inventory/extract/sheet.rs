//! One sheet: what it is, by which layout it is read, and the records of each of its tables. A sheet that is no inventory is left
//! out, with a word on why.

use std::sync::Arc;

use super::SheetExtract;
use super::cells::Cells;
use super::components::ComponentCells;
use super::organisations::OrganisationCells;
use super::problems::column_problems;
use super::row::{RowReader, Taken};
use super::tables::{Table, filled_down, is_transposed, side, tables};
use super::whose::Whose;
use crate::inventory::header::{self, Header, Line, Spelling};
use crate::inventory::{Account, Fate, Field, Layout, Layouts, Record, owner};
use crate::problem::{Code, Place, Problem};
use crate::reference::Reference;
use crate::sources::{Row, Sheet, Value};
use crate::terms::Month;

/// No more tables than this stand beside each other; of more, columns are told as double.
const MOST_BESIDE: usize = 16;

/// What sheets are read with.
pub struct SheetReader<'a> {
    pub file: &'a Arc<str>,
    pub month: Month,
    pub layouts: &'a Layouts,
    pub reference: &'a Reference,
}

impl SheetReader<'_> {
    /// The tables of a sheet; one without a layout when it is left out.
    pub fn read(&self, sheet: &Sheet, problems: &mut Vec<Problem>) -> Vec<SheetExtract> {
        self.read_side(sheet, MOST_BESIDE, problems)
    }

    fn read_side(&self, sheet: &Sheet, beside: usize, problems: &mut Vec<Problem>) -> Vec<SheetExtract> {
        if !sheet.visible {
            return vec![self.left_out(sheet, Code::HiddenSheet, None, problems)];
        }
        let lines = header::lines(sheet, &self.layouts.header_words);
        let Some((layout, mut header)) = self.recognise(&lines) else {
            let (code, why) = self.why_not(sheet, &lines);
            return vec![self.left_out(sheet, code, why, problems)];
        };
        if !layout.is_particular()
            && let Some(kind) = self.layouts.kinds.instead(&sheet.name, &lines, &header, &sheet.rows)
        {
            return vec![self.left_out(sheet, Code::SheetLeftOut, Some(kind.id.clone()), problems)];
        }
        if let Some(start) = header::second_table(&lines, &header, layout).filter(|_| beside > 0) {
            let sides = [side(sheet, |column| column < start), side(sheet, |column| column >= start)];
            return sides.iter().flat_map(|side| self.read_side(side, beside - 1, problems)).collect();
        }
        header.choose(&sheet.rows[header.last + 1..]);
        let sheet = &filled_down(sheet, sheet.rows[header.last].index);
        let tables = tables(sheet, &lines, header, layout, &self.layouts.header_words);
        tables.into_iter().map(|table| self.table(sheet, table, layout, problems)).collect()
    }

    /// The first layout that has a header here; spelled rightly, if one has. A layout that asks for headers asks for them as they are.
    fn recognise(&self, lines: &[Line]) -> Option<(&Layout, Header)> {
        let by = |spelling| {
            let tried = self.layouts.layouts.iter().filter(|layout| spelling == Spelling::Exact || !layout.is_particular());
            tried.into_iter().find_map(|layout| header::find(lines, layout, spelling).map(|header| (layout, header)))
        };
        by(Spelling::Exact).or_else(|| by(Spelling::Nearly))
    }

    fn why_not(&self, sheet: &Sheet, lines: &[Line]) -> (Code, Option<String>) {
        if let Some(kind) = self.layouts.kinds.of_sheet(&sheet.name, lines) {
            return (Code::SheetLeftOut, Some(kind.id.clone()));
        }
        if self.layouts.layouts.iter().any(|layout| is_transposed(sheet, lines, layout)) {
            return (Code::SheetTransposed, None);
        }
        (Code::SheetLeftOut, None)
    }

    fn left_out(&self, sheet: &Sheet, code: Code, why: Option<String>, problems: &mut Vec<Problem>) -> SheetExtract {
        let mut account = Account::of_sheet(sheet.rows.len());
        account.book(Fate::Note, sheet.rows.len() as u64);
        if !sheet.rows.is_empty() {
            let place = Place::sheet(self.file.clone(), sheet.name.clone());
            problems.push(Problem::new(code, place, &*sheet.name).with_hint(why));
        }
        SheetExtract { name: sheet.name.clone(), layout: None, columns: Arc::default(), account, records: Vec::new() }
    }

    fn table(&self, sheet: &Sheet, table: Table, layout: &Layout, problems: &mut Vec<Problem>) -> SheetExtract {
        let header = &table.header;
        let rows = &sheet.rows[table.rows.clone()];
        let mut account = Account::of_sheet(table.titles.len() + header.lines + rows.len());
        account.book(Fate::Note, table.titles.len() as u64);
        account.book(Fate::Heading, header.lines as u64);
        let place = Place::sheet(self.file.clone(), sheet.name.clone());
        column_problems(header, layout, &place, sheet.rows[header.last].index, problems);
        let titles = &sheet.rows[table.titles.clone()];
        let owner = owner::of_sheet(&self.reference.municipalities, self.month, &sheet.name, titles, self.file);
        let cells =
            Cells { layout, header, words: &self.layouts.words, place, heading: heading(sheet, header), problems: Vec::new() };
        let mut reader = RowReader {
            organisations: OrganisationCells::new(&self.layouts.organisations, self.reference, self.month, rows, &cells),
            cells,
            whose: Whose::new(self.reference, self.month, owner),
            components: ComponentCells::new(&self.reference.components),
        };
        let mut records = read_rows(rows, &table, &mut reader, &mut account);
        problems.append(&mut reader.cells.problems);
        self.say_for_all(&mut records, sheet, titles, header);
        let columns = Arc::new(table.header.columns);
        SheetExtract { name: sheet.name.clone(), layout: Some(layout.id.clone()), columns, account, records }
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
}

/// The texts of the header's last line, by column.
fn heading<'a>(sheet: &'a Sheet, header: &Header) -> &'a Row {
    &sheet.rows[header.last]
}

fn read_rows(rows: &[Row], table: &Table, reader: &mut RowReader<'_>, account: &mut Account) -> Vec<Record> {
    let name = table.header.columns.get(&Field::Name).copied().unwrap_or_default();
    let heading = reader.cells.heading.get(name).map(Value::shown);
    let mut records = Vec::new();
    for (position, row) in table.rows.clone().zip(rows) {
        let alike = heading.is_some() && row.cells.len() > 1 && row.get(name).map(Value::shown) == heading;
        let repeats = alike || table.repeats.contains(&position);
        let taken = match table.page_titles.contains(&position) {
            true => Taken::Fate(Fate::Note),
            false if repeats => Taken::Fate(Fate::Heading),
            false => reader.take(row),
        };
        match taken {
            Taken::Record(record) => records.push(*record),
            Taken::Fate(fate) => account.book(fate, 1),
        }
    }
    records
}
