//! A column with its contract: the arrow field that is published carries description and unit.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Result;
use arrow::array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, ListBuilder, RecordBatch, StringArray, StringBuilder,
};
use arrow::datatypes::{DataType, Field, Schema};
use chrono::{Datelike, NaiveDate};

use super::Promise;
use crate::report::Tier;

/// Days from the first day of the common era to 1 January 1970, where Parquet's dates begin.
const EPOCH_DAYS: i32 = 719_163;
const SYNTHETIC: &str = "Whether any inventory behind the month is made up; then no figure says anything about a real municipality";

/// The day that Parquet's number of days stands for.
pub(super) fn day_of(days: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(days.saturating_add(EPOCH_DAYS)).unwrap_or_default()
}

/// One column: what it is, and its values.
#[derive(Debug, Clone)]
pub struct Column {
    pub field: Field,
    pub values: ArrayRef,
    /// Left out of every tier but the internal one: it names files, rows or systems.
    pub internal: bool,
    /// What else its values keep to; told in the metadata of public files.
    pub promise: Promise,
}

/// A table that is published.
#[derive(Debug)]
pub struct Table {
    /// The file's name without ending.
    pub name: &'static str,
    pub description: &'static str,
    /// Who may see it.
    pub tiers: &'static [Tier],
    pub columns: Vec<Column>,
}

impl Table {
    /// The table as readers of one tier get it; absent when it is not for them. The public ones tell in each row whether they are
    /// synthetic: rows are taken out of files and put beside those of other months, without what the file says of itself.
    #[must_use]
    pub fn for_tier(&self, tier: Tier, synthetic: bool) -> Option<Self> {
        let shown = |column: &&Column| tier == Tier::Internal || !column.internal;
        let mut columns: Vec<Column> = self.columns.iter().filter(shown).cloned().collect();
        if tier == Tier::Public {
            let rows = columns.first().map_or(0, |column| column.values.len());
            let told = Column::flag("synthetic", SYNTHETIC, std::iter::repeat_n(synthetic, rows));
            columns.insert(columns.len().min(1), told);
        }
        self.tiers.contains(&tier).then(|| Self { columns, ..*self })
    }

    /// The columns as one batch with their schema.
    ///
    /// # Errors
    /// When a column that can't be absent has an absent value, or columns differ in length.
    pub fn batch(self, metadata: HashMap<String, String>) -> Result<RecordBatch> {
        let (fields, values): (Vec<Field>, Vec<ArrayRef>) =
            self.columns.into_iter().map(|column| (column.field, column.values)).unzip();
        Ok(RecordBatch::try_new(Arc::new(Schema::new_with_metadata(fields, metadata)), values)?)
    }
}

impl Column {
    fn new(name: &str, kind: DataType, description: &str, values: ArrayRef) -> Self {
        let metadata = HashMap::from([("description".to_owned(), description.to_owned())]);
        Self { field: Field::new(name, kind, true).with_metadata(metadata), values, internal: false, promise: Promise::default() }
    }

    /// Adds the unit of the values.
    #[must_use]
    pub fn unit(mut self, unit: &str) -> Self {
        let mut metadata = self.field.metadata().clone();
        metadata.insert("unit".to_owned(), unit.to_owned());
        self.field = self.field.with_metadata(metadata);
        self
    }

    /// Promises that no value is absent.
    #[must_use]
    pub fn always(mut self) -> Self {
        self.field = self.field.with_nullable(false);
        self
    }

    /// Makes the column one of those that tell a row from all others.
    #[must_use]
    pub const fn key(mut self) -> Self {
        self.promise.key = true;
        self
    }

    /// Promises that no value is below nought.
    #[must_use]
    pub const fn not_negative(mut self) -> Self {
        self.promise.least = Some(0);
        self
    }

    /// Makes the values parts of one: a fraction from nought to one.
    #[must_use]
    pub fn part(mut self) -> Self {
        (self.promise.least, self.promise.most) = (Some(0), Some(1));
        self.unit("fraction")
    }

    /// Promises that every value is one of these.
    #[must_use]
    pub fn one_of(mut self, values: impl IntoIterator<Item = &'static str>) -> Self {
        self.promise.one_of = values.into_iter().collect();
        self
    }

    /// Keeps the column out of every tier but the internal one.
    #[must_use]
    pub const fn internal(mut self) -> Self {
        self.internal = true;
        self
    }

    pub fn text<'a>(name: &str, description: &str, values: impl Iterator<Item = Option<&'a str>>) -> Self {
        Self::new(name, DataType::Utf8, description, Arc::new(values.collect::<StringArray>()))
    }

    pub fn owned_text(name: &str, description: &str, values: impl Iterator<Item = Option<String>>) -> Self {
        Self::new(name, DataType::Utf8, description, Arc::new(values.collect::<StringArray>()))
    }

    /// Counts and amounts in whole units.
    pub fn whole(name: &str, description: &str, values: impl Iterator<Item = Option<i64>>) -> Self {
        Self::new(name, DataType::Int64, description, Arc::new(values.collect::<Int64Array>()))
    }

    pub fn count(name: &str, description: &str, values: impl Iterator<Item = u64>) -> Self {
        let whole = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        Self::whole(name, description, values.map(|value| Some(whole(value)))).always().not_negative()
    }

    pub fn number(name: &str, description: &str, values: impl Iterator<Item = Option<f64>>) -> Self {
        Self::new(name, DataType::Float64, description, Arc::new(values.collect::<Float64Array>()))
    }

    pub fn flag(name: &str, description: &str, values: impl Iterator<Item = bool>) -> Self {
        Self::new(name, DataType::Boolean, description, Arc::new(values.map(Some).collect::<BooleanArray>())).always()
    }

    /// Yes, no, or absent.
    pub fn maybe(name: &str, description: &str, values: impl Iterator<Item = Option<bool>>) -> Self {
        Self::new(name, DataType::Boolean, description, Arc::new(values.collect::<BooleanArray>()))
    }

    pub fn day(name: &str, description: &str, values: impl Iterator<Item = Option<NaiveDate>>) -> Self {
        let days = values.map(|day| day.map(|day| day.num_days_from_ce() - EPOCH_DAYS));
        Self::new(name, DataType::Date32, description, Arc::new(days.collect::<Date32Array>()))
    }

    /// Several texts a row; an empty list where there are none.
    pub fn texts<T: AsRef<str>, L: Iterator<Item = T>>(name: &str, description: &str, values: impl Iterator<Item = L>) -> Self {
        let item = Arc::new(Field::new("item", DataType::Utf8, true));
        let mut lists = ListBuilder::new(StringBuilder::new()).with_field(item.clone());
        for list in values {
            list.for_each(|text| lists.values().append_value(text));
            lists.append(true);
        }
        Self::new(name, DataType::List(item), description, Arc::new(lists.finish())).always()
    }
}
