//! The filled-in workbook, read by the project's own reader: its rows by column, with the address of each cell.
//!
//! Sheets are known by their marks and columns by their headers, so that an office program may sort, widen and save as it likes.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result, bail};

use crate::problem::Place;
use crate::sources::{Row, Sheet, Source, Value};
use crate::workbook::{ReviewColumn, ReviewWords, SheetWords};

/// A row of the sheet that lists systems.
pub type ListedSystem = BTreeMap<ReviewColumn, String>;

/// A table of the workbook.
#[derive(Debug)]
pub struct Table {
    place: Place,
    columns: BTreeMap<ReviewColumn, u32>,
    pub rows: Vec<Row>,
    /// What stands above the header, by column: the reviewer's name and the date.
    above: BTreeMap<ReviewColumn, Value>,
}

/// The two tables that decisions are made from.
#[derive(Debug)]
pub struct Filled {
    pub decisions: Table,
    /// The systems of each group, by the group's name.
    pub systems: BTreeMap<String, Vec<ListedSystem>>,
}

impl Filled {
    /// Finds the tables in a workbook that was read.
    ///
    /// # Errors
    /// When it could not be read, or is no workbook of reviews.
    pub fn read(source: &Source, words: &ReviewWords) -> Result<Self> {
        if let Some(problem) = &source.problem {
            bail!("{}: {}", source.file.name, crate::problem::message(problem, crate::terms::Lang::En));
        }
        let find = |sheet: &SheetWords| table(source, sheet, words).with_context(|| format!("in {}", source.file.name));
        let (decisions, listed) = (find(&words.decisions)?, find(&words.systems)?);
        let mut systems: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for row in &listed.rows {
            let cells: ListedSystem = listed.columns.keys().map(|column| (*column, listed.text(row, *column))).collect();
            let case = cells.get(&ReviewColumn::Case).cloned().unwrap_or_default();
            systems.entry(case).or_default().push(cells);
        }
        Ok(Self { decisions, systems })
    }
}

impl Table {
    /// What stands in a column of a row, without space around it; of the name and date above the header where the row has none.
    pub fn value<'a>(&'a self, row: &'a Row, column: ReviewColumn) -> Option<&'a Value> {
        let own = self.columns.get(&column).and_then(|at| row.get(*at));
        own.filter(|value| !value.shown().trim().is_empty()).or_else(|| self.above.get(&column))
    }

    /// The same as a text; empty for nothing.
    pub fn text(&self, row: &Row, column: ReviewColumn) -> String {
        self.value(row, column).map(|value| value.shown().trim().to_owned()).unwrap_or_default()
    }

    /// The address of a cell, as a spreadsheet's name box takes it.
    pub fn address(&self, row: &Row, column: ReviewColumn) -> String {
        let at = self.columns.get(&column).copied().unwrap_or_default();
        self.place.at(row.index, at).address().unwrap_or_default()
    }
}

fn table(source: &Source, sheet_words: &SheetWords, words: &ReviewWords) -> Result<Table> {
    let marked = |sheet: &&Sheet| first_text(sheet).is_some_and(|text| sheet_words.marks(text));
    let Some(sheet) = source.sheets.iter().find(marked) else {
        bail!("no sheet begins with '{}': this is no workbook of reviews", sheet_words.mark.get(crate::terms::Lang::Nl));
    };
    let column = |value: &Value| value.text().and_then(|text| words.column(sheet_words, text));
    let headers = |row: &Row| -> BTreeMap<ReviewColumn, u32> {
        row.cells.iter().filter_map(|(at, value)| Some((column(value)?, *at))).collect()
    };
    let Some((at, columns)) =
        sheet.rows.iter().map(headers).enumerate().find(|(_, columns)| columns.contains_key(&ReviewColumn::Case))
    else {
        bail!("sheet '{}' has no row of headers", sheet.name);
    };
    if let Some(lacking) = sheet_words.columns.iter().find(|column| !columns.contains_key(column)) {
        bail!("sheet '{}' lacks the column '{}'", sheet.name, words.header(*lacking, crate::terms::Lang::Nl));
    }
    let place = Place::sheet(source.file.name.clone(), Arc::clone(&sheet.name));
    Ok(Table { place, columns, rows: sheet.rows[at + 1..].to_vec(), above: above(&sheet.rows[..at], column) })
}

/// Labels with a value beside them.
fn above(rows: &[Row], column: impl Fn(&Value) -> Option<ReviewColumn>) -> BTreeMap<ReviewColumn, Value> {
    let labelled = |row: &Row| {
        let (label, value) = (row.cells.first()?, row.cells.get(1)?);
        Some((column(&label.1)?, value.1.clone()))
    };
    rows.iter().filter_map(labelled).collect()
}

fn first_text(sheet: &Sheet) -> Option<&str> {
    sheet.rows.first()?.cells.first()?.1.text()
}
