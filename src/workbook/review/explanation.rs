//! The sheet that explains how to review.

use anyhow::Result;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

use super::super::sheet::{put_text, put_title};
use super::ReviewBook;

/// In characters.
const WIDTH: u32 = 120;

pub fn write(out: &mut Worksheet, book: &ReviewBook<'_>) -> Result<()> {
    let words = &book.words.explanation;
    out.set_name(words.sheet.get(book.lang))?;
    out.set_column_width(0, WIDTH)?;
    put_title(out, &book.title(&words.mark))?;
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, line) in (1..).zip(words.lines.get(book.lang)) {
        put_text(out, row, 0, line, &plain)?;
        let lines = u32::try_from(line.chars().count())?.div_ceil(WIDTH - 10);
        out.set_row_height(row, f64::from(lines) * 15.0)?;
    }
    out.set_print_fit_to_pages(1, 0);
    Ok(())
}
