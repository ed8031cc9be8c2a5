//! One row to a record, or to the fate of a row that is none.

use std::sync::Arc;

use super::super::words::Words;
use super::cells::Cells;
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
            let found = self.cells.row_shown(row);
            let column = self.cells.column(Field::Name).unwrap_or_default();
            self.cells.problem(Code::NameMissing, row.index, column, &found, None);
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
            hosting_party: cells.party(row, Field::HostingParty),
            contract_party: cells.party(row, Field::ContractParty),
            operator: cells.party(row, Field::Operator),
            partnership: cells.party(row, Field::Partnership),
            hosting: cells.text(row, Field::Hosting),
            hosting_form: cells.word(row, Field::Hosting, Code::UnknownHosting, Words::hosting),
            status: cells.status(row),
            level: cells.word(row, Field::Level, Code::UnknownLevel, Words::level),
            distinguishing: cells.word(row, Field::Distinguishing, Code::UnknownDistinguishing, Words::distinguishing),
            cost_cents: cells.cost(row),
            users: cells.users(row),
            contract_end: cells.contract_end(row),
        }
    }
}
