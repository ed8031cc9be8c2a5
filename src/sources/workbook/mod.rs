//! Workbooks through calamine: as a stream where the format allows, whole where it does not.

mod merged;
mod package;
mod parts;
mod rows;
mod value;

use std::io::{Cursor, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Ods, Reader, SheetVisible, Xls, Xlsb, Xlsx};

use self::merged::merged_regions;
use self::package::Package;
use self::parts::sheet_parts;
use self::rows::Budget;
use super::file::Unreadable;
use super::sheet::{Region, Row, Sheet};
use crate::problem::Code;
use crate::terms::CellRef;

/// Reads a workbook that is a zip package: xlsx, xlsm, xlsb or ods.
pub fn read_zip(bytes: Vec<u8>, ending: &str) -> Result<Vec<Sheet>, Unreadable> {
    guarded(|| match package_kind(&bytes, ending) {
        Kind::Xlsb => read_xlsb(Cursor::new(bytes)),
        Kind::Ods => read_ods(Cursor::new(bytes)),
        Kind::Xlsx => read_xlsx(bytes),
    })
}

/// Reads a BIFF workbook.
#[expect(clippy::disallowed_methods, reason = "xls has no streaming reader")]
pub fn read_xls(bytes: Vec<u8>) -> Result<Vec<Sheet>, Unreadable> {
    guarded(|| {
        let mut book = Xls::new(Cursor::new(bytes)).map_err(unreadable)?;
        each_sheet(&mut book, |book, _, name, budget| {
            let rows = rows::dense(&book.worksheet_range(name).map_err(unreadable)?, budget)?;
            let merged = book.merge_cells_by_sheet_name(name).map_err(unreadable)?;
            Ok((rows, merged.iter().take(merged::MAX_REGIONS).map(region).collect()))
        })
    })
}

enum Kind {
    Xlsx,
    Xlsb,
    Ods,
}

/// Tells by the names of the parts, which stand unpacked in the zip's directory at the end, what the package holds.
fn package_kind(bytes: &[u8], ending: &str) -> Kind {
    let tail = &bytes[bytes.len().saturating_sub(1 << 18)..];
    let has = |name: &str| tail.windows(name.len()).any(|window| window == name.as_bytes());
    if has("xl/workbook.bin") {
        Kind::Xlsb
    } else if has("content.xml") && (ending == "ods" || !has("xl/workbook.xml")) {
        Kind::Ods
    } else {
        Kind::Xlsx
    }
}

/// A parser that panics on a broken file is a file that can't be read, not a run that ends.
fn guarded(parse: impl FnOnce() -> Result<Vec<Sheet>, Unreadable>) -> Result<Vec<Sheet>, Unreadable> {
    catch_unwind(AssertUnwindSafe(parse)).unwrap_or_else(|_| Err((Code::UnreadableFile, "the file breaks the reader".to_owned())))
}

fn unreadable(error: impl std::fmt::Display) -> Unreadable {
    (Code::UnreadableFile, error.to_string())
}

fn read_xlsx(bytes: Vec<u8>) -> Result<Vec<Sheet>, Unreadable> {
    let package = Package::open(bytes)?;
    let parts = sheet_parts(&package);
    let mut book = Xlsx::new(Cursor::new(package.bytes())).map_err(unreadable)?;
    each_sheet(&mut book, |book, index, name, budget| {
        let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
        let rows = rows::streamed(|| reader.next_cell().map_err(unreadable), budget)?;
        let merged = parts.get(index).map(|part| merged_regions(&package.behind_cells(part))).unwrap_or_default();
        Ok((rows, merged))
    })
}

fn read_xlsb(bytes: Cursor<Vec<u8>>) -> Result<Vec<Sheet>, Unreadable> {
    let mut book = Xlsb::new(bytes).map_err(unreadable)?;
    each_sheet(&mut book, |book, _, name, budget| {
        let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
        Ok((rows::streamed(|| reader.next_cell().map_err(unreadable), budget)?, Vec::new()))
    })
}

#[expect(clippy::disallowed_methods, reason = "ods has no streaming reader")]
fn read_ods(bytes: Cursor<Vec<u8>>) -> Result<Vec<Sheet>, Unreadable> {
    let mut book = Ods::new(bytes).map_err(unreadable)?;
    each_sheet(&mut book, |book, _, name, budget| {
        Ok((rows::dense(&book.worksheet_range(name).map_err(unreadable)?, budget)?, Vec::new()))
    })
}

const fn region(dimensions: &calamine::Dimensions) -> Region {
    let ((top, left), (bottom, right)) = (dimensions.start, dimensions.end);
    Region::between(CellRef::new(top, left), CellRef::new(bottom, right))
}

/// A sheet that holds cells: its place among all sheets, its name, and whether it is shown.
type Entry = (usize, String, bool);

/// The sheets that hold cells; charts and macros are none.
fn worksheets<B: Read + Seek, R: Reader<B>>(book: &R) -> Vec<Entry> {
    let sheets = book.sheets_metadata().iter().enumerate();
    let cells = sheets.filter(|(_, sheet)| matches!(sheet.typ, calamine::SheetType::WorkSheet));
    cells.map(|(index, sheet)| (index, sheet.name.clone(), sheet.visible == SheetVisible::Visible)).collect()
}

/// Every sheet, within one budget of cells for the workbook.
fn each_sheet<B: Read + Seek, R: Reader<B>>(
    book: &mut R,
    read: impl Fn(&mut R, usize, &str, &mut Budget) -> Result<(Vec<Row>, Vec<Region>), Unreadable>,
) -> Result<Vec<Sheet>, Unreadable> {
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (index, name, visible) in worksheets(book) {
        let (rows, merged) = read(book, index, &name, &mut budget)?;
        sheets.push(Sheet { name: name.into(), visible, rows, merged });
    }
    Ok(sheets)
}
