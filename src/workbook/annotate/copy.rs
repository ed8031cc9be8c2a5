//! One sheet of the copy: each value at its own address, with its mark and its note.

use std::collections::BTreeMap;

use anyhow::Result;
use rust_xlsxwriter::{Format, Note, Worksheet};

use super::super::names::cut;
use super::super::sheet::{MAX_COLUMNS, MAX_ROWS, put};
use super::marks::{Mark, Marks};
use super::text::Text;
use crate::inventory::Recognised;
use crate::sources::{Row, Sheet};
use crate::terms::CellRef;

/// Beyond this number of notes on a sheet, spreadsheet programs become slow.
const MAX_NOTES: usize = 20_000;
/// UTF-16 units that a note can hold, with room for the name of its author.
const MAX_NOTE: usize = 32_000;
/// Columns are as wide as the longest text in the first rows, within these bounds, in characters.
const ROWS_MEASURED: usize = 200;
const WIDEST: usize = 45;
const NARROWEST: usize = 9;

/// A sheet with the name that it has in the copy.
pub struct Copied<'a> {
    pub sheet: &'a Sheet,
    pub recognised: &'a Recognised,
    pub name: String,
}

/// What did not fit.
#[derive(Debug, Default)]
struct Lost {
    cut: usize,
    beyond: usize,
    unmarked: usize,
}

impl Copied<'_> {
    /// Writes the sheet; gives a line on each thing that did not fit.
    pub fn write(&self, out: &mut Worksheet, marks: &Marks, text: &Text) -> Result<Vec<String>> {
        out.set_name(&self.name)?.set_hidden(!self.sheet.visible);
        let formats: BTreeMap<Mark, Format> = Mark::LEGEND.into_iter().map(|mark| (mark, mark.format())).collect();
        let (plain, head) = (Format::new(), Format::new().set_bold());
        let mut lost = Lost::default();
        for row in &self.sheet.rows {
            let own = if self.recognised.header_rows.contains(&row.index) { &head } else { &plain };
            for (column, value) in &row.cells {
                let Some(place) = within(row.index, *column) else {
                    lost.beyond += 1;
                    continue;
                };
                let format = marks.at(row.index, *column).and_then(|mark| formats.get(&mark)).unwrap_or(own);
                lost.cut += usize::from(!put(out, row.index, place, value, format)?);
            }
        }
        lost.unmarked = notes(out, marks, self.sheet, &formats)?;
        widths(out, &self.sheet.rows)?;
        if let Some(last) = self.recognised.header_rows.last().filter(|row| **row + 1 < MAX_ROWS) {
            out.set_freeze_panes(last + 1, 0)?;
        }
        Ok(lost.told(&self.name, text))
    }
}

impl Lost {
    fn told(&self, sheet: &str, text: &Text) -> Vec<String> {
        let parts = [(self.cut, text.cut), (self.beyond, text.beyond), (self.unmarked, text.unmarked)];
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("'{sheet}': {count} {what}")).collect()
    }
}

/// The column as the library takes it, when the cell lies within a sheet.
pub fn within(row: u32, column: u32) -> Option<u16> {
    (row < MAX_ROWS && column < MAX_COLUMNS).then(|| u16::try_from(column).ok()).flatten()
}

/// Notes on the marked cells, and a mark on those that are empty; gives how many have no note.
fn notes(out: &mut Worksheet, marks: &Marks, sheet: &Sheet, formats: &BTreeMap<Mark, Format>) -> Result<usize> {
    let inside = marks.cells.iter().filter_map(|(cell, (mark, note))| Some((cell, within(cell.row, cell.column)?, mark, note)));
    let mut without = 0;
    for (number, (cell, column, mark, note)) in inside.enumerate() {
        if let Some(format) = formats.get(mark).filter(|_| is_empty(sheet, *cell)) {
            out.write_blank(cell.row, column, format)?;
        }
        if number < MAX_NOTES {
            let lines = u32::try_from(note.chars().count() / 45 + note.lines().count()).unwrap_or(40).min(40);
            let note = Note::new(cut(note, MAX_NOTE)).set_author(super::super::AUTHOR).set_width(340).set_height(30 + 16 * lines);
            out.insert_note(cell.row, column, &note)?;
        } else {
            without += 1;
        }
    }
    Ok(without)
}

fn is_empty(sheet: &Sheet, cell: CellRef) -> bool {
    let row = sheet.rows.binary_search_by_key(&cell.row, |row| row.index).ok().map(|at| &sheet.rows[at]);
    row.and_then(|row| row.get(cell.column)).is_none()
}

fn widths(out: &mut Worksheet, rows: &[Row]) -> Result<()> {
    let mut widths: BTreeMap<u32, usize> = BTreeMap::new();
    for row in rows.iter().take(ROWS_MEASURED).filter(|row| row.cells.len() > 1) {
        for (column, value) in &row.cells {
            let width = widths.entry(*column).or_insert(NARROWEST);
            *width = (*width).max(value.shown().chars().take(WIDEST).count() + 1).min(WIDEST);
        }
    }
    for (column, width) in widths {
        if let Some(column) = within(0, column) {
            out.set_column_width(column, u32::try_from(width)?)?;
        }
    }
    Ok(())
}
