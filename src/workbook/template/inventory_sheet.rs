//! The sheet that is filled in: header, example row, and what each column takes.

use anyhow::Result;
use rust_xlsxwriter::{Color, Format, Worksheet};

use super::columns::{Form, validation};
use super::lists::Lists;
use super::sheet::put;
use super::{Template, head};
use crate::inventory::Field;
use crate::sources::Value;
use crate::terms::{Lang, parse_date};

/// The example stands below the header; lists and explanations go on to this row.
const LAST_ROW: u32 = 5_000;

pub fn write(out: &mut Worksheet, template: &Template<'_>, lists: &Lists) -> Result<()> {
    let lang = template.lang;
    out.set_name(template.words.inventory.sheet.get(lang))?;
    for (column, field) in (0..).zip(&template.words.columns) {
        let form = Form::of(*field, lists);
        out.set_column_width(column, form.width(*field))?;
        out.set_column_format(column, &form.format())?;
        put(out, 0, column, &Value::Text(template.fields.header(*field, lang).into()), &head())?;
        if let Some(value) = example(*field, form, template, lang) {
            put(out, 1, column, &value, &form.format().merge(&faded()))?;
        }
        out.add_data_validation(1, column, LAST_ROW, column, &validation(*field, template, lists)?)?;
    }
    let name = template.words.columns.iter().position(|field| *field == Field::Name).unwrap_or_default();
    out.set_freeze_panes(1, u16::try_from(name + 1)?)?;
    out.set_row_height(0, 32)?;
    out.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    out.set_active(true);
    Ok(())
}

/// How the example differs from what is filled in: grey and slanted, beside what its name says.
fn faded() -> Format {
    Format::new().set_italic().set_font_color(Color::RGB(0x0059_5959)).set_background_color(Color::RGB(0x00ED_EDED))
}

fn example(field: Field, form: Form, template: &Template<'_>, lang: Lang) -> Option<Value> {
    let text = template.words.example.get(&field)?.get(lang);
    let number = || text.parse().ok().map(Value::Number);
    let typed = match form {
        Form::Amount | Form::Count => number(),
        Form::Day => parse_date(text).map(Value::Date),
        Form::Choice | Form::Text => None,
    };
    Some(typed.unwrap_or_else(|| Value::Text(text.as_str().into())))
}
