//! Two tables beside each other on one sheet: where the second begins.

use super::{Header, Line, Spelling, find};
use crate::inventory::{Field, Layout};

/// The column at which a second table begins: behind an empty column, or where the words of the first begin anew. Both sides must be
/// a header of their own.
#[must_use]
pub fn second_table(lines: &[Line], header: &Header, layout: &Layout) -> Option<u32> {
    let line = &lines[header.last];
    let names = header.duplicates.iter().filter(|(_, _, field)| *field == Field::Name).map(|(column, ..)| *column);
    let name = *header.columns.get(&Field::Name)?;
    let starts = names.chain([name]).flat_map(|name| [begins_anew(line, name), Some(behind_gap(line, name))]).flatten();
    let mut starts: Vec<u32> = starts.filter(|start| line.cells.first().is_some_and(|first| first.column < *start)).collect();
    starts.sort_unstable();
    starts.into_iter().find(|start| heads(line, layout, |column| column < *start) && heads(line, layout, |column| column >= *start))
}

fn heads(line: &Line, layout: &Layout, columns: impl Fn(u32) -> bool) -> bool {
    find(&[line.part(columns)], layout, Spelling::Exact).is_some()
}

/// The first of the headings that stand without a gap up to this column.
fn behind_gap(line: &Line, column: u32) -> u32 {
    let before = line.cells.iter().rev().map(|cell| cell.column).filter(|other| *other < column);
    before.fold(column, |start, other| if other + 1 == start { other } else { start })
}

/// The column at or before this one in which the first heading of the line is repeated, when the second one follows it again.
fn begins_anew(line: &Line, column: u32) -> Option<u32> {
    let [first, second, ..] = line.cells.as_slice() else { return None };
    let pairs = line.cells.windows(2).skip(1);
    let anew = pairs.filter(|pair| pair[0].reading.key() == first.reading.key() && pair[1].reading.key() == second.reading.key());
    anew.map(|pair| pair[0].column).rfind(|start| *start <= column)
}
