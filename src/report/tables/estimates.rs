//! `estimates.parquet`: one row per unit, weight, measure and bound: the national estimate beside the respondents' own figure.

use super::{Column, Table};
use crate::measure::estimate::{Estimate, REPLICATES, SEED};
use crate::report::Tier;
use crate::terms::Month;

/// How estimate and interval are made; another way gets another name.
const METHOD: &str = "post-stratified combined ratio; rescaling bootstrap-t on log-odds";

/// The table of the national estimates.
#[must_use]
pub fn estimates(month: Month, rows: &[Estimate]) -> Table {
    let month = month.to_string();
    let mut columns = what(&month, rows);
    columns.extend(figures(rows));
    columns.extend(response(rows));
    columns.extend(method(rows));
    Table {
        name: "estimates",
        description: "One row per unit, weight, measure and bound, for the nation: the respondents' share, the estimate for all \
                      municipalities with its 95% interval, and the bounds of what non-response can do (METHOD §3)",
        tiers: &[Tier::Internal, Tier::Shared],
        columns,
    }
}

fn what(month: &str, rows: &[Estimate]) -> Vec<Column> {
    vec![
        Column::text("month", "Month that is reported on, as 2026-11", rows.iter().map(|_| Some(month))).always(),
        Column::text("unit", "systems, or cells (municipality by reference component)", rows.iter().map(|e| Some(e.unit.as_str())))
            .always(),
        Column::text("weight", "count, cost or users, as in coverage.parquet", rows.iter().map(|e| Some(e.weight.as_str()))).always(),
        Column::text("measure", "Name of the measure, as in coverage.parquet", rows.iter().map(|e| Some(e.measure.as_str())))
            .always(),
        Column::text(
            "bound",
            "lower (every unknown counts against it), known (among the units whose verdicts are known), upper (every unknown counts \
             for it)",
            rows.iter().map(|e| Some(e.bound.as_str())),
        )
        .always(),
    ]
}

fn figures(rows: &[Estimate]) -> Vec<Column> {
    let share = |name: &str, description: &str, of: fn(&Estimate) -> Option<f64>| {
        Column::number(name, description, rows.iter().map(of)).unit("fraction")
    };
    vec![
        share("respondents_share", "The share among municipalities that answered, unweighted: that of coverage.parquet", |e| {
            e.respondents
        }),
        share("estimate", "The share of all municipalities, estimated", |e| e.share),
        share("standard_error", "Standard error of the estimate; absent without an interval", |e| e.standard_error),
        share("ci_lower", "Least value of the 95% interval", |e| e.interval.map(|interval| interval.0)),
        share("ci_upper", "Greatest value of the 95% interval", |e| e.interval.map(|interval| interval.1)),
        share(
            "missing_none",
            "The share if nothing at the municipalities that did not answer counted; how much they have is estimated (R53)",
            |e| e.missing_none,
        ),
        share("missing_all", "The share if everything there counted; how much they have is estimated (R53)", |e| e.missing_all),
    ]
}

fn response(rows: &[Estimate]) -> Vec<Column> {
    let counts = |unit: &str, name: &str, description: &str, of: fn(&Estimate) -> u64| {
        Column::count(name, description, rows.iter().map(of)).unit(unit)
    };
    let count = |name: &str, description: &str, of: fn(&Estimate) -> u64| counts("municipalities", name, description, of);
    vec![
        counts("units", "units", "Units that count at those that answered, whether or not their weight is known", |e| e.units),
        counts("units", "units_known", "Of those, units whose weight is known; shares are of these", |e| e.units_known),
        count("municipalities", "Municipalities with an inventory, carried forward ones included", |e| e.municipalities),
        count("municipalities_carried", "Of those, with an inventory of an earlier month", |e| e.municipalities_carried),
        count("municipalities_frame", "Municipalities in the frame", |e| e.municipalities_frame),
        Column::texts(
            "strata",
            "Size classes as weighted, 1+2 where two were joined",
            rows.iter().map(|e| e.strata.iter().map(String::as_str)),
        ),
        Column::texts("strata_joined", "Of those, the joined ones", rows.iter().map(Estimate::joined_strata)),
    ]
}

fn method(rows: &[Estimate]) -> Vec<Column> {
    vec![
        Column::text("method", "How estimate and interval are made", rows.iter().map(|_| Some(METHOD))).always(),
        Column::count("replicates", "Replicates of the bootstrap", rows.iter().map(|_| u64::from(REPLICATES))).unit("replicates"),
        Column::count("seed", "Seed of the bootstrap", rows.iter().map(|_| SEED)),
        Column::text(
            "note",
            "Why there is no estimate: no_inventory, no_units, incomplete (the weight of fewer than half of the units is known), \
             no_weight (nothing to divide by); or only no interval: one_respondent, no_variation (those that answered do not differ)",
            rows.iter().map(|e| e.note.map(crate::measure::estimate::Note::as_str)),
        ),
    ]
}
