//! `change.parquet`: one row per group, measure, bound and set that holds any system: the exact decomposition of a change (METHOD §4).

use super::coverage::group_columns;
use super::{Column, Table};
use crate::measure::{Change, GroupChange, Term};
use crate::report::Tier;

/// The table of a change.
#[must_use]
pub fn change(change: &Change) -> Table {
    let (month, month_before) = (change.month.to_string(), change.month_before.to_string());
    let rows: Vec<(&GroupChange, &Term)> =
        change.groups.iter().flat_map(|group| group.terms.iter().map(move |term| (group, term))).collect();
    let same =
        |name: &str, description: &str, value: &str| Column::text(name, description, rows.iter().map(|_| Some(value))).always();
    let mut columns = vec![
        same("month", "Month that is reported on, as 2026-11", &month).key(),
        same("month_before", "The earlier month", &month_before),
        same(
            "fingerprint_before",
            "Fingerprint of the definitions that the share of the earlier month was made with",
            &change.fingerprint_before,
        ),
        same(
            "basis",
            "same_definitions; judged_again: the earlier month with today's definitions too, which tells what only they changed; \
             not_told_apart: definitions differ and what they did can't be told",
            change.basis,
        ),
    ];
    columns.extend(group_columns(|| rows.iter().map(|(group, _)| &group.group)));
    columns.extend(shares(&rows));
    columns.extend(terms(&rows));
    Table {
        name: "change",
        description: "One row per group of municipalities, measure, bound and set of systems: what a change in a share is made of",
        tiers: &[Tier::Internal, Tier::Shared],
        columns,
    }
}

fn shares(rows: &[(&GroupChange, &Term)]) -> Vec<Column> {
    let text = |name: &str, description: &str, value: fn(&GroupChange) -> &str| {
        Column::text(name, description, rows.iter().map(|(group, _)| Some(value(group)))).always().key()
    };
    let share = |name: &str, description: &str, value: fn(&GroupChange) -> Option<f64>| {
        Column::number(name, description, rows.iter().map(|(group, _)| value(group))).unit("fraction")
    };
    vec![
        text("unit", "systems", |_| "systems"),
        text("weight", "count", |group| group.weight.as_str()),
        text("measure", "collective_share (broad) or national_share (strict)", |group| group.measure.as_str()),
        text("bound", "lower: the demonstrable share; known: among the systems of known level", |group| group.bound.as_str()),
        share("share_before", "Share of the earlier month, in the division of the later one (R56)", |group| group.share_before),
        share("share_now", "Share of this month", |group| group.share_now),
        share("share_change", "The difference, which the contributions of the group's sets add up to", GroupChange::change),
    ]
}

fn terms(rows: &[(&GroupChange, &Term)]) -> Vec<Column> {
    let weight = |name: &str, description: &str, value: fn(&Term) -> i64| {
        Column::whole(name, description, rows.iter().map(|(_, term)| Some(value(term)))).always().unit("weight")
    };
    vec![
        Column::text(
            "set",
            "started_responding, stopped_responding, joined_by_merger, added, removed, moved_to_collective, moved_from_collective, \
             became_known, became_unknown, definitions_changed, definitions_or_reality, weight_changed or unchanged; each system is in \
             exactly one (METHOD §4)",
            rows.iter().map(|(_, term)| Some(term.set.as_str())),
        )
        .always()
        .key(),
        Column::count("systems", "Systems in the set; one that is in both months is one", rows.iter().map(|(_, term)| term.systems))
            .unit("systems"),
        Column::whole(
            "municipalities",
            "Municipalities of this month that have them",
            rows.iter().map(|(_, term)| term.municipalities.map(u64::cast_signed)),
        )
        .always()
        .unit("municipalities"),
        weight("part_change", "How much more weight counts for the share", |term| term.part),
        weight("whole_change", "How much more weight the share is of", |term| term.whole),
        Column::number(
            "contribution",
            "(part_change − mean share × whole_change) / mean weight of the group; absent where a share is",
            rows.iter().map(|(_, term)| term.contribution),
        )
        .unit("fraction"),
    ]
}
