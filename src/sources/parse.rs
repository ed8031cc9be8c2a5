//! Bytes of a known format to sheets, in this process.

use super::format::Format;
use super::guarded::guarded;
use super::unreadable::Unreadable;
use super::wire::Parsed;
use super::{Sheet, csv_file, ole, workbook};
use crate::problem::Code;

/// Parses a file of which the cells may take so much memory, in bytes.
pub fn parse(format: Format, bytes: &[u8], kept: u64) -> Parsed {
    checked(guarded(|| match format {
        Format::Text => csv_file::read(bytes, kept),
        Format::Xlsx => workbook::read_xlsx(bytes, kept),
        Format::Xlsb => workbook::read_xlsb(bytes, kept),
        Format::Ods => workbook::read_ods(bytes, kept),
        Format::Xls => ole::check(bytes).and_then(|()| workbook::read_xls(bytes, kept)),
    }))
}

/// Parses a file if it can't do harm to this process; nothing when it could.
pub fn parse_harmless(format: Format, bytes: &[u8], kept: u64) -> Option<Parsed> {
    match format {
        Format::Text => Some(parse(format, bytes, kept)),
        Format::Xlsx | Format::Xlsb => guarded(|| workbook::read_harmless(format, bytes, kept)).transpose().map(checked),
        Format::Ods | Format::Xls => None,
    }
}

/// A workbook must have a cell somewhere, and a name must tell which sheet it is.
fn checked(parsed: Parsed) -> Parsed {
    let sheets = parsed?;
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Unreadable::new(Code::EmptyWorkbook, names(&sheets).join(", ")));
    }
    let mut names = names(&sheets);
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(twice) => Err(Unreadable::new(Code::DuplicateSheet, twice[0])),
        None => Ok(sheets),
    }
}

fn names(sheets: &[Sheet]) -> Vec<&str> {
    sheets.iter().map(|sheet| &*sheet.name).collect()
}
