//! One row to a record, or to the fate of a row that is none.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::clean;
use super::super::header::Header;
use super::super::words::Words;
use crate::inventory::{Fate, Field, Layout, Record};
use crate::problem::{Code, Place, Problem};
use crate::reference::{ComponentMatch, Reference, Resolution};
use crate::sources::{Row, Value};
use crate::terms::{Lookup, Month};

/// No name is longer than this, in characters; such a text is a document.
const LONGEST_NAME: usize = 300;

/// What a row is.
pub enum Taken {
    Record(Box<Record>),
    Fate(Fate),
}

/// Reads the rows of one sheet. Looks up each spelling of a municipality or component once.
pub struct RowReader<'a> {
    layout: &'a Layout,
    header: &'a Header,
    words: &'a Words,
    reference: &'a Reference,
    month: Month,
    /// The municipality of the sheet, for rows that name none.
    owner: Option<Arc<str>>,
    sheet: Place,
    municipalities: Lookup<String, Resolution>,
    components: Lookup<String, Component>,
    pub problems: Vec<Problem>,
}

#[derive(Clone)]
enum Component {
    Current(Arc<str>),
    Former(Arc<str>, Arc<str>),
    Unknown,
}

impl<'a> RowReader<'a> {
    pub fn new(
        layout: &'a Layout,
        header: &'a Header,
        words: &'a Words,
        reference: &'a Reference,
        month: Month,
        owner: Option<Arc<str>>,
        sheet: Place,
    ) -> Self {
        let (municipalities, components) = (Lookup::default(), Lookup::default());
        let problems = Vec::new();
        Self { layout, header, words, reference, month, owner, sheet, municipalities, components, problems }
    }

    /// The row's record or fate. Every row that is set aside leaves a problem.
    pub fn take(&mut self, row: &Row) -> Taken {
        if let Some(fate) = self.fate_without_record(row) {
            return Taken::Fate(fate);
        }
        let Some(name) = self.text(row, Field::Name).filter(|name| name.chars().count() <= LONGEST_NAME) else {
            let found = row.cells.iter().map(|(_, value)| value.shown()).collect::<Vec<_>>().join(" | ");
            let column = self.header.columns[&Field::Name];
            self.problem(Code::NameMissing, row.index, column, &shortened(&found), None);
            return Taken::Fate(Fate::SetAside);
        };
        let Some(municipality) = self.municipality(row) else { return Taken::Fate(Fate::SetAside) };
        Taken::Record(Box::new(self.record(row, name, municipality)))
    }

    /// Totals, headings of sections and notes: rows that a person would not take for an application.
    fn fate_without_record(&self, row: &Row) -> Option<Fate> {
        let mapped = |field: Field| self.header.columns.get(&field).and_then(|column| row.get(*column));
        let used = self.header.columns.values().filter(|column| row.get(**column).is_some()).count();
        let (_, first) = row.cells.first()?;
        let has_substance =
            [Field::Vendor, Field::Status, Field::Component, Field::Municipality].into_iter().any(|field| mapped(field).is_some());
        match first.text() {
            Some(text) if !has_substance && self.words.begins_total(text) => Some(Fate::Total),
            Some(text) if row.cells.len() == 1 && self.words.is_section(text) => Some(Fate::Heading),
            Some(text) if row.cells.len() == 1 && (self.words.says_synthetic(text) || self.words.is_remark(text)) => {
                Some(Fate::Note)
            }
            _ if used == 0 => Some(Fate::Note),
            _ => None,
        }
    }

    fn record(&mut self, row: &Row, name: Box<str>, municipality: Arc<str>) -> Record {
        Record {
            municipality,
            row: row.index,
            name,
            id: self.text(row, Field::Id),
            vendor: self.text(row, Field::Vendor),
            version: self.text(row, Field::Version),
            description: self.text(row, Field::Description),
            domain: self.text(row, Field::Domain),
            hosting_party: self.text(row, Field::HostingParty),
            contract_party: self.text(row, Field::ContractParty),
            operator: self.text(row, Field::Operator),
            partnership: self.text(row, Field::Partnership),
            components: self.components(row),
            hosting: self.text(row, Field::Hosting),
            hosting_form: self.word(row, Field::Hosting, Code::UnknownHosting, |words, text| words.hosting(text).map(Box::from)),
            status: self.word(row, Field::Status, Code::UnknownStatus, Words::status),
            level: self.word(row, Field::Level, Code::UnknownLevel, Words::level),
            distinguishing: self.word(row, Field::Distinguishing, Code::UnknownDistinguishing, Words::distinguishing),
            cost_cents: self.number(row, Field::Cost, Code::UnreadableAmount, clean::cents),
            users: self.number(row, Field::Users, Code::UnreadableCount, clean::count),
            contract_end: self.contract_end(row),
        }
    }

