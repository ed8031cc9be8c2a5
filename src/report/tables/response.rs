//! `response.parquet`: one row per municipality of the frame.

use super::{Column, Table};
use crate::measure::{Answer, Response};
use crate::terms::Month;

/// The table of the response.
#[must_use]
pub fn response(month: Month, rows: &[Response]) -> Table {
    let month = month.to_string();
    let counts = [
        Column::count("rows", "Rows that became part of a system", rows.iter().map(|r| r.rows)).unit("rows"),
        Column::count("systems", "Systems in the inventory", rows.iter().map(|r| r.systems)).unit("systems"),
        Column::count("systems_counted", "Systems that count in coverage", rows.iter().map(|r| r.systems_counted)).unit("systems"),
        Column::count("level_unknown", "Counted systems of unknown or contested level", rows.iter().map(|r| r.level_unknown))
            .unit("systems"),
        Column::count(
            "distinguishing_unknown",
            "Counted systems of which it is unknown or contested whether they distinguish",
            rows.iter().map(|r| r.distinguishing_unknown),
        )
        .unit("systems"),
    ];
    let mut columns = vec![
        Column::text("month", "Month that is reported on, as 2026-11", rows.iter().map(|_| Some(month.as_str()))).always(),
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
        Column::text("response", "responded, carried_forward or no_response", rows.iter().map(|r| Some(r.answer.as_str())))
            .always(),
        Column::owned_text("carried_from", "Month of the inventory, when it is carried forward", rows.iter().map(carried_from)),
        Column::texts("files", "Files that its inventory was read from", rows.iter().map(|r| r.files.iter().map(String::as_str))),
    ];
    columns.extend(counts);
    Table { name: "response", description: "One row per municipality of the frame: whether and how it answered", columns }
}

fn carried_from(response: &Response) -> Option<String> {
    match response.answer {
        Answer::CarriedForward(month) => Some(month.to_string()),
        _ => None,
    }
}
