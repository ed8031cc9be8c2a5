//! Who operates it or holds the contract: read when it is an organisation. A person's name is dropped, and quoted nowhere.

use std::collections::BTreeSet;

use super::cells::Cells;
use crate::inventory::Field;
use crate::inventory::organisation::OrganisationWords;
use crate::problem::Code;
use crate::reference::Reference;
use crate::sources::{Row, Value};
use crate::terms::{Lookup, Month, name_key};

/// Looks up each spelling once.
pub struct OrganisationCells<'a> {
    words: &'a OrganisationWords,
    reference: &'a Reference,
    month: Month,
    /// Vendors and hosting parties of the same sheet, by comparable form.
    parties: BTreeSet<String>,
    known: Lookup<String, bool>,
}

impl<'a> OrganisationCells<'a> {
    pub fn new(words: &'a OrganisationWords, reference: &'a Reference, month: Month, rows: &[Row], cells: &Cells<'_>) -> Self {
        let columns: Vec<u32> = [Field::Vendor, Field::HostingParty].into_iter().filter_map(|field| cells.column(field)).collect();
        let texts = rows.iter().flat_map(|row| columns.iter().filter_map(|column| row.get(*column).and_then(Value::text)));
        Self { words, reference, month, parties: texts.map(name_key).collect(), known: Lookup::default() }
    }

    /// The organisation in a cell. Under a header that is for organisations alone, everything is one.
    pub fn read(&mut self, cells: &mut Cells<'_>, row: &Row, field: Field) -> Option<Box<str>> {
        let text = cells.party(row, field)?;
        let header = cells.header_of(field);
        let may_be_person = field == Field::Operator || self.words.may_hold_people(&name_key(&header));
        if !may_be_person || self.is_organisation(&text) {
            return Some(text);
        }
        let column = cells.column(field).unwrap_or_default();
        cells.problem(Code::PersonNotRead, row.index, column, header.trim(), None);
        None
    }

    fn is_organisation(&mut self, text: &str) -> bool {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let is = self.parties.contains(&name_key(text)) || self.words.is_organisation(text, self.month, self.reference);
        self.known.insert(text.to_owned(), is);
        is
    }
}
