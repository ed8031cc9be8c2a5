//! The template: an empty inventory with lists to choose from, an explanation per column and one example row.
//!
//! Words, columns and choices are data (`data/layouts/words/template.toml`, `fields.toml`). What is written is read back by the
//! layout for a municipality's own workbook, so a filled-in template is an ordinary inventory.

mod columns;
mod explanation;
mod inventory_sheet;
mod lists;
mod words;

use anyhow::Result;

use super::sheet::head;
use super::{new_book, sheet};
use crate::inventory::FieldTexts;
use crate::reference::Reference;
use crate::terms::{Lang, Month};

pub use words::TemplateWords;

/// What a template is made of.
#[derive(Debug)]
pub struct Template<'a> {
    pub words: &'a TemplateWords,
    pub fields: &'a FieldTexts,
    pub reference: &'a Reference,
    /// Whose municipalities and partnerships can be chosen.
    pub month: Month,
    pub lang: Lang,
}

/// The bytes of the template.
///
/// # Errors
/// When the library refuses what is written.
pub fn template(template: &Template<'_>) -> Result<Vec<u8>> {
    let lists = lists::Lists::of(template);
    let mut book = new_book(template.words.inventory.sheet.get(template.lang), template.month)?;
    inventory_sheet::write(book.add_worksheet(), template, &lists)?;
    explanation::write(book.add_worksheet(), template, &lists)?;
    lists.write(book.add_worksheet(), template)?;
    Ok(book.save_to_buffer()?)
}
