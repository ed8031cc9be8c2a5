//! A sheet part of an xlsb workbook: rows, cells and merged ranges.

use anyhow::{Context, Result};

use super::binary::{Bytes, error_code, shortened, units};
use super::xlsb::{Shared, record, wide};
use super::xlsb_styles::{DATE, GENERAL, MONEY};
use super::{Cell, Sheet, serial};

pub fn part(sheet: &Sheet, shared: &Shared) -> Result<Vec<u8>> {
    let (rows, columns) = sheet.size();
    let mut part = record(129, &Bytes::new());
    let extent = Bytes::new().u32(0).u32(rows.saturating_sub(1)).u32(0).u32(u32::from(columns.saturating_sub(1)));
    part.extend(record(148, &extent));
    part.extend(record(145, &Bytes::new()));
    for (row, cells) in sheet.rows() {
        part.extend(record(0, &row_header(row, &cells)));
        for (column, value) in cells {
            part.extend(cell(column, value, shared)?);
        }
    }
    part.extend(record(146, &Bytes::new()));
    part.extend(merges(sheet)?);
    part.extend(record(130, &Bytes::new()));
    Ok(part)
}

/// The row, its height in twentieths of a point, and the columns that it spans.
fn row_header(row: u32, cells: &[(u16, &Cell)]) -> Bytes {
    let column = |cell: Option<&(u16, &Cell)>| cell.map_or(0, |(column, _)| u32::from(*column));
    let fixed = Bytes::new().u32(row).u32(0).u16(300).u8(0).u8(0).u8(0);
    fixed.u32(1).u32(column(cells.first())).u32(column(cells.last()))
}

fn cell(column: u16, cell: &Cell, shared: &Shared) -> Result<Vec<u8>> {
    let style = style(cell);
    let start = Bytes::new().u32(u32::from(column)).u32(style);
    Ok(match cell {
        Cell::Text(text) => record(7, &start.u32(*shared.get(text).context("every text is shared")?)),
        Cell::Number(number) | Cell::Money(number) => record(5, &start.f64(*number)),
        Cell::Date(day) => record(5, &start.f64(serial(*day))),
        Cell::Bool(value) => record(4, &start.u8(u8::from(*value))),
        Cell::Error(error) => record(3, &start.u8(error_code(error))),
        Cell::Formula { cached, .. } => formula(start, cached)?,
    })
}

fn style(cell: &Cell) -> u32 {
    match cell {
        Cell::Date(_) => DATE,
        Cell::Money(_) => MONEY,
        Cell::Formula { cached, .. } => style(cached),
        _ => GENERAL,
    }
}

/// The cached value, two bytes of flags, and the tokens of the literal.
fn formula(start: Bytes, cached: &Cell) -> Result<Vec<u8>> {
    let number = |value: f64, start: Bytes| record(9, &tokens(start.f64(value), &Bytes::new().u8(0x1F).f64(value)));
    Ok(match cached {
        Cell::Text(text) => {
            let literal = shortened(text, 255);
            let token = Bytes::new().u8(0x17).u16(u16::try_from(units(&literal))?).utf16(&literal);
            record(8, &tokens(wide(start, text)?, &token))
        }
        Cell::Number(value) | Cell::Money(value) => number(*value, start),
        Cell::Date(day) => number(serial(*day), start),
        Cell::Bool(value) => {
            let value = u8::from(*value);
            record(10, &tokens(start.u8(value), &Bytes::new().u8(0x1D).u8(value)))
        }
        Cell::Error(error) => {
            let code = error_code(error);
            record(11, &tokens(start.u8(code), &Bytes::new().u8(0x1C).u8(code)))
        }
        Cell::Formula { cached, .. } => formula(start, cached)?,
    })
}

fn tokens(value: Bytes, tokens: &Bytes) -> Bytes {
    let length = u32::try_from(tokens.0.len()).unwrap_or_default();
    value.u16(0).u32(length).raw(&tokens.0).u32(0)
}

fn merges(sheet: &Sheet) -> Result<Vec<u8>> {
    if sheet.merges.is_empty() {
        return Ok(Vec::new());
    }
    let mut list = record(177, &Bytes::new().u32(u32::try_from(sheet.merges.len())?));
    for (top, left, bottom, right) in &sheet.merges {
        let place = Bytes::new().u32(*top).u32(*bottom).u32(u32::from(*left)).u32(u32::from(*right));
        list.extend(record(176, &place));
    }
    list.extend(record(178, &Bytes::new()));
    Ok(list)
}
