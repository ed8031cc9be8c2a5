//! Open document spreadsheets, written as plain XML.

use std::fmt::Write as _;

use anyhow::Result;

use super::package::{Package, escape};
use super::{Book, Cell, Sheet};

const MIMETYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

const OPENING: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content"#,
    r#" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#,
    r#" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0""#,
    r#" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0""#,
    r#" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0""#,
    r#" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0""#,
    r#" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2""#,
    r#" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3">"#,
    "<office:automatic-styles>",
    r#"<number:date-style style:name="N1"><number:day number:style="long"/><number:text>-</number:text>"#,
    r#"<number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style>"#,
    r#"<style:style style:name="date" style:family="table-cell" style:data-style-name="N1"/>"#,
    r#"<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>"#,
    r#"<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>"#,
    "</office:automatic-styles><office:body><office:spreadsheet>",
);

const MANIFEST: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?>"#,
    r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">"#,
    r#"<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>"#,
    r#"<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#,
);

pub fn write(book: &Book) -> Result<Vec<u8>> {
    let mut content = String::from(OPENING);
    for sheet in &book.sheets {
        table(&mut content, sheet);
    }
    content.push_str("</office:spreadsheet></office:body></office:document-content>");
    let mut package = Package::new();
    package.add_stored("mimetype", MIMETYPE.as_bytes())?;
    package.add("content.xml", content.as_bytes())?;
    package.add("META-INF/manifest.xml", MANIFEST.as_bytes())?;
    package.finish()
}

fn table(content: &mut String, sheet: &Sheet) {
    let style = if sheet.hidden { "hidden" } else { "shown" };
    let (rows, columns) = sheet.size();
    let name = escape(&sheet.name);
    let _ = write!(content, r#"<table:table table:name="{name}" table:style-name="{style}">"#);
    let _ = write!(content, r#"<table:table-column table:number-columns-repeated="{}"/>"#, columns.max(1));
    for row in 0..rows.max(1) {
        content.push_str("<table:table-row>");
        for column in 0..columns.max(1) {
            content.push_str(&element(sheet, row, column));
        }
        content.push_str("</table:table-row>");
    }
    content.push_str("</table:table>");
}

fn element(sheet: &Sheet, row: u32, column: u16) -> String {
    let within =
        |(top, left, bottom, right): &&(u32, u16, u32, u16)| (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column);
    let merge = sheet.merges.iter().find(within);
    let (attributes, text) = sheet.cells.get(&(row, column)).map(value).unwrap_or_default();
    match merge {
        Some((top, left, bottom, right)) if (*top, *left) == (row, column) => {
            let spans =
                format!(r#" table:number-rows-spanned="{}" table:number-columns-spanned="{}""#, bottom - top + 1, right - left + 1);
            format!("<table:table-cell{spans}{attributes}>{text}</table:table-cell>")
        }
        Some(_) => format!("<table:covered-table-cell{attributes}>{text}</table:covered-table-cell>"),
        None => format!("<table:table-cell{attributes}>{text}</table:table-cell>"),
    }
}

/// The attributes of a cell, and its content.
fn value(cell: &Cell) -> (String, String) {
    match cell {
        Cell::Text(text) => (r#" office:value-type="string""#.to_owned(), paragraphs(text)),
        Cell::Number(number) => (format!(r#" office:value-type="float" office:value="{number}""#), paragraphs(&number.to_string())),
        Cell::Money(amount) => (
            format!(r#" office:value-type="currency" office:currency="EUR" office:value="{amount}""#),
            paragraphs(&format!("€ {amount:.2}")),
        ),
        Cell::Bool(value) => (
            format!(r#" office:value-type="boolean" office:boolean-value="{value}""#),
            paragraphs(if *value { "WAAR" } else { "ONWAAR" }),
        ),
        Cell::Date(day) => (
            format!(r#" table:style-name="date" office:value-type="date" office:date-value="{day}""#),
            paragraphs(&day.format("%d-%m-%Y").to_string()),
        ),
        Cell::Error(error) => {
            let shown = r#" office:value-type="string" office:string-value="" calcext:value-type="error""#;
            (format!(r#" table:formula="of:=NA()"{shown}"#), paragraphs(error))
        }
        // A formula that failed is written as an error, which names a formula of its own.
        Cell::Formula { cached, .. } if matches!(**cached, Cell::Error(_)) => value(cached),
        Cell::Formula { text, cached } => {
            let (attributes, shown) = value(cached);
            (format!(r#" table:formula="of:{}"{attributes}"#, escape(text)), shown)
        }
    }
}

/// A text as paragraphs, one for each line, keeping repeated spaces.
fn paragraphs(text: &str) -> String {
    let mut paragraphs = String::new();
    for line in text.split('\n') {
        let kept = escape(line).replace("  ", r#" <text:s text:c="1"/>"#);
        let kept = kept.strip_prefix(' ').map_or_else(|| kept.clone(), |rest| format!(r#"<text:s text:c="1"/>{rest}"#));
        let _ = write!(paragraphs, "<text:p>{kept}</text:p>");
    }
    paragraphs
}
