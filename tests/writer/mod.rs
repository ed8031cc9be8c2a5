//! Workbooks as values, and writers for every file format that an office sends.
//!
//! For the sample inventories and for test cases, which must also show what ordinary libraries refuse to write: error
//! cells, hidden sheets, half-merged headers, old binary formats. Not for reports: those are published elsewhere.
//! The same book gives the same bytes: no clock, no random ids, fixed times inside archives.

#![allow(dead_code, reason = "each program that includes the writers uses a part of them")]

mod binary;
mod csv;
mod ods;
pub mod package;
#[cfg(test)]
mod readback;
mod xls;
mod xls_cells;
mod xlsb;
mod xlsb_cells;
mod xlsb_styles;
mod xlsx;

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::NaiveDate;

/// A workbook: sheets in the order of their tabs.
#[derive(Debug, Clone, Default)]
pub struct Book {
    pub sheets: Vec<Sheet>,
}

/// One sheet, with cells by row and column counted from zero.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub name: String,
    pub hidden: bool,
    pub cells: BTreeMap<(u32, u16), Cell>,
    /// First row, first column, last row, last column. The first cell alone holds the value.
    pub merges: Vec<(u32, u16, u32, u16)>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    Bool(bool),
    /// Stored as a serial number with a date format, as a spreadsheet does.
    Date(NaiveDate),
    /// An amount in euro, stored as a number with a euro format.
    Money(f64),
    /// `#N/A`, `#REF!`, `#DIV/0!`, `#VALUE!`, `#NAME?`, `#NUM!` or `#NULL!`.
    Error(&'static str),
    /// A formula with the value that it had when the file was saved.
    Formula {
        text: String,
        cached: Box<Cell>,
    },
}

/// The file formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Xlsx,
    /// A workbook that says it may hold macros, without any.
    Xlsm,
    Xlsb,
    /// BIFF8, the format of Excel 97 to 2003.
    Xls,
    Ods,
    /// The first sheet as text, with values as a Dutch spreadsheet shows them.
    Csv {
        delimiter: char,
        encoding: Encoding,
    },
}

/// The encodings in which text files arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf8Bom,
    Utf16Le,
    Windows1252,
}

/// The bytes of the book in this format.
///
/// # Errors
/// Where the format cannot hold the book: too many rows, a character that is not in the encoding, overlapping merges.
pub fn write(book: &Book, format: Format) -> Result<Vec<u8>> {
    match format {
        Format::Xlsx => xlsx::write(book),
        Format::Xlsm => xlsx::write_macro_enabled(book),
        Format::Xlsb => xlsb::write(book),
        Format::Xls => xls::write(book),
        Format::Ods => ods::write(book),
        Format::Csv { delimiter, encoding } => csv::write(book, delimiter, encoding),
    }
}

impl Sheet {
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub fn put(&mut self, row: u32, column: u16, cell: Cell) {
        self.cells.insert((row, column), cell);
    }

    /// The number of rows and columns up to the last used cell.
    fn size(&self) -> (u32, u16) {
        let rows = self.cells.keys().map(|(row, _)| row + 1).max().unwrap_or(0);
        let columns = self.cells.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
        (rows, columns)
    }

    /// The cells row by row, leaving out rows without any.
    fn rows(&self) -> BTreeMap<u32, Vec<(u16, &Cell)>> {
        let mut rows: BTreeMap<u32, Vec<(u16, &Cell)>> = BTreeMap::new();
        for ((row, column), cell) in &self.cells {
            rows.entry(*row).or_default().push((*column, cell));
        }
        rows
    }
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// The serial number of a day in the 1900 date system, right for days after February 1900.
fn serial(day: NaiveDate) -> f64 {
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    i32::try_from((day - epoch).num_days()).map_or(0.0, f64::from)
}
