//! Repairs the texts of a sheet before anything is understood of it, and tells about those that are read.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::super::clean;
use super::cells::{quoted, shortened};
use crate::inventory::header::Header;
use crate::problem::{Code, Place, Problem};
use crate::sources::{Sheet, Value};

/// A text that was changed: where it stands, and what stood there.
#[derive(Debug)]
pub struct Mended {
    row: u32,
    column: u32,
    original: Box<str>,
    now: Box<str>,
}

/// Repairs each damaged text in its place. A cell in which nothing is left to see is empty.
pub fn mend(sheet: &mut Sheet) -> Vec<Mended> {
    let mut mended = Vec::new();
    for row in &mut sheet.rows {
        let index = row.index;
        for (column, value) in &mut row.cells {
            let Value::Text(text) = value else { continue };
            let Some(found) = clean::repaired(text) else { continue };
            let original = std::mem::replace(text, found.text.into());
            if found.visible {
                mended.push(Mended { row: index, column: *column, original, now: text.clone() });
            }
        }
        row.cells.retain(|(_, value)| !matches!(value, Value::Text(text) if text.trim().is_empty()));
    }
    sheet.rows.retain(|row| !row.cells.is_empty());
    mended
}

/// One problem for each repaired value below the header, with the original. Columns that are not read stay unmentioned.
pub fn repairs(mended: &[Mended], header: &Header, rows: RangeInclusive<u32>, place: &Place) -> Vec<Problem> {
    let read: BTreeSet<u32> = header.columns.values().copied().collect();
    let told = mended.iter().filter(|one| rows.contains(&one.row) && read.contains(&one.column));
    told.map(|one| {
        let place = place.at(one.row, one.column);
        let original = quoted(&clean::shown(&one.original));
        Problem::new(Code::TextRepaired, place, original).with_hint(Some(quoted(&shortened(&one.now))))
    })
    .collect()
}
