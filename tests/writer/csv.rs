//! The first sheet as delimited text, with values as a Dutch spreadsheet shows them.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use encoding_rs::WINDOWS_1252;

use super::{Book, Cell, Encoding, Sheet};

pub fn write(book: &Book, delimiter: char, encoding: Encoding) -> Result<Vec<u8>> {
    let sheet = book.sheets.first().context("a CSV file needs a sheet")?;
    encode(&text(sheet, delimiter), encoding)
}

fn text(sheet: &Sheet, delimiter: char) -> String {
    let (rows, columns) = sheet.size();
    let mut text = String::new();
    for row in 0..rows {
        let fields = (0..columns).map(|column| sheet.cells.get(&(row, column)).map(shown).unwrap_or_default());
        let quoted: Vec<String> = fields.map(|field| quoted(&field, delimiter)).collect();
        text.push_str(&quoted.join(&delimiter.to_string()));
        text.push_str("\r\n");
    }
    text
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string().replace('.', ","),
        Cell::Bool(true) => "WAAR".to_owned(),
        Cell::Bool(false) => "ONWAAR".to_owned(),
        Cell::Date(day) => day.format("%d-%m-%Y").to_string(),
        Cell::Money(amount) => euro(*amount),
        Cell::Error(error) => (*error).to_owned(),
        Cell::Formula { cached, .. } => shown(cached),
    }
}

/// An amount as `€ 12.500,00`.
pub fn euro(amount: f64) -> String {
    let plain = format!("{:.2}", amount.abs());
    let (whole, cents) = plain.split_once('.').unwrap_or((&plain, "00"));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    let sign = if amount < 0.0 { "-" } else { "" };
    let mut shown = String::new();
    let _ = write!(shown, "€ {sign}{grouped},{cents}");
    shown
}

fn quoted(field: &str, delimiter: char) -> String {
    if field.contains([delimiter, '"', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
}

fn encode(text: &str, encoding: Encoding) -> Result<Vec<u8>> {
    match encoding {
        Encoding::Utf8 => Ok(text.as_bytes().to_vec()),
        Encoding::Utf8Bom => Ok(format!("\u{feff}{text}").into_bytes()),
        Encoding::Utf16Le => Ok(format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Windows1252 => {
            let (bytes, _, lossy) = WINDOWS_1252.encode(text);
            ensure!(!lossy, "the text has a character that windows-1252 lacks");
            Ok(bytes.into_owned())
        }
    }
}
