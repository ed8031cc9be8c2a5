//! Workbooks through calamine: as a stream where the format allows, whole where it does not.

mod binary;
mod harmless;
mod merged;
mod merged_ods;
mod package;
mod parts;
mod reason;
mod rows;
mod value;

use std::io::{Cursor, Read, Seek};

use calamine::{Ods, Reader, SheetVisible, Xls, Xlsb, Xlsx};

use self::harmless::is_harmless;
use self::merged::{MAX_REGIONS, merged_regions};
use self::package::Package;
use self::reason::Reason;
use super::budget::Budget;
use super::format::Format;
use super::sheet::{Region, Row, Sheet};
use super::unreadable::Unreadable;
use crate::terms::CellRef;

type Sheets = Result<Vec<Sheet>, Unreadable>;

/// Reads an xlsx or xlsb workbook if that can take neither long nor much memory; nothing when it could.
pub fn read_harmless(format: Format, bytes: &[u8], kept: u64) -> Result<Option<Vec<Sheet>>, Unreadable> {
    let Some(package) = Package::unpacked(bytes)? else { return Ok(None) };
    let parts = parts::of(format, &package);
    if !is_harmless(&package, &parts) {
        return Ok(None);
    }
    let read = if format == Format::Xlsb { xlsb } else { xlsx };
    read(&package, &parts, kept).map(Some)
}

/// Reads an xlsx or xlsm workbook, whatever it takes.
pub fn read_xlsx(bytes: &[u8], kept: u64) -> Sheets {
    let package = Package::open(bytes)?;
    xlsx(&package, &parts::of(Format::Xlsx, &package), kept)
}

/// Reads an xlsb workbook, whatever it takes.
pub fn read_xlsb(bytes: &[u8], kept: u64) -> Sheets {
    let package = Package::open(bytes)?;
    xlsb(&package, &parts::of(Format::Xlsb, &package), kept)
}

fn xlsx(package: &Package, parts: &[String], kept: u64) -> Sheets {
    let mut book = Xlsx::new(Cursor::new(package.bytes())).map_err(Reason::reason)?;
    each_sheet(&mut book, kept, |book, index, name, budget| {
        let mut reader = book.worksheet_cells_reader(name).map_err(Reason::reason)?;
        let rows = rows::streamed(|| reader.next_cell().map_err(Reason::reason), budget)?;
        let merged = parts.get(index).map(|part| merged_regions(&package.behind_cells(part))).unwrap_or_default();
        Ok((rows, merged))
    })
}

fn xlsb(package: &Package, parts: &[String], kept: u64) -> Sheets {
    let mut book = Xlsb::new(Cursor::new(package.bytes())).map_err(Reason::reason)?;
    each_sheet(&mut book, kept, |book, index, name, budget| {
        let mut reader = book.worksheet_cells_reader(name).map_err(Reason::reason)?;
        let rows = rows::streamed(|| reader.next_cell().map_err(Reason::reason), budget)?;
        let merged = parts.get(index).and_then(|part| package.whole(part)).map(binary::merged_regions).unwrap_or_default();
        Ok((rows, merged))
    })
}

/// Reads a BIFF workbook.
#[expect(clippy::disallowed_methods, reason = "xls has no streaming reader")]
pub fn read_xls(bytes: &[u8], kept: u64) -> Sheets {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(Reason::reason)?;
    each_sheet(&mut book, kept, |book, _, name, budget| {
        let rows = rows::dense(&book.worksheet_range(name).map_err(Reason::reason)?, budget)?;
        let merged = book.merge_cells_by_sheet_name(name).map_err(Reason::reason)?;
        Ok((rows, merged.iter().take(MAX_REGIONS).map(region).collect()))
    })
}

/// Reads an open document.
#[expect(clippy::disallowed_methods, reason = "ods has no streaming reader")]
pub fn read_ods(bytes: &[u8], kept: u64) -> Sheets {
    let mut book = Ods::new(Cursor::new(bytes)).map_err(Reason::reason)?;
    let mut merged = merged_ods::merged_regions(bytes);
    each_sheet(&mut book, kept, |book, _, name, budget| {
        let rows = rows::dense(&book.worksheet_range(name).map_err(Reason::reason)?, budget)?;
        Ok((rows, merged.remove(name).unwrap_or_default()))
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

/// Every sheet, within one budget for the workbook.
fn each_sheet<B: Read + Seek, R: Reader<B>>(
    book: &mut R,
    kept: u64,
    mut read: impl FnMut(&mut R, usize, &str, &mut Budget) -> Result<(Vec<Row>, Vec<Region>), Unreadable>,
) -> Sheets {
    let mut budget = Budget::of(kept);
    let mut sheets = Vec::new();
    for (index, name, visible) in worksheets(book) {
        let (rows, merged) = read(book, index, &name, &mut budget)?;
        sheets.push(Sheet { name: name.into(), visible, rows, merged });
    }
    Ok(sheets)
}
