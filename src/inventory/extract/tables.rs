//! The tables of a sheet: below each other when a header comes again, perhaps another one; and merged cells filled down.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::inventory::header::{self, Header, HeaderWords, Line, Meaning};
use crate::inventory::{Field, Layout};
use crate::sources::{Row, Sheet, Value};
use crate::terms::name_key;

/// No more cells than this are filled down in one sheet.
const MOST_FILLED: usize = 1_000_000;
/// A row that has no header word among so many texts is no header.
const LOOKED_AT: usize = 6;
/// Longer texts stand in no header that is repeated.
const LONGEST_REPEATED: usize = 60;

/// One table of a sheet. All positions are among the sheet's non-empty rows.
pub struct Table {
    pub header: Header,
    /// Titles and notes above the header.
    pub titles: Range<usize>,
    pub rows: Range<usize>,
    /// Rows in which the header is repeated.
    pub repeats: BTreeSet<usize>,
    /// Rows with the title of a page, right above a repeated header.
    pub page_titles: BTreeSet<usize>,
}

/// The tables of a sheet whose best header is known.
pub fn tables(sheet: &Sheet, lines: &[Line], first: Header, layout: &Layout, known: &HeaderWords) -> Vec<Table> {
    let mut headers = above(lines, &first, layout);
    headers.push(first);
    let start = headers.last().map_or(0, |header| header.last + 1);
    let mut repeats = BTreeSet::new();
    for (position, row) in sheet.rows.iter().enumerate().skip(start).filter(|(_, row)| may_repeat(row, layout)) {
        let line = header::line(row, &[], known);
        let Some(again) = header::again(position, &line, layout) else { continue };
        if headers.last().is_some_and(|header| header.is_same(&again)) {
            repeats.insert(position);
        } else {
            headers.push(again);
        }
    }
    part(sheet, headers, &repeats)
}

/// Headers above the best one, with rows of their own.
fn above(lines: &[Line], best: &Header, layout: &Layout) -> Vec<Header> {
    let until = best.last + 1 - best.lines;
    let mut headers: Vec<Header> = Vec::new();
    for (position, line) in lines.iter().enumerate().take(until.saturating_sub(1)) {
        headers
            .extend(header::again(position, line, layout).filter(|again| headers.last().is_none_or(|last| !last.is_same(again))));
    }
    headers
}

/// Cuts the rows between the headers. Lines of a single cell right above a header are its title.
fn part(sheet: &Sheet, headers: Vec<Header>, repeats: &BTreeSet<usize>) -> Vec<Table> {
    let starts: Vec<usize> = headers.iter().map(|header| header.last + 1 - header.lines).collect();
    let titled = |place: usize, start: usize| {
        let floor = place.checked_sub(1).map_or(0, |before| headers[before].last + 1);
        let is_title = |position: &usize| place == 0 || sheet.rows[*position].cells.len() == 1;
        start - (floor..start).rev().take_while(is_title).count()
    };
    let from: Vec<usize> = starts.iter().enumerate().map(|(place, start)| titled(place, *start)).collect();
    let ends = from.iter().skip(1).copied().chain([sheet.rows.len()]).collect::<Vec<_>>();
    headers
        .into_iter()
        .zip(starts)
        .zip(from)
        .zip(ends)
        .map(|(((header, start), from), end)| {
            let rows = header.last + 1..end;
            let repeats: BTreeSet<usize> = repeats.range(rows.clone()).copied().collect();
            let page_titles = repeats.iter().filter_map(|repeat| page_title(sheet, *repeat, &rows)).collect();
            Table { repeats, page_titles, header, titles: from..start, rows }
        })
        .collect()
}

/// The row above a repeated header, when it holds one text and no more.
fn page_title(sheet: &Sheet, repeat: usize, rows: &Range<usize>) -> Option<usize> {
    let above = repeat.checked_sub(1).filter(|above| rows.contains(above))?;
    (sheet.rows[above].cells.len() == 1).then_some(above)
}

/// A cheap look: whether two of the first texts of a row are words of the header.
fn may_repeat(row: &Row, layout: &Layout) -> bool {
    let texts = row.cells.iter().filter_map(|(_, value)| value.text()).take(LOOKED_AT);
    let known =
        texts.filter(|text| text.len() <= LONGEST_REPEATED && layout.dictionary.meaning(&name_key(text)) != Meaning::Unknown);
    known.take(2).count() == 2
}

/// The sheet with the value of cells that were merged over several rows below the header in each of these rows.
pub fn filled_down(sheet: &Sheet, header: u32) -> Cow<'_, Sheet> {
    let mut below = sheet.merged.iter().filter(|region| region.first.row > header && region.first.row < region.last.row).peekable();
    if below.peek().is_none() {
        return Cow::Borrowed(sheet);
    }
    let mut filled = sheet.clone();
    let mut left = MOST_FILLED;
    for region in below {
        let position = |row: u32| filled.rows.partition_point(|candidate| candidate.index < row);
        let (first, last) = (position(region.first.row), position(region.last.row.saturating_add(1)));
        let anchor = filled.rows.get(first).filter(|row| row.index == region.first.row);
        let Some(value) = anchor.and_then(|row| row.get(region.first.column)).cloned() else { continue };
        let last = last.min(first + left);
        left -= last.saturating_sub(first);
        filled.rows.iter_mut().take(last).skip(first).for_each(|row| fill(row, region.first.column, &value));
    }
    Cow::Owned(filled)
}

fn fill(row: &mut Row, column: u32, value: &Value) {
    if let Err(place) = row.cells.binary_search_by_key(&column, |(column, _)| *column) {
        row.cells.insert(place, (column, value.clone()));
    }
}

/// A part of the columns of a sheet, as a sheet of its own.
pub fn side(sheet: &Sheet, columns: impl Fn(u32) -> bool) -> Sheet {
    let row =
        |row: &Row| Row { index: row.index, cells: row.cells.iter().filter(|(column, _)| columns(*column)).cloned().collect() };
    let rows = sheet.rows.iter().map(row).filter(|row| !row.cells.is_empty()).collect();
    let merged = sheet.merged.iter().filter(|region| columns(region.first.column)).copied().collect();
    Sheet { name: sheet.name.clone(), visible: sheet.visible, rows, merged }
}

/// Whether the fields of a layout stand below each other in one of the first columns, with applications beside each other.
pub fn is_transposed(sheet: &Sheet, lines: &[Line], layout: &Layout) -> bool {
    let widest = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    widest > 2 && (0..2).any(|column| heads_down(lines, column, layout))
}

fn heads_down(lines: &[Line], column: u32, layout: &Layout) -> bool {
    let line = header::Line::down(lines, column);
    header::again(0, &line, layout).is_some_and(|header| header.columns.contains_key(&Field::Name))
}
