//! xlsb, the binary workbook in a zip archive: the package, the workbook part and the shared strings.
//!
//! Records follow [MS-XLSB]; only those that a reader needs are written. Formulas are stored as the literal of their
//! value, because their text is not compiled here.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;

use super::binary::{Bytes, units};
use super::package::Package;
use super::{Book, Cell, xlsb_cells, xlsb_styles};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// The place of each text in the shared table.
pub type Shared = BTreeMap<String, u32>;

pub fn write(book: &Book) -> Result<Vec<u8>> {
    let shared = shared(book)?;
    let mut package = Package::new();
    package.add("[Content_Types].xml", content_types(book).as_bytes())?;
    package.add("_rels/.rels", relationships(&[("officeDocument", "xl/workbook.bin".to_owned())]).as_bytes())?;
    package.add("xl/workbook.bin", &workbook(book)?)?;
    package.add("xl/_rels/workbook.bin.rels", relationships(&parts(book)).as_bytes())?;
    package.add("xl/styles.bin", &xlsb_styles::part())?;
    package.add("xl/sharedStrings.bin", &strings(&shared)?)?;
    for (index, sheet) in book.sheets.iter().enumerate() {
        package.add(&format!("xl/worksheets/sheet{}.bin", index + 1), &xlsb_cells::part(sheet, &shared)?)?;
    }
    package.finish()
}

/// One record: its number and the length of its content in groups of seven bits, then the content.
pub fn record(number: u16, content: &Bytes) -> Vec<u8> {
    let mut bytes = Vec::new();
    if number < 0x80 {
        bytes.extend(number.to_le_bytes().first());
    } else {
        let number = (number & 0x7F) | 0x80 | ((number & 0x3F80) << 1);
        bytes.extend(number.to_le_bytes());
    }
    let mut left = content.0.len();
    loop {
        let group = u8::try_from(left & 0x7F).unwrap_or_default();
        left >>= 7;
        bytes.push(if left == 0 { group } else { group | 0x80 });
        if left == 0 {
            break;
        }
    }
    bytes.extend(&content.0);
    bytes
}

/// A text with its length in front.
pub fn wide(bytes: Bytes, text: &str) -> Result<Bytes> {
    Ok(bytes.u32(u32::try_from(units(text))?).utf16(text))
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

fn strings(shared: &Shared) -> Result<Vec<u8>> {
    let count = u32::try_from(shared.len())?;
    let mut part = record(159, &Bytes::new().u32(count).u32(count));
    for text in shared.keys() {
        part.extend(record(19, &wide(Bytes::new().u8(0), text)?));
    }
    part.extend(record(160, &Bytes::new()));
    Ok(part)
}

fn workbook(book: &Book) -> Result<Vec<u8>> {
    let active = u32::try_from(book.sheets.iter().position(|sheet| !sheet.hidden).unwrap_or(0))?;
    let mut part = record(131, &Bytes::new());
    part.extend(record(153, &wide(Bytes::new().u32(0).u32(0), "")?));
    part.extend(record(135, &Bytes::new()));
    let window = Bytes::new().u32(0).u32(0).u32(24_000).u32(12_000).u32(600).u32(active).u32(active).u8(0x78);
    part.extend(record(158, &window));
    part.extend(record(136, &Bytes::new()));
    part.extend(record(143, &Bytes::new()));
    for (index, sheet) in book.sheets.iter().enumerate() {
        let place = u32::try_from(index)? + 1;
        let state = Bytes::new().u32(u32::from(sheet.hidden)).u32(place);
        part.extend(record(156, &wide(wide(state, &format!("rId{place}"))?, &sheet.name)?));
    }
    part.extend(record(144, &Bytes::new()));
    let calculation = Bytes::new().u32(191_029).u32(1).u32(100).f64(0.001).u32(1).u16(0);
    part.extend(record(157, &calculation));
    part.extend(record(132, &Bytes::new()));
    Ok(part)
}

fn parts(book: &Book) -> Vec<(&'static str, String)> {
    let sheets = (1..=book.sheets.len()).map(|place| ("worksheet", format!("worksheets/sheet{place}.bin")));
    sheets.chain([("styles", "styles.bin".to_owned()), ("sharedStrings", "sharedStrings.bin".to_owned())]).collect()
}

fn relationships(targets: &[(&str, String)]) -> String {
    let mut xml = format!(r#"{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#);
    for (index, (kind, target)) in targets.iter().enumerate() {
        let id = index + 1;
        let _ = write!(xml, r#"<Relationship Id="rId{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#);
    }
    xml + "</Relationships>"
}

fn content_types(book: &Book) -> String {
    let mut xml = format!(r#"{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#);
    xml.push_str(r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#);
    let mut part = |name: &str, kind: &str| {
        let _ = write!(xml, r#"<Override PartName="/xl/{name}.bin" ContentType="application/vnd.ms-excel.{kind}"/>"#);
    };
    part("workbook", "sheet.binary.macroEnabled.main");
    part("styles", "styles");
    part("sharedStrings", "sharedStrings");
    for place in 1..=book.sheets.len() {
        part(&format!("worksheets/sheet{place}"), "worksheet");
    }
    xml + "</Types>"
}
