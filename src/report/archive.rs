//! Reads reports that were published: finds the newest, its systems, and what it was made from.

mod inputs;
mod snapshot;
mod streamed;
mod systems;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use arrow::array::RecordBatch;
use arrow::util::display::{ArrayFormatter, FormatOptions};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::Tier;
use crate::measure::disclosure::Key;
use crate::measure::{Before, Earlier};
use crate::sources::find_months;

pub use inputs::{Input, inputs};
pub use snapshot::snapshot;
pub use streamed::streamed;
pub use systems::{ArchivedSystem, Report};

/// The table that says what a report is about.
const SYSTEMS: &str = "systems";

/// One row as its columns and their values in text; absent values are left out.
type ShownRow = Vec<(String, String)>;

/// The same to look columns up in.
pub type Row = BTreeMap<String, String>;

/// The folder of the newest report.
///
/// # Errors
/// When the folder of reports can't be read.
pub fn newest(out: &Path) -> Result<Option<PathBuf>> {
    if !out.is_dir() {
        return Ok(None);
    }
    Ok(find_months(out)?.last().map(|month| out.join(month.to_string())))
}

/// The verdicts of a report, to compare with.
///
/// # Errors
/// When the report has no readable table of systems.
pub fn earlier(report: &Path) -> Result<Earlier> {
    let stamp = stamp(report)?;
    let stamped = |key: &str| stamp.get(key).cloned().unwrap_or_default();
    let mut earlier = Earlier { month: stamped("month"), fingerprint: stamped("fingerprint"), systems: BTreeMap::new() };
    for batch in reader(report, SYSTEMS)?.build()? {
        for row in shown(&batch?)? {
            let value = |column: &str| row.iter().find(|(name, _)| name == column).map(|(_, value)| value.clone());
            let ground =
                |axis: &str| value(&format!("{axis}_rule")).or_else(|| value(&format!("{axis}_source"))).unwrap_or_default();
            let key = (value("municipality_code").unwrap_or_default(), value("system_id").unwrap_or_default());
            let before = Before {
                counted: value("counted").is_some_and(|counted| counted == "true"),
                level: value("level").unwrap_or_default(),
                level_ground: ground("level"),
                distinguishing: value("distinguishing").unwrap_or_default(),
                distinguishing_ground: ground("distinguishing"),
            };
            earlier.systems.insert(key, before);
        }
    }
    Ok(earlier)
}

/// What a report says about itself: month, version, fingerprint, and whether it is synthetic.
///
/// # Errors
/// When the report has no readable table of systems.
pub fn stamp(report: &Path) -> Result<BTreeMap<String, String>> {
    let reader = reader(report, SYSTEMS)?;
    let entries = reader.metadata().file_metadata().key_value_metadata().into_iter().flatten();
    let own = entries.filter_map(|entry| Some((entry.key.strip_prefix("tachtig.")?.to_owned(), entry.value.clone()?)));
    Ok(own.collect())
}

/// The rows of one table of a report, each with these columns (all of them where none are named) and their values in text; absent values
/// are left out.
///
/// # Errors
/// When the report has no such table, or it can't be read.
pub fn rows(report: &Path, table: &str, columns: &[&str]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for batch in projected(reader(report, table)?, columns).build()? {
        rows.extend(shown(&batch?)?.into_iter().map(|row| row.into_iter().collect::<Row>()));
    }
    Ok(rows)
}

/// The groups that have figures in a report's public table of coverage; none when there is no such table.
///
/// # Errors
/// When the table is there and can't be read.
pub fn public_groups(report: &Path) -> Result<BTreeSet<Key>> {
    let path = report.join(Tier::Public.path("coverage"));
    let mut public = BTreeSet::new();
    if !path.exists() {
        return Ok(public);
    }
    for batch in open(&path)?.build()? {
        for row in shown(&batch?)? {
            let row: Row = row.into_iter().collect();
            if row.contains_key("w_total") {
                public.insert(public_key(&row)?);
            }
        }
    }
    Ok(public)
}

fn public_key(row: &Row) -> Result<Key> {
    let text = |column: &str| value(row, column).unwrap_or_default().to_owned();
    let class = value(row, "size_class").map(str::parse).transpose()?;
    Ok((text("dimension"), text("group_code"), class.map(|class| (text("size_scheme"), class))))
}

/// The names of the columns of a published table.
///
/// # Errors
/// When the table can't be read.
pub(super) fn columns(report: &Path, table: &str) -> Result<BTreeSet<String>> {
    Ok(reader(report, table)?.schema().fields().iter().map(|field| field.name().clone()).collect())
}

/// The value of a column in a row, when it has one.
#[must_use]
pub fn value<'a>(row: &'a Row, column: &str) -> Option<&'a str> {
    row.get(column).map(String::as_str)
}

fn reader(report: &Path, table: &str) -> Result<ParquetRecordBatchReaderBuilder<File>> {
    open(&report.join(Tier::Internal.path(table)))
}

fn open(path: &Path) -> Result<ParquetRecordBatchReaderBuilder<File>> {
    let file = File::open(path).with_context(|| format!("opening {}", path.display()))?;
    Ok(ParquetRecordBatchReaderBuilder::try_new(file)?)
}

/// The same without the other columns; all of them where none are named.
fn projected(reader: ParquetRecordBatchReaderBuilder<File>, columns: &[&str]) -> ParquetRecordBatchReaderBuilder<File> {
    let wanted = match columns {
        [] => ProjectionMask::all(),
        columns => ProjectionMask::columns(reader.parquet_schema(), columns.iter().copied()),
    };
    reader.with_projection(wanted)
}

/// An amount in euro as cents.
#[expect(clippy::cast_possible_truncation, reason = "a yearly cost in cents stays far below 2^53")]
fn cents(euro: f64) -> i64 {
    (euro * 100.0).round() as i64
}

/// A batch as rows of texts. Numbers are written so that they read back as they were.
pub(super) fn shown(batch: &RecordBatch) -> Result<Vec<ShownRow>> {
    let options = FormatOptions::default();
    let formatters: Vec<ArrayFormatter<'_>> =
        batch.columns().iter().map(|column| ArrayFormatter::try_new(column, &options)).collect::<std::result::Result<_, _>>()?;
    let schema = batch.schema();
    let row = |at: usize| -> ShownRow {
        let columns = schema.fields().iter().zip(batch.columns()).zip(&formatters).filter(|((_, values), _)| values.is_valid(at));
        columns.map(|((field, _), formatter)| (field.name().clone(), formatter.value(at).to_string())).collect()
    };
    Ok((0..batch.num_rows()).map(row).collect())
}
