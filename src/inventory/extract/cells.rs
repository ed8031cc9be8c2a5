//! The cells of a row by field: text, words and numbers, with a problem for every value that can't be used.

use super::super::header::Header;
use super::super::words::Words;
use crate::inventory::{Field, Layout};
use crate::problem::{Code, Place, Problem};
use crate::sources::{Row, Value};

/// Reads cells under the header of one sheet.
pub struct Cells<'a> {
    pub layout: &'a Layout,
    pub header: &'a Header,
    pub words: &'a Words,
    /// The sheet that the cells are of.
    pub place: Place,
    pub problems: Vec<Problem>,
}

impl Cells<'_> {
    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<u32> {
        self.header.columns.get(&field).copied()
    }

    /// The cell of a field, when something stands there that is not a way to say nothing. An error value is a problem.
    pub fn cell<'r>(&mut self, row: &'r Row, field: Field) -> Option<(u32, &'r Value)> {
        let column = self.column(field)?;
        let value = row.get(column)?;
        match value {
            Value::Error(error) => {
                self.problem(Code::ErrorCell, row.index, column, error, None);
                None
            }
            Value::Text(text) if self.words.is_nothing(text) => None,
            Value::Number(0.0) if self.layout.zero_is_empty => None,
            Value::Text(text) if self.words.is_error(text) => {
                self.problem(Code::ErrorCell, row.index, column, text, None);
                None
            }
            _ => Some((column, value)),
        }
    }

    /// Whether a cell says that its value is not known, which is more than saying nothing.
    pub fn is_not_known(&self, row: &Row, field: Field) -> bool {
        let value = self.column(field).and_then(|column| row.get(column));
        value.and_then(Value::text).is_some_and(|text| self.words.is_not_known(text))
    }

    pub fn text(&mut self, row: &Row, field: Field) -> Option<Box<str>> {
        let (_, value) = self.cell(row, field)?;
        match value {
            Value::Text(text) => Some(one_line(text)),
            other => Some(other.shown().into()),
        }
    }

    /// A value that is written in one of the known words.
    pub fn word<V>(&mut self, row: &Row, field: Field, unknown: Code, read: impl Fn(&Words, &str) -> Option<V>) -> Option<V> {
        let (column, value) = self.cell(row, field)?;
        let text = value.shown();
        let value = read(self.words, text.trim());
        if value.is_none() {
            let hint = if unknown == Code::UnknownStatus { self.words.nearest_status(&text).map(str::to_owned) } else { None };
            self.problem(unknown, row.index, column, &shortened(&text), hint);
        }
        value
    }

    pub fn number<V>(&mut self, row: &Row, field: Field, unreadable: Code, read: impl Fn(&Value) -> Option<V>) -> Option<V> {
        let (column, value) = self.cell(row, field)?;
        let read = read(value);
        if read.is_none() {
            self.problem(unreadable, row.index, column, &shortened(&value.shown()), None);
        }
        read
    }

    pub fn problem(&mut self, code: Code, row: u32, column: u32, found: &str, hint: Option<String>) {
        self.problems.push(Problem::new(code, self.place.at(row, column), found).with_hint(hint));
    }
}

/// Text in one line, without space around it.
fn one_line(text: &str) -> Box<str> {
    let trimmed = text.trim();
    if trimmed.contains(['\n', '\r', '\t']) || trimmed.contains("  ") {
        return trimmed.split_whitespace().collect::<Vec<_>>().join(" ").into();
    }
    trimmed.into()
}

/// What a message quotes: one line, and not too much of it.
pub fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 80 { line } else { line.chars().take(77).chain("...".chars()).collect() }
}
