//! Reads reports that were published: finds the newest, and systems in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use arrow::array::RecordBatch;
use arrow::util::display::{ArrayFormatter, FormatOptions};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::Tier;
use crate::measure::disclosure::Key;
use crate::measure::{Before, Earlier};
use crate::sources::find_months;
use crate::terms::name_key;

/// One row as its columns and their values in text; absent values are left out.
pub type ShownRow = Vec<(String, String)>;

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

/// The systems with this id, or with this municipality and name, written `Zundert/JOIN`.
///
/// # Errors
/// When the report has no readable table of systems.
pub fn find_systems(report: &Path, what: &str) -> Result<Vec<ShownRow>> {
    let (municipality, name) = what.split_once('/').map_or((String::new(), name_key(what)), |(m, n)| (name_key(m), name_key(n)));
    let fits = |row: &ShownRow| {
        let value = |column: &str| row.iter().find(|(name, _)| name == column).map_or("", |(_, value)| value.as_str());
        let owner = [value("municipality"), value("municipality_code")].iter().any(|owner| name_key(owner) == municipality);
        let names = [value("name"), value("system_id")].iter().any(|own| name_key(own) == name);
        value("system_id") == what || (owner && names)
    };
    let mut found = Vec::new();
    for batch in systems(report)? {
        for row in shown(&batch)? {
            if fits(&row) {
                found.push(row);
            }
        }
    }
    Ok(found)
}

/// The verdicts of a report, to compare with.
///
/// # Errors
/// When the report has no readable table of systems.
pub fn earlier(report: &Path) -> Result<Earlier> {
    let reader = reader(report)?;
    let stamped = |key: &str| {
        let entries = reader.metadata().file_metadata().key_value_metadata().into_iter().flatten();
        entries.filter(|entry| entry.key == key).find_map(|entry| entry.value.clone()).unwrap_or_default()
    };
    let (month, fingerprint) = (stamped("tachtig.month"), stamped("tachtig.fingerprint"));
    let mut earlier = Earlier { month, fingerprint, systems: BTreeMap::new() };
    for batch in reader.build()? {
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

/// How many systems a rule decided, on any axis.
///
/// # Errors
/// When the report has no readable table of systems.
pub fn decided_by(report: &Path, rule: &str) -> Result<usize> {
    let names_rule = |row: &ShownRow| {
        row.iter().any(|(column, value)| column.ends_with("_rule") && value.split(" | ").any(|ground| ground == rule))
    };
    let mut count = 0;
    for batch in systems(report)? {
        count += shown(&batch)?.iter().filter(|row| names_rule(row)).count();
    }
    Ok(count)
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
            let value = |column: &str| row.iter().find(|(name, _)| name == column).map(|(_, value)| value.clone());
            if value("w_total").is_some() {
                let size_class = value("size_class").map(|class| class.parse()).transpose()?;
                public.insert((value("region_scheme").unwrap_or_default(), value("region_code").unwrap_or_default(), size_class));
            }
        }
    }
    Ok(public)
}

fn systems(report: &Path) -> Result<Vec<RecordBatch>> {
    reader(report)?.build()?.map(|batch| Ok(batch?)).collect()
}

fn reader(report: &Path) -> Result<ParquetRecordBatchReaderBuilder<File>> {
    open(&report.join(Tier::Internal.path("systems")))
}

fn open(path: &Path) -> Result<ParquetRecordBatchReaderBuilder<File>> {
    let file = File::open(path).with_context(|| format!("opening {}", path.display()))?;
    Ok(ParquetRecordBatchReaderBuilder::try_new(file)?)
}

fn shown(batch: &RecordBatch) -> Result<Vec<ShownRow>> {
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
