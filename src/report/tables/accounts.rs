//! `accounts.parquet`: one row per sheet of every file, with what became of its rows (METHOD §6).

use super::{Column, Table};
use crate::inventory::{Fate, SheetAccount};
use crate::report::Tier;
use crate::terms::Month;

/// The table of accounts.
#[must_use]
pub fn accounts(month: Month, rows: &[SheetAccount]) -> Table {
    let month = month.to_string();
    let mut columns = vec![
        Column::text("month", "Month that is reported on, as 2026-11", rows.iter().map(|_| Some(month.as_str()))).always(),
        Column::owned_text("submitted", "Month for which the file was sent", rows.iter().map(|a| Some(a.submitted.to_string())))
            .always(),
        Column::text("source_file", "File, under the folder of inventories", rows.iter().map(|a| Some(&*a.file))).always(),
        Column::text("sheet", "Sheet", rows.iter().map(|a| Some(&*a.sheet))).always(),
        Column::text(
            "layout",
            "Layout by which it was read; absent when it is no inventory",
            rows.iter().map(|a| a.layout.as_deref()),
        ),
        Column::count("rows", "Rows that are not empty", rows.iter().map(|a| a.account.rows)).unit("rows"),
    ];
    columns.extend(Fate::ALL.into_iter().map(|fate| {
        Column::count(&format!("rows_{}", fate.as_str()), meaning(fate), rows.iter().map(|a| a.account.of(fate))).unit("rows")
    }));
    let registered = |of: fn(&SheetAccount) -> u64| rows.iter().map(of);
    columns.push(
        Column::count(
            "expanded_systems",
            "Systems that are known by a partnership's row: one for each member without a row of its own",
            registered(|a| a.account.expanded_systems),
        )
        .unit("systems"),
    );
    columns.push(
        Column::count(
            "expanded_merged",
            "Times that a partnership's row joined the system of another row",
            registered(|a| a.account.expanded_merged),
        )
        .unit("times"),
    );
    columns.push(Column::flag("closes", "The fates add up to the rows", rows.iter().map(|a| a.account.closes())));
    Table { name: "accounts", description: "One row per sheet: what became of each of its rows", tiers: &[Tier::Internal], columns }
}

const fn meaning(fate: Fate) -> &'static str {
    match fate {
        Fate::System => "Rows that a system is known by",
        Fate::Merged => "Rows that joined the system of another row",
        Fate::SetAside => "Rows that are in no figure, each with a problem",
        Fate::Superseded => "Rows for which a newer submission stands",
        Fate::Expanded => "Rows of partnerships, each expanded into a system at its members",
        Fate::Connection => "Rows that record a connection, in connections.parquet",
        Fate::Heading => "Rows of the header, and headings of sections",
        Fate::Total => "Rows that add up others",
        Fate::Note => "Titles, remarks, and rows of sheets that are no inventory",
    }
}
