//! calamine's values to ours. An empty or blank cell is none.

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};
use chrono::NaiveDate;

use crate::sources::Value;

/// A value as a streaming reader gives it.
pub fn streamed_value(data: &DataRef<'_>) -> Option<Value> {
    match data {
        DataRef::Empty => None,
        DataRef::String(text) => text_value(text),
        DataRef::SharedString(text) => text_value(text),
        DataRef::Int(number) => Some(integer_value(*number)),
        DataRef::Float(number) => Some(Value::Number(*number)),
        DataRef::Bool(yes) => Some(Value::Bool(*yes)),
        DataRef::DateTime(moment) => Some(date_value(moment)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Some(iso_value(text)),
        DataRef::Error(error) => Some(error_value(error)),
    }
}

/// A value of a sheet that was read whole.
pub fn dense_value(data: &Data) -> Option<Value> {
    match data {
        Data::Empty => None,
        Data::String(text) => text_value(text),
        Data::Int(number) => Some(integer_value(*number)),
        Data::Float(number) => Some(Value::Number(*number)),
        Data::Bool(yes) => Some(Value::Bool(*yes)),
        Data::DateTime(moment) => Some(date_value(moment)),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Some(iso_value(text)),
        Data::Error(error) => Some(error_value(error)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "cells are floats themselves")]
const fn integer_value(number: i64) -> Value {
    Value::Number(number as f64)
}

fn error_value(error: &CellErrorType) -> Value {
    Value::Error(error.to_string().into())
}

fn text_value(text: &str) -> Option<Value> {
    let blank = text.chars().all(|c| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}');
    (!blank).then(|| Value::Text(text.into()))
}

fn date_value(date: &ExcelDateTime) -> Value {
    if !date.is_datetime() {
        return Value::Number(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)).map_or(Value::Number(date.as_f64()), Value::Date)
}

fn iso_value(text: &str) -> Value {
    text.get(..10).and_then(crate::terms::parse_date).map_or_else(|| Value::Text(text.into()), Value::Date)
}
