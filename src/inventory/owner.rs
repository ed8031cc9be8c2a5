//! Whose a row is, and whose inventory a sheet or file is when its rows do not say: from the sheet's name, a title row, the file's
//! name or folder.

use std::sync::Arc;

use crate::reference::{Municipalities, Partnerships, Reference};
use crate::sources::Row;
use crate::terms::Month;

/// Whose a row is (METHOD §1).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// A municipality, by its code on the first day of the month of submission.
    Municipality(Arc<str>),
    /// A partnership of the table, by id: the row stands for each of its members.
    Partnership(Arc<str>),
    /// A body that is in no table, by name as typed: the row stands for the participants that it lists.
    Body(Arc<str>),
}

impl Owner {
    /// The code, when it is a municipality.
    #[must_use]
    pub const fn municipality(&self) -> Option<&Arc<str>> {
        match self {
            Self::Municipality(code) => Some(code),
            _ => None,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name<'a>(&'a self, reference: &'a Reference) -> &'a str {
        match self {
            Self::Municipality(code) => reference.municipalities.name(code).unwrap_or(code),
            Self::Partnership(id) => reference.partnerships.get(id).map_or(id, |known| &known.name),
            Self::Body(name) => name,
        }
    }
}

impl Default for Owner {
    fn default() -> Self {
        Self::Municipality(Arc::default())
    }
}

/// Whom a sheet is about, if exactly one is named. A municipality goes before a partnership, but for the municipality of a folder:
/// below it may lie the file of a partnership.
pub fn of_sheet(reference: &Reference, month: Month, sheet: &str, titles: &[Row], path: &str) -> Option<Owner> {
    let municipalities = &reference.municipalities;
    let as_such = |text: &str| municipalities.named_as_such(text, month);
    let texts = || titles.iter().flat_map(|row| &row.cells).filter_map(|(_, value)| value.text());
    let mut folders = path.rsplit('/').map(bare);
    let file = folders.next().unwrap_or_default();
    let folders: Vec<String> = folders.collect();
    let in_path = |text: &str| municipality_in(reference, text, month).map(Owner::Municipality);
    let partnership = |text: &str| partnership_in(&reference.partnerships, text);
    municipalities
        .find(sheet, month)
        .or_else(|| as_such(sheet))
        .or_else(|| texts().find_map(as_such))
        .map(Owner::Municipality)
        .or_else(|| in_path(&file))
        .or_else(|| partnership(&file))
        .or_else(|| folders.iter().find_map(|folder| in_path(folder)))
        .or_else(|| partnership(sheet))
        .or_else(|| texts().find_map(partnership))
        .or_else(|| folders.iter().find_map(|folder| partnership(folder)))
}

/// A part of a path without its ending and with spaces for underscores.
fn bare(part: &str) -> String {
    part.rsplit_once('.').map_or(part, |(stem, _)| stem).replace('_', " ")
}

/// The one municipality named in a text. A name that is part of a partnership's (*GGD Groningen*) names no municipality.
fn municipality_in(reference: &Reference, text: &str, month: Month) -> Option<Arc<str>> {
    let municipalities: &Municipalities = &reference.municipalities;
    let beside = reference.partnerships.without_names(text);
    municipalities.named_as_such(&beside, month).or_else(|| municipalities.named_anywhere(&beside, month))
}

/// The one partnership named in a text.
pub fn partnership_in(partnerships: &Partnerships, text: &str) -> Option<Owner> {
    match partnerships.named_in(text).as_slice() {
        [only] => Some(Owner::Partnership(only.id.clone())),
        _ => None,
    }
}
