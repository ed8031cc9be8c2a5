//! Reads reports that were published: finds the newest, and systems in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use arrow::array::RecordBatch;
use arrow::util::display::{ArrayFormatter, FormatOptions};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::measure::{Answer, Before, Earlier, Observed, Snapshot};
use crate::sources::find_months;
use crate::terms::{Level, name_key};

/// The table that says what a report is about.
const SYSTEMS: &str = "systems";

/// One row as its columns and their values in text; absent values are left out.
pub type ShownRow = Vec<(String, String)>;

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

/// The month of a report as a comparison needs it: who answered, and the systems that count.
///
/// # Errors
/// When the report has no readable tables of systems and response, or they hold words that are not of this program.
pub fn snapshot(report: &Path) -> Result<Snapshot> {
    let stamp = stamp(report)?;
    let stamped = |key: &str| stamp.get(key).cloned().unwrap_or_default();
    let (month, fingerprint) = (stamped("month"), stamped("fingerprint"));
    let month = month.parse().map_err(|error: String| anyhow!("{}: {error}", report.display()))?;
    let columns = ["municipality_code", "system_id", "product", "vendor_canonical", "counted", "level", "cost_eur", "users"];
    let counted = rows(report, SYSTEMS, &columns)?.into_iter().filter(|row| value(row, "counted") == Some("true"));
    let systems = counted.map(|row| observed(&row)).collect::<Result<_>>().with_context(|| report.display().to_string())?;
    let response = rows(report, "response", &["municipality_code", "response"])?;
    let answered = response.iter().filter(|row| value(row, "response").is_some_and(Answer::published_is_given));
    let respondents: BTreeSet<_> = answered.filter_map(|row| value(row, "municipality_code")).map(Into::into).collect();
    Ok(Snapshot { month, fingerprint, respondents, systems }.in_order())
}

fn observed(row: &Row) -> Result<Observed> {
    let text = |column: &str| value(row, column).with_context(|| format!("a system without {column}"));
    let level = text("level")?;
    Ok(Observed {
        municipality: text("municipality_code")?.into(),
        id: text("system_id")?.to_owned(),
        product: text("product")?.to_owned(),
        vendor: value(row, "vendor_canonical").map(str::to_owned),
        level: Level::parse(level).with_context(|| format!("'{level}' is no level"))?,
        cost_cents: value(row, "cost_eur").and_then(cents),
        users: value(row, "users").and_then(|users| users.parse().ok()),
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cents of a yearly cost stay far below 2^53")]
fn cents(euro: &str) -> Option<u64> {
    euro.parse::<f64>().ok().map(|euro| (euro * 100.0).round() as u64)
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

/// The rows of one table of a report, each with these columns (all of them where none are named) and their values in text; absent values are left out.
///
/// # Errors
/// When the report has no such table, or it can't be read.
pub fn rows(report: &Path, table: &str, columns: &[&str]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let reader = reader(report, table)?;
    let wanted = match columns {
        [] => ProjectionMask::all(),
        columns => ProjectionMask::columns(reader.parquet_schema(), columns.iter().copied()),
    };
    for batch in reader.with_projection(wanted).build()? {
        rows.extend(shown(&batch?)?.into_iter().map(|row| row.into_iter().collect::<Row>()));
    }
    Ok(rows)
}

fn systems(report: &Path) -> Result<Vec<RecordBatch>> {
    reader(report, SYSTEMS)?.build()?.map(|batch| Ok(batch?)).collect()
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
    let path = report.join(format!("data/{table}.parquet"));
    let file = File::open(&path).with_context(|| format!("opening {}", path.display()))?;
    Ok(ParquetRecordBatchReaderBuilder::try_new(file)?)
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
