//! One file: its identity, and its sheets or the reason why it has none.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::limits::MAX_FILE_BYTES;
use super::{Model, Sheet, archimate, csv_file, workbook};
use crate::problem::{Code, Place, Problem};

/// A file to read: where it is, and what it is called in everything that is published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceFile {
    /// The path under the folder of inventories, with `/`.
    pub name: Arc<str>,
    pub path: PathBuf,
}

/// A file that was opened: what it is, and what it holds.
#[derive(Debug)]
pub struct Source {
    pub file: SourceFile,
    pub bytes: u64,
    /// SHA-256 of the bytes, in hexadecimal; empty when the file could not be opened.
    pub sha256: String,
    pub sheets: Vec<Sheet>,
    /// What it holds when it is a model instead of sheets.
    pub model: Option<Model>,
    /// Why there are no sheets, when there are none.
    pub problem: Option<Problem>,
}

/// Reads a file. Whatever is wrong with it becomes a problem, never an error.
#[must_use]
pub fn read(file: &SourceFile) -> Source {
    let mut source = Source { file: file.clone(), bytes: 0, sha256: String::new(), sheets: Vec::new(), model: None, problem: None };
    match load(&file.path) {
        Err((code, reason)) => source.problem = Some(problem(file, code, reason)),
        Ok(bytes) => {
            source.bytes = bytes.len() as u64;
            source.sha256 = sha256(&bytes);
            let read = if is_markup(&file.path) {
                archimate::read(&bytes).map(|model| source.model = Some(model))
            } else {
                parse(&file.path, bytes).map(|sheets| source.sheets = sheets)
            };
            source.problem = read.err().map(|(code, reason)| problem(file, code, reason));
        }
    }
    source
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

fn problem(file: &SourceFile, code: Code, reason: String) -> Problem {
    Problem::new(code, Place::file(file.name.clone()), reason)
}

pub(super) type Unreadable = (Code, String);

fn load(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let unreadable = |error: std::io::Error| (Code::UnreadableFile, error.to_string());
    let length = std::fs::metadata(path).map_err(unreadable)?.len();
    if length > MAX_FILE_BYTES {
        return Err((Code::FileTooLarge, format!("{length} bytes")));
    }
    std::fs::read(path).map_err(unreadable)
}

/// The content decides the format; the ending only decides between kinds that look alike.
fn parse(path: &Path, bytes: Vec<u8>) -> Result<Vec<Sheet>, Unreadable> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if bytes.is_empty() {
        return Err((Code::UnreadableFile, "the file is empty".to_owned()));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook::read_zip(bytes, &ending);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return workbook::read_xls(bytes);
    }
    match ending.as_str() {
        "csv" | "tsv" | "txt" => csv_file::read(&bytes, &sheet_name(path)),
        "xlsx" | "xlsm" | "xlsb" | "ods" => Err((Code::UnreadableFile, format!("this is no {ending} workbook"))),
        "xls" => workbook::read_xls(bytes),
        _ => Err((Code::UnsupportedFormat, if ending.is_empty() { "(none)".to_owned() } else { ending })),
    }
}

/// Files that hold a model, if they hold anything.
fn is_markup(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml") || ending.eq_ignore_ascii_case("archimate"))
}

fn sheet_name(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
