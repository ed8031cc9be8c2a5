//! The systems of a report, read back: each row of `systems.parquet` is a system again that can be judged.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use arrow::array::{Array, AsArray, RecordBatch};
use arrow::datatypes::{Date32Type, Float64Type, Int64Type};
use chrono::{Duration, NaiveDate};

use super::{SYSTEMS, cents, reader, stamp};
use crate::inventory::{Record, System};
use crate::problem::Place;
use crate::terms::{CellRef, Distinguishing, Level, Month, Status, name_key};

/// The systems of one report, with what its table says about itself.
#[derive(Debug)]
pub struct Report {
    pub folder: PathBuf,
    pub month: Month,
    /// SHA-256 over the definitions that it was made with.
    pub fingerprint: String,
    pub synthetic: bool,
    batches: Vec<RecordBatch>,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct ArchivedSystem<'a> {
    batch: &'a RecordBatch,
    row: usize,
}

impl Report {
    /// Opens the report in a folder.
    ///
    /// # Errors
    /// When it has no readable table of systems.
    pub fn open(folder: &Path) -> Result<Self> {
        let stamp = stamp(folder)?;
        let stamped = |key: &str| stamp.get(key).map(String::as_str).unwrap_or_default();
        let month = stamped("month").parse().map_err(|error| anyhow::anyhow!("{}: {error}", folder.display()))?;
        let (fingerprint, synthetic) = (stamped("fingerprint").to_owned(), stamped("synthetic") == "true");
        let reader = reader(folder, SYSTEMS)?;
        let batches = reader.build()?.map(|batch| Ok(batch?)).collect::<Result<_>>();
        let batches = batches.with_context(|| format!("reading the systems of {}", folder.display()))?;
        Ok(Self { folder: folder.to_path_buf(), month, fingerprint, synthetic, batches })
    }

    /// All systems in the order of the table.
    pub fn systems(&self) -> impl Iterator<Item = ArchivedSystem<'_>> {
        self.batches.iter().flat_map(|batch| (0..batch.num_rows()).map(move |row| ArchivedSystem { batch, row }))
    }

    /// The systems with this id or name, of any municipality or of one: `JOIN`, `Zundert/JOIN`, `GM0879/join~decos`.
    #[must_use]
    pub fn find(&self, what: &str) -> Vec<ArchivedSystem<'_>> {
        let (owner, name) = what.split_once('/').map_or((None, what), |(owner, name)| (Some(name_key(owner)), name));
        let name = name_key(name);
        let is = |system: &ArchivedSystem<'_>, columns: [&str; 2], key: &str| {
            columns.iter().any(|column| system.text(column).is_some_and(|text| name_key(text) == key))
        };
        let fits = |system: &ArchivedSystem<'_>| {
            let of_owner = owner.as_ref().is_none_or(|owner| is(system, ["municipality", "municipality_code"], owner));
            system.text("system_id") == Some(what) || (of_owner && is(system, ["name", "system_id"], &name))
        };
        self.systems().filter(fits).collect()
    }
}

impl<'a> ArchivedSystem<'a> {
    /// The value of a text column; absent too when there is no such column.
    #[must_use]
    pub fn text(&self, column: &str) -> Option<&'a str> {
        let values = self.batch.column_by_name(column)?.as_string_opt::<i32>()?;
        values.is_valid(self.row).then(|| values.value(self.row))
    }

    /// Whether a column of flags says yes here.
    #[must_use]
    pub fn flag(&self, column: &str) -> bool {
        let values = self.batch.column_by_name(column).and_then(|values| values.as_boolean_opt());
        values.is_some_and(|values| values.is_valid(self.row) && values.value(self.row))
    }

    #[must_use]
    pub fn whole(&self, column: &str) -> Option<i64> {
        let values = self.batch.column_by_name(column)?.as_primitive_opt::<Int64Type>()?;
        values.is_valid(self.row).then(|| values.value(self.row))
    }

    #[must_use]
    pub fn day(&self, column: &str) -> Option<NaiveDate> {
        let values = self.batch.column_by_name(column)?.as_primitive_opt::<Date32Type>()?;
        let days = values.is_valid(self.row).then(|| values.value(self.row))?;
        NaiveDate::default().checked_add_signed(Duration::days(days.into()))
    }

    /// The texts of a column of lists.
    #[must_use]
    pub fn texts(&self, column: &str) -> Vec<String> {
        let lists = self.batch.column_by_name(column).and_then(|values| values.as_list_opt::<i32>());
        let Some(list) = lists.filter(|lists| lists.is_valid(self.row)).map(|lists| lists.value(self.row)) else {
            return Vec::new();
        };
        let texts = list.as_string_opt::<i32>().into_iter().flatten().flatten();
        texts.map(str::to_owned).collect()
    }

    /// An amount in euro as cents.
    fn cents(&self, column: &str) -> Option<i64> {
        let values = self.batch.column_by_name(column)?.as_primitive_opt::<Float64Type>()?;
        values.is_valid(self.row).then(|| cents(values.value(self.row)))
    }

    /// The system as it was judged. Which column of its sheet holds what is not in the table.
    #[must_use]
    pub fn system(&self) -> System {
        let text = |column: &str| self.text(column).unwrap_or_default();
        let row = self.whole("row").and_then(|row| u32::try_from(row - 1).ok()).unwrap_or_default();
        let place =
            Place { file: text("source_file").into(), sheet: self.text("sheet").map(Arc::from), cell: Some(CellRef::new(row, 0)) };
        System {
            municipality: text("municipality_code").into(),
            id: text("system_id").to_owned(),
            record: Arc::new(self.record(row)),
            layout: text("layout").into(),
            could_name_partner: self.flag("could_name_partner"),
            rows: vec![place.clone()],
            place,
            columns: Arc::default(),
            carried_from: self.text("carried_from").and_then(|month| month.parse().ok()),
            registered_by: self.text("registered_by").map(Arc::from),
            of_respondent: self.flag("of_respondent"),
        }
    }

    fn record(&self, row: u32) -> Record {
        let text = |column: &str| self.text(column).map(Box::<str>::from);
        Record {
            row,
            name: text("name").unwrap_or_default(),
            vendor: text("vendor"),
            version: text("version"),
            description: text("description"),
            domain: text("domain"),
            hosting: text("typed_hosting"),
            hosting_form: text("hosting"),
            hosting_party: text("typed_hosting_party"),
            contract_party: text("typed_contract_party"),
            steered_by: text("typed_steered_by"),
            operator: text("typed_operator"),
            partnership: text("typed_partnership"),
            partner_not_known: self.flag("partner_not_known"),
            components: self.texts("component_ids").into_iter().map(Arc::from).collect(),
            status: self.text("status").and_then(Status::parse),
            level: self.text("declared_level").and_then(Level::parse),
            distinguishing: self.text("declared_distinguishing").and_then(Distinguishing::parse),
            cost_cents: self.cents("cost_eur"),
            users: self.whole("users").and_then(|users| u64::try_from(users).ok()),
            contract_end: self.day("contract_end"),
            ..Record::default()
        }
    }
}
