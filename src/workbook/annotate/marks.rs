//! What is marked on one sheet: cells with their note, and rows that do not count.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Color, Format, FormatBorder, FormatPattern};

use super::text::Text;
use crate::problem::{Effect, Problem, message, text};
use crate::sources::Sheet;
use crate::terms::{CellRef, Lang};

/// How grave a mark is. Each differs from the others by more than its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Nothing happened here, but the row does not count.
    RowSetAside,
    /// A value or column that was not used, or read as something else.
    Value,
    /// The reason why the whole row does not count.
    Reason,
}

impl Mark {
    pub const LEGEND: [Self; 3] = [Self::Reason, Self::Value, Self::RowSetAside];

    pub fn format(self) -> Format {
        let format = Format::new().set_font_color(Color::Black);
        let border = |border: FormatBorder, color: u32| format.clone().set_border(border).set_border_color(Color::RGB(color));
        match self {
            Self::Reason => border(FormatBorder::Thick, 0x00B0_2418).set_background_color(Color::RGB(0x00F8_CBAD)),
            Self::Value => border(FormatBorder::MediumDashed, 0x0080_6000).set_background_color(Color::RGB(0x00FF_F2CC)),
            Self::RowSetAside => format
                .clone()
                .set_pattern(FormatPattern::LightUp)
                .set_foreground_color(Color::RGB(0x00A6_A6A6))
                .set_background_color(Color::RGB(0x00F2_F2F2)),
        }
    }
}

/// The marks of one sheet.
#[derive(Debug)]
pub struct Marks {
    /// With the note of each cell, in order.
    pub cells: BTreeMap<CellRef, (Mark, String)>,
    /// Rows that do not count.
    pub rows: BTreeSet<u32>,
}

impl Marks {
    pub fn of(sheet: &Sheet, problems: &[Problem], lang: Lang) -> Self {
        let mut marks = Self { cells: BTreeMap::new(), rows: BTreeSet::new() };
        for problem in problems.iter().filter(|problem| problem.place.sheet.as_deref() == Some(&*sheet.name)) {
            let Some(cell) = problem.place.cell else { continue };
            let aside = problem.effect() >= Effect::RowSetAside;
            if aside {
                marks.rows.insert(cell.row);
            }
            let (mark, note) = marks.cells.entry(cell).or_insert_with(|| (Mark::Value, String::new()));
            *mark = (*mark).max(if aside { Mark::Reason } else { Mark::Value });
            if !note.is_empty() {
                note.push_str("\n\n");
            }
            note.push_str(&explained(problem, lang));
        }
        marks
    }

    /// The mark of a cell, when it has one.
    pub fn at(&self, row: u32, column: u32) -> Option<Mark> {
        let own = self.cells.get(&CellRef::new(row, column)).map(|(mark, _)| *mark);
        own.or_else(|| self.rows.contains(&row).then_some(Mark::RowSetAside))
    }
}

fn explained(problem: &Problem, lang: Lang) -> String {
    let (words, text) = (Text::of(lang), text(problem.code, lang));
    format!("{}\n{}: {}\n{}: {}", message(problem, lang), words.effect, text.effect, words.next, text.next)
}
