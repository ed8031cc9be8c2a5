//! `coverage.parquet`: one row per group, unit and weight.

use super::coverage_parts::{distribution, target, weights};
use super::{Column, Table};
use crate::measure::{Absence, Coverage, Group, Measure, Share, Target, Unit, Weight};
use crate::report::Tier;
use crate::terms::Month;

/// The table of coverage. The target that it is held against is a setting.
#[must_use]
pub fn coverage(month: Month, rows: &[Coverage], aim: Target) -> Table {
    let mut columns = group(&month.to_string(), rows);
    columns.extend(units(rows));
    columns.extend(population(rows));
    columns.extend(weights(rows));
    columns.extend(Measure::ALL.into_iter().flat_map(|measure| shares(rows, measure)));
    columns.extend(target(rows, aim));
    columns.extend(distribution(rows));
    Table {
        name: "coverage",
        description: "One row per group, unit and weight: weights, shares with bounds, and how the group's municipalities are spread (METHOD §3)",
        tiers: &[Tier::Internal, Tier::Shared],
        columns,
    }
}

fn group(month: &str, rows: &[Coverage]) -> Vec<Column> {
    let mut columns =
        vec![Column::text("month", "Month that is reported on, as 2026-11", rows.iter().map(|_| Some(month))).always().key()];
    columns.extend(group_columns(|| rows.iter().map(|c| &c.group)));
    let text = |name: &str, description: &str, of: fn(&Coverage) -> &str| {
        Column::text(name, description, rows.iter().map(|c| Some(of(c)))).always().key()
    };
    columns.extend([
        text("unit", "systems, or cells (municipality by reference component)", |c| c.unit.as_str())
            .one_of(Unit::ALL.map(Unit::as_str)),
        text("weight", "count: each unit is one; cost: cents a year; users: number of users. Cells are only counted", |c| {
            c.weight.as_str()
        })
        .one_of(Weight::ALL.map(Weight::as_str)),
    ]);
    columns
}

/// The columns that say which group a row is of, the same in each table of groups.
pub(super) fn group_columns<'a, I: Iterator<Item = &'a Group>>(groups: impl Fn() -> I) -> Vec<Column> {
    let size = || groups().map(|group| group.size.as_ref());
    let text = |name: &str, description: &str, of: fn(&Group) -> &str| {
        Column::text(name, description, groups().map(|group| Some(of(group)))).always()
    };
    vec![
        text("dimension", DIMENSIONS, |group| group.dimension.as_str()).key(),
        text("group_code", "Code of the group within its dimension; NL for the nation", |group| &group.code).key(),
        text("group_name", "Name of the group", |group| &group.name),
        Column::text(
            "size_scheme",
            "cbs8, or samengevoegd4 (a roll-up of it); absent where all sizes are in",
            size().map(|size| size.map(|size| size.scheme.as_str())),
        )
        .key(),
        Column::whole(
            "size_class",
            "Size class of the scheme, from 1; absent where all sizes are in",
            size().map(|size| size.map(|size| i64::from(size.class))),
        )
        .key(),
        Column::text("size_name", "Name of the size class", size().map(|size| size.map(|size| size.name.as_str()))),
    ]
}

const DIMENSIONS: &str = "land, a scheme of regions (provincie, corop, veiligheidsregio, arbeidsmarktregio, or of a list), \
    samenwerkingsverband, gemeente; of systems: domein, referentiecomponent, focus";

fn units(rows: &[Coverage]) -> Vec<Column> {
    let count = |name: &str, description: &str, of: fn(&Coverage) -> u64| {
        Column::count(name, description, rows.iter().map(of)).unit("units")
    };
    let share = |name: &str, description: &str, of: fn(&Coverage) -> u64| {
        Column::number(name, description, rows.iter().map(move |c| part(of(c), c.units))).part()
    };
    vec![
        Column::text(
            "absent_because",
            "Why there are no shares: no_inventory, no_units, incomplete (the weight of fewer than half of the units is known; then \
             the weights are absent too), no_weight (all weights are nought); absent where there are shares",
            rows.iter().map(|c| c.absence().map(Absence::as_str)),
        ),
        count("units", "Units that count, whether or not their weight is known", |c| c.units),
        count("units_known", "Of those, units whose weight is known; weights and shares are of these", |c| c.units_known),
        share("completeness", "units_known as a part of units", |c| c.units_known),
        count("units_carried", "Of all units that count, those known from an inventory of an earlier month", |c| c.units_carried),
        share("carried_share", "units_carried as a part of units", |c| c.units_carried),
    ]
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(super) fn part(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn population(rows: &[Coverage]) -> Vec<Column> {
    let count = |name: &str, unit: &str, description: &str, of: fn(&Coverage) -> u64| {
        Column::count(name, description, rows.iter().map(of)).unit(unit)
    };
    let places = |name: &str, description: &str, of: fn(&Coverage) -> u64| count(name, "municipalities", description, of);
    let people = |name: &str, description: &str, of: fn(&Coverage) -> u64| count(name, "persons", description, of);
    vec![
        places("municipalities", "Municipalities with an inventory, carried forward ones included", |c| c.municipalities),
        places("municipalities_carried", "Of those, with an inventory of an earlier month, wholly or in part", |c| {
            c.municipalities_carried
        }),
        places("municipalities_counted", "Municipalities with at least one unit of the group", |c| c.municipalities_counted),
        places("municipalities_frame", "Municipalities of the group in the frame; of a group of systems all", |c| {
            c.municipalities_frame
        }),
        people("inhabitants", "Inhabitants of the municipalities with an inventory", |c| c.inhabitants),
        people("inhabitants_carried", "Of those, inhabitants of the carried forward ones", |c| c.inhabitants_carried),
        people("inhabitants_frame", "Inhabitants of all municipalities of the group", |c| c.inhabitants_frame),
        Column::number(
            "months_old_median",
            "Median over the municipalities of how old the oldest part of their inventory is; 0 is of this month",
            rows.iter().map(|c| c.age.median),
        )
        .unit("months"),
        Column::whole("months_old_most", "How old the oldest of them is", rows.iter().map(|c| c.age.oldest)).unit("months"),
    ]
}

fn shares(rows: &[Coverage], measure: Measure) -> Vec<Column> {
    let column = |bound: &str, meaning: &str, of: fn(Share) -> Option<f64>| {
        let name = format!("{}_{bound}", measure.as_str());
        Column::number(&name, &format!("{}; {meaning}", definition(measure)), rows.iter().map(|c| of(c.share(measure)))).part()
    };
    vec![
        column("lower", "every unknown counts against it", |share| share.lower),
        column("known", "among the units whose verdicts are known", |share| share.known),
        column("upper", "every unknown counts for it", |share| share.upper),
    ]
}

const fn definition(measure: Measure) -> &'static str {
    match measure {
        Measure::CollectiveShare => "Broad: rungs one to three over all",
        Measure::NationalShare => "Strict: rungs one and two over all",
        Measure::NonDistinguishingShare => "Potential: not distinguishing over all",
        Measure::Conversion => "Collective within the not distinguishing",
        Measure::DistinguishingCollectiveShare => "Distinguishing and collective over all",
    }
}
