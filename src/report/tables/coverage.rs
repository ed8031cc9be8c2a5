//! `coverage.parquet`: one row per group, unit and weight.

use super::{Column, Table};
use crate::measure::{Coverage, Measure, Share};
use crate::report::Tier;
use crate::terms::{Distinguishing, Level, Month};

/// The table of coverage.
#[must_use]
pub fn coverage(month: Month, rows: &[Coverage]) -> Table {
    let mut columns = group(&month.to_string(), rows);
    columns.extend(population(rows));
    columns.extend(weights(rows));
    columns.extend(Measure::ALL.into_iter().flat_map(|measure| shares(rows, measure)));
    Table {
        name: "coverage",
        description: "One row per group of municipalities, unit and weight: weights and shares with bounds (METHOD §3)",
        tiers: &[Tier::Internal, Tier::Shared],
        columns,
    }
}

fn group(month: &str, rows: &[Coverage]) -> Vec<Column> {
    vec![
        Column::text("month", "Month that is reported on, as 2026-11", rows.iter().map(|_| Some(month))).always(),
        Column::text(
            "region_scheme",
            "land, provincie, corop, veiligheidsregio, arbeidsmarktregio",
            rows.iter().map(|c| Some(c.group.scheme.as_str())),
        )
        .always(),
        Column::text("region_code", "Code of the region; NL for the nation", rows.iter().map(|c| Some(c.group.code.as_str())))
            .always(),
        Column::text("region", "Name of the region", rows.iter().map(|c| Some(c.group.region.as_str()))).always(),
        Column::whole(
            "size_class",
            "CBS size class 1 to 8; absent where all sizes are in",
            rows.iter().map(|c| c.group.size_class.map(i64::from)),
        ),
        Column::text("unit", "systems, or cells (municipality by reference component)", rows.iter().map(|c| Some(c.unit.as_str())))
            .always(),
        Column::text("weight", "count", rows.iter().map(|c| Some(c.weight.as_str()))).always(),
    ]
}

fn population(rows: &[Coverage]) -> Vec<Column> {
    vec![
        Column::count("systems", "Units that count: systems, or cells where the unit is cells", rows.iter().map(|c| c.units))
            .unit("units"),
        Column::count(
            "municipalities",
            "Municipalities with an inventory, carried forward ones included",
            rows.iter().map(|c| c.municipalities),
        )
        .unit("municipalities"),
        Column::count(
            "municipalities_carried",
            "Of those, with an inventory of an earlier month",
            rows.iter().map(|c| c.municipalities_carried),
        )
        .unit("municipalities"),
        Column::count(
            "municipalities_frame",
            "Municipalities of the group in the frame",
            rows.iter().map(|c| c.municipalities_frame),
        )
        .unit("municipalities"),
        Column::count("inhabitants", "Inhabitants of the municipalities with an inventory", rows.iter().map(|c| c.inhabitants))
            .unit("persons"),
        Column::count(
            "inhabitants_frame",
            "Inhabitants of all municipalities of the group",
            rows.iter().map(|c| c.inhabitants_frame),
        )
        .unit("persons"),
    ]
}

fn weights(rows: &[Coverage]) -> Vec<Column> {
    let weight = |name: &str, description: &str, of: &dyn Fn(&Coverage) -> u64| {
        Column::count(name, description, rows.iter().map(of)).unit("weight")
    };
    let mut columns = vec![
        weight("w_total", "Weight of all units", &|c| c.weights.total()),
        weight("w_broad", "Weight at the first three rungs (R19)", &|c| c.weights.broad()),
        weight("w_strict", "Weight at the first two rungs (R19)", &|c| c.weights.strict()),
        weight("w_level_unknown", "Weight of unknown or contested level", &|c| c.weights.level(Level::Onbekend)),
        weight("w_maybe_strict", "Weight of known lower level that might be national: cells only", &|c| c.weights.maybe_national),
        weight("w_non_distinguishing", "Weight that is not distinguishing", &|c| {
            c.weights.distinguishing(Distinguishing::NietOnderscheidend)
        }),
        weight("w_distinguishing", "Weight that is distinguishing", &|c| c.weights.distinguishing(Distinguishing::Onderscheidend)),
        weight("w_distinguishing_unknown", "Weight of which that is unknown or contested", &|c| {
            c.weights.distinguishing(Distinguishing::Onbekend)
        }),
    ];
    for level in Level::ALL {
        for distinguishing in Distinguishing::ALL {
            let name = format!("w_{}_{}", level.as_str(), distinguishing.as_str());
            let description = format!("Weight at level {} and {}", level.as_str(), distinguishing.as_str());
            columns.push(weight(&name, &description, &move |c| c.weights.at(level, distinguishing)));
        }
    }
    columns
}

fn shares(rows: &[Coverage], measure: Measure) -> Vec<Column> {
    let column = |bound: &str, meaning: &str, of: fn(Share) -> Option<f64>| {
        let name = format!("{}_{bound}", measure.as_str());
        Column::number(&name, &format!("{}; {meaning}", definition(measure)), rows.iter().map(|c| of(c.share(measure))))
            .unit("fraction")
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
