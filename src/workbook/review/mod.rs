//! The workbook in which people review systems: decisions to take, the systems they are about, an explanation.
//!
//! Words, columns and choices are data (`data/layouts/words/review.toml`). What stands in the cells is worked out in `crate::review`,
//! which also reads the workbook back.

mod decisions;
mod explanation;
mod systems;
mod words;

use std::collections::BTreeMap;

use anyhow::Result;

use super::new_book;
use crate::sources::Value;
use crate::terms::{Lang, Month};

pub use words::{ReviewColumn, ReviewWords, Sentences, SheetWords};

/// One group of systems to decide about, as its cells show it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CaseRow {
    pub cells: BTreeMap<ReviewColumn, Value>,
    /// The systems of the group, on the sheet that lists them.
    pub systems: Vec<BTreeMap<ReviewColumn, Value>>,
}

/// What the workbook is made of.
#[derive(Debug)]
pub struct ReviewBook<'a> {
    pub words: &'a ReviewWords,
    pub lang: Lang,
    pub month: Month,
    pub synthetic: bool,
    /// How much the first decisions settle, in a sentence.
    pub lead: &'a str,
    pub cases: &'a [CaseRow],
}

impl ReviewBook<'_> {
    /// The first text of a sheet: its mark, the month, and that it is made up when it is.
    fn title(&self, mark: &crate::inventory::InBoth) -> String {
        let synthetic =
            if self.synthetic { format!(" · {}", self.words.sentences.synthetic.get(self.lang)) } else { String::new() };
        format!("{} · {}{synthetic}", mark.get(self.lang), self.month)
    }
}

/// The bytes of the workbook.
///
/// # Errors
/// When the library refuses what is written.
pub fn review(book: &ReviewBook<'_>) -> Result<Vec<u8>> {
    let mut out = new_book(book.words.decisions.mark.get(book.lang), book.month)?;
    decisions::write(out.add_worksheet(), book)?;
    systems::write(out.add_worksheet(), book)?;
    explanation::write(out.add_worksheet(), book)?;
    Ok(out.save_to_buffer()?)
}
