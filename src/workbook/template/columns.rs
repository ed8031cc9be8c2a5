//! What a column of the template takes: one of a list, an amount, a number, a day or a text.

use anyhow::Result;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Format};

use super::super::excel_day;
use super::super::names::cut;
use super::Template;
use super::lists::Lists;
use crate::inventory::{Field, InBoth};

/// The most units in the title and the text of a message beside a cell.
const MAX_TITLE: usize = 32;
const MAX_MESSAGE: usize = 255;

/// The years in which a contract may end.
const YEARS: (i32, i32) = (1990, 2098);

/// What a column takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One of the list; for components several, separated by semicolons.
    Choice,
    Amount,
    Count,
    Day,
    Text,
}

impl Form {
    pub fn of(field: Field, lists: &Lists) -> Self {
        match field {
            _ if lists.get(field).is_some() => Self::Choice,
            Field::Cost => Self::Amount,
            Field::Users => Self::Count,
            Field::ContractEnd => Self::Day,
            _ => Self::Text,
        }
    }

    /// In characters.
    pub const fn width(self, field: Field) -> u32 {
        match (self, field) {
            (_, Field::Name | Field::Component | Field::Description) => 34,
            (_, Field::Municipality | Field::Vendor | Field::Partnership) => 24,
            (_, Field::Version | Field::Id | Field::Users) => 13,
            _ => 19,
        }
    }

    pub fn format(self) -> Format {
        match self {
            Self::Amount => Format::new().set_num_format("#,##0.00"),
            Self::Day => Format::new().set_num_format("dd-mm-yyyy"),
            Self::Count => Format::new().set_num_format("0"),
            // An id or a version such as 2026.10 is no number.
            Self::Text => Format::new().set_num_format("@"),
            Self::Choice => Format::new(),
        }
    }
}

/// What a cell of a column may hold, with the explanation that shows when it is entered.
pub fn validation(field: Field, template: &Template<'_>, lists: &Lists) -> Result<DataValidation> {
    let lang = template.lang;
    let refusal = &template.words.refusal;
    let said = |text: &InBoth| text.get(lang).clone();
    let any = DataValidation::new();
    let rule = match Form::of(field, lists) {
        Form::Choice => match lists.formula(field) {
            // A warning, not a refusal: several components in a cell, or a partnership that is not listed yet.
            Some(list) => any
                .allow_list_formula(list)
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_message(said(&refusal.choice))?,
            None => any.allow_any_value(),
        },
        Form::Amount => {
            any.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)).set_error_message(said(&refusal.amount))?
        }
        Form::Count => {
            any.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)).set_error_message(said(&refusal.number))?
        }
        Form::Day => any.allow_date(days()?).set_error_message(said(&refusal.day))?,
        Form::Text => any.allow_any_value(),
    };
    let title = cut(template.fields.header(field, lang), MAX_TITLE);
    let message = cut(template.fields.get(field).explain.get(lang), MAX_MESSAGE);
    Ok(rule.set_error_title(said(&refusal.title))?.set_input_title(title)?.set_input_message(message)?)
}

fn days() -> Result<DataValidationRule<rust_xlsxwriter::ExcelDateTime>> {
    let day = |year: i32, month: u32, day: u32| excel_day(chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default());
    Ok(DataValidationRule::Between(day(YEARS.0, 1, 1)?, day(YEARS.1, 12, 31)?))
}
