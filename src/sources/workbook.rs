//! Workbooks through calamine: as a stream where the format allows, whole where it does not.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Cell, CellErrorType, Data, DataRef, ExcelDateTime, Ods, Range, Reader, SheetVisible, Xls, Xlsb, Xlsx};
use chrono::NaiveDate;

use super::file::Unreadable;
use super::limits::{MAX_CELLS, MAX_DENSE_CELLS};
use super::sheet::{RowBuilder, Sheet, Value};
use crate::problem::Code;

type Bytes = Cursor<Vec<u8>>;

/// Reads a workbook that is a zip package: xlsx, xlsm, xlsb or ods.
pub fn read_zip(bytes: Vec<u8>, ending: &str) -> Result<Vec<Sheet>, Unreadable> {
    guarded(|| match package_kind(&bytes, ending) {
        Package::Xlsb => read_xlsb(Cursor::new(bytes)),
        Package::Ods => read_ods(Cursor::new(bytes)),
        Package::Xlsx => read_xlsx(Cursor::new(bytes)),
    })
}

/// Reads a BIFF workbook.
#[expect(clippy::disallowed_methods, reason = "xls has no streaming reader")]
pub fn read_xls(bytes: Vec<u8>) -> Result<Vec<Sheet>, Unreadable> {
    guarded(|| {
        let mut book = Xls::new(Cursor::new(bytes)).map_err(unreadable)?;
        each_sheet(&mut book, |book, name, budget| dense_rows(&book.worksheet_range(name).map_err(unreadable)?, budget))
    })
}

enum Package {
    Xlsx,
    Xlsb,
    Ods,
}

/// Tells by the names of the parts, which stand unpacked in the zip's directory at the end, what the package holds.
fn package_kind(bytes: &[u8], ending: &str) -> Package {
    let tail = &bytes[bytes.len().saturating_sub(1 << 18)..];
    let has = |name: &str| tail.windows(name.len()).any(|window| window == name.as_bytes());
    if has("xl/workbook.bin") {
        Package::Xlsb
    } else if has("content.xml") && (ending == "ods" || !has("xl/workbook.xml")) {
        Package::Ods
    } else {
        Package::Xlsx
    }
}

/// A parser that panics on a broken file is a file that can't be read, not a run that ends.
fn guarded(parse: impl FnOnce() -> Result<Vec<Sheet>, Unreadable>) -> Result<Vec<Sheet>, Unreadable> {
    catch_unwind(AssertUnwindSafe(parse)).unwrap_or_else(|_| Err((Code::UnreadableFile, "the file breaks the reader".to_owned())))
}

fn unreadable(error: impl std::fmt::Display) -> Unreadable {
    (Code::UnreadableFile, error.to_string())
}

fn read_xlsx(bytes: Bytes) -> Result<Vec<Sheet>, Unreadable> {
    let mut book = Xlsx::new(bytes).map_err(unreadable)?;
    each_sheet(&mut book, |book, name, budget| {
        let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
        collect(|| reader.next_cell().map_err(unreadable), budget)
    })
}

fn read_xlsb(bytes: Bytes) -> Result<Vec<Sheet>, Unreadable> {
    let mut book = Xlsb::new(bytes).map_err(unreadable)?;
    each_sheet(&mut book, |book, name, budget| {
        let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
        collect(|| reader.next_cell().map_err(unreadable), budget)
    })
}

#[expect(clippy::disallowed_methods, reason = "ods has no streaming reader")]
fn read_ods(bytes: Bytes) -> Result<Vec<Sheet>, Unreadable> {
    let mut book = Ods::new(bytes).map_err(unreadable)?;
    each_sheet(&mut book, |book, name, budget| dense_rows(&book.worksheet_range(name).map_err(unreadable)?, budget))
}

/// The sheets that hold cells; charts and macros are none.
fn worksheets<R: Reader<Bytes>>(book: &R) -> Vec<(String, bool)> {
    let cells = |sheet: &&calamine::Sheet| matches!(sheet.typ, calamine::SheetType::WorkSheet);
    let entry = |sheet: &calamine::Sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible);
    book.sheets_metadata().iter().filter(cells).map(entry).collect()
}

