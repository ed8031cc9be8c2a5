//! Workbooks for people: the annotated copy of an inventory, the template for one, and the decisions to take. Bytes out; who asked writes the file.
//!
//! The one place that names the library which writes them. Not for test files and samples, which must also show what such a
//! library refuses to write. The same input gives the same bytes: the date of creation is that of the month.

mod annotate;
mod names;
mod review;
mod sheet;
mod template;

use anyhow::Result;
use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::terms::Month;

pub use annotate::{Annotated, annotate};
pub use review::{CaseRow, ReviewBook, ReviewColumn, ReviewWords, Sentences, SheetWords, review};
pub use template::{Template, TemplateWords, template};

/// What the program signs its notes with.
const AUTHOR: &str = "tachtig";

/// An empty workbook with fixed properties.
fn new_book(title: &str, month: Month) -> Result<Workbook> {
    let created = excel_day(month.first_day())?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(title).set_author(AUTHOR).set_creation_datetime(&created));
    Ok(book)
}

/// A day as the library takes it; an error for days before 1900 and after 9999.
fn excel_day(day: chrono::NaiveDate) -> Result<ExcelDateTime> {
    let (month, of_month) = (u8::try_from(day.month())?, u8::try_from(day.day())?);
    Ok(ExcelDateTime::from_ymd(u16::try_from(day.year())?, month, of_month)?)
}
