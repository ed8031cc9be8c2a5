//! The sheet on which decisions are taken: one row per group, with lists to choose from.

use anyhow::Result;
use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, FormatBorder, Worksheet};

use super::super::sheet::{head, put, put_text, put_title};
use super::{CaseRow, ReviewBook, ReviewColumn};
use crate::sources::Value;

/// The rows of the reviewer's name and date, and of the header.
const NAME: u32 = 2;
const DATE: u32 = 3;
const HEADER: u32 = 5;
/// Rows below the last group that can be chosen in too, for copies of rows.
const SPARE: u32 = 200;
/// The height of a line, in points, and the most lines of a row.
const LINE: f64 = 15.0;
const HIGHEST: u32 = 27;
/// What a line is shorter than its column, in characters, because words are not cut.
const WORD: u32 = 4;
/// The number by which xlsx knows the size of paper.
const A3: u8 = 8;

pub fn write(out: &mut Worksheet, book: &ReviewBook<'_>) -> Result<()> {
    let (lang, sheet) = (book.lang, &book.words.decisions);
    out.set_name(sheet.sheet.get(lang))?;
    put_title(out, &book.title(&sheet.mark))?;
    put_text(out, 1, 0, book.lead, &Format::new().set_bold())?;
    for (row, column) in [(NAME, ReviewColumn::Who), (DATE, ReviewColumn::Date)] {
        put_text(out, row, 0, book.words.header(column, lang), &head())?;
        out.write_blank(row, 1, &to_fill(column))?;
    }
    let last = HEADER + u32::try_from(book.cases.len())? + SPARE;
    for (at, column) in (0..).zip(sheet.columns.iter().copied()) {
        out.set_column_width(at, width(column))?;
        put_text(out, HEADER, at, book.words.header(column, lang), &head())?;
        if !book.words.choices(column).is_empty() {
            out.add_data_validation(HEADER + 1, at, last, at, &choice(column, book)?)?;
        }
        let format = if sheet.filled.contains(&column) { to_fill(column) } else { shown(column) };
        for (row, case) in (HEADER + 1..).zip(book.cases) {
            match case.cells.get(&column) {
                Some(value) => put(out, row, at, value, &format).map(|_| ())?,
                None => out.write_blank(row, at, &format).map(|_| ())?,
            }
        }
    }
    out.set_row_height(HEADER, 2.0 * LINE)?;
    for (row, case) in (HEADER + 1..).zip(book.cases) {
        out.set_row_height(row, height(case, &sheet.columns))?;
    }
    out.set_freeze_panes(HEADER + 1, 2)?;
    out.set_landscape().set_paper_size(A3).set_print_scale(60).set_repeat_rows(HEADER, HEADER)?.set_repeat_columns(0, 1)?;
    out.set_active(true);
    Ok(())
}

/// High enough for the longest text, in points: office programs do not work that out for themselves in a file that says nothing.
fn height(case: &CaseRow, columns: &[ReviewColumn]) -> f64 {
    let lines = |column: &ReviewColumn| {
        let text = case.cells.get(column).map(Value::shown).unwrap_or_default();
        u32::try_from(text.chars().count()).unwrap_or(u32::MAX).div_ceil(width(*column).saturating_sub(WORD))
    };
    f64::from(columns.iter().map(lines).max().unwrap_or(1).clamp(1, HIGHEST)) * LINE
}

/// In characters.
const fn width(column: ReviewColumn) -> u32 {
    match column {
        ReviewColumn::SaysLevel | ReviewColumn::SaysDistinguishing => 44,
        ReviewColumn::Because | ReviewColumn::Description | ReviewColumn::Parties => 34,
        ReviewColumn::Product
        | ReviewColumn::Components
        | ReviewColumn::Municipalities
        | ReviewColumn::Level
        | ReviewColumn::Distinguishing
        | ReviewColumn::Scope => 24,
        ReviewColumn::Systems | ReviewColumn::Open | ReviewColumn::Running => 11,
        _ => 16,
    }
}

fn shown(column: ReviewColumn) -> Format {
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    if column == ReviewColumn::Running { format.set_num_format("0%") } else { format }
}

/// A cell that the reviewer fills in.
fn to_fill(column: ReviewColumn) -> Format {
    let format = shown(column).set_background_color(Color::RGB(0x00FF_F8E1)).set_border(FormatBorder::Hair);
    match column {
        ReviewColumn::Date => format.set_num_format("dd-mm-yyyy"),
        // A month such as 2026-11 would become a date, an id such as 0012 a number.
        ReviewColumn::Since | ReviewColumn::Until | ReviewColumn::SystemId => format.set_num_format("@"),
        _ => format,
    }
}

fn choice(column: ReviewColumn, book: &ReviewBook<'_>) -> Result<DataValidation> {
    let refusal = &book.words.refusal;
    let choices: Vec<&str> = book.words.choices(column).iter().map(|choice| choice.shown.get(book.lang).as_str()).collect();
    let list = DataValidation::new().allow_list_strings(&choices)?;
    Ok(list.set_error_title(refusal.title.get(book.lang))?.set_error_message(refusal.choice.get(book.lang))?)
}
