//! One row to a record, or to the fate of a row that is none.

use super::super::clean;
use super::super::words::Words;
use super::cells::Cells;
use super::components::ComponentCells;
use super::organisations::OrganisationCells;
use super::whose::Whose;
use crate::inventory::{Fate, Field, Owner, Quality, Record};
use crate::problem::Code;
use crate::reference::Names;
use crate::sources::{Row, Value};

/// No name is longer than this, in characters; such a text is a document.
const LONGEST_NAME: usize = 1000;

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
    pub names: &'a Names,
    pub organisations: OrganisationCells<'a>,
}

impl RowReader<'_> {
    /// The row's record or fate. Every row that is set aside leaves a problem.
    pub fn take(&mut self, row: &Row) -> Taken {
        if let Some(fate) = self.fate_without_record(row) {
            return Taken::Fate(fate);
        }
        let Some(name) = self.cells.text(row, Field::Name).filter(|name| name.chars().count() <= LONGEST_NAME) else {
            let found = self.cells.shown(row);
            let column = self.cells.column(Field::Name).unwrap_or_default();
            self.cells.problem(Code::NameMissing, row.index, column, &found, None);
            return Taken::Fate(Fate::SetAside);
        };
        let Some(owner) = self.whose.read(&mut self.cells, row) else { return Taken::Fate(Fate::SetAside) };
        Taken::Record(Box::new(self.record(row, name, owner)))
    }

    /// Whether the cells of a row have moved, so that none of them can be trusted; says so. Only files that a program wrote.
    pub fn has_moved(&mut self, row: &Row) -> bool {
        if !self.cells.layout.fixed_columns {
            return false;
        }
        let last = self.cells.heading.cells.last().map_or(0, |(column, _)| *column);
        let read = |column: u32| self.cells.header.columns.values().any(|other| *other == column);
        let Some((column, value)) = row.cells.iter().find(|(column, _)| *column > last && !read(*column)) else { return false };
        self.cells.problem(Code::MovedCells, row.index, *column, &super::cells::shortened(&value.shown()), None);
        true
    }

    /// Totals, headings of sections and notes: rows that a person would not take for an application.
    pub fn fate_without_record(&self, row: &Row) -> Option<Fate> {
        let (words, columns) = (self.cells.words, &self.cells.header.columns);
        let mapped = |field: Field| columns.get(&field).and_then(|column| row.get(*column));
        let used = columns.values().filter(|column| row.get(**column).is_some()).count();
        let (_, first) = row.cells.first()?;
        let has_substance =
            [Field::Vendor, Field::Status, Field::Component, Field::Municipality].into_iter().any(|field| mapped(field).is_some());
        if mapped(Field::Name).and_then(Value::text).is_some_and(|name| words.is_example(name)) {
            return Some(Fate::Note);
        }
        match first.text() {
            Some(text) if !has_substance && words.begins_total(text) => Some(Fate::Total),
            Some(text) if row.cells.len() == 1 && words.is_section(text) => Some(Fate::Heading),
            Some(text) if row.cells.len() == 1 && (words.says_synthetic(text) || words.is_remark(text)) => Some(Fate::Note),
            _ if used == 0 => Some(Fate::Note),
            _ => None,
        }
    }

    fn record(&mut self, row: &Row, name: Box<str>, owner: Owner) -> Record {
        let components = self.components.read(&mut self.cells, row);
        let operator = self.organisations.read(&mut self.cells, row, Field::Operator);
        let contract_party = self.organisations.read(&mut self.cells, row, Field::ContractParty);
        let steered_by = self.organisations.read(&mut self.cells, row, Field::SteeredBy);
        let cells = &mut self.cells;
        let vendor = cells.text(row, Field::Vendor);
        let named = self.names.of(&name, vendor.as_deref());
        Record {
            owner,
            row: row.index,
            named,
            name,
            vendor,
            components,
            id: cells.text(row, Field::Id),
            version: cells.text(row, Field::Version),
            description: cells.text(row, Field::Description),
            domain: cells.text(row, Field::Domain),
            hosting_party: cells.party(row, Field::HostingParty),
            contract_party,
            steered_by,
            operator,
            partnership: cells.party(row, Field::Partnership),
            participants: participants(cells, row),
            partner_not_known: Field::PARTNERS.into_iter().any(|field| cells.is_not_known(row, field)),
            hosting: cells.text(row, Field::Hosting),
            hosting_form: cells.word(row, Field::Hosting, Code::UnknownHosting, Words::hosting),
            status: cells.status(row),
            level: cells.word(row, Field::Level, Code::UnknownLevel, Words::level),
            distinguishing: cells.word(row, Field::Distinguishing, Code::UnknownDistinguishing, Words::distinguishing),
            cost_cents: cells.cost(row),
            users: cells.users(row),
            contract_end: cells.contract_end(row),
            quality: quality(cells, row),
        }
    }
}

/// The organisations in a cell that may hold several.
fn participants(cells: &mut Cells<'_>, row: &Row) -> Vec<Box<str>> {
    let text = cells.cell(row, Field::Participants).map(|(_, value)| value.shown()).unwrap_or_default();
    clean::list(&text, |_| false).into_iter().map(Into::into).collect()
}

/// What is noted about how well it serves, in whatever scale; who noted it is not read.
fn quality(cells: &mut Cells<'_>, row: &Row) -> Option<Box<Quality>> {
    let mut text = |field| cells.text(row, field).filter(|text| !clean::is_person(text, &cells.words.person));
    let quality = Quality {
        functional: text(Field::FunctionalQuality),
        technical: text(Field::TechnicalQuality),
        satisfaction: text(Field::Satisfaction),
        advice: text(Field::PortfolioAdvice),
    };
    quality.noted()
}
