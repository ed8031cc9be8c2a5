//! Revisions: which figures of coverage differ between two vintages of a month, and what differs in what they were made from (R41).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use arrow::datatypes::DataType;

use super::archive::{self, Row, value};
use super::tables::Table;
use super::vintage::{Replaced, Vintage};

/// The columns that say which group, unit and weight a row of coverage is of.
pub const KEY: [&str; 6] = ["dimension", "group_code", "size_scheme", "size_class", "unit", "weight"];

/// One figure that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// In the order of [`KEY`].
    pub key: [Option<String>; 6],
    /// The group's name.
    pub name: String,
    /// The column of coverage.
    pub figure: String,
    /// Absent where the older vintage has no such row, or had no value.
    pub before: Option<f64>,
    pub now: Option<f64>,
}

/// All figures of a month that changed between two vintages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Revisions {
    pub before: Vintage,
    pub now: Vintage,
    pub rows: Vec<Revision>,
}

impl Revisions {
    /// What differs: parts of the definitions, the inventories, the program.
    #[must_use]
    pub fn because(&self) -> Vec<String> {
        let (before, now) = (&self.before, &self.now);
        let files = before.definitions_changed(now);
        let parts: BTreeSet<&str> = files.iter().filter_map(|file| file.split('/').next()).collect();
        let mut because: Vec<String> = match (before.fingerprint == now.fingerprint, before.definitions.is_empty()) {
            (true, _) => Vec::new(),
            (false, true) => vec!["definitions".to_owned()],
            (false, false) => parts.into_iter().map(str::to_owned).collect(),
        };
        because.extend((before.inputs != now.inputs).then(|| "inventories".to_owned()));
        because.extend((before.version != now.version).then(|| "program".to_owned()));
        because
    }

    /// Files of definitions that differ; none are known of a vintage that does not list them.
    #[must_use]
    pub fn definition_files(&self) -> Vec<String> {
        if self.before.definitions.is_empty() { Vec::new() } else { self.before.definitions_changed(&self.now) }
    }
}

/// Compares the coverage of a vintage with the table that takes its place. Columns that only one of them has are no figures that changed.
///
/// # Errors
/// When the older table can't be read, or the key does not tell rows apart.
pub fn revisions(replaced: &Replaced, now: &Vintage, coverage: Table) -> Result<Revisions> {
    let batch = coverage.batch(std::collections::HashMap::default())?;
    let numeric = |kind: &DataType| matches!(kind, DataType::Int64 | DataType::Float64);
    let schema = batch.schema();
    let figures = schema.fields().iter().filter(|field| numeric(field.data_type()) && !KEY.contains(&field.name().as_str()));
    let figures: Vec<&str> = figures.map(|field| field.name().as_str()).collect();
    let (older, known) = older(&replaced.folder)?;
    let shared: Vec<&str> = figures.into_iter().filter(|figure| known.contains(*figure)).collect();
    let rows = differing(
        &keyed(older)?,
        &keyed(archive::shown(&batch)?.into_iter().map(|row| row.into_iter().collect()).collect())?,
        &shared,
    )?;
    Ok(Revisions { before: replaced.vintage.clone(), now: now.clone(), rows })
}

/// The rows of a published coverage, and its columns.
fn older(report: &Path) -> Result<(Vec<Row>, BTreeSet<String>)> {
    let columns = archive::columns(report, "coverage")?;
    Ok((archive::rows(report, "coverage", &[])?, columns))
}

type Key = [Option<String>; 6];

fn keyed(rows: Vec<Row>) -> Result<BTreeMap<Key, Row>> {
    let count = rows.len();
    let keyed: BTreeMap<Key, Row> =
        rows.into_iter().map(|row| (KEY.map(|column| value(&row, column).map(str::to_owned)), row)).collect();
    ensure!(keyed.len() == count, "two rows of coverage are of one group, unit and weight");
    Ok(keyed)
}

fn differing(before: &BTreeMap<Key, Row>, now: &BTreeMap<Key, Row>, figures: &[&str]) -> Result<Vec<Revision>> {
    let keys: BTreeSet<&Key> = before.keys().chain(now.keys()).collect();
    let mut rows = Vec::new();
    for key in keys {
        let (was, is) = (before.get(key), now.get(key));
        let text = |row: Option<&Row>, column: &str| row.and_then(|row| value(row, column)).map(str::to_owned);
        for figure in figures {
            let (was_text, is_text) = (text(was, figure), text(is, figure));
            if was_text != is_text {
                let name = text(is, "group_name").or_else(|| text(was, "group_name")).unwrap_or_default();
                let (before, now) = (number(was_text)?, number(is_text)?);
                rows.push(Revision { key: key.clone(), name, figure: (*figure).to_owned(), before, now });
            }
        }
    }
    Ok(rows)
}

fn number(text: Option<String>) -> Result<Option<f64>> {
    text.map(|text| text.parse().with_context(|| format!("'{text}' in a table of coverage is no number"))).transpose()
}