    /// The cell of a field, when something stands there that is not a way to say nothing. An error value is a problem.
    fn cell<'r>(&mut self, row: &'r Row, field: Field) -> Option<(u32, &'r Value)> {
        let column = *self.header.columns.get(&field)?;
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

    fn text(&mut self, row: &Row, field: Field) -> Option<Box<str>> {
        let (_, value) = self.cell(row, field)?;
        match value {
            Value::Text(text) => Some(one_line(text)),
            other => Some(other.shown().into()),
        }
    }

    fn word<V>(&mut self, row: &Row, field: Field, unknown: Code, read: impl Fn(&Words, &str) -> Option<V>) -> Option<V> {
        let (column, value) = self.cell(row, field)?;
        let text = value.shown();
        let value = read(self.words, text.trim());
        if value.is_none() {
            let hint = if unknown == Code::UnknownStatus { self.words.nearest_status(&text).map(str::to_owned) } else { None };
            self.problem(unknown, row.index, column, &shortened(&text), hint);
        }
        value
    }

    fn number<V>(&mut self, row: &Row, field: Field, unreadable: Code, read: impl Fn(&Value) -> Option<V>) -> Option<V> {
        let (column, value) = self.cell(row, field)?;
        let read = read(value);
        if read.is_none() {
            self.problem(unreadable, row.index, column, &shortened(&value.shown()), None);
        }
        read
    }

    fn contract_end(&mut self, row: &Row) -> Option<NaiveDate> {
        let words = self.words;
        self.number(row, Field::ContractEnd, Code::UnreadableDate, clean::day).filter(|date| !words.is_no_date(*date))
    }

    fn components(&mut self, row: &Row) -> Vec<Arc<str>> {
        let Some((column, Value::Text(text))) = self.cell(row, Field::Component) else { return Vec::new() };
        let mut ids = Vec::new();
        let whole = self.component(text);
        let parts: Vec<&str> = if matches!(whole, Component::Unknown) { clean::split_list(text).collect() } else { vec![text] };
        for part in parts {
            match self.component(part) {
                Component::Current(id) => ids.push(id),
                Component::Former(id, name) => {
                    self.problem(Code::FormerComponent, row.index, column, part, Some(name.to_string()));
                    ids.push(id);
                }
                Component::Unknown => {
                    let nearest = self.reference.components.nearest(part).map(str::to_owned);
                    self.problem(Code::UnknownComponent, row.index, column, &shortened(part), nearest);
                }
            }
        }
        ids.sort();
        ids.dedup();
        ids
    }

    fn component(&mut self, text: &str) -> Component {
        if let Some(known) = self.components.get(text) {
            return known.clone();
        }
        let components = &self.reference.components;
        let found = match components.find(text) {
            Some(ComponentMatch::Current(component)) => Component::Current(component.gemma_id.as_str().into()),
            Some(ComponentMatch::Former(component)) => {
                Component::Former(component.gemma_id.as_str().into(), component.name.as_str().into())
            }
            None => Component::Unknown,
        };
        self.components.insert(text.to_owned(), found.clone());
        found
    }

    /// The municipality by code, then by name, then that of the sheet.
    fn municipality(&mut self, row: &Row) -> Option<Arc<str>> {
        let code = self.cell(row, Field::MunicipalityCode).map(|(column, value)| (column, value.shown()));
        if let Some((_, text)) = &code
            && let Some(found) = self.resolved(text)
        {
            return Some(found);
        }
        let Some((column, text)) = self.cell(row, Field::Municipality).map(|(column, value)| (column, value.shown())).or(code)
        else {
            if self.owner.is_none() {
                let found = row.cells.iter().take(4).map(|(_, value)| value.shown()).collect::<Vec<_>>().join(" | ");
                self.problem(Code::MunicipalityMissing, row.index, 0, &shortened(&found), None);
            }
            return self.owner.clone();
        };
        let found = self.resolved(&text);
        self.municipality_problem(row.index, column, &text);
        found
    }

    fn resolved(&mut self, text: &str) -> Option<Arc<str>> {
        self.resolution(text).code()
    }

    fn resolution(&mut self, text: &str) -> Resolution {
        if let Some(known) = self.municipalities.get(text) {
            return known.clone();
        }
        let found = self.reference.municipalities.resolve(text, self.month);
        self.municipalities.insert(text.to_owned(), found.clone());
        found
    }

    fn municipality_problem(&mut self, row: u32, column: u32, text: &str) {
        let (code, hint) = match self.resolution(text) {
            Resolution::Found(_) => return,
            Resolution::Followed { to, .. } => (Code::FormerMunicipality, Some(to.to_string())),
            Resolution::Ambiguous(codes) => (Code::AmbiguousMunicipality, Some(codes.join(", "))),
            Resolution::OutsideFrame { successors, .. } => {
                (Code::MunicipalityOutsideFrame, Some(successors.join(", ")).filter(|hint| !hint.is_empty()))
            }
            Resolution::NotFound { looks_like_municipality: false, .. } if self.layout.any_organisation => {
                (Code::NotAMunicipality, self.reference.partnerships.named_in(text).first().map(|known| known.name.to_string()))
            }
            Resolution::NotFound { nearest, .. } => (Code::UnknownMunicipality, nearest.map(|name| name.to_string())),
        };
        self.problem(code, row, column, text.trim(), hint);
    }

    fn problem(&mut self, code: Code, row: u32, column: u32, found: &str, hint: Option<String>) {
        self.problems.push(Problem::new(code, self.sheet.at(row, column), found).with_hint(hint));
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

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 80 { line } else { line.chars().take(77).chain("...".chars()).collect() }
}
