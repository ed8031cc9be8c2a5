//! What a file is, by its content. The ending of its name decides only between kinds of text, which look alike.

use std::io::Cursor;

use zip::ZipArchive;

use super::encoding::decode;
use super::limits::{MAX_DIRECTORY_BYTES, MAX_PACKAGE_BYTES};
use super::unreadable::{Unreadable, megabytes};
use crate::problem::Code;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma, semicolon or tab separated.
    Text,
    /// xlsx, xlsm and their templates.
    Xlsx,
    Xlsb,
    Ods,
    Xls,
}

impl Format {
    pub const ALL: [Self; 5] = [Self::Text, Self::Xlsx, Self::Xlsb, Self::Ods, Self::Xls];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Ods => "ods",
            Self::Xls => "xls",
        }
    }
}

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// How much of the start of a text is looked at.
const START: usize = 4096;
/// Endings of files that may hold records of text, whatever the ending promises. An export as text is often called `.xls`.
const TEXT_ENDINGS: [&str; 12] = ["csv", "tsv", "txt", "tab", "asc", "xls", "xlsx", "xlsm", "xlsb", "xltx", "ods", ""];
/// How other files begin, and what they are.
const OTHERS: [(&[u8], &str); 11] = [
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xBC\xAF", "7z"),
    (b"\x1F\x8B", "gzip"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"\x7FELF", "ELF"),
];

/// The format of a file, or why it is none that is read.
pub fn recognise(bytes: &[u8], ending: &str) -> Result<Format, Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) || bytes == b"\xEF\xBB\xBF" {
        return Err(Unreadable::new(Code::EmptyFile, ""));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return package(bytes);
    }
    if bytes.starts_with(&OLE[..4]) {
        return if bytes.starts_with(OLE) { Ok(Format::Xls) } else { Err(Unreadable::damaged("OLE")) };
    }
    if is_old_workbook(bytes) {
        return Err(Unreadable::new(Code::OldWorkbook, ""));
    }
    if let Some((_, kind)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Unreadable::new(Code::UnsupportedFormat, *kind));
    }
    text(bytes, ending)
}

/// Records of a workbook before 1997, without the container that later ones have: a first record that opens the book.
fn is_old_workbook(bytes: &[u8]) -> bool {
    matches!(bytes, [0x09, 0 | 2 | 4 | 8, length, 0, ..] if (4..=16).contains(length))
}

fn text(bytes: &[u8], ending: &str) -> Result<Format, Unreadable> {
    let start = decode(&bytes[..bytes.len().min(START)]).to_lowercase();
    if let Some(markup) = markup(start.trim_start_matches('\u{feff}').trim_start()) {
        return Err(markup);
    }
    if !TEXT_ENDINGS.contains(&ending) {
        return Err(Unreadable::new(Code::UnsupportedFormat, format!(".{ending}")));
    }
    if start.contains('\0') {
        let code = if is_text_ending(ending) { Code::UnsupportedFormat } else { Code::DamagedFile };
        return Err(Unreadable::new(code, format!(".{ending}")));
    }
    Ok(Format::Text)
}

fn is_text_ending(ending: &str) -> bool {
    matches!(ending, "csv" | "tsv" | "txt" | "tab" | "asc" | "")
}

/// Markup is no record of text, whatever the file is called: web pages and old XML are often saved under the name of a workbook.
fn markup(start: &str) -> Option<Unreadable> {
    if start.starts_with("mime-version:") {
        return Some(Unreadable::new(Code::WebPage, "MHTML"));
    }
    if !start.starts_with('<') {
        return None;
    }
    Some(if start.contains("office:spreadsheet") && !start.contains("<html") {
        let kind = if start.contains("opendocument") { "OpenDocument XML" } else { "XML Spreadsheet 2003" };
        Unreadable::new(Code::XmlSpreadsheet, kind)
    } else if ["<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<div", "<style"]
        .iter()
        .any(|tag| start.contains(tag))
    {
        Unreadable::new(Code::WebPage, "HTML")
    } else {
        Unreadable::new(Code::UnsupportedFormat, "XML")
    })
}