/// The rows of every sheet, within one budget of cells for the workbook.
fn each_sheet<R: Reader<Bytes>>(
    book: &mut R,
    rows_of: impl Fn(&mut R, &str, &mut Budget) -> Result<Vec<super::Row>, Unreadable>,
) -> Result<Vec<Sheet>, Unreadable> {
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (name, visible) in worksheets(book) {
        let rows = rows_of(book, &name, &mut budget)?;
        sheets.push(Sheet { name: name.into(), visible, rows });
    }
    Ok(sheets)
}

fn dense_rows(range: &Range<Data>, budget: &mut Budget) -> Result<Vec<super::Row>, Unreadable> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    if (range.width() as u64) * (range.height() as u64) > MAX_DENSE_CELLS {
        return Err((Code::FileTooLarge, format!("{} rows by {} columns", range.height(), range.width())));
    }
    let mut rows = RowBuilder::default();
    for (row, column, data) in range.used_cells() {
        let at = |offset: usize, first: u32| u32::try_from(offset).unwrap_or(u32::MAX).saturating_add(first);
        if let Some(value) = dense_value(data) {
            budget.spend()?;
            rows.push(at(row, first_row), at(column, first_column), value);
        }
    }
    Ok(rows.finish())
}

fn collect<'a>(
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, Unreadable>,
    budget: &mut Budget,
) -> Result<Vec<super::Row>, Unreadable> {
    let mut rows = RowBuilder::default();
    while let Some(cell) = next()? {
        let (row, column) = cell.get_position();
        if let Some(value) = streamed_value(cell.get_value()) {
            budget.spend()?;
            rows.push(row, column, value);
        }
    }
    Ok(rows.finish())
}

/// Counts cells, so that no workbook fills the memory.
#[derive(Default)]
struct Budget {
    cells: u64,
}

impl Budget {
    fn spend(&mut self) -> Result<(), Unreadable> {
        self.cells += 1;
        if self.cells > MAX_CELLS {
            return Err((Code::FileTooLarge, format!("more than {MAX_CELLS} cells")));
        }
        Ok(())
    }
}

fn streamed_value(data: &DataRef<'_>) -> Option<Value> {
    match data {
        DataRef::Empty => None,
        DataRef::String(text) => text_value(text),
        DataRef::SharedString(text) => text_value(text),
        DataRef::Int(number) => Some(integer_value(*number)),
        DataRef::Float(number) => Some(Value::Number(*number)),
        DataRef::Bool(yes) => Some(Value::Bool(*yes)),
        DataRef::DateTime(moment) => Some(date_value(moment)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Some(iso_value(text)),
        DataRef::Error(error) => Some(error_value(error)),
    }
}

fn dense_value(data: &Data) -> Option<Value> {
    match data {
        Data::Empty => None,
        Data::String(text) => text_value(text),
        Data::Int(number) => Some(integer_value(*number)),
        Data::Float(number) => Some(Value::Number(*number)),
        Data::Bool(yes) => Some(Value::Bool(*yes)),
        Data::DateTime(moment) => Some(date_value(moment)),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Some(iso_value(text)),
        Data::Error(error) => Some(error_value(error)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "cells are floats themselves")]
const fn integer_value(number: i64) -> Value {
    Value::Number(number as f64)
}

fn error_value(error: &CellErrorType) -> Value {
    Value::Error(error.to_string().into())
}

fn text_value(text: &str) -> Option<Value> {
    let blank = text.chars().all(|c| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}');
    (!blank).then(|| Value::Text(text.into()))
}

fn date_value(date: &ExcelDateTime) -> Value {
    if !date.is_datetime() {
        return Value::Number(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)).map_or(Value::Number(date.as_f64()), Value::Date)
}

fn iso_value(text: &str) -> Value {
    text.get(..10).and_then(crate::terms::parse_date).map_or_else(|| Value::Text(text.into()), Value::Date)
}
