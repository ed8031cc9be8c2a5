//! The lists to choose from, on a sheet of their own, and where each stands.

use std::collections::BTreeMap;

use anyhow::Result;
use rust_xlsxwriter::{Format, Formula, Worksheet};

use super::sheet::put_text;
use super::{Template, head};
use crate::inventory::Field;
use crate::terms::column_name;

/// The row of the lists' names, and the first of their values.
const HEAD: u32 = 1;

/// The values of each list.
pub struct Lists {
    by_field: BTreeMap<Field, Vec<String>>,
    sheet: String,
}

impl Lists {
    pub fn of(template: &Template<'_>) -> Self {
        let (reference, day) = (template.reference, template.month.first_day());
        let mut by_field: BTreeMap<Field, Vec<String>> =
            template.words.choices.iter().map(|(field, values)| (*field, values.get(template.lang).clone())).collect();
        let municipalities = reference.municipalities.frame(template.month).municipalities;
        by_field.insert(Field::Municipality, sorted(municipalities.iter().map(|one| one.name.to_string())));
        by_field.insert(
            Field::Component,
            sorted(reference.components.iter().filter(|component| !component.catch_all).map(|component| component.name.clone())),
        );
        let partnerships = reference.partnerships.iter().filter(|partnership| partnership.validity.holds_on(day));
        by_field.insert(Field::Partnership, sorted(partnerships.map(|partnership| partnership.name.to_string())));
        by_field.retain(|field, _| template.words.columns.contains(field));
        Self { by_field, sheet: template.words.lists.sheet.get(template.lang).clone() }
    }

    pub fn get(&self, field: Field) -> Option<&[String]> {
        self.by_field.get(&field).map(Vec::as_slice)
    }

    /// The cells of a list, for a cell that takes one of its values.
    pub fn formula(&self, field: Field) -> Option<Formula> {
        let position = self.by_field.keys().position(|known| *known == field)?;
        let letters = column_name(u32::try_from(position).ok()?);
        let last = self.get(field)?.len() + HEAD as usize + 1;
        Some(Formula::new(format!("='{}'!${letters}${}:${letters}${last}", self.sheet, HEAD + 2)))
    }

    /// Writes the sheet.
    pub fn write(&self, out: &mut Worksheet, template: &Template<'_>) -> Result<()> {
        let lang = template.lang;
        out.set_name(&self.sheet)?;
        put_text(out, 0, 0, template.words.lists.mark.get(lang), &Format::new().set_bold())?;
        for (column, (field, values)) in (0..).zip(&self.by_field) {
            put_text(out, HEAD, column, template.fields.header(*field, lang), &head())?;
            for (row, value) in (HEAD + 1..).zip(values) {
                put_text(out, row, column, value, &Format::new())?;
            }
            out.set_column_width(column, 34)?;
        }
        out.set_freeze_panes(HEAD + 1, 0)?;
        Ok(())
    }
}

/// In the order of a Dutch list, without its duplicates: what people see, not the order of bytes.
fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<(String, String)> = names.map(|name| (crate::terms::name_key(&name), name)).collect();
    names.sort();
    names.dedup();
    names.into_iter().map(|(_, name)| name).collect()
}
