//! `revisions.parquet`: one row per figure of coverage that differs from the vintage before, with both values and why (R41).

use super::{Column, Table};
use crate::report::revision::{KEY, Revision, Revisions};

/// The table of revisions of a month.
#[must_use]
pub fn revisions(revisions: &Revisions) -> Table {
    let rows = || revisions.rows.iter();
    let (before, now) = (&revisions.before, &revisions.now);
    let (name_before, name_now) = (before.name(), now.name());
    let same = |name: &str, description: &str, value: &str| Column::text(name, description, rows().map(|_| Some(value))).always();
    let mut columns = vec![
        same("month", "Month that is reported on, as 2026-11", &now.month),
        same("vintage_before", "The older vintage; its files are under vintages/ of the report", &name_before),
        same("vintage_now", "This vintage", &name_now),
        same("fingerprint_before", "Fingerprint of the definitions of the older vintage", &before.fingerprint),
        same("fingerprint_now", "Fingerprint of the definitions of this vintage", &now.fingerprint),
        same("version_before", "Version of the program that made the older vintage", &before.version),
    ];
    columns.extend(figures(revisions));
    columns.extend(why(revisions));
    Table {
        name: "revisions",
        description: "One row per figure of coverage that differs from the vintage whose place this report took",
        columns,
    }
}

fn figures(revisions: &Revisions) -> Vec<Column> {
    let rows = || revisions.rows.iter();
    let key = |at: usize, description: &str| Column::text(KEY[at], description, rows().map(move |row| row.key[at].as_deref()));
    let size_class = |row: &Revision| row.key[3].as_deref().and_then(|class| class.parse().ok());
    vec![
        key(0, "Dimension of the group, as in coverage").always(),
        key(1, "Code of the group within its dimension; NL for the nation").always(),
        Column::text("group_name", "Name of the group", rows().map(|row| Some(row.name.as_str()))).always(),
        key(2, "Scheme of the size class; absent where all sizes are in"),
        Column::whole(KEY[3], "Size class of the scheme; absent where all sizes are in", rows().map(size_class)),
        key(4, "systems or cells").always(),
        key(5, "Weight, as in coverage").always(),
        Column::text("figure", "The column of coverage that differs", rows().map(|row| Some(row.figure.as_str()))).always(),
        Column::number("value_before", "Value in the older vintage; absent where it had none", rows().map(|row| row.before)),
        Column::number("value_now", "Value in this vintage; absent where it has none", rows().map(|row| row.now)),
    ]
}

fn why(revisions: &Revisions) -> Vec<Column> {
    let list = |name: &str, description: &str, texts: &[String]| {
        Column::texts(name, description, revisions.rows.iter().map(|_| texts.iter().map(String::as_str)))
    };
    vec![
        list(
            "because",
            "What differs between the vintages: parts of the definitions (rules, catalogue, reference, ...), inventories, program",
            &revisions.because(),
        ),
        list("definition_files", "Files of definitions that were added, changed or taken away", &revisions.definition_files()),
        list(
            "inventory_files",
            "Inventories that were added, changed or taken away",
            &revisions.before.inputs_changed(&revisions.now),
        ),
    ]
}
