//! Our own values into cells of a worksheet, within the limits of xlsx, and what a header looks like. Text stays text: nothing becomes a formula.

use anyhow::Result;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet};

use super::excel_day;
use super::names::cut;
use crate::sources::Value;

/// Rows and columns that a sheet can have.
pub const MAX_ROWS: u32 = 1_048_576;
pub const MAX_COLUMNS: u32 = 16_384;
/// UTF-16 units that a cell can hold.
const MAX_TEXT: usize = 32_767;
/// How days are shown.
const DAY: &str = "dd-mm-yyyy";
/// Stands behind a text that was too long for a cell.
const CUT: &str = " […]";

/// The format of a header.
pub fn head() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00D9_E2F3))
        .set_border_bottom(FormatBorder::Medium)
}

/// Writes a value; tells whether all of it fitted.
pub fn put(sheet: &mut Worksheet, row: u32, column: u16, value: &Value, format: &Format) -> Result<bool> {
    match value {
        Value::Number(number) if number.is_finite() => {
            sheet.write_number_with_format(row, column, *number, format)?;
        }
        Value::Bool(yes) => {
            sheet.write_boolean_with_format(row, column, *yes, format)?;
        }
        Value::Date(day) => match excel_day(*day) {
            Ok(moment) => {
                sheet.write_datetime_with_format(row, column, &moment, &format.clone().set_num_format(DAY))?;
            }
            Err(_) => return put_text(sheet, row, column, &day.to_string(), format),
        },
        other => return put_text(sheet, row, column, &other.shown(), format),
    }
    Ok(true)
}

/// Writes what a sheet is, in its first cell.
pub fn put_title(sheet: &mut Worksheet, title: &str) -> Result<bool> {
    put_text(sheet, 0, 0, title, &Format::new().set_bold().set_font_size(14))
}

/// Writes a text; tells whether all of it fitted.
pub fn put_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<bool> {
    let fits = text.encode_utf16().count() <= MAX_TEXT;
    let kept = if fits { text.to_owned() } else { cut(text, MAX_TEXT - CUT.encode_utf16().count()) + CUT };
    sheet.write_string_with_format(row, column, kept, format)?;
    Ok(fits)
}