/// What a zip archive holds, by the names of its parts.
fn package(bytes: &[u8]) -> Result<Format, Unreadable> {
    let directory = directory_bytes(bytes).ok_or_else(|| Unreadable::new(Code::IncompleteFile, "zip"))?;
    if directory > MAX_DIRECTORY_BYTES {
        return Err(Unreadable::too_large(format!("zip: {}", megabytes(directory)), megabytes(MAX_DIRECTORY_BYTES)));
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(Unreadable::damaged)?;
    if archive.has_duplicate_names() {
        // Of two parts with one name each program takes another: there is no telling what the sender saw.
        return Err(Unreadable::damaged("zip: two parts have the same name"));
    }
    let unpacked = (0..archive.len()).filter_map(|part| archive.by_index_data(part).ok()).map(|part| part.size());
    let unpacked = unpacked.fold(0, u64::saturating_add);
    if unpacked > MAX_PACKAGE_BYTES {
        return Err(Unreadable::too_large(megabytes(unpacked), megabytes(MAX_PACKAGE_BYTES)));
    }
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.replace('\\', "/").to_ascii_lowercase()).collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let holds = |wanted: &str| names.iter().any(|name| name.contains(wanted));
    if holds("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    if has("content.xml") && !has("xl/workbook.xml") {
        return open_document(archive);
    }
    let kind = [("word/document.xml", "Word"), ("ppt/presentation.xml", "PowerPoint"), ("index/document.iwa", "iWork")];
    match kind.into_iter().find(|(part, _)| has(part)) {
        Some((_, other)) => Err(Unreadable::new(Code::UnsupportedFormat, other)),
        None if has("_rels/.rels") || holds("workbook.xml") => Ok(Format::Xlsx),
        None => Err(Unreadable::new(Code::UnsupportedFormat, "zip")),
    }
}

/// An open document says in its first part what it is.
fn open_document(mut archive: ZipArchive<Cursor<&[u8]>>) -> Result<Format, Unreadable> {
    use std::io::Read;
    let mut kind = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        let _ = part.take(200).read_to_string(&mut kind);
    }
    let name = kind.trim().rsplit('.').next().unwrap_or_default();
    if name.is_empty() || name.starts_with("spreadsheet") {
        Ok(Format::Ods)
    } else {
        Err(Unreadable::new(Code::UnsupportedFormat, format!("OpenDocument {name}")))
    }
}

/// The size of the directory at the end of an archive as the archive tells it; nothing when there is no end. Of several ends
/// in the same place the largest counts.
fn directory_bytes(bytes: &[u8]) -> Option<u64> {
    const END: usize = 22;
    const LARGE_END: usize = 56;
    let tail = &bytes[bytes.len().saturating_sub(END + LARGE_END + 20 + usize::from(u16::MAX))..];
    let number =
        |record: &[u8], at: usize| record.get(at..at + 4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]));
    let ends = tail.windows(END).filter(|window| window.starts_with(b"PK\x05\x06")).filter_map(|window| number(window, 12));
    let large = tail.windows(LARGE_END).filter(|window| window.starts_with(b"PK\x06\x06"));
    let large = large.filter_map(|window| Some(u64::from(number(window, 44)?) << 32 | u64::from(number(window, 40)?))).max();
    let end = ends.max()?;
    Some(if end == u32::MAX { large.unwrap_or(u64::from(end)) } else { u64::from(end) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_decides() {
        let refused = |bytes: &[u8], ending| recognise(bytes, ending).map_err(|reason| (reason.code, reason.found));
        for (bytes, ending, expected) in [
            (b"Naam;Doel\nA;B".as_slice(), "xls", Ok(Format::Text)),
            (b"Naam;Doel\nA;B", "csv", Ok(Format::Text)),
            (b"Naam;Doel\nA;B", "json", Err((Code::UnsupportedFormat, ".json"))),
            (b" \r\n\t", "csv", Err((Code::EmptyFile, ""))),
            (b"", "xlsx", Err((Code::EmptyFile, ""))),
            (b"\xEF\xBB\xBF<html><table>", "xls", Err((Code::WebPage, "HTML"))),
            (
                b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-x:office:spreadsheet'>",
                "xls",
                Err((Code::XmlSpreadsheet, "XML Spreadsheet 2003")),
            ),
            (b"<?xml version='1.0'?><model>", "xml", Err((Code::UnsupportedFormat, "XML"))),
            (b"%PDF-1.7", "xlsx", Err((Code::UnsupportedFormat, "PDF"))),
            (b"\x09\x08\x10\0\0\x06\x05\0", "xls", Err((Code::OldWorkbook, ""))),
            (b"\x01\0\x02\0\x03\xFF\0\x01\x02", "xlsx", Err((Code::DamagedFile, ".xlsx"))),
            (b"PK\x03\x04\x14\0", "xlsx", Err((Code::IncompleteFile, "zip"))),
            (OLE, "xlsx", Ok(Format::Xls)),
        ] {
            assert_eq!(refused(bytes, ending), expected.map_err(|(code, found)| (code, found.to_owned())), "{ending}");
        }
    }
}
