//! The cells of a row by field: text, words and numbers, with a problem for every value that can't be used.

use super::super::clean;
use super::super::header::Header;
use super::super::words::Words;
use super::column_facts::ColumnFacts;
use crate::inventory::{Field, Layout};
use crate::problem::{Code, Place, Problem};
use crate::sources::{Row, Value};
use crate::terms::Month;

/// What stands in the field of a partnership when its cell says only that there is one.
pub const UNNAMED_PARTNER: &str = "ja";

/// Reads cells under the header of one sheet.
pub struct Cells<'a> {
    pub layout: &'a Layout,
    pub header: &'a Header,
    pub words: &'a Words,
    /// The sheet that the cells are of.
    pub place: Place,
    /// The last line of the header.
    pub heading: &'a Row,
    /// The month for which the sheet was sent.
    pub month: Month,
    pub facts: ColumnFacts,
    pub problems: Vec<Problem>,
}

impl Cells<'_> {
    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<u32> {
        self.header.columns.get(&field).copied()
    }

    /// The text over the column of a field.
    pub fn header_of(&self, field: Field) -> String {
        self.column(field).and_then(|column| self.heading.get(column)).map(Value::shown).unwrap_or_default()
    }

    /// What a row says in the columns that are read, for a message. What may be a person is left out, as are columns that are not known.
    pub fn shown(&self, row: &Row) -> String {
        let quoted = self.header.columns.iter().filter(|(field, _)| !matches!(field, Field::Operator | Field::ContractParty));
        let mut columns: Vec<u32> = quoted.map(|(_, column)| *column).collect();
        columns.sort_unstable();
        let texts: Vec<String> = columns.into_iter().filter_map(|column| row.get(column)).map(Value::shown).collect();
        shortened(&texts.join(" | "))
    }

    /// The cell of a field, when something stands there that is not a way to say nothing. An error value is a problem, and so are
    /// a formula that stands there as text and a mark that points to the row above.
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
            Value::Text(text) if self.words.is_ditto(text) => {
                self.problem(Code::PointsToOtherRow, row.index, column, text, None);
                None
            }
            Value::Text(text) if is_formula(text) => {
                self.problem(Code::FormulaAsText, row.index, column, &shortened(text), None);
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

    /// A text in one line, without addresses and telephone numbers. What can't be a number to call, an id or a version, keeps its digits.
    pub fn text(&mut self, row: &Row, field: Field) -> Option<Box<str>> {
        let (column, value) = self.cell(row, field)?;
        let Value::Text(text) = value else { return Some(value.shown().into()) };
        let is_code = matches!(field, Field::Id | Field::Version) && !text.contains('@');
        let line = one_line(text);
        if clean::is_damaged(&line) {
            self.problem(Code::DamagedText, row.index, column, &shortened(&line), None);
        }
        match clean::without_contacts(&line, &self.words.contact_labels).filter(|_| !is_code) {
            None => Some(line),
            Some(left) => {
                self.problem(Code::ContactLeftOut, row.index, column, &shortened(&left.masked), None);
                (!left.text.is_empty()).then(|| left.text.into())
            }
        }
    }

    /// The name of an organisation. A cell that says only *yes* names nobody, and asks; one that says *no* says that there is none. A
    /// person is not read, nor quoted.
    pub fn party(&mut self, row: &Row, field: Field) -> Option<Box<str>> {
        let (column, value) = self.cell(row, field)?;
        match (self.words.yes_no(&value.shown()), field) {
            (None, _) if value.text().is_some_and(|text| clean::is_person(text, &self.words.person)) => {
                self.problem(Code::PersonNamed, row.index, column, "…", None);
                (field == Field::Partnership).then(|| UNNAMED_PARTNER.into())
            }
            (None, _) => self.text(row, field),
            (Some(false), _) => None,
            (Some(true), Field::Partnership) => {
                self.problem(Code::PartnerNotNamed, row.index, column, &value.shown(), None);
                Some(UNNAMED_PARTNER.into())
            }
            (Some(true), _) => {
                self.problem(Code::PartyNotNamed, row.index, column, &value.shown(), None);
                None
            }
        }
    }

    /// A value that is written in one of the known words.
    pub fn word<V>(&mut self, row: &Row, field: Field, unknown: Code, read: impl Fn(&Words, &str) -> Option<V>) -> Option<V> {
        let (column, value) = self.cell(row, field)?;
        let text = value.shown();
        let value = read(self.words, text.trim());
        if value.is_none() {
            self.problem(unknown, row.index, column, &shortened(&text), None);
        }
        value
    }

    /// Adds a problem about a cell. What it quotes holds nobody's address.
    pub fn problem(&mut self, code: Code, row: u32, column: u32, found: &str, hint: Option<String>) {
        self.problems.push(Problem::new(code, self.place.at(row, column), quoted(found)).with_hint(hint));
    }
}

/// A text that a message may hold: without addresses and telephone numbers.
#[must_use]
pub fn quoted(text: &str) -> String {
    clean::masked(text).unwrap_or_else(|| text.to_owned())
}

/// A formula that was stored as text: `=A1`, `=VERT.ZOEKEN(...)`.
fn is_formula(text: &str) -> bool {
    let body = text.trim_start().strip_prefix('=');
    body.is_some_and(|body| body.starts_with(|c: char| c.is_alphanumeric() || "(+-'\"".contains(c)))
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
