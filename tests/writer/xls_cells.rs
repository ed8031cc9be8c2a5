//! A sheet of an xls workbook: its cells and merged ranges.

use anyhow::{Context, Result};

use super::binary::{Bytes, error_code, shortened, units};
use super::xls::{Shared, counted, record};
use super::{Cell, Sheet, serial};

/// Merged ranges in one record.
const MOST_MERGES: usize = 1026;

pub fn substream(sheet: &Sheet, shared: &Shared) -> Result<Vec<u8>> {
    let (rows, columns) = sheet.size();
    let mut stream = record(0x0809, &Bytes::new().u16(0x0600).u16(0x0010).u16(0x0DBB).u16(0x07CC).u32(0).u32(6));
    stream.extend(record(0x0200, &Bytes::new().u32(0).u32(rows.max(1)).u16(0).u16(columns.max(1)).u16(0)));
    for ((row, column), cell) in &sheet.cells {
        let start = Bytes::new().u16(u16::try_from(*row).context("xls has 65,536 rows")?).u16(*column).u16(style(cell));
        stream.extend(record_of(start, cell, shared)?);
    }
    let window = Bytes::new().u16(0x06B6).u16(0).u16(0).u32(0x40).u16(0).u16(0).u32(0);
    stream.extend(record(0x023E, &window));
    stream.extend(merges(sheet)?);
    stream.extend(record(0x0A, &Bytes::new()));
    Ok(stream)
}

/// The cell formats behind the fifteen default styles: general, date, euro.
fn style(cell: &Cell) -> u16 {
    match cell {
        Cell::Date(_) => 16,
        Cell::Money(_) => 17,
        Cell::Formula { cached, .. } => style(cached),
        _ => 15,
    }
}

fn record_of(start: Bytes, cell: &Cell, shared: &Shared) -> Result<Vec<u8>> {
    Ok(match cell {
        Cell::Text(text) => record(0xFD, &start.u32(*shared.get(text).context("every text is shared")?)),
        Cell::Number(number) | Cell::Money(number) => record(0x0203, &start.f64(*number)),
        Cell::Date(day) => record(0x0203, &start.f64(serial(*day))),
        Cell::Bool(value) => record(0x0205, &start.u8(u8::from(*value)).u8(0)),
        Cell::Error(error) => record(0x0205, &start.u8(error_code(error)).u8(1)),
        Cell::Formula { cached, .. } => formula(start, cached)?,
    })
}

/// A formula's value is eight bytes; a text follows in a record of its own.
fn formula(start: Bytes, cached: &Cell) -> Result<Vec<u8>> {
    let special = |kind: u8, value: u8| Bytes::new().u8(kind).u8(0).u8(value).raw(&[0; 3]).u16(0xFFFF);
    let number = |value: f64| (Bytes::new().f64(value), Bytes::new().u8(0x1F).f64(value));
    let (value, tokens) = match cached {
        Cell::Text(text) => {
            let literal = shortened(text, 255);
            (special(0, 0), Bytes::new().u8(0x17).u8(u8::try_from(units(&literal))?).u8(1).utf16(&literal))
        }
        Cell::Number(value) | Cell::Money(value) => number(*value),
        Cell::Date(day) => number(serial(*day)),
        Cell::Bool(value) => (special(1, u8::from(*value)), Bytes::new().u8(0x1D).u8(u8::from(*value))),
        Cell::Error(error) => (special(2, error_code(error)), Bytes::new().u8(0x1C).u8(error_code(error))),
        Cell::Formula { cached, .. } => return formula(start, cached),
    };
    let length = u16::try_from(tokens.0.len())?;
    let mut records = record(0x06, &start.raw(&value.0).u16(0).u32(0).u16(length).raw(&tokens.0));
    if let Cell::Text(text) = cached {
        records.extend(record(0x0207, &counted(Bytes::new(), text)?));
    }
    Ok(records)
}

fn merges(sheet: &Sheet) -> Result<Vec<u8>> {
    let mut records = Vec::new();
    for some in sheet.merges.chunks(MOST_MERGES) {
        let mut content = Bytes::new().u16(u16::try_from(some.len())?);
        for (top, left, bottom, right) in some {
            content = content.u16(u16::try_from(*top)?).u16(u16::try_from(*bottom)?).u16(*left).u16(*right);
        }
        records.extend(record(0xE5, &content));
    }
    Ok(records)
}
