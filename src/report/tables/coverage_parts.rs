//! The parts of `coverage.parquet` that come in rows of alike columns: weights, target, and the spread over municipalities.

use super::Column;
use crate::measure::{Absence, Coverage, Facet, Measure, MeasureSpread, SPREAD_MEASURES, Spread, Target};
use crate::terms::{Distinguishing, Level};

/// A sum is absent when too few weights are known: it would be taken for the whole.
fn weight(rows: &[Coverage], name: &str, description: &str, of: &dyn Fn(&Coverage) -> u64) -> Column {
    let whole = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
    let known = |c: &Coverage| (c.absence() != Some(Absence::Incomplete)).then(|| whole(of(c)));
    Column::whole(name, description, rows.iter().map(known)).unit("weight").not_negative()
}

pub(super) fn weights(rows: &[Coverage]) -> Vec<Column> {
    let weight = |name: &str, description: &str, of: &dyn Fn(&Coverage) -> u64| weight(rows, name, description, of);
    let mut columns = vec![
        weight("w_total", TOTAL, &|c| c.weights.total()),
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
    columns.extend(facets(rows));
    columns
}

const TOTAL: &str = "Weight of all units whose weight is known: units, cents a year or users. Cost undercounts the first rung: a national \
    facility sends its users no invoice";

fn facets(rows: &[Coverage]) -> Vec<Column> {
    let mut columns: Vec<Column> = Facet::ALL
        .into_iter()
        .enumerate()
        .map(|(at, facet)| {
            let description = format!("Weight with the facet {}, at any level (R43); a unit may have several", facet.as_str());
            weight(rows, &format!("w_{}", facet.as_str()), &description, &move |c| c.facets[at])
        })
        .collect();
    let local = "Weight at level decentraal with the facet";
    columns.extend([
        weight(rows, "w_decentraal_samen_bouwen", &format!("{local} samen_bouwen"), &|c| c.local.built),
        weight(rows, "w_decentraal_collectief_contract", &format!("{local} collectief_contract"), &|c| c.local.contract),
        weight(
            rows,
            "w_decentraal_samen_bouwen_en_collectief_contract",
            "Weight at level decentraal with both of these facets",
            &|c| c.local.both,
        ),
    ]);
    columns
}

/// Weights in favour of a measure at its lower and upper bound, and the whole; absent where there is no share.
fn held(c: &Coverage, yes: u64, unknown: u64) -> Option<[u64; 3]> {
    c.absence().is_none().then(|| [yes, yes + unknown, c.weights.total()])
}

fn broad(c: &Coverage) -> Option<[u64; 3]> {
    held(c, c.weights.broad(), c.weights.level(Level::Onbekend))
}

fn potential(c: &Coverage) -> Option<[u64; 3]> {
    let of = |value| c.weights.distinguishing(value);
    held(c, of(Distinguishing::NietOnderscheidend), of(Distinguishing::Onbekend))
}

pub(super) fn target(rows: &[Coverage], aim: Target) -> Vec<Column> {
    let mut columns = vec![
        Column::count("target_percent", "The target in whole percents (R1)", rows.iter().map(|_| aim.percent)).unit("percent"),
        Column::flag(
            "target_exclusive",
            "Whether it takes more than that: the resolution says so",
            rows.iter().map(|_| aim.exclusive),
        ),
    ];
    for (at, bound) in ["lower", "upper"].into_iter().enumerate() {
        let reached = rows.iter().map(|c| broad(c).map(|of| aim.met(of[at], of[2])));
        let points = rows.iter().map(|c| broad(c).and_then(|of| aim.points(of[at], of[2])));
        let missing = rows.iter().map(|c| broad(c).and_then(|of| aim.missing(of[at], of[2])).and_then(|w| i64::try_from(w).ok()));
        columns.extend([
            Column::maybe(
                &format!("target_reached_{bound}"),
                &format!("Whether collective_share_{bound} meets the target, compared unrounded"),
                reached,
            ),
            Column::number(
                &format!("target_distance_points_{bound}"),
                &format!("Percentage points from collective_share_{bound} up to the target; negative above it"),
                points,
            )
            .unit("percentage points"),
            Column::whole(
                &format!("target_distance_weight_{bound}"),
                "The least weight that must become collective to meet the target; of systems by count their number",
                missing,
            )
            .unit("weight"),
        ]);
    }
    let beyond = |at: usize| rows.iter().map(move |c| potential(c).map(|of| !aim.met(of[at], of[2])));
    columns.extend([
        Column::maybe(
            "target_out_of_reach",
            "The potential is short of the target, even if all that is unknown does not distinguish (R5)",
            beyond(1),
        ),
        Column::maybe("target_maybe_out_of_reach", "The demonstrable potential is short of the target (R5)", beyond(0)),
    ]);
    columns
}

type ReadSpread = fn(&MeasureSpread) -> Spread;

/// The spread of the municipalities' own shares, by measure and bound.
pub(super) fn distribution(rows: &[Coverage]) -> Vec<Column> {
    SPREAD_MEASURES.into_iter().enumerate().flat_map(|(at, measure)| spreads(rows, at, measure)).collect()
}

fn spreads(rows: &[Coverage], at: usize, measure: Measure) -> Vec<Column> {
    let of = |c: &Coverage| c.distribution.map(|measures| measures[at]);
    let count = |name: &str, description: &str, which: fn(&MeasureSpread) -> u64| {
        let counts = rows.iter().map(|c| of(c).and_then(|spread| i64::try_from(which(&spread)).ok()));
        Column::whole(&format!("{}_{name}", measure.as_str()), description, counts).unit("municipalities")
    };
    let mut columns = vec![
        count("municipalities", "Municipalities with a share of their own; absent for a group of one municipality", |s| {
            s.lower.municipalities
        }),
        count("known_municipalities", "Municipalities with a known share of their own", |s| s.known.municipalities),
    ];
    let bounds: [(&str, ReadSpread); 3] = [("lower", |s| s.lower), ("known", |s| s.known), ("upper", |s| s.upper)];
    for (bound, spread) in bounds {
        let value = |name: &str, description: &str, which: fn(&Spread) -> Option<f64>| {
            let values = rows.iter().map(|c| of(c).and_then(|measure| which(&spread(&measure))));
            Column::number(&format!("{}_{bound}_{name}", measure.as_str()), description, values).unit("fraction")
        };
        columns.extend([
            value("q1", "First quartile of the municipalities' own shares", |s| s.quartiles.map(|q| q[0])),
            value("median", "Median of the municipalities' own shares", |s| s.quartiles.map(|q| q[1])),
            value("q3", "Third quartile of the municipalities' own shares", |s| s.quartiles.map(|q| q[2])),
            value("mean", "Mean of the municipalities' own shares, weighted by inhabitants", |s| s.mean),
        ]);
    }
    columns
}
