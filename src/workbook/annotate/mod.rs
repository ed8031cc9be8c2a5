//! A copy of a workbook in which every problem is marked at its cell and listed on a sheet of its own.
//!
//! Each value stands at its own address, so that an address in a message holds in the copy as in the original. Layout,
//! formulas and lists to choose from are not kept.

mod copy;
mod list;
mod marks;
mod text;

use anyhow::Result;

use self::text::Text;
use super::names::Names;
use super::new_book;
use crate::inventory::{Recognised, SheetLeftOut};
use crate::problem::Problem;
use crate::sources::Sheet;
use crate::terms::{Lang, Month};

/// What is written.
#[derive(Debug)]
pub struct Annotated<'a> {
    pub file: &'a str,
    pub month: Month,
    pub sheets: &'a [Sheet],
    /// How each of the sheets was understood, in the same order.
    pub recognised: Vec<&'a Recognised>,
    pub problems: &'a [Problem],
    pub lang: Lang,
}

/// The bytes of the annotated copy.
///
/// # Errors
/// When the library refuses what is written.
pub fn annotate(input: &Annotated<'_>) -> Result<Vec<u8>> {
    let text = Text::of(input.lang);
    let mut book = new_book(&text.title(input.file), input.month)?;
    let mut names = Names::default();
    let own_name = names.take(text.sheet);
    let copied: Vec<copy::Copied<'_>> = input
        .sheets
        .iter()
        .zip(&input.recognised)
        .filter(|(sheet, recognised)| !is_earlier_list(sheet, recognised))
        .map(|(sheet, recognised)| copy::Copied { sheet, recognised, name: names.take(&sheet.name) })
        .collect();
    let marks: Vec<marks::Marks> = copied.iter().map(|copied| marks::Marks::of(copied.sheet, input.problems, input.lang)).collect();
    book.add_worksheet().set_name(&own_name)?;
    let mut told = Vec::new();
    for (copied, marks) in copied.iter().zip(&marks) {
        told.extend(copied.write(book.add_worksheet(), marks, &text)?);
    }
    list::write(book.worksheet_from_index(0)?, input, &copied, &told, &text)?;
    Ok(book.save_to_buffer()?)
}

/// The list of findings of an annotated copy that is checked again.
fn is_earlier_list(sheet: &Sheet, recognised: &Recognised) -> bool {
    recognised.left_out == Some(SheetLeftOut::Own) && Text::is_list(&sheet.name)
}
