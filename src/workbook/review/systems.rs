//! The sheet that lists the systems of each group, with what a decision about them must know.

use anyhow::Result;
use rust_xlsxwriter::{Format, Worksheet};

use super::super::sheet::{head, put, put_text, put_title};
use super::ReviewBook;

/// The row of the header.
const HEADER: u32 = 1;

pub fn write(out: &mut Worksheet, book: &ReviewBook<'_>) -> Result<()> {
    let (lang, sheet) = (book.lang, &book.words.systems);
    out.set_name(sheet.sheet.get(lang))?;
    put_title(out, &book.title(&sheet.mark))?;
    for (at, column) in (0..).zip(sheet.columns.iter().copied()) {
        out.set_column_width(at, 24)?;
        put_text(out, HEADER, at, book.words.header(column, lang), &head())?;
        for (row, system) in (HEADER + 1..).zip(book.cases.iter().flat_map(|case| &case.systems)) {
            if let Some(value) = system.get(&column) {
                put(out, row, at, value, &Format::new())?;
            }
        }
    }
    out.set_freeze_panes(HEADER + 1, 0)?;
    out.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(HEADER, HEADER)?;
    Ok(())
}
