//! `public/coverage.parquet`: the table of coverage without what is suppressed (METHOD §3, *Disclosure*).
//!
//! A figure is absent where its group is suppressed, never zero. A column is left out until somebody has said here that it may be public.

use std::collections::BTreeMap;

use anyhow::Result;
use arrow::array::BooleanArray;
use arrow::compute::nullif;

use super::{Column, Table, coverage};
use crate::measure::disclosure::{Reason, Withheld};
use crate::measure::{Coverage, Group, Measure, Target, Unit, Weight};
use crate::report::Tier;
use crate::terms::{Distinguishing, Level, Month};

/// What says of which group a row is, and what everybody knows of the group.
const OF_THE_GROUP: [&str; 11] = [
    "month",
    "dimension",
    "group_code",
    "group_name",
    "size_scheme",
    "size_class",
    "size_name",
    "unit",
    "weight",
    "municipalities_frame",
    "inhabitants_frame",
];
/// Figures of a group that is public, beside its weights and shares.
const OF_THE_ANSWERS: [&str; 3] = ["units", "municipalities", "municipalities_carried"];
/// Weights of a group that is public, beside those by level and distinguishing. Weights by facet are not among them.
const OF_THE_WEIGHTS: [&str; 8] = [
    "w_total",
    "w_broad",
    "w_strict",
    "w_level_unknown",
    "w_maybe_strict",
    "w_non_distinguishing",
    "w_distinguishing",
    "w_distinguishing_unknown",
];
/// The sum of inhabitants tells which of few municipalities answered, so it is given for the nation alone.
const OF_THE_NATION: &str = "inhabitants";

/// The public table. Rows of groups that are neither published nor withheld are left out.
///
/// # Errors
/// When the table breaks its contract.
pub fn public_coverage(
    month: Month,
    aim: Target,
    all: &[Coverage],
    published: &[Coverage],
    withheld: &[Withheld],
) -> Result<Table> {
    let published = published.iter().map(|line| ((&line.group, line.unit, line.weight), None));
    let withheld = withheld.iter().map(|line| ((&line.group, line.unit, line.weight), Some(line.reason)));
    let reasons: BTreeMap<(&Group, Unit, Weight), Option<Reason>> = published.chain(withheld).collect();
    let looked_at = |line: &&Coverage| reasons.contains_key(&(&line.group, line.unit, line.weight));
    let rows: Vec<Coverage> = all.iter().filter(looked_at).cloned().collect();
    let reason = |line: &Coverage| reasons.get(&(&line.group, line.unit, line.weight)).copied().flatten();
    let suppressed: BooleanArray = rows.iter().map(|line| Some(reason(line).is_some())).collect();
    let smaller: BooleanArray = rows.iter().map(|line| Some(reason(line).is_some() || !line.group.is_national())).collect();
    let table = coverage(month, &rows, aim);
    let mut columns = Vec::with_capacity(table.columns.len() + 1);
    for column in table.columns {
        let name = column.field.name().clone();
        if OF_THE_GROUP.contains(&name.as_str()) {
            columns.push(column);
        } else if name == OF_THE_NATION {
            columns.push(without(column, &smaller)?);
        } else if OF_THE_ANSWERS.contains(&name.as_str()) || is_weight(&name) || is_share(&name) {
            columns.push(without(column, &suppressed)?);
        }
        if name == "weight" {
            columns.push(Column::text(
                "suppressed",
                "Why the group has no figures: too_few, dominated, uniform or secondary (docs/disclosure.md); absent when it has",
                rows.iter().map(|line| reason(line).map(Reason::as_str)),
            ).one_of(Reason::ALL.map(Reason::as_str)));
        }
    }
    let description =
        "The coverage that is public, one row per group, unit and weight; figures of suppressed groups are absent (METHOD §3)";
    Ok(Table { description, tiers: &[Tier::Public], columns, ..table })
}

fn is_weight(name: &str) -> bool {
    let is_cell =
        |level: &Level| Distinguishing::ALL.iter().any(|value| *name == format!("w_{}_{}", level.as_str(), value.as_str()));
    OF_THE_WEIGHTS.contains(&name) || Level::ALL.iter().any(is_cell)
}

fn is_share(name: &str) -> bool {
    let bounds = ["lower", "known", "upper"];
    Measure::ALL.iter().any(|measure| bounds.iter().any(|bound| *name == format!("{}_{bound}", measure.as_str())))
}

/// The column with some values taken away.
fn without(column: Column, away: &BooleanArray) -> Result<Column> {
    let values = nullif(&column.values, away)?;
    Ok(Column { field: column.field.with_nullable(true), values, ..column })
}
