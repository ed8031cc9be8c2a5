//! One row to a record, or to the fate of a row that is none.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::clean;
use super::super::words::Words;
use super::cells::{Cells, shortened};
use super::components::ComponentCells;
use super::whose::Whose;
use crate::inventory::{Fate, Field, Record};
use crate::problem::Code;
use crate::sources::Row;

/// No name is longer than this, in characters; such a text is a document.
const LONGEST_NAME: usize = 300;

/// What a row is.
pub enum Taken {
    Record(Box<Record>),
    Fate(Fate),
}

/// Reads the rows of one sheet.
pub struct RowReader<'a> {
    pub cells: Cells<'a>,
    pub whose: Whose<'a>,
    pub components: ComponentCells<'a>,
}

impl RowReader<'_> {
    /// The row's record or fate. Every row that is set aside leaves a problem.
    pub fn take(&mut self, row: &Row) -> Taken {
        if let Some(fate) = self.fate_without_record(row) {
            return Taken::Fate(fate);
        }
        let Some(name) = self.cells.text(row, Field::Name).filter(|name| name.chars().count() <= LONGEST_NAME) else {
            let found = row.cells.iter().map(|(_, value)| value.shown()).collect::<Vec<_>>().join(" | ");
            let column = self.cells.column(Field::Name).unwrap_or_default();
            self.cells.problem(Code::NameMissing, row.index, column, &shortened(&found), None);
            return Taken::Fate(Fate::SetAside);
        };
        let Some(municipality) = self.whose.read(&mut self.cells, row) else { return Taken::Fate(Fate::SetAside) };
        Taken::Record(Box::new(self.record(row, name, municipality)))
    }

    /// Totals, headings of sections and notes: rows that a person would not take for an application.
    fn fate_without_record(&self, row: &Row) -> Option<Fate> {
        let (words, columns) = (self.cells.words, &self.cells.header.columns);
        let mapped = |field: Field| columns.get(&field).and_then(|column| row.get(*column));
        let used = columns.values().filter(|column| row.get(**column).is_some()).count();
        let (_, first) = row.cells.first()?;
        let has_substance =
            [Field::Vendor, Field::Status, Field::Component, Field::Municipality].into_iter().any(|field| mapped(field).is_some());
        match first.text() {
            Some(text) if !has_substance && words.begins_total(text) => Some(Fate::Total),
            Some(text) if row.cells.len() == 1 && words.is_section(text) => Some(Fate::Heading),
            Some(text) if row.cells.len() == 1 && (words.says_synthetic(text) || words.is_remark(text)) => Some(Fate::Note),
            _ if used == 0 => Some(Fate::Note),
            _ => None,
        }
    }

    fn record(&mut self, row: &Row, name: Box<str>, municipality: Arc<str>) -> Record {
        let components = self.components.read(&mut self.cells, row);
        let cells = &mut self.cells;
        Record {
            municipality,
            row: row.index,
            name,
            components,
            id: cells.text(row, Field::Id),
            vendor: cells.text(row, Field::Vendor),
            version: cells.text(row, Field::Version),
            description: cells.text(row, Field::Description),
            domain: cells.text(row, Field::Domain),
            hosting_party: cells.text(row, Field::HostingParty),
            contract_party: cells.text(row, Field::ContractParty),
            steered_by: cells.text(row, Field::SteeredBy),
            operator: cells.text(row, Field::Operator),
            partnership: cells.text(row, Field::Partnership),
            partner_not_known: Field::PARTNERS.into_iter().any(|field| cells.is_not_known(row, field)),
            hosting: cells.text(row, Field::Hosting),
            hosting_form: cells.word(row, Field::Hosting, Code::UnknownHosting, |words, text| words.hosting(text).map(Box::from)),
            status: cells.word(row, Field::Status, Code::UnknownStatus, Words::status),
            level: cells.word(row, Field::Level, Code::UnknownLevel, Words::level),
            distinguishing: cells.word(row, Field::Distinguishing, Code::UnknownDistinguishing, Words::distinguishing),
            cost_cents: cells.number(row, Field::Cost, Code::UnreadableAmount, clean::cents),
            users: cells.number(row, Field::Users, Code::UnreadableCount, clean::count),
            contract_end: contract_end(cells, row),
        }
    }
}

fn contract_end(cells: &mut Cells<'_>, row: &Row) -> Option<NaiveDate> {
    let words = cells.words;
    cells.number(row, Field::ContractEnd, Code::UnreadableDate, clean::day).filter(|date| !words.is_no_date(*date))
}
