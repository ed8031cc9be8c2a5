//! `public/coverage.parquet`: the table of coverage without what is suppressed (METHOD §3, *Disclosure*).
//!
//! A figure is absent where its group is suppressed, never zero. A column is left out until somebody has said here that it may be public.

use std::collections::BTreeMap;

use anyhow::Result;
use arrow::array::BooleanArray;
use arrow::compute::nullif;

use super::{Column, Table, coverage};
use crate::measure::disclosure::{Reason, Withheld};
use crate::measure::{Coverage, Group, Measure, Unit, Weight};
use crate::report::Tier;
use crate::terms::Month;

/// What says of which group a row is, and what everybody knows of the group.
const OF_THE_GROUP: [&str; 9] = [
    "month",
    "region_scheme",
    "region_code",
    "region",
    "size_class",
    "unit",
    "weight",
    "municipalities_frame",
    "inhabitants_frame",
];
/// Figures of a group that is public, beside its weights and shares.
const OF_THE_ANSWERS: [&str; 3] = ["systems", "municipalities", "municipalities_carried"];
/// The sum of inhabitants tells which of few municipalities answered, so it is given for the nation alone.
const OF_THE_NATION: &str = "inhabitants";

/// The public table. Rows of groups that are neither published nor withheld are left out.
///
/// # Errors
/// When the table breaks its contract.
pub fn public_coverage(month: Month, all: &[Coverage], published: &[Coverage], withheld: &[Withheld]) -> Result<Table> {
    let published = published.iter().map(|line| ((&line.group, line.unit, line.weight), None));
    let withheld = withheld.iter().map(|line| ((&line.group, line.unit, line.weight), Some(line.reason)));
    let reasons: BTreeMap<(&Group, Unit, Weight), Option<Reason>> = published.chain(withheld).collect();
    let looked_at = |line: &&Coverage| reasons.contains_key(&(&line.group, line.unit, line.weight));
    let rows: Vec<Coverage> = all.iter().filter(looked_at).cloned().collect();
    let reason = |line: &Coverage| reasons.get(&(&line.group, line.unit, line.weight)).copied().flatten();
    let suppressed: BooleanArray = rows.iter().map(|line| Some(reason(line).is_some())).collect();
    let smaller: BooleanArray = rows.iter().map(|line| Some(reason(line).is_some() || !line.group.is_national())).collect();
    let table = coverage(month, &rows);
    let mut columns = Vec::with_capacity(table.columns.len() + 1);
    for column in table.columns {
        let name = column.field.name().clone();
        if OF_THE_GROUP.contains(&name.as_str()) {
            columns.push(column);
        } else if name == OF_THE_NATION {
            columns.push(without(column, &smaller)?);
        } else if OF_THE_ANSWERS.contains(&name.as_str()) || name.starts_with("w_") || is_share(&name) {
            columns.push(without(column, &suppressed)?);
        }
        if name == "weight" {
            columns.push(Column::text(
                "suppressed",
                "Why the group has no figures: too_few, dominated, uniform or secondary (docs/disclosure.md); absent when it has",
                rows.iter().map(|line| reason(line).map(Reason::as_str)),
            ));
        }
    }
    let description =
        "The coverage that is public, one row per group, unit and weight; figures of suppressed groups are absent (METHOD §3)";
    Ok(Table { description, tiers: &[Tier::Public], columns, ..table })
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
