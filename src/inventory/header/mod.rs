//! Finds the header of a sheet: the row, or the two rows, whose words mean the most fields of a layout.

mod line;

use std::collections::{BTreeMap, BTreeSet};

pub use line::{Line, lines};

use super::Field;
use super::layout::{Layout, Meaning};

/// A row without this many known words of its own is no second line of a header.
const OWN_FIELDS_OF_SECOND_LINE: usize = 2;

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
    /// Every column with its text, in order, whatever it means.
    pub shown: Vec<(u32, String)>,
}

/// Finds the best header for a layout, or says that there is none. More fields win; of equals the fewest lines, then the first.
#[must_use]
pub fn find(lines: &[Line], layout: &Layout) -> Option<Header> {
    let mut best: Option<(usize, Option<&Line>, usize)> = None;
    for (position, line) in lines.iter().enumerate() {
        let own = fields(None, line, layout);
        let above = position.checked_sub(1).map(|above| &lines[above]).filter(|above| above.index + 1 == line.index);
        let may_be_second = own.len() >= OWN_FIELDS_OF_SECOND_LINE;
        let both = above.filter(|_| may_be_second).map(|above| (Some(above), fields(Some(above), line, layout)));
        for (above, fields) in [Some((None, own)), both].into_iter().flatten() {
            if fits(&fields, line, layout) && best.is_none_or(|(_, _, count)| fields.len() > count) {
                best = Some((position, above, fields.len()));
            }
        }
    }
    best.map(|(position, above, _)| read(position, above, &lines[position], layout))
}

fn fits(fields: &BTreeSet<Field>, line: &Line, layout: &Layout) -> bool {
    let has_required = || layout.required_headers.iter().all(|required| line.cells.iter().any(|cell| cell.key == *required));
    fields.contains(&Field::Name) && fields.len() >= layout.minimum_fields && has_required()
}

fn fields(above: Option<&Line>, line: &Line, layout: &Layout) -> BTreeSet<Field> {
    let meanings = line::columns(above, line).into_iter().map(|column| line::meaning(above, line, column, layout));
    meanings.filter_map(|meaning| if let Meaning::Field(field) = meaning { Some(field) } else { None }).collect()
}

fn read(position: usize, above: Option<&Line>, line: &Line, layout: &Layout) -> Header {
    let lines = 1 + usize::from(above.is_some());
    let mut header =
        Header { last: position, lines, columns: BTreeMap::new(), unknown: Vec::new(), duplicates: Vec::new(), shown: Vec::new() };
    for column in line::columns(above, line) {
        let text = line::shown(above, line, column);
        header.shown.push((column, text.clone()));
        match line::meaning(above, line, column, layout) {
            Meaning::NeverRead => {}
            Meaning::Unknown if crate::terms::name_key(&text).is_empty() => {}
            Meaning::Unknown => header.unknown.push((column, text)),
            Meaning::Field(field) if header.columns.contains_key(&field) => header.duplicates.push((column, text, field)),
            Meaning::Field(field) => {
                header.columns.insert(field, column);
            }
        }
    }
    header
}
