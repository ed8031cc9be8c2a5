//! The sheet that explains: how to fill it in, and what belongs in each column.

use anyhow::Result;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

use super::columns::Form;
use super::lists::Lists;
use super::sheet::{put_text, put_title};
use super::{Template, head};
use crate::inventory::Field;

/// Of each column, in characters.
const WIDTHS: [u32; 4] = [24, 90, 18, 34];

pub fn write(out: &mut Worksheet, template: &Template<'_>, lists: &Lists) -> Result<()> {
    let (lang, words) = (template.lang, &template.words.explanation);
    out.set_name(words.sheet.get(lang))?;
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    put_title(out, words.mark.get(lang))?;
    let mut row = 1;
    for line in words.lines.get(lang) {
        out.merge_range(row, 0, row, 3, line, &plain)?;
        out.set_row_height(row, 32)?;
        row += 1;
    }
    row += 1;
    for (column, title) in (0..).zip([&words.column, &words.meaning, &words.need, &words.form]) {
        put_text(out, row, column, title.get(lang), &head())?;
    }
    for field in &template.words.columns {
        row += 1;
        let texts = [
            template.fields.header(*field, lang).to_owned(),
            template.fields.get(*field).explain.get(lang).clone(),
            need(*field, template),
            form(*field, template, lists),
        ];
        for (column, text) in (0..).zip(texts) {
            put_text(out, row, column, &text, &plain)?;
        }
    }
    for (column, width) in (0..).zip(WIDTHS) {
        out.set_column_width(column, width)?;
    }
    out.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn need(field: Field, template: &Template<'_>) -> String {
    let words = &template.words.explanation;
    let need = match field {
        _ if template.words.needed.contains(&field) => &words.needed,
        _ if template.words.wanted.contains(&field) => &words.wanted,
        _ => &words.optional,
    };
    need.get(template.lang).clone()
}

fn form(field: Field, template: &Template<'_>, lists: &Lists) -> String {
    let (lang, words) = (template.lang, &template.words.explanation);
    match Form::of(field, lists) {
        Form::Choice => {
            let count = lists.get(field).map_or(0, <[String]>::len).to_string();
            words.choice.get(lang).replace("{count}", &count)
        }
        Form::Amount => words.amount.get(lang).clone(),
        Form::Count => words.number.get(lang).clone(),
        Form::Day => words.day.get(lang).clone(),
        Form::Text => words.text.get(lang).clone(),
    }
}
