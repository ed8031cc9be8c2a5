//! xls, the workbook of Excel 97 to 2003: a stream of BIFF8 records in a compound file.
//!
//! Records follow [MS-XLS]; only those that a reader needs are written. Formulas are stored as the literal of their
//! value, because their text is not compiled here.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::time::SystemTime;

use anyhow::Result;
use cfb::{CompoundFile, Version};

use super::binary::{Bytes, units};
use super::{Book, Cell, Sheet, xls_cells};

/// A record holds at most so many bytes of content.
const LONGEST: usize = 8224;

/// The place of each text in the shared table.
pub type Shared = BTreeMap<String, u32>;

pub fn write(book: &Book) -> Result<Vec<u8>> {
    // Excel writes version 3, with sectors of 512 bytes.
    let mut file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new()))?;
    // The root would otherwise carry the time of writing.
    file.set_created_time("/", SystemTime::UNIX_EPOCH)?;
    file.set_modified_time("/", SystemTime::UNIX_EPOCH)?;
    let mut stream = file.create_stream("/Workbook")?;
    stream.write_all(&workbook(book)?)?;
    stream.flush()?;
    drop(stream);
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

/// One record: its number, the length of its content, the content.
pub fn record(number: u16, content: &Bytes) -> Vec<u8> {
    let length = u16::try_from(content.0.len()).unwrap_or(u16::MAX);
    Bytes::new().u16(number).u16(length).raw(&content.0).0
}

/// The globals, then the sheets, whose offsets the globals name.
fn workbook(book: &Book) -> Result<Vec<u8>> {
    let shared = shared(book)?;
    let sheets: Vec<Vec<u8>> = book.sheets.iter().map(|sheet| xls_cells::substream(sheet, &shared)).collect::<Result<_>>()?;
    let tail = [strings(&shared)?, record(0x0A, &Bytes::new())].concat();
    let head = head(book)?;
    let listed: usize = book.sheets.iter().map(|sheet| sheet_entry(sheet, 0).map(|entry| entry.len())).sum::<Result<usize>>()?;
    let mut offset = head.len() + listed + tail.len();
    let mut stream = head;
    for (sheet, content) in book.sheets.iter().zip(&sheets) {
        stream.extend(sheet_entry(sheet, u32::try_from(offset)?)?);
        offset += content.len();
    }
    stream.extend(tail);
    stream.extend(sheets.concat());
    Ok(stream)
}

fn shared(book: &Book) -> Result<Shared> {
    let mut shared = Shared::new();
    for cell in book.sheets.iter().flat_map(|sheet| sheet.cells.values()) {
        if let Cell::Text(text) = cell {
            shared.entry(text.clone()).or_default();
        }
    }
    for (index, place) in shared.values_mut().enumerate() {
        *place = u32::try_from(index)?;
    }
    Ok(shared)
}

/// Version, code page, window, date system, fonts, formats and cell formats.
fn head(book: &Book) -> Result<Vec<u8>> {
    let active = u16::try_from(book.sheets.iter().position(|sheet| !sheet.hidden).unwrap_or(0))?;
    let mut head = record(0x0809, &Bytes::new().u16(0x0600).u16(0x0005).u16(0x0DBB).u16(0x07CC).u32(0).u32(6));
    head.extend(record(0x42, &Bytes::new().u16(1200)));
    let window = Bytes::new().u16(0).u16(0).u16(24_000).u16(12_000).u16(0x38).u16(active).u16(0).u16(1).u16(600);
    head.extend(record(0x3D, &window));
    head.extend(record(0x22, &Bytes::new().u16(0)));
    let font = Bytes::new().u16(200).u16(0).u16(0x7FFF).u16(400).u16(0).u8(0).u8(2).u8(0).u8(0).u8(5).u8(1).utf16("Arial");
    // Readers expect the four fonts of the default styles.
    head.extend(record(0x31, &font).repeat(4));
    for (id, code) in [(164, "dd\\-mm\\-yyyy"), (165, "\"€\"\\ #,##0.00")] {
        head.extend(record(0x041E, &counted(Bytes::new().u16(id), code)?));
    }
    head.extend(record(0xE0, &cell_format(0, 0xFFF5)).repeat(15));
    head.extend([0, 164, 165].iter().flat_map(|format| record(0xE0, &cell_format(*format, 0x0001))));
    head.extend(record(0x0293, &Bytes::new().u16(0x8000).u8(0).u8(0xFF)));
    Ok(head)
}

fn cell_format(format: u16, kind: u16) -> Bytes {
    Bytes::new().u16(0).u16(format).u16(kind).u8(0x20).u8(0).u8(0).u8(0x04).u32(0).u32(0).u16(0x20C0)
}

fn sheet_entry(sheet: &Sheet, offset: u32) -> Result<Vec<u8>> {
    let length = u8::try_from(units(&sheet.name))?;
    let entry = Bytes::new().u32(offset).u8(u8::from(sheet.hidden)).u8(0).u8(length).u8(1).utf16(&sheet.name);
    Ok(record(0x85, &entry))
}

/// A text with its length in front, in UTF-16.
pub fn counted(bytes: Bytes, text: &str) -> Result<Bytes> {
    Ok(bytes.u16(u16::try_from(units(text))?).u8(1).utf16(text))
}

/// The shared texts. A text never straddles two records, so that each part can be read by itself.
fn strings(shared: &Shared) -> Result<Vec<u8>> {
    let count = u32::try_from(shared.len())?;
    let mut content = Bytes::new().u32(count).u32(count);
    let mut number = 0xFC;
    let mut records = Vec::new();
    for text in shared.keys() {
        let item = counted(Bytes::new(), text)?;
        if content.0.len() + item.0.len() > LONGEST {
            records.extend(record(number, &content));
            (number, content) = (0x3C, Bytes::new());
        }
        content = content.raw(&item.0);
    }
    records.extend(record(number, &content));
    Ok(records)
}
