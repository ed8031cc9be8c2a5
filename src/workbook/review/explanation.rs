//! The sheet that explains how to review.

use anyhow::Result;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

use super::super::sheet::put_text;
use super::ReviewBook;

pub fn write(out: &mut Worksheet, book: &ReviewBook<'_>) -> Result<()> {
    let words = &book.words.explanation;
    out.set_name(words.sheet.get(book.lang))?;
    out.set_column_width(0, 120)?;
    put_text(out, 0, 0, &book.title(&words.mark), &Format::new().set_bold().set_font_size(14))?;
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, line) in (1..).zip(words.lines.get(book.lang)) {
        put_text(out, row, 0, line, &plain)?;
    }
    out.set_print_fit_to_pages(1, 0);
    Ok(())
}
