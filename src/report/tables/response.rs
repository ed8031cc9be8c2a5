//! `response.parquet`: one row per municipality of the frame.

use super::{Column, Table};
use crate::measure::Response;
use crate::problem::Effect;
use crate::report::Tier;
use crate::terms::Month;

/// The table of the response.
#[must_use]
pub fn response(month: Month, rows: &[Response]) -> Table {
    let month = month.to_string();
    let mut columns = municipality(&month, rows);
    columns.extend(answer(rows));
    columns.extend(counts(rows));
    columns.extend(problems(rows));
    Table {
        name: "response",
        description: "One row per municipality of the frame: whether and how it answered",
        tiers: &[Tier::Internal, Tier::Shared],
        columns,
    }
}

fn municipality(month: &str, rows: &[Response]) -> Vec<Column> {
    vec![
        Column::text("month", "Month that is reported on, as 2026-11", rows.iter().map(|_| Some(month))).always(),
        Column::text("municipality_code", "CBS code", rows.iter().map(|r| Some(r.municipality_code.as_str()))).always(),
        Column::text("municipality", "Name", rows.iter().map(|r| Some(r.municipality.as_str()))).always(),
        Column::text("province_code", "CBS code of the province", rows.iter().map(|r| Some(r.province_code.as_str()))).always(),
        Column::text("province", "Name of the province", rows.iter().map(|r| Some(r.province.as_str()))).always(),
        Column::whole("size_class", "CBS size class 1 to 8", rows.iter().map(|r| r.size_class.map(i64::from))),
        Column::whole(
            "inhabitants",
            "Inhabitants, newest known",
            rows.iter().map(|r| r.inhabitants.and_then(|n| i64::try_from(n).ok())),
        )
        .unit("persons"),
    ]
}

fn answer(rows: &[Response]) -> Vec<Column> {
    vec![
        Column::text(
            "response",
            "responded, partial, carried_forward, only_through_partnership, too_old or no_response; the first three are in the \
             figures (METHOD §1)",
            rows.iter().map(|r| Some(r.answer.as_str())),
        )
        .always(),
        Column::owned_text(
            "carried_from",
            "Oldest month of its own inventory, when that is an earlier one",
            rows.iter().map(|r| r.carried_from.map(|month| month.to_string())),
        ),
        Column::owned_text(
            "last_sent",
            "Newest month for which it or a predecessor sent anything, used or not; at most 23 months back",
            rows.iter().map(|r| r.last_sent.map(|month| month.to_string())),
        ),
        Column::whole("months_since", "How long ago that is", rows.iter().map(|r| r.months_since)).unit("months"),
        texts("files", "Files that its systems were read from, those of partnerships too", rows, |r| &r.files).internal(),
        texts("files_left_out", "Files with rows of it that were not used: why, and for which other", rows, |r| &r.files_left_out)
            .internal(),
        texts("predecessors", "Municipalities that merged into it and whose inventories are used", rows, |r| &r.predecessors),
        texts("partnerships", "Partnerships that have rows for it", rows, |r| &r.partnerships),
    ]
}

fn counts(rows: &[Response]) -> Vec<Column> {
    vec![
        Column::count("rows", "Rows that became part of a system, those of partnerships too", rows.iter().map(|r| r.rows))
            .unit("rows"),
        Column::count("systems", "Systems in the inventory", rows.iter().map(|r| r.systems)).unit("systems"),
        Column::count("systems_in_use", "Systems in use, connections and the like too", rows.iter().map(|r| r.systems_in_use))
            .unit("systems"),
        Column::count("systems_counted", "Systems that count in coverage", rows.iter().map(|r| r.systems_counted)).unit("systems"),
        Column::count(
            "systems_registered",
            "Systems for which a partnership's row stands",
            rows.iter().map(|r| r.systems_registered),
        )
        .unit("systems"),
        Column::count("level_unknown", "Counted systems of unknown or contested level", rows.iter().map(|r| r.level_unknown))
            .unit("systems"),
        Column::count(
            "distinguishing_unknown",
            "Counted systems of which it is unknown or contested whether they distinguish",
            rows.iter().map(|r| r.distinguishing_unknown),
        )
        .unit("systems"),
    ]
}

fn problems(rows: &[Response]) -> impl Iterator<Item = Column> {
    Effect::ALL.into_iter().enumerate().map(|(at, effect)| {
        let name = format!("problems_{}", effect.as_str().replace('-', "_"));
        let meaning = format!("Problems with effect {} that concern it", effect.as_str());
        Column::count(&name, &meaning, rows.iter().map(|r| r.problems[at])).unit("problems")
    })
}

fn texts(name: &str, description: &str, rows: &[Response], of: fn(&Response) -> &Vec<String>) -> Column {
    Column::texts(name, description, rows.iter().map(|r| of(r).iter().map(String::as_str)))
}
