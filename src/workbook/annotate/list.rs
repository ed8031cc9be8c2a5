//! The sheet in front: what was found, where, and what to do about it, to filter and to tick off.

use anyhow::Result;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Url, Worksheet};

use super::super::sheet::{MAX_ROWS, put_text};
use super::copy::{Copied, within};
use super::marks::Mark;
use super::text::Text;
use super::{Annotated, marks};
use crate::problem::{Problem, message, text};

/// A sheet can hold this many links; further cells are named without one.
const MAX_LINKS: usize = 65_000;
/// Of each column, in characters.
const WIDTHS: [u32; 8] = [16, 8, 24, 52, 28, 28, 40, 52];

/// Writes the list. `told` is what did not fit in the copy.
pub fn write(out: &mut Worksheet, input: &Annotated<'_>, copied: &[Copied<'_>], told: &[String], text: &Text) -> Result<()> {
    let plain = Format::new();
    put_text(out, 0, 0, &text.title(input.file), &plain.clone().set_bold().set_font_size(14))?;
    put_text(out, 1, 0, text.intro, &plain)?;
    let mut row = 2;
    for (mark, meaning) in marks::Mark::LEGEND.into_iter().zip(text.legend) {
        put_text(out, row, 0, text.heads[1], &mark.format())?;
        put_text(out, row, 1, meaning, &plain)?;
        row += 1;
    }
    for line in told {
        put_text(out, row, 0, line, &plain.clone().set_bold())?;
        row += 1;
    }
    table(out, row + 1, input, copied, text)?;
    for (column, width) in (0..).zip(WIDTHS) {
        out.set_column_width(column, width)?;
    }
    out.set_active(true).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn table(out: &mut Worksheet, head: u32, input: &Annotated<'_>, copied: &[Copied<'_>], text: &Text) -> Result<()> {
    let bold = Format::new().set_bold().set_background_color(Color::RGB(0x00D9_E2F3)).set_border_bottom(FormatBorder::Thin);
    for (column, title) in (0..).zip(text.heads) {
        put_text(out, head, column, title, &bold)?;
    }
    out.set_freeze_panes(head + 1, 0)?;
    if input.problems.is_empty() {
        put_text(out, head + 1, 0, text.none, &Format::new())?;
        return Ok(());
    }
    let mut problems: Vec<&Problem> = input.problems.iter().collect();
    problems.sort_by_key(|problem| (std::cmp::Reverse(problem.effect()), *problem));
    let mut row = head;
    for (number, problem) in problems.into_iter().enumerate() {
        if row + 1 >= MAX_ROWS {
            break;
        }
        row += 1;
        line(out, row, problem, copied, number < MAX_LINKS, input)?;
    }
    out.autofilter(head, 0, row, 7)?;
    Ok(())
}

fn line(out: &mut Worksheet, row: u32, problem: &Problem, copied: &[Copied<'_>], link: bool, input: &Annotated<'_>) -> Result<()> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let said = text(problem.code, input.lang);
    let sheet = copied.iter().find(|copied| problem.place.sheet.as_deref() == Some(&*copied.sheet.name));
    let name = sheet.map_or_else(|| problem.place.sheet.as_deref().unwrap_or_default(), |copied| copied.name.as_str());
    let words = [
        (0, name),
        (2, said.title.as_str()),
        (3, &message(problem, input.lang)),
        (4, problem.found.as_str()),
        (5, problem.hint.as_deref().unwrap_or_default()),
        (6, said.effect.as_str()),
        (7, said.next.as_str()),
    ];
    for (column, word) in words {
        put_text(out, row, column, word, &wrapped)?;
    }
    let Some(cell) = problem.place.cell else { return Ok(()) };
    let mark = if problem.effect() >= crate::problem::Effect::RowSetAside { Mark::Reason } else { Mark::Value };
    let format = mark.format().set_align(FormatAlign::Top);
    match sheet.filter(|copied| link && copied.sheet.visible && within(cell.row, cell.column).is_some()) {
        Some(copied) => {
            let target = format!("internal:'{}'!{cell}", copied.name.replace('\'', "''"));
            out.write_url_with_format(row, 1, Url::new(target).set_text(cell.to_string()), &format)?;
        }
        None => {
            put_text(out, row, 1, &cell.to_string(), &format)?;
        }
    }
    Ok(())
}
