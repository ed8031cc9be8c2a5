//! `group_members.parquet`, `component_groups.parquet` and `former_municipalities.parquet`: which municipality, reference component or
//! former municipality belongs where. With these, all groups can be made from the table of systems alone.
//!
//! Public knowledge, in every tier. Holds no figures and nothing from any inventory.

use std::sync::Arc;

use super::coverage::group_columns;
use super::{Column, Table};
use crate::measure::Group;
use crate::reference::Municipality;
use crate::report::Tier;
use crate::terms::Month;

/// Each group of municipalities with each of its members.
#[must_use]
pub fn group_members(month: Month, rows: &[(&Group, &Municipality)]) -> Table {
    let mut columns = vec![of_month(month, rows.len())];
    columns.extend(group_columns(|| rows.iter().map(|(group, _)| *group)));
    let text = |name: &str, description: &str, of: fn(&Municipality) -> &str| {
        Column::text(name, description, rows.iter().map(|(_, one)| Some(of(one)))).always()
    };
    columns.extend([
        text("municipality_code", "CBS code of a municipality that is in the group in this month", |one| &one.code).key(),
        text("municipality", "Name of that municipality", |one| &one.name),
    ]);
    let description =
        "One row per group of municipalities and municipality in it: the division of the country in this month (METHOD §3)";
    Table { name: "group_members", description, tiers: &Tier::ALL, columns }
}

/// Each reference component with the groups of systems that it brings a system into.
#[must_use]
pub fn component_groups(month: Month, rows: &[(Option<&str>, Group)]) -> Table {
    let text = |name: &str, description: &str, of: fn(&Group) -> &str| {
        Column::text(name, description, rows.iter().map(|(_, group)| Some(of(group)))).always()
    };
    let columns = vec![
        of_month(month, rows.len()),
        Column::text(
            "component_id",
            "GEMMA id of the reference component; absent for the groups of a system that has none",
            rows.iter().map(|(id, _)| *id),
        )
        .key(),
        text("dimension", "domein, referentiecomponent or focus", |group| group.dimension.as_str()).key(),
        text(
            "group_code",
            "Code of the group within its dimension. A system of several components is in the groups of each; outside a focus only when \
             none of them is within",
            |group| &group.code,
        )
        .key(),
        text("group_name", "Name of the group", |group| &group.name),
    ];
    let description = "One row per reference component and group of systems that it belongs to in this month (METHOD §3)";
    Table { name: "component_groups", description, tiers: &Tier::ALL, columns }
}

/// Each municipality that passed as a whole into one of this month.
#[must_use]
pub fn former_municipalities(month: Month, rows: &[(&Municipality, Arc<str>)]) -> Table {
    let columns = vec![
        of_month(month, rows.len()),
        Column::text("former_code", "CBS code that the municipality had", rows.iter().map(|(one, _)| Some(&*one.code)))
            .always()
            .key(),
        Column::text("former_name", "Name that it had", rows.iter().map(|(one, _)| Some(&*one.name))).always(),
        Column::day("ended", "First day on which it was no more", rows.iter().map(|(one, _)| one.validity.until)).always(),
        Column::text(
            "municipality_code",
            "CBS code of the municipality of this month that it is a part of",
            rows.iter().map(|(_, successor)| Some(&**successor)),
        )
        .always(),
    ];
    let description =
        "One row per former municipality that passed as a whole into one of this month, to follow it through mergers (R56)";
    Table { name: "former_municipalities", description, tiers: &Tier::ALL, columns }
}

fn of_month(month: Month, rows: usize) -> Column {
    let month = month.to_string();
    Column::text("month", "Month that is reported on, as 2026-11", (0..rows).map(|_| Some(month.as_str()))).always().key()
}
