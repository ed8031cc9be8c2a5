//! The cells that corrections look at and change.

use super::{Action, Correction};
use crate::sources::{Row, Sheet, Value};
use crate::terms::CellRef;

/// The cell whose content a correction expects: its own, the first of the header row, or the first of the sheet.
pub fn expected_at(correction: &Correction, sheet: &Sheet) -> Option<CellRef> {
    let first = |row: Option<&Row>| row.and_then(|row| row.cells.first().map(|(column, _)| CellRef::new(row.index, *column)));
    match &correction.action {
        Action::SetValue { cell, .. } | Action::SetAsideRow { cell } => Some(*cell),
        Action::UseLayout { header, .. } => {
            let row = sheet.rows.iter().find(|row| row.index == *header);
            Some(first(row).unwrap_or_else(|| CellRef::new(*header, 0)))
        }
        Action::IgnoreSheet => Some(first(sheet.rows.first()).unwrap_or_else(|| CellRef::new(0, 0))),
        Action::SetMunicipality { .. } | Action::ReplaceValue { .. } => None,
    }
}

/// What stands in a cell, without space around it; empty for nothing.
pub fn shown_at(sheet: &Sheet, at: CellRef) -> String {
    let row = sheet.rows.iter().find(|row| row.index == at.row);
    row.and_then(|row| row.get(at.column)).map(|value| value.shown().trim().to_owned()).unwrap_or_default()
}

/// Puts a value in a cell of a row that is there; a row that is not there would be one that nobody sent.
pub fn put(sheet: &mut Sheet, at: CellRef, value: &str) -> bool {
    let row = sheet.rows.iter_mut().find(|row| row.index == at.row);
    row.is_some_and(|row| {
        set(row, at.column, value);
        true
    })
}

/// Puts a value in a cell of a row; an empty one clears it.
pub fn set(row: &mut Row, column: u32, value: &str) {
    row.cells.retain(|(other, _)| *other != column);
    if !value.trim().is_empty() {
        let at = row.cells.partition_point(|(other, _)| *other < column);
        row.cells.insert(at, (column, Value::Text(value.into())));
    }
}
