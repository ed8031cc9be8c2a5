//! What a table promises, without its values: what the dictionary and all metadata of public files are made from.

use arrow::datatypes::{DataType, Field};

use super::Table;

/// What a column promises of its values beyond their type and unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Promise {
    /// One of the columns that together tell a row from all others.
    pub key: bool,
    /// No value is lower.
    pub least: Option<i64>,
    /// No value is higher.
    pub most: Option<i64>,
    /// Every value is one of these; empty when any may stand there.
    pub one_of: Vec<&'static str>,
}

/// The type of a column's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Whole,
    Number,
    Flag,
    Day,
    Texts,
    Other,
}

impl Kind {
    /// The kind of an arrow type.
    #[must_use]
    pub const fn of(kind: &DataType) -> Self {
        match kind {
            DataType::Utf8 => Self::Text,
            DataType::Int64 => Self::Whole,
            DataType::Float64 => Self::Number,
            DataType::Boolean => Self::Flag,
            DataType::Date32 => Self::Day,
            DataType::List(_) => Self::Texts,
            _ => Self::Other,
        }
    }
}

/// A table as it is promised.
#[derive(Debug, Clone)]
pub struct Contract {
    /// The files' name without ending.
    pub name: &'static str,
    pub description: &'static str,
    pub columns: Vec<ColumnContract>,
}

/// A column as it is promised.
#[derive(Debug, Clone)]
pub struct ColumnContract {
    pub name: String,
    pub kind: Kind,
    /// Whether a value may be absent.
    pub may_be_absent: bool,
    pub description: String,
    /// Empty when the values have none.
    pub unit: String,
    pub promise: Promise,
}

impl Contract {
    /// That of a table.
    #[must_use]
    pub fn of(table: &Table) -> Self {
        let column = |field: &Field, promise: &Promise| {
            let note = |key: &str| field.metadata().get(key).cloned().unwrap_or_default();
            ColumnContract {
                name: field.name().clone(),
                kind: Kind::of(field.data_type()),
                may_be_absent: field.is_nullable(),
                description: note("description"),
                unit: note("unit"),
                promise: promise.clone(),
            }
        };
        let columns = table.columns.iter().map(|one| column(&one.field, &one.promise)).collect();
        Self { name: table.name, description: table.description, columns }
    }

    /// The columns that tell rows apart.
    pub fn key(&self) -> impl Iterator<Item = &ColumnContract> {
        self.columns.iter().filter(|column| column.promise.key)
    }
}
