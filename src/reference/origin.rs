//! Where each table comes from: the note `<table>.origin.toml` beside it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::DataDir;
use super::table::Complaints;
use crate::terms::parse_date;

/// The folders in which every table has an origin note.
const FOLDERS: [&str; 2] = ["reference", "catalogue"];

/// Who made the facts of a table, where and when they were taken, and what may be done with them.
#[derive(Debug, Clone, Deserialize)]
pub struct Origin {
    pub title: String,
    pub producer: String,
    pub source: String,
    /// The day on which the source was read.
    pub retrieved: String,
    pub licence: String,
    #[serde(default)]
    pub made_from: String,
    #[serde(default)]
    pub note: String,
}

/// The notes by table (`reference/municipalities.csv`). Complains about a table without a note and a note without a table.
pub(super) fn read(data: &DataDir, complaints: &mut Complaints) -> BTreeMap<String, Origin> {
    let mut origins = BTreeMap::new();
    for folder in FOLDERS {
        let tables: BTreeSet<&str> = data.list(folder, ".csv").collect();
        for path in data.list(folder, ".origin.toml") {
            let table = path.replace(".origin.toml", ".csv");
            if !tables.contains(table.as_str()) {
                complaints.file(path, format!("there is no table {table}"));
            }
            if let Some(origin) = note(data, path, complaints) {
                origins.insert(table, origin);
            }
        }
        for table in tables.iter().filter(|table| !origins.contains_key(**table)) {
            complaints.file(table, "has no origin note beside it that can be read");
        }
    }
    origins
}

fn note(data: &DataDir, path: &str, complaints: &mut Complaints) -> Option<Origin> {
    let read = data.text(path).and_then(|text| Ok(toml::from_str::<Origin>(text)?));
    let origin = read.map_err(|error| complaints.file(path, error)).ok()?;
    if parse_date(&origin.retrieved).is_none() {
        complaints.file(path, format!("retrieved is '{}', not a date; write it as 2026-11-23", origin.retrieved));
    }
    for (field, value) in [("title", &origin.title), ("producer", &origin.producer), ("source", &origin.source)] {
        if value.trim().is_empty() {
            complaints.file(path, format!("{field} is empty"));
        }
    }
    Some(origin)
}
