//! `change.parquet`: one row per group, weight, measure, bound and set that holds any system: the exact decomposition of a change (METHOD §4).

use super::coverage::{group_columns, part};
use super::{Column, Table};
use crate::measure::{Change, GroupChange, MonthShare, Term};
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
        description: "One row per group of municipalities, weight, measure, bound and set of systems: what a change in a share is made of",
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
    let mut columns = vec![
        text("unit", "systems", |_| "systems"),
        text("weight", "count: each system is one; cost: cents a year; users: number of users", |group| group.weight.as_str()),
        text("measure", "collective_share (broad) or national_share (strict)", |group| group.measure.as_str()),
        text(
            "bound",
            "lower: the demonstrable share; known: among the systems of known level; upper: every unknown counts for it",
            |group| group.bound.as_str(),
        ),
    ];
    columns.extend(completeness(rows, "before", "the earlier month, in the division of the later one (R56)", |group| group.before));
    columns.extend(completeness(rows, "now", "this month", |group| group.now));
    columns.extend([
        share("share_before", "Share of the earlier month, in the division of the later one (R56)", |group| group.before.share),
        share("share_now", "Share of this month", |group| group.now.share),
        share("share_change", "The difference, which the contributions of the group's sets add up to", GroupChange::change),
    ]);
    columns
}

/// Of how many systems the weight is known, in the words of coverage.
fn completeness(rows: &[(&GroupChange, &Term)], when: &str, month: &str, of: fn(&GroupChange) -> MonthShare) -> Vec<Column> {
    let count = |name: &str, meaning: &str, value: fn(MonthShare) -> u64| {
        let counts = rows.iter().map(|(group, _)| value(of(group)));
        Column::count(&format!("{name}_{when}"), &format!("{meaning} {month}"), counts).unit("systems")
    };
    vec![
        count("units", "Systems that count in", |month| month.units),
        count("units_known", "Systems whose weight is known in", |month| month.units_known),
        Column::number(
            &format!("completeness_{when}"),
            &format!("units_known as a part of units in {month}; below one half the share and the change are absent"),
            rows.iter().map(|(group, _)| part(of(group).units_known, of(group).units)),
        )
        .part(),
    ]
}

fn terms(rows: &[(&GroupChange, &Term)]) -> Vec<Column> {
    let weight = |name: &str, description: &str, value: fn(&Term) -> Option<i64>| {
        let description = format!("{description}; absent where completeness of either month is below one half");
        Column::whole(name, &description, rows.iter().map(|(_, term)| value(term))).unit("weight")
    };
    vec![
        Column::text("set", SETS, rows.iter().map(|(_, term)| Some(term.set.as_str()))).always().key(),
        Column::count(
            "systems",
            "Systems in the set; one that is in both months is one",
            rows.iter().map(|(_, term)| term.systems),
        )
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

const SETS: &str = "started_responding, stopped_responding, joined_by_merger, added, removed, moved_to_collective, \
    moved_from_collective, became_known, became_unknown, definitions_changed, definitions_or_reality, weight_changed, \
    weight_became_known, weight_became_unknown or unchanged; each system is in exactly one (METHOD §4)";
