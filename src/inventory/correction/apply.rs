//! Carries out corrections on the cells of one file, and tells of each what it did or why it did nothing.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cells::{expected_at, put, set, shown_at};
use super::{Action, Concerned, Correction};
use crate::inventory::{Field, Owner};
use crate::problem::{Code, Place, Problem};
use crate::reference::Reference;
use crate::sources::{Row, Sheet, Value};
use crate::terms::{CellRef, Month, name_key};

/// The corrections of one file.
pub struct ForFile<'a> {
    corrections: Vec<&'a Correction>,
    place: Place,
    pub problems: Vec<Problem>,
    concerned: BTreeMap<&'a Arc<str>, Concerned>,
}

/// What corrections say of a sheet as a whole.
#[derive(Default)]
pub struct OfSheet<'a> {
    pub ignored: bool,
    /// Layout and row of the header, from zero.
    pub layout: Option<(&'a str, u32)>,
    /// Rows that are set aside, from zero.
    pub rows_aside: BTreeSet<u32>,
}

impl<'a> ForFile<'a> {
    pub fn new(corrections: Vec<&'a Correction>, file: &Arc<str>) -> Self {
        Self { corrections, place: Place::file(file.clone()), problems: Vec::new(), concerned: BTreeMap::new() }
    }

    /// Tells of corrections about sheets that are not there.
    pub fn look_for_sheets(&mut self, sheets: &[Sheet]) {
        for correction in self.corrections.clone() {
            if let Some(wanted) = correction.sheet.as_ref().filter(|wanted| !sheets.iter().any(|sheet| *sheet.name == ***wanted)) {
                self.miss(correction, self.place.clone(), &format!("no sheet {wanted}"));
            }
        }
    }

