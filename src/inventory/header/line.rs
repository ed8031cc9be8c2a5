//! The rows at the top of a sheet as lines of a header, and what a column means under one line or two.

use super::dictionary::{Meaning, Understood};
use super::reading::{Form, Reading};
use super::words::HeaderWords;
use crate::inventory::{Field, Layout};
use crate::sources::{Region, Row, Sheet, Value};

/// A header is looked for in this many rows from the top of the sheet.
const SEARCHED_ROWS: u32 = 50;
/// No header is longer than this, in bytes; questions with their explanation are long.
const LONGEST_HEADER: usize = 600;

/// Columns behind this one belong to no header.
const WIDEST_HEADER: u32 = 1000;

/// One row among which a header may be.
#[derive(Debug)]
pub struct Line {
    pub index: u32,
    pub cells: Vec<Heading>,
    /// Whether cells are merged here; then a heading stands over what it was merged over and no more.
    merged: bool,
}

/// One cell of it.
#[derive(Debug)]
pub struct Heading {
    pub column: u32,
    pub shown: String,
    /// Without any form for what can't be a header: numbers, dates, long texts.
    pub reading: Reading,
    /// The last column that it was merged over.
    until: u32,
}

/// The rows among which a header is looked for.
#[must_use]
pub fn lines(sheet: &Sheet, known: &HeaderWords) -> Vec<Line> {
    sheet.rows.iter().take_while(|row| row.index < SEARCHED_ROWS).map(|row| line(row, &sheet.merged, known)).collect()
}

/// One row as a line.
#[must_use]
pub fn line(row: &Row, merged: &[Region], known: &HeaderWords) -> Line {
    let over: Vec<&Region> =
        merged.iter().filter(|region| region.first.row == row.index && region.first.column < region.last.column).collect();
    let heading = |(column, value): &(u32, Value)| {
        let text = value.text().filter(|text| may_be_heading(text) && *column < WIDEST_HEADER);
        Heading {
            column: *column,
            shown: value.shown(),
            reading: text.map(|text| Reading::of(text, known)).unwrap_or_default(),
            until: over.iter().find(|region| region.first.column == *column).map_or(*column, |region| region.last.column),
        }
    };
    Line { index: row.index, cells: row.cells.iter().map(heading).collect(), merged: !over.is_empty() }
}

/// Whether a text is short enough for a header, and has a letter. In a text file numbers and dates are texts too.
fn may_be_heading(text: &str) -> bool {
    text.len() <= LONGEST_HEADER && text.chars().any(char::is_alphabetic)
}

impl Line {
    pub fn at(&self, column: u32) -> Option<&Heading> {
        let place = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(place)
    }

    /// A heading over several columns stands in the first of them only; a column with no text of its own takes none from the left.
    fn group(&self, column: u32, exact: bool) -> Option<&Heading> {
        let over = |cell: &&Heading| cell.column <= column && (!self.merged || column <= cell.until);
        self.cells.iter().rev().find(|cell| if exact { cell.column == column } else { over(cell) })
    }

    /// How many cells hold a text that can be a header.
    pub fn texts(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.reading.forms.is_empty()).count()
    }

    /// What stands below each other in a column, as if it stood beside each other.
    pub fn down(lines: &[Self], column: u32) -> Self {
        let cell = |line: &Self| {
            let heading = line.at(column)?;
            Some(Heading { column: line.index, shown: heading.shown.clone(), reading: heading.reading.clone(), until: line.index })
        };
        Self { index: 0, cells: lines.iter().filter_map(cell).collect(), merged: false }
    }

    /// The same line with a part of its columns.
    pub fn part(&self, columns: impl Fn(u32) -> bool) -> Self {
        let cells = self.cells.iter().filter(|cell| columns(cell.column));
        let cells = cells.map(|cell| Heading { shown: cell.shown.clone(), reading: cell.reading.clone(), ..*cell }).collect();
        Self { index: self.index, cells, merged: self.merged }
    }
}

/// A header that may be: one line, or two of which the upper one holds headings of groups.
#[derive(Clone, Copy)]
pub struct Lines<'a> {
    pub above: Option<&'a Line>,
    pub line: &'a Line,
}

impl Lines<'_> {
    /// The columns of a header, in order.
    pub fn columns(self) -> Vec<u32> {
        let cells = self.line.cells.iter().chain(self.above.into_iter().flat_map(|above| &above.cells));
        let mut columns: Vec<u32> = cells.map(|cell| cell.column).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// What a column means: under the group's and its own text together, under its own, or, when it has none, under the group's.
    /// Under a group of people nothing is read; and the name or number of a vendor or contract is not that of the application.
    pub fn understand(self, column: u32, layout: &Layout) -> Option<Understood> {
        let (group, own) = self.texts(column);
        let (Some(group), Some(own)) = (group, own) else {
            return own.or(group).map(|heading| layout.dictionary.understand(&heading.reading));
        };
        let together = Reading { forms: together(group, own), ..Reading::default() };
        let together = layout.dictionary.understand(&together);
        if together.meaning != Meaning::Unknown {
            return Some(together);
        }
        let (above, alone) = (layout.dictionary.understand(&group.reading), layout.dictionary.understand(&own.reading));
        Some(match (above.meaning, alone.meaning) {
            (Meaning::NeverRead, _) => above,
            (Meaning::Field(about), Meaning::Field(field)) if about != Field::Name && of_anything(field) => {
                Understood { meaning: Meaning::Unknown, ..alone }
            }
            _ => alone,
        })
    }

    /// Whether one of the headings of groups is over people.
    pub fn is_over_people(self, layout: &Layout) -> bool {
        let cells = self.above.into_iter().flat_map(|above| &above.cells);
        cells.into_iter().any(|cell| layout.dictionary.understand(&cell.reading).meaning == Meaning::NeverRead)
    }

    /// The texts of a column, the group's before its own.
    pub fn shown(self, column: u32) -> String {
        let (group, own) = self.texts(column);
        let texts: Vec<&str> = [group, own].into_iter().flatten().map(|heading| heading.shown.trim()).collect();
        texts.join(" ")
    }

    /// Which word a column's own text is a misspelling of, with what that means.
    pub fn misspelt(self, column: u32, layout: &Layout) -> Option<(&str, Meaning)> {
        let own = self.line.at(column)?;
        let together =
            self.texts(column).0.is_some_and(|group| layout.dictionary.understand(&group.reading).meaning != Meaning::Unknown);
        if together { None } else { layout.dictionary.misspelt(&own.reading) }
    }

    fn texts(&self, column: u32) -> (Option<&Heading>, Option<&Heading>) {
        let own = self.line.at(column);
        (self.above.and_then(|above| above.group(column, own.is_none())), own)
    }
}

/// The group's text and the column's own, together.
fn together(group: &Heading, own: &Heading) -> Vec<Form> {
    let pairs = [(group.reading.forms.first(), own.reading.forms.first()), (group.reading.forms.last(), own.reading.forms.last())];
    pairs.into_iter().filter_map(|(group, own)| Some(Form::of(format!("{} {}", group?.key, own?.key)))).collect()
}

/// What a vendor, a contract or a municipality can have as well as an application.
const fn of_anything(field: Field) -> bool {
    matches!(field, Field::Id | Field::Name | Field::Status | Field::Description)
}
