//! Finds the header of a sheet: the row, or the two rows, whose words mean the most fields of a layout.

use std::collections::BTreeMap;

use super::Field;
use super::layout::{Layout, Meaning};
use crate::sources::{Row, Value};
use crate::terms::name_key;

/// A header lies within this many rows from the top of the sheet.
const SEARCHED_ROWS: u32 = 50;

/// Where the header stands and what its columns mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Position of the header's last line among the sheet's non-empty rows.
    pub last: usize,
    /// One, or two when a line of group headings stands above.
    pub lines: usize,
    pub columns: BTreeMap<Field, u32>,
    /// Columns that are not known, with their text.
    pub unknown: Vec<(u32, String)>,
    /// Columns that mean a field which an earlier column already gives.
    pub duplicates: Vec<(u32, String, Field)>,
}

/// Finds the best header for a layout, or says that there is none.
#[must_use]
pub fn find(rows: &[Row], layout: &Layout) -> Option<Header> {
    let mut best: Option<Header> = None;
    for (position, row) in rows.iter().enumerate().take_while(|(_, row)| row.index < SEARCHED_ROWS) {
        let above = position.checked_sub(1).map(|above| &rows[above]).filter(|above| above.index + 1 == row.index);
        let one = read(position, None, row, layout);
        let two = above.map(|above| read(position, Some(above), row, layout));
        for header in [Some(one), two].into_iter().flatten() {
            if fits(&header, rows, layout) && best.as_ref().is_none_or(|best| better(&header, best)) {
                best = Some(header);
            }
        }
    }
    best
}

/// More fields win; of equals the fewest lines, then the first.
fn better(header: &Header, best: &Header) -> bool {
    header.columns.len() > best.columns.len()
}

fn fits(header: &Header, rows: &[Row], layout: &Layout) -> bool {
    let has_required = || {
        let keys: Vec<String> = rows[header.last].cells.iter().map(|(_, value)| name_key(&value.shown())).collect();
        layout.required_headers.iter().all(|required| keys.contains(required))
    };
    header.columns.contains_key(&Field::Name) && header.columns.len() >= layout.minimum_fields && has_required()
}

/// Reads a row as a header. With a line of group headings above, a column is first looked up under both texts together, then
/// under its own, then, when it has none, under the group's.
fn read(position: usize, above: Option<&Row>, row: &Row, layout: &Layout) -> Header {
    let lines = 1 + usize::from(above.is_some());
    let mut header = Header { last: position, lines, columns: BTreeMap::new(), unknown: Vec::new(), duplicates: Vec::new() };
    for column in columns(above, row) {
        let own = row.get(column).map(Value::shown).unwrap_or_default();
        let group = above.map(|above| group_heading(above, column, own.is_empty())).unwrap_or_default();
        let both = format!("{group} {own}");
        let meaning = [both.as_str(), own.as_str(), group.as_str()]
            .into_iter()
            .take(if own.is_empty() { 3 } else { 2 })
            .map(|text| layout.meaning(text))
            .find(|meaning| *meaning != Meaning::Unknown);
        note(&mut header, column, both.trim(), meaning.unwrap_or(Meaning::Unknown));
    }
    header
}

fn columns(above: Option<&Row>, row: &Row) -> Vec<u32> {
    let mut columns: Vec<u32> =
        row.cells.iter().chain(above.into_iter().flat_map(|above| &above.cells)).map(|(column, _)| *column).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// A heading over several columns stands in the first of them only; a column with no text of its own takes none from the left.
fn group_heading(above: &Row, column: u32, exact: bool) -> String {
    let covering = above.cells.iter().rev().find(|(start, _)| if exact { *start == column } else { *start <= column });
    covering.map(|(_, value)| value.shown()).unwrap_or_default()
}

fn note(header: &mut Header, column: u32, text: &str, meaning: Meaning) {
    match meaning {
        Meaning::NeverRead => {}
        Meaning::Unknown if name_key(text).is_empty() => {}
        Meaning::Unknown => header.unknown.push((column, text.to_owned())),
        Meaning::Field(field) => match header.columns.entry(field) {
            std::collections::btree_map::Entry::Vacant(slot) => {
                slot.insert(column);
            }
            std::collections::btree_map::Entry::Occupied(_) => header.duplicates.push((column, text.to_owned(), field)),
        },
    }
}
