//! `problems.parquet`: one row per problem, unfolded.

use super::{Column, Table};
use crate::problem::{Problem, message, text};
use crate::report::Tier;
use crate::terms::{Lang, Month};

/// The table of problems, with messages in the language of the report.
#[must_use]
pub fn problems(month: Month, rows: &[Problem], lang: Lang) -> Table {
    let month = month.to_string();
    let cell = |p: &Problem| p.place.spot();
    let columns = vec![
        Column::text("month", "Month that is reported on, as 2026-11", rows.iter().map(|_| Some(month.as_str()))).always(),
        Column::text(
            "code",
            "Stable code of the kind of problem; `tachtig explain CODE` tells more",
            rows.iter().map(|p| Some(p.code.as_str())),
        )
        .always(),
        Column::text(
            "effect",
            "What it does: noted, value-repaired, left-unclassified, value-dropped, row-set-aside, file-set-aside",
            rows.iter().map(|p| Some(p.effect().as_str())),
        )
        .always(),
        Column::text("source_file", "File, under the folder of inventories", rows.iter().map(|p| Some(&*p.place.file))).always(),
        Column::text("sheet", "Sheet", rows.iter().map(|p| p.place.sheet.as_deref())),
        Column::owned_text("cell", "Cell, as C17; of a model the line", rows.iter().map(cell)),
        Column::owned_text(
            "address",
            "Address to paste into a spreadsheet's name box; of a model file and line",
            rows.iter().map(|p| p.place.address()),
        ),
        Column::text(
            "municipality_code",
            "CBS code of the municipality that it concerns, where known",
            rows.iter().map(|p| p.municipality.as_deref()),
        ),
        Column::text("found", "What stands there", rows.iter().map(|p| Some(p.found.as_str()))).always(),
        Column::text("hint", "What it was compared with or turned into", rows.iter().map(|p| p.hint.as_deref())),
        Column::owned_text("message", "The problem in a sentence", rows.iter().map(|p| Some(message(p, lang)))).always(),
        Column::text("next_step", "What to do about it", rows.iter().map(|p| Some(text(p.code, lang).next.as_str()))).always(),
    ];
    Table {
        name: "problems",
        description: "One row per problem with the data: where, what, its effect and the next step",
        tiers: &[Tier::Internal],
        columns,
    }
}
