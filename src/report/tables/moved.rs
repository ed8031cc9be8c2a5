//! `moved.parquet`: one row per way in which verdicts moved since another report, written when a run is asked to compare.

use super::{Column, Table};
use crate::measure::{Moved, Movement};
use crate::report::Tier;

/// The table of a comparison.
#[must_use]
pub fn moved(movement: &Movement) -> Table {
    let month = movement.month.to_string();
    let rows = || movement.moved.iter();
    let text = |name: &str, description: &str, value: fn(&Moved) -> &str| {
        Column::text(name, description, rows().map(|row| Some(value(row)))).always()
    };
    let ground = |name: &str, description: &str, value: fn(&Moved) -> &str| {
        Column::text(name, description, rows().map(|row| Some(value(row)).filter(|ground| !ground.is_empty())))
    };
    let columns = vec![
        Column::text("month", "Month that is reported on, as 2026-11", rows().map(|_| Some(month.as_str()))).always(),
        Column::text("month_before", "Month of the report compared with", rows().map(|_| Some(movement.before.0.as_str())))
            .always(),
        Column::text(
            "fingerprint_before",
            "Fingerprint of the definitions of that report",
            rows().map(|_| Some(movement.before.1.as_str())),
        )
        .always(),
        text("axis", "level, distinguishing, or counted: whether it counts at all", |row| row.axis.as_str()),
        text("before", "Value in that report", |row| &row.from),
        text("now", "Value in this report", |row| &row.to),
        ground("ground_before", "What decided then: rules, catalogue entries, or the source", |row| &row.ground_before),
        ground("ground_now", "What decides now", |row| &row.ground_now),
        Column::count("systems", "Systems that moved in this way", rows().map(|row| row.systems)).unit("systems"),
        Column::count("municipalities", "Their municipalities", rows().map(|row| row.municipalities)).unit("municipalities"),
    ];
    Table {
        name: "moved",
        description: "One row per way in which verdicts moved since the report compared with",
        tiers: &[Tier::Internal],
        columns,
    }
}
