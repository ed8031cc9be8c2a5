//! Finds the header of a sheet: the row, or the two rows, whose words mean the most fields of a layout.

mod beside;
mod choice;
mod cuts;
mod dictionary;
mod line;
mod reading;
mod runs;
mod words;

use std::collections::{BTreeMap, BTreeSet};

pub use beside::second_table;
pub use choice::Candidate;
pub use dictionary::{Dictionary, Meaning};
pub use line::{Heading, Line, Lines, line, lines};
pub use reading::Reading;
pub use words::HeaderWords;

use super::Field;
use super::layout::Layout;

/// A row without this many known words of its own is no second line of a header.
const OWN_FIELDS_OF_SECOND_LINE: usize = 2;

/// So many lines are tried as a header with mistakes in it.
const LINES_TRIED_AS_MISSPELT: usize = 12;

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
    /// Columns that mean a field which another column already gives.
    pub duplicates: Vec<(u32, String, Field)>,
    /// Columns whose header is misspelt, with their text and the word that it was read as.
    pub misspelt: Vec<(u32, String, String)>,
    /// Every column with its text, in order, whatever it means.
    pub shown: Vec<(u32, String)>,
    candidates: BTreeMap<Field, Vec<Candidate>>,
}

/// How forgiving the search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    Exact,
    /// A letter or two may be wrong in a long word.
    Nearly,
}

/// Finds the best header for a layout, or says that there is none. More fields win; of equals one with headings of groups that
/// are known, then the first.
#[must_use]
pub fn find(lines: &[Line], layout: &Layout, spelling: Spelling) -> Option<Header> {
    let mut best: Option<(usize, Lines<'_>, usize)> = None;
    let worth_it = lines.iter().enumerate().filter(|(_, line)| match spelling {
        Spelling::Exact => layout.may_head(line),
        Spelling::Nearly => line.texts() >= layout.minimum_fields,
    });
    for (position, line) in worth_it.take(if spelling == Spelling::Exact { usize::MAX } else { LINES_TRIED_AS_MISSPELT }) {
        let above = position.checked_sub(1).map(|above| &lines[above]).filter(|above| above.index + 1 == line.index);
        let one = Lines { above: None, line };
        let own = fields(one, layout, spelling);
        let groups = above.filter(|above| own.len() >= OWN_FIELDS_OF_SECOND_LINE && is_of_groups(above, own.len(), layout));
        let both = groups.map(|above| Lines { above: Some(above), line });
        let with_groups = both.map(|both| (both, fields(both, layout, spelling)));
        // Under a heading over people a name is not that of an application: then the line is not read without its groups.
        let apart = with_groups.as_ref().is_some_and(|(both, found)| fits(found, both.line, layout) && both.is_over_people(layout));
        for (lines, fields) in std::iter::once((one, own)).filter(|_| !apart).chain(with_groups) {
            let least = usize::from(lines.above.is_none_or(|above| !is_known(above, layout)));
            if fits(&fields, line, layout)
                && best.is_none_or(|(at, _, count)| fields.len() >= count + if at == position { least } else { 1 })
            {
                best = Some((position, lines, fields.len()));
            }
        }
    }
    best.map(|(position, lines, _)| read(position, lines, layout))
}

/// Whether a row further down is a header of this layout too, and what it says.
#[must_use]
pub fn again(position: usize, line: &Line, layout: &Layout) -> Option<Header> {
    let lines = Lines { above: None, line };
    fits(&fields(lines, layout, Spelling::Exact), line, layout).then(|| read(position, lines, layout))
}

/// A line that is a header by itself is not one of group headings.
fn is_of_groups(above: &Line, own: usize, layout: &Layout) -> bool {
    let fields = fields(Lines { above: None, line: above }, layout, Spelling::Exact);
    fields.len() < own || !fits(&fields, above, layout)
}

/// Whether two headings of groups or more are there, and one is known.
fn is_known(above: &Line, layout: &Layout) -> bool {
    above.cells.len() > 1 && above.cells.iter().any(|cell| layout.dictionary.understand(&cell.reading).meaning != Meaning::Unknown)
}

fn fits(fields: &BTreeSet<Field>, line: &Line, layout: &Layout) -> bool {
    fields.contains(&Field::Name) && fields.len() >= layout.minimum_fields && layout.has_required(line)
}

fn fields(lines: Lines<'_>, layout: &Layout, spelling: Spelling) -> BTreeSet<Field> {
    let meaning = |column: u32| match lines.understand(column, layout).map(|understood| understood.meaning) {
        Some(Meaning::Unknown) if spelling == Spelling::Nearly => lines.misspelt(column, layout).map(|(_, meaning)| meaning),
        meaning => meaning,
    };
    let meanings = lines.columns().into_iter().filter_map(meaning);
    meanings.filter_map(|meaning| if let Meaning::Field(field) = meaning { Some(field) } else { None }).collect()
}

fn read(position: usize, lines: Lines<'_>, layout: &Layout) -> Header {
    let mut header = Header {
        last: position,
        lines: 1 + usize::from(lines.above.is_some()),
        columns: BTreeMap::new(),
        unknown: Vec::new(),
        duplicates: Vec::new(),
        misspelt: Vec::new(),
        shown: Vec::new(),
        candidates: BTreeMap::new(),
    };
    for column in lines.columns() {
        header.take(column, lines, layout);
    }
    header.choose(&[]);
    header
}

impl Header {
    /// Whether another header has the same fields in the same columns.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let columns = |header: &Self| -> Vec<(Field, Vec<u32>)> {
            header.candidates.iter().map(|(field, all)| (*field, all.iter().map(|one| one.column).collect())).collect()
        };
        columns(self) == columns(other)
    }

    fn take(&mut self, column: u32, lines: Lines<'_>, layout: &Layout) {
        let text = lines.shown(column);
        self.shown.push((column, text.clone()));
        let candidate = |closeness| Candidate { column, text: text.clone(), closeness };
        let Some(understood) = lines.understand(column, layout) else { return };
        match understood.meaning {
            Meaning::NeverRead => {}
            Meaning::Field(field) => self.candidates.entry(field).or_default().push(candidate(understood.closeness)),
            Meaning::Other => self.unknown.push((column, text)),
            Meaning::Unknown => match lines.misspelt(column, layout) {
                Some((word, Meaning::Field(field))) => {
                    self.candidates.entry(field).or_default().push(candidate((usize::MAX, 0)));
                    self.misspelt.push((column, text, word.to_owned()));
                }
                Some((_, Meaning::NeverRead)) => {}
                _ if crate::terms::name_key(&text).is_empty() => {}
                _ => self.unknown.push((column, text)),
            },
        }
    }
}
