//! `connections.parquet`: one row per connection that an inventory records, in no figure of coverage (METHOD §1, *Not a system*).

use super::{Column, Table};
use crate::inventory::{Basis, Direction, PlacedConnection};
use crate::report::Tier;
use crate::terms::Month;

/// The table of connections. `name` gives the name of a municipality by its code.
#[must_use]
pub fn connections<'a>(month: Month, rows: &'a [PlacedConnection], name: impl Fn(&str) -> Option<&'a str>) -> Table {
    let month = month.to_string();
    let mut columns = vec![
        Column::text("month", "Month that is reported on, as 2026-11", rows.iter().map(|_| Some(month.as_str()))).always(),
        Column::text(
            "municipality_code",
            "CBS code of the municipality that registered it; absent when a partnership did",
            rows.iter().map(|r| r.connection.municipality.as_deref()),
        ),
        Column::text(
            "municipality",
            "Name of that municipality",
            rows.iter().map(|r| r.connection.municipality.as_deref().and_then(&name)),
        ),
        Column::text("registered_by", "Who registered it, as typed", rows.iter().map(|r| Some(&*r.connection.organisation)))
            .always(),
    ];
    columns.extend(ends(rows));
    columns.extend(manner(rows));
    columns.extend(origin(rows));
    Table {
        name: "connections",
        description: "One row per connection between applications, or of one with a facility outside; none of them is a system",
        tiers: &[Tier::Internal],
        columns,
    }
}

fn ends(rows: &[PlacedConnection]) -> Vec<Column> {
    vec![
        Column::text("connection_id", "The record's own id", rows.iter().map(|r| r.connection.id.as_deref())),
        Column::text("application", "Application at this end, as typed", rows.iter().map(|r| Some(&*r.connection.application)))
            .always(),
        Column::text(
            "far_end",
            "Application or facility at the other end, as typed",
            rows.iter().map(|r| r.connection.far_end.as_deref()),
        ),
        Column::flag(
            "outside",
            "The far end is outside the municipality: the record says so, or it is a collective provision",
            rows.iter().map(|r| r.connection.outside || r.provision.is_some()),
        ),
        Column::text(
            "provision_id",
            "Id of the collective provision at the far end, when its name is one's",
            rows.iter().map(|r| r.provision.as_ref().map(|(id, _)| id.as_str())),
        ),
        Column::text(
            "provision",
            "Name of that provision",
            rows.iter().map(|r| r.provision.as_ref().map(|(_, name)| name.as_str())),
        ),
    ]
}

fn manner(rows: &[PlacedConnection]) -> Vec<Column> {
    let connection = || rows.iter().map(|row| &row.connection);
    vec![
        Column::text(
            "direction",
            "Which way data goes: to_far_end, from_far_end, both",
            connection().map(|c| c.direction.map(Direction::as_str)),
        ),
        Column::text("basis", "standard or custom", connection().map(|c| c.basis.map(Basis::as_str))),
        Column::text("standard", "Version of the standard that it follows, as typed", connection().map(|c| c.standard.as_deref())),
        Column::text("protocol", "Transport protocol, as typed", connection().map(|c| c.protocol.as_deref())),
        Column::text("via", "Application between the two ends, as typed", connection().map(|c| c.via.as_deref())),
        Column::text("status", "Phase of the connection, as typed", connection().map(|c| c.status.as_deref())),
    ]
}

fn origin(rows: &[PlacedConnection]) -> Vec<Column> {
    vec![
        Column::text("source_file", "File, under the folder of inventories", rows.iter().map(|r| Some(&*r.place.file))).always(),
        Column::text("sheet", "Sheet of its row", rows.iter().map(|r| r.place.sheet.as_deref())),
        Column::whole(
            "row",
            "Number of its row, as a spreadsheet shows it; of a model the line",
            rows.iter().map(|r| Some(i64::from(r.connection.row) + 1)),
        )
        .always(),
        Column::owned_text(
            "carried_from",
            "Month of the file, when it is an earlier one",
            rows.iter().map(|r| r.carried_from.map(|month| month.to_string())),
        ),
    ]
}
