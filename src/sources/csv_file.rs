//! Text files with one record a line: comma, semicolon or tab, whichever makes the records alike.
//!
//! A record is a row: a line break inside quotes does not start a new one, as in a spreadsheet that opened the file.

use super::encoding::decode;
use super::file::Unreadable;
use super::limits::MAX_CELLS;
use super::sheet::{RowBuilder, Sheet, Value};
use crate::problem::Code;

const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
const RECORDS_COMPARED: usize = 50;

/// Reads the whole file as one sheet.
pub fn read(bytes: &[u8], sheet_name: &str) -> Result<Vec<Sheet>, Unreadable> {
    let text = decode(bytes);
    if text.chars().take(4096).any(|c| c == '\0') {
        return Err((Code::UnreadableFile, "this is no text".to_owned()));
    }
    let declared = declared_delimiter(&text);
    let (text, delimiter) =
        declared.map_or_else(|| (text.as_ref(), likely_delimiter(&text)), |(delimiter, rest)| (rest, delimiter));
    let mut row = u32::from(declared.is_some());
    let mut rows = RowBuilder::default();
    let mut cells = 0_u64;
    let mut reader = reader(text, delimiter);
    let mut record = csv::StringRecord::new();
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).map_err(|error| (Code::UnreadableFile, error.to_string()))? {
            break;
        }
        row = row.saturating_add(blank_lines(reader.position().line() - before, &record));
        for (column, field) in record.iter().enumerate().filter(|(_, field)| !field.trim().is_empty()) {
            cells += 1;
            rows.push(row, u32::try_from(column).unwrap_or(u32::MAX), Value::Text(field.into()));
        }
        row = row.saturating_add(1);
        if cells > MAX_CELLS {
            return Err((Code::FileTooLarge, format!("more than {MAX_CELLS} cells")));
        }
    }
    Ok(vec![Sheet { name: sheet_name.into(), visible: true, rows: rows.finish(), merged: Vec::new() }])
}

/// The reader passes over blank lines, a spreadsheet counts them: what is left of the lines that a record took.
fn blank_lines(lines: u64, record: &csv::StringRecord) -> u32 {
    let inside: usize = record.iter().map(|field| field.matches('\n').count()).sum();
    u32::try_from(lines.saturating_sub(1 + inside as u64)).unwrap_or(u32::MAX)
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// Spreadsheet programs understand a first line `sep=;`.
fn declared_delimiter(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("\"sep="))?;
    let delimiter = *rest.as_bytes().first()?;
    let (_, rest) = rest.split_once('\n')?;
    DELIMITERS.contains(&delimiter).then_some((delimiter, rest))
}

/// The delimiter by which most records have the same number of fields, and more of them rather than fewer.
fn likely_delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut widths: Vec<usize> =
            reader(text, delimiter).records().take(RECORDS_COMPARED).flatten().map(|r| r.len()).filter(|w| *w > 1).collect();
        widths.sort_unstable();
        let same = widths.chunk_by(|a, b| a == b).max_by_key(|run| (run.len(), run[0]));
        same.map_or((0, 0), |run| (run.len(), run[0]))
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter));
    best.unwrap_or(b';')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<Vec<String>> {
        let sheets = read(text.as_bytes(), "x").unwrap();
        sheets[0].rows.iter().map(|row| row.cells.iter().map(|(_, value)| value.shown()).collect()).collect()
    }

    #[test]
    fn the_delimiter_is_found_even_where_another_stands_in_the_text() {
        let expected = vec![vec!["Naam", "Doel"], vec!["A, B", "x, y"], vec!["C", "z"]];
        assert_eq!(shown("Naam;Doel\nA, B;x, y\nC;z\n"), expected);
        assert_eq!(shown("Naam,Doel\n\"A, B\",\"x, y\"\nC,z\n"), expected);
        assert_eq!(shown("Naam\tDoel\nA, B\tx, y\nC\tz\n"), expected);
        assert_eq!(shown("sep=;\nNaam;Doel\nA, B;x, y\nC;z\n"), expected);
    }

    #[test]
    fn a_line_break_in_quotes_stays_in_its_cell_and_rows_keep_their_number() {
        let sheets = read(b"Naam;Doel\n\"A\";\"een\ntwee\"\n\nB;c\n", "x").unwrap();
        let at: Vec<(u32, usize)> = sheets[0].rows.iter().map(|row| (row.index, row.cells.len())).collect();
        assert_eq!(at, [(0, 2), (1, 2), (3, 2)]);
    }
}
