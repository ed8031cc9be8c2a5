//! `sensitivity.parquet`: the national share under every combination of definitions.

use super::{Column, Table};
use crate::measure::{Definition, Sensitivity, Share, Unit, Weight};
use crate::report::Tier;
use crate::terms::Month;

/// The table of definitions.
#[must_use]
pub fn sensitivity(month: Month, rows: &[Sensitivity]) -> Table {
    let month = month.to_string();
    let mut columns = vec![
        Column::text("month", "Month that is reported on, as 2026-11", rows.iter().map(|_| Some(month.as_str()))).always().key(),
    ];
    columns.extend(definition(rows));
    columns.extend(outcome(rows));
    Table {
        name: "sensitivity",
        description: "One row per combination of definitions: the national share, and whether it meets the target (METHOD §3)",
        tiers: &[Tier::Internal, Tier::Shared],
        columns,
    }
}

/// The table that is public, of the rows that may be.
#[must_use]
pub fn public_sensitivity(month: Month, rows: &[Sensitivity]) -> Table {
    Table { tiers: &[Tier::Public], ..sensitivity(month, rows) }
}

fn definition(rows: &[Sensitivity]) -> Vec<Column> {
    let flag = |name: &str, description: &str, of: fn(&Definition) -> bool| {
        Column::flag(name, description, rows.iter().map(|row| of(&row.definition))).key()
    };
    vec![
        Column::text("unit", "systems or cells", rows.iter().map(|row| Some(row.definition.unit.as_str())))
            .always()
            .key()
            .one_of(Unit::ALL.map(Unit::as_str)),
        Column::text("weight", "count, cost or users", rows.iter().map(|row| Some(row.definition.weight.as_str())))
            .always()
            .key()
            .one_of(Weight::ALL.map(Weight::as_str)),
        flag("strict", "Rungs one and two only, rather than one to three (R19)", |d| d.strict),
        flag("with_samen_bouwen", "What was built together and is run by each for itself counts as collective", |d| {
            d.reading.with_built
        }),
        flag("with_collectief_contract", "What each buys for itself on collective terms counts as collective", |d| {
            d.reading.with_contract
        }),
        flag("uncertain_as_unknown", "Levels that are uncertain count as unknown", |d| d.reading.uncertain_as_unknown),
        flag("target_exclusive", "The target takes more than the percentage, rather than the percentage (R1)", |d| d.exclusive),
        Column::flag("is_headline", "The definition of the method", rows.iter().map(|row| row.definition.is_headline())),
    ]
}

fn outcome(rows: &[Sensitivity]) -> Vec<Column> {
    let share = |name: &str, description: &str, of: fn(&Share) -> Option<f64>| {
        Column::number(name, description, rows.iter().map(|row| of(&row.share))).part()
    };
    let reached = |name: &str, description: &str, at: usize| {
        Column::maybe(name, description, rows.iter().map(|row| row.reached.map(|reached| reached[at])))
    };
    vec![
        Column::text(
            "absent_because",
            "Why there is no share: not_defined (cells are only counted), no_units, or incomplete",
            rows.iter().map(absence),
        ),
        Column::count("units", "Units that count", rows.iter().map(|row| row.units)).unit("units"),
        Column::count("units_known", "Of those, units whose weight is known", rows.iter().map(|row| row.units_known)).unit("units"),
        share("share_lower", "Every unknown counts against it", |share| share.lower),
        share("share_known", "Among the units whose level is known", |share| share.known),
        share("share_upper", "Every unknown counts for it", |share| share.upper),
        reached("target_reached_lower", "Whether share_lower meets the target, compared unrounded", 0),
        reached("target_reached_upper", "Whether share_upper meets the target, compared unrounded", 1),
    ]
}

fn absence(row: &Sensitivity) -> Option<&'static str> {
    let Definition { unit, weight, .. } = row.definition;
    match row.share.lower {
        Some(_) => None,
        None if unit == Unit::Cells && weight != Weight::Count => Some("not_defined"),
        None if row.units == 0 => Some("no_units"),
        None => Some("incomplete"),
    }
}
