//! Whose row it is: by the code in it, by the name in it, or that of the sheet.

use std::sync::Arc;

use super::cells::Cells;
use crate::inventory::Field;
use crate::problem::Code;
use crate::reference::{Reference, Resolution};
use crate::sources::Row;
use crate::terms::{Lookup, Month};

/// Looks up each spelling once.
pub struct Whose<'a> {
    reference: &'a Reference,
    month: Month,
    /// The municipality of the sheet, for rows that name none.
    owner: Option<Arc<str>>,
    known: Lookup<String, Resolution>,
}

impl<'a> Whose<'a> {
    pub fn new(reference: &'a Reference, month: Month, owner: Option<Arc<str>>) -> Self {
        Self { reference, month, owner, known: Lookup::default() }
    }

    /// The municipality by code, then by name, then that of the sheet.
    pub fn read(&mut self, cells: &mut Cells<'_>, row: &Row) -> Option<Arc<str>> {
        let code = cells.cell(row, Field::MunicipalityCode).map(|(column, value)| (column, value.shown()));
        if let Some((_, text)) = &code
            && let Some(found) = self.resolution(text).code()
        {
            return Some(found);
        }
        let Some((column, text)) = cells.cell(row, Field::Municipality).map(|(column, value)| (column, value.shown())).or(code)
        else {
            if self.owner.is_none() {
                let found = cells.row_shown(row);
                cells.problem(Code::MunicipalityMissing, row.index, 0, &found, None);
            }
            return self.owner.clone();
        };
        let resolution = self.resolution(&text);
        self.tell(&resolution, cells, row.index, column, &text);
        resolution.code()
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
            Resolution::NotFound { looks_like_municipality: false, .. } if cells.layout.any_organisation => {
                (Code::NotAMunicipality, self.reference.partnerships.named_in(text).first().map(|known| known.name.to_string()))
            }
            Resolution::NotFound { nearest, .. } => (Code::UnknownMunicipality, nearest.as_ref().map(ToString::to_string)),
        };
        cells.problem(code, row, column, text.trim(), hint);
    }
}
