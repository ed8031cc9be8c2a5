//! One file: its identity, and its sheets or the reason why it has none.

use std::path::PathBuf;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::turns::Share;
use super::{Model, Sheet};
use crate::problem::Problem;

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
    /// The memory that the sheets take, for as long as they are there.
    pub(super) share: Option<Share>,
}

impl Source {
    /// Sheets that were made in memory, as if they had been read from a file.
    #[must_use]
    pub fn of_sheets(file: &SourceFile, sheets: Vec<Sheet>) -> Self {
        Self { sheets, ..Self::unread(file) }
    }

    pub(super) fn unread(file: &SourceFile) -> Self {
        Self { file: file.clone(), bytes: 0, sha256: String::new(), sheets: Vec::new(), model: None, problem: None, share: None }
    }
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