    /// Puts cells of a sheet right, and says what holds for the sheet as a whole.
    pub fn correct(&mut self, sheet: &mut Sheet) -> OfSheet<'a> {
        let mut of_sheet = OfSheet::default();
        for correction in self.corrections.clone() {
            let Some(at) = expected_at(correction, sheet).filter(|_| correction.sheet.as_deref() == Some(&*sheet.name)) else {
                continue;
            };
            let found = shown_at(sheet, at);
            let place = Place::sheet(self.place.file.clone(), sheet.name.clone()).at(at.row, at.column);
            if found == correction.expect.trim() {
                self.carry_out(correction, sheet, at, place, &found, &mut of_sheet);
            } else {
                self.miss(correction, place, &found);
            }
        }
        of_sheet
    }

    fn carry_out(
        &mut self,
        correction: &'a Correction,
        sheet: &mut Sheet,
        at: CellRef,
        place: Place,
        found: &str,
        of_sheet: &mut OfSheet<'a>,
    ) {
        match &correction.action {
            Action::SetValue { value, .. } if put(sheet, at, value) => self.did(correction, place, found, value),
            Action::SetValue { .. } => self.miss(correction, place, "an empty row"),
            Action::SetAsideRow { .. } => {
                of_sheet.rows_aside.insert(at.row);
                self.problems.push(told(Code::SetAsideByCorrection, correction, place, found, ""));
            }
            Action::UseLayout { layout, header } => {
                of_sheet.layout = Some((layout, *header));
                self.did(correction, place, &sheet.name, layout);
            }
            Action::IgnoreSheet => {
                of_sheet.ignored = true;
                self.did(correction, place, &sheet.name, "");
            }
            Action::SetMunicipality { .. } | Action::ReplaceValue { .. } => {}
        }
    }

    /// Whose a sheet is, when a correction says so.
    pub fn owner(&mut self, sheet: &Arc<str>, found: Option<Owner>, reference: &Reference, month: Month) -> Option<Owner> {
        let mut owner = found;
        for correction in self.corrections.clone() {
            let Action::SetMunicipality { municipality } = &correction.action else { continue };
            if correction.sheet.as_deref().is_some_and(|wanted| *wanted != **sheet) {
                continue;
            }
            let place = Place::sheet(self.place.file.clone(), sheet.clone());
            let names = names_of(owner.as_ref(), reference);
            let expected = name_key(&correction.expect);
            match reference.municipalities.find(municipality, month) {
                Some(code) if names.iter().any(|name| name_key(name) == expected) => {
                    let old = names.last().filter(|name| !name.is_empty()).map_or("–", String::as_str);
                    self.did(correction, place, old, reference.municipalities.name(&code).unwrap_or_default());
                    owner = Some(Owner::Municipality(code));
                }
                _ => self.miss(correction, place, names.last().map_or("", String::as_str)),
            }
        }
        owner
    }

    /// Whether any correction is about a municipality's values.
    pub fn replaces_values(&self) -> bool {
        self.corrections.iter().any(|correction| matches!(correction.action, Action::ReplaceValue { .. }))
    }

    /// A row of a municipality with its values replaced.
    pub fn replaced<'r>(
        &mut self,
        row: &'r Row,
        owner: Option<&Owner>,
        columns: &BTreeMap<Field, u32>,
        sheet: &Place,
        reference: &Reference,
        month: Month,
    ) -> Cow<'r, Row> {
        let mut out = Cow::Borrowed(row);
        for correction in self.corrections.clone() {
            let Action::ReplaceValue { municipality, field, value } = &correction.action else { continue };
            let code = reference.municipalities.find(municipality, month).map(Owner::Municipality);
            if code.is_none() || code.as_ref() != owner {
                continue;
            }
            let fresh = || Concerned { id: correction.id.clone(), about: correction.expect.clone(), used: false };
            let concerned = self.concerned.entry(&correction.id).or_insert_with(fresh);
            let Some(column) = columns.get(field).copied() else { continue };
            let found = out.get(column).map(Value::shown).unwrap_or_default().trim().to_owned();
            if found == correction.expect.trim() {
                concerned.used = true;
                set(out.to_mut(), column, value);
                self.did(correction, sheet.at(row.index, column), &found, value);
            }
        }
        out
    }

    /// Which corrections by value met rows in this file.
    pub fn concerned(&mut self) -> Vec<Concerned> {
        std::mem::take(&mut self.concerned).into_values().collect()
    }

    /// Tells that a header was asked for where none can be read.
    pub fn miss_header(&mut self, sheet: &Arc<str>) {
        let place = Place::sheet(self.place.file.clone(), sheet.clone());
        for correction in self.corrections.clone() {
            if matches!(correction.action, Action::UseLayout { .. }) && correction.sheet.as_deref() == Some(&**sheet) {
                self.miss(correction, place.clone(), "no header of this layout");
            }
        }
    }

    fn did(&mut self, correction: &Correction, place: Place, old: &str, new: &str) {
        self.problems.push(told(Code::Corrected, correction, place, old, new));
    }

    fn miss(&mut self, correction: &Correction, place: Place, found: &str) {
        let hint = format!("{}: expects '{}'", correction.id, correction.expect);
        self.problems.push(Problem::new(Code::CorrectionMisses, place, found).with_hint(Some(hint)));
    }
}

fn told(code: Code, correction: &Correction, place: Place, old: &str, new: &str) -> Problem {
    let new = if new.is_empty() { String::new() } else { format!("'{new}', ") };
    let hint = format!("{new}{} ({}; {})", correction.because, correction.asked, correction.id);
    Problem::new(code, place, old).with_hint(Some(hint))
}

/// The code and the name by which an owner may be expected; an empty text for nobody.
fn names_of(owner: Option<&Owner>, reference: &Reference) -> Vec<String> {
    match owner {
        None => vec![String::new()],
        Some(Owner::Municipality(code)) => {
            vec![code.to_string(), reference.municipalities.name(code).unwrap_or_default().to_owned()]
        }
        Some(Owner::Partnership(id)) => {
            vec![id.to_string(), reference.partnerships.get(id).map(|known| known.name.to_string()).unwrap_or_default()]
        }
        Some(Owner::Body(name)) => vec![name.to_string()],
    }
}
