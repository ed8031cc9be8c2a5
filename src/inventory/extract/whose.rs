//! Whose row it is: by the code in it, by the name in it, or that of the sheet. A municipality, or a partnership of some.

use std::sync::Arc;

use super::cells::Cells;
use super::directory::is_id;
use crate::inventory::{Field, Owner, owner};
use crate::problem::Code;
use crate::reference::{Reference, Resolution};
use crate::sources::{Row, Value};
use crate::terms::{Lookup, Month};

/// Looks up each spelling once.
pub struct Whose<'a> {
    reference: &'a Reference,
    month: Month,
    /// Whose the sheet is, for rows that name nobody.
    owner: Option<Owner>,
    known: Lookup<String, Resolution>,
}

impl<'a> Whose<'a> {
    pub fn new(reference: &'a Reference, month: Month, owner: Option<Owner>) -> Self {
        Self { reference, month, owner, known: Lookup::default() }
    }

    /// The owner by code, then by name, then that of the sheet.
    pub fn read(&mut self, cells: &mut Cells<'_>, row: &Row) -> Option<Owner> {
        let code = cells.cell(row, Field::MunicipalityCode).map(|(column, value)| (column, value.shown()));
        if let Some((_, text)) = &code
            && let Some(found) = self.resolution(text).code()
        {
            return Some(Owner::Municipality(found));
        }
        let Some((column, text)) = cells.cell(row, Field::Municipality).map(|(column, value)| (column, value.shown())).or(code)
        else {
            if let Some(partnership) = self.registered_by_partnership(cells, row) {
                return Some(partnership);
            }
            if self.owner.is_none() {
                let found = cells.shown(row);
                cells.problem(Code::MunicipalityMissing, row.index, 0, &found, None);
            }
            return self.owner.clone();
        };
        self.named(cells, row, column, &text)
    }

    /// The partnership that registered a row of which the municipality's own cell is empty.
    fn registered_by_partnership(&self, cells: &mut Cells<'_>, row: &Row) -> Option<Owner> {
        let may_be = self.owner.is_none() && cells.column(Field::Municipality).is_some();
        let text = if may_be { cells.text(row, Field::Partnership) } else { None };
        text.and_then(|text| owner::partnership_in(&self.reference.partnerships, &text))
    }

    /// The owner that a cell names, or a problem.
    fn named(&mut self, cells: &mut Cells<'_>, row: &Row, column: u32, text: &str) -> Option<Owner> {
        let resolution = self.resolution(text);
        if let Resolution::NotFound { looks_like_municipality: false, .. } = &resolution {
            if let Some(partnership) = owner::partnership_in(&self.reference.partnerships, text) {
                return Some(partnership);
            }
            if lists_participants(cells, row) {
                return Some(Owner::Body(text.trim().into()));
            }
        }
        self.tell(&resolution, cells, row.index, column, text);
        resolution.code().map(Owner::Municipality)
    }

    /// The owner without a word about what is wrong.
    pub fn quietly(&mut self, cells: &Cells<'_>, row: &Row) -> Option<Owner> {
        let shown = |field: Field| cells.column(field).and_then(|column| row.get(column)).map(Value::shown);
        let named = [shown(Field::MunicipalityCode), shown(Field::Municipality)];
        let mut named = named.into_iter().flatten().filter(|text| !cells.words.is_nothing(text)).peekable();
        if named.peek().is_none() {
            return self.owner.clone();
        }
        named.find_map(|text| self.resolution(&text).code()).map(Owner::Municipality)
    }

    fn resolution(&mut self, text: &str) -> Resolution {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let found = self.reference.municipalities.resolve(text, self.month);
        self.known.insert(text.to_owned(), found.clone());
        found
    }

    fn tell(&self, resolution: &Resolution, cells: &mut Cells<'_>, row: u32, column: u32, text: &str) {
        let (code, hint) = match resolution {
            Resolution::Found(_) => return,
            Resolution::Followed { to, .. } => (Code::FormerMunicipality, Some(to.to_string())),
            Resolution::Ambiguous(codes) => (Code::AmbiguousMunicipality, Some(codes.join(", "))),
            Resolution::OutsideFrame { successors, .. } => {
                (Code::MunicipalityOutsideFrame, Some(successors.join(", ")).filter(|hint| !hint.is_empty()))
            }
            Resolution::NotFound { nearest, looks_like_municipality } => {
                self.not_found(nearest.as_ref(), *looks_like_municipality, cells, text)
            }
        };
        cells.problem(code, row, column, text.trim(), hint);
    }

    fn not_found(
        &self,
        nearest: Option<&Arc<str>>,
        looks_like_municipality: bool,
        cells: &Cells<'_>,
        text: &str,
    ) -> (Code, Option<String>) {
        let named: Vec<&str> = self.reference.partnerships.named_in(text).iter().map(|known| &*known.name).collect();
        match (named.as_slice(), looks_like_municipality) {
            ([_, _, ..], false) => (Code::AmbiguousPartnership, Some(named.join(", "))),
            (_, false) if cells.layout.any_organisation => (Code::NotAMunicipality, named.first().map(ToString::to_string)),
            _ if is_id(text) => (Code::UnresolvedOwner, None),
            _ => (Code::UnknownMunicipality, nearest.map(ToString::to_string)),
        }
    }
}

/// Whether the row says itself for whom it stands.
fn lists_participants(cells: &Cells<'_>, row: &Row) -> bool {
    let listed = cells.column(Field::Participants).and_then(|column| row.get(column)).and_then(Value::text);
    listed.is_some_and(|text| !cells.words.is_nothing(text))
}
