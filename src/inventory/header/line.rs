//! A row seen as a line of a header: the texts of its cells, with the keys by which a layout knows them, made once per sheet.

use crate::inventory::layout::{Layout, Meaning};
use crate::sources::{Row, Value};
use crate::terms::name_key;

/// A header lies within this many rows from the top of the sheet.
const SEARCHED_ROWS: u32 = 50;
/// No header is longer than this, in bytes.
const LONGEST_HEADER: usize = 200;

/// One row among which a header may be.
#[derive(Debug)]
pub struct Line {
    pub index: u32,
    pub cells: Vec<Heading>,
}

/// One cell of it.
#[derive(Debug)]
pub struct Heading {
    column: u32,
    shown: String,
    /// Empty for what can't be a header: numbers, dates, long texts.
    pub key: String,
    /// Keys of parts of the text: without an addition in brackets, and the words around a stroke (`GR / samenwerking`).
    parts: Vec<String>,
}

/// The rows among which a header is looked for.
#[must_use]
pub fn lines(rows: &[Row]) -> Vec<Line> {
    let line =
        |row: &Row| Line { index: row.index, cells: row.cells.iter().map(|(column, value)| heading(*column, value)).collect() };
    rows.iter().take_while(|row| row.index < SEARCHED_ROWS).map(line).collect()
}

fn heading(column: u32, value: &Value) -> Heading {
    let shown = value.shown();
    let text = value.text().filter(|text| text.len() <= LONGEST_HEADER).unwrap_or_default();
    let bare = text.split_once('(').map(|(bare, _)| bare);
    let around_stroke = text.contains(" / ").then(|| text.split(" / ")).into_iter().flatten();
    let parts = bare.into_iter().chain(around_stroke).map(name_key).filter(|key| !key.is_empty()).collect();
    Heading { column, key: name_key(text), parts, shown }
}

impl Line {
    fn at(&self, column: u32) -> Option<&Heading> {
        self.cells.iter().find(|cell| cell.column == column)
    }

    /// A heading over several columns stands in the first of them only; a column with no text of its own takes none from the left.
    fn group(&self, column: u32, exact: bool) -> Option<&Heading> {
        self.cells.iter().rev().find(|cell| if exact { cell.column == column } else { cell.column <= column })
    }
}

/// The columns of a header, in order.
pub fn columns(above: Option<&Line>, line: &Line) -> Vec<u32> {
    let cells = line.cells.iter().chain(above.into_iter().flat_map(|above| &above.cells));
    let mut columns: Vec<u32> = cells.map(|cell| cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// What a column means: under the group's and its own text together, under its own, or, when it has none, under the group's.
pub fn meaning(above: Option<&Line>, line: &Line, column: u32, layout: &Layout) -> Meaning {
    let own = line.at(column);
    let group = above.and_then(|above| above.group(column, own.is_none()));
    let together = match (group, own) {
        (Some(group), Some(own)) if !group.key.is_empty() && !own.key.is_empty() => {
            layout.meaning(&format!("{} {}", group.key, own.key))
        }
        _ => Meaning::Unknown,
    };
    if together != Meaning::Unknown {
        return together;
    }
    own.or(group).map_or(Meaning::Unknown, |heading| heading.meaning(layout))
}

/// The texts of a column, the group's before its own.
pub fn shown(above: Option<&Line>, line: &Line, column: u32) -> String {
    let own = line.at(column);
    let group = above.and_then(|above| above.group(column, own.is_none()));
    let texts: Vec<&str> = [group, own].into_iter().flatten().map(|heading| heading.shown.trim()).collect();
    texts.join(" ")
}

impl Heading {
    fn meaning(&self, layout: &Layout) -> Meaning {
        let keys = std::iter::once(&self.key).chain(&self.parts);
        keys.map(|key| layout.meaning(key)).find(|meaning| *meaning != Meaning::Unknown).unwrap_or(Meaning::Unknown)
    }
}
