//! The data dictionary, generated from the contracts of the tables.

use std::fmt::Write;

use arrow::datatypes::DataType;

use super::{
    Table, accounts, change, connections, coverage, estimates, evidence, moved, problems, response, revisions, sensitivity, systems,
};
use crate::measure::{Change, Earlier, Target, movement};
use crate::report::Revisions;
use crate::terms::{Lang, Month};

const OPENING: &str = "# Data dictionary\n\nGenerated from the schemas of the tables, which each file carries in its own metadata. \
A test fails when this page and the schemas differ; `TACHTIG_UPDATE=1 cargo test dictionary` writes it again.\n\n\
Absent values are null, never zero or empty. Shares are fractions of one. Every file's metadata holds the month, the program's \
version, the fingerprint of all definitions, and whether the input is synthetic (`tachtig.month`, `tachtig.version`, \
`tachtig.fingerprint`, `tachtig.synthetic`).\n";

/// The page `docs/data-dictionary.md`.
#[must_use]
pub fn dictionary() -> String {
    let month = Month::EXAMPLE;
    let tables = [
        systems(month, &[]),
        evidence(month, &[]),
        coverage(month, &[], Target::default()),
        estimates(month, &[]),
        sensitivity(month, &[]),
        response(month, &[]),
        problems(month, &[], Lang::Nl),
        accounts(month, &[]),
        connections(month, &[], |_| None),
        moved(&movement(month, &[], &Earlier::default())),
        change(&Change { month, month_before: month, fingerprint_before: String::new(), basis: "", groups: Vec::new() }),
        revisions(&Revisions::default()),
    ];
    let mut page = OPENING.to_owned();
    for table in &tables {
        section(&mut page, table);
    }
    page
}

fn section(page: &mut String, table: &Table) {
    let _ = write!(page, "\n## {}.parquet\n\n{}.\n\n", table.name, table.description);
    page.push_str("| column | type | absent | unit | meaning |\n|---|---|---|---|---|\n");
    for column in &table.columns {
        let field = &column.field;
        let note = |key: &str| field.metadata().get(key).map_or("", String::as_str);
        let absent = if field.is_nullable() { "may be" } else { "never" };
        let (kind, unit, meaning) = (kind(field.data_type()), note("unit"), note("description"));
        let _ = writeln!(page, "| `{}` | {kind} | {absent} | {unit} | {meaning} |", field.name());
    }
}

const fn kind(kind: &DataType) -> &'static str {
    match kind {
        DataType::Utf8 => "text",
        DataType::Int64 => "whole number",
        DataType::Float64 => "number",
        DataType::Boolean => "true or false",
        DataType::Date32 => "date",
        DataType::List(_) => "list of texts",
        _ => "other",
    }
}
