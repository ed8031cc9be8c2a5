//! Reads the tables of `data/` into typed rows, and collects what is wrong with them.
//!
//! Nothing here stops at the first mistake: whoever edits a table sees all complaints at once, with file and line.

use std::collections::BTreeSet;
use std::fmt::Display;

use serde::de::DeserializeOwned;

use super::DataDir;
use crate::terms::Validity;

/// One row of a table, with its line in the file for complaints.
pub struct Row<T> {
    pub line: u64,
    pub value: T,
}

/// All that is wrong with the tables, in the order in which it was found.
#[derive(Default)]
pub struct Complaints {
    data: String,
    lines: Vec<String>,
}

impl Complaints {
    pub fn about(data: &DataDir) -> Self {
        Self { data: data.name(), lines: Vec::new() }
    }

    pub fn file(&mut self, path: &str, what: impl Display) {
        self.lines.push(format!("{}/{path}: {what}", self.data));
    }

    pub fn line(&mut self, path: &str, line: u64, what: impl Display) {
        self.lines.push(format!("{}/{path}:{line}: {what}", self.data));
    }

    /// An error with one line for each complaint, when there is any.
    pub fn into_result(self) -> anyhow::Result<()> {
        if self.lines.is_empty() { Ok(()) } else { Err(anyhow::anyhow!(self.lines.join("\n"))) }
    }
}

/// A table that is being read: its path and the complaints that its rows give.
pub struct Table<'a> {
    path: &'a str,
    complaints: &'a mut Complaints,
}

impl<'a> Table<'a> {
    pub fn new(path: &'a str, complaints: &'a mut Complaints) -> Self {
        Self { path, complaints }
    }

    /// The rows that can be read. The others are complained about; one complaint for what all rows share.
    pub fn rows<T: DeserializeOwned>(&mut self, data: &DataDir) -> Vec<Row<T>> {
        let text = match data.text(self.path) {
            Ok(text) => text,
            Err(error) => {
                self.complaints.file(self.path, error);
                return Vec::new();
            }
        };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headers = reader.headers().cloned().unwrap_or_default();
        let mut said = BTreeSet::new();
        let mut rows = Vec::new();
        for (index, record) in (2u64..).zip(reader.records()) {
            let line = record.as_ref().ok().and_then(csv::StringRecord::position).map_or(index, csv::Position::line);
            match record.and_then(|record| record.deserialize(Some(&headers))) {
                Ok(value) => rows.push(Row { line, value }),
                Err(error) => {
                    let what = reason(&error, &headers);
                    if said.insert(what.clone()) {
                        self.complain(line, what);
                    }
                }
            }
        }
        rows
    }

    pub fn complain(&mut self, line: u64, what: impl Display) {
        self.complaints.line(self.path, line, what);
    }

    /// The value, or nothing and a complaint.
    pub fn expect<V, E: Display>(&mut self, line: u64, value: Result<V, E>) -> Option<V> {
        value.map_err(|what| self.complain(line, what)).ok()
    }

    /// The period of two cells; open, with a complaint, when they hold none.
    pub fn validity(&mut self, line: u64, since: &str, until: &str) -> Validity {
        let period = Validity::parse(since, until);
        self.expect(line, period).unwrap_or_default()
    }

    /// Complains when a cell that must be filled is empty.
    pub fn filled(&mut self, line: u64, column: &str, value: &str) {
        if value.trim().is_empty() {
            self.complain(line, format!("{column} is empty"));
        }
    }

    /// Complains about each row with a key that an earlier row has.
    pub fn unique<T, K: Ord + Display>(&mut self, rows: &[Row<T>], key: impl Fn(&T) -> K) {
        let mut seen = BTreeSet::new();
        for row in rows {
            let key = key(&row.value);
            if seen.contains(&key) {
                self.complain(row.line, format!("'{key}' stands here a second time"));
            }
            seen.insert(key);
        }
    }
}

/// What the reader says, without its own count of lines and with the heading of the column.
fn reason(error: &csv::Error, headers: &csv::StringRecord) -> String {
    match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => {
            let column = err.field().and_then(|field| headers.get(usize::try_from(field).ok()?));
            column.map_or_else(|| err.kind().to_string(), |column| format!("{column}: {}", err.kind()))
        }
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => format!("{len} cells where the heading has {expected_len}"),
        _ => error.to_string(),
    }
}
