//! The charts of the report: each a function of the publication, each with its numbers as a table and a text.
//!
//! Every chart is one file with one function. Not for writing files; the caller gets bytes.

pub mod figures;
mod frame;
mod grid;
mod ink;
mod key;
mod levels;
mod matrix;
mod paint;
mod progress;
mod sketch;
mod table;
mod wrap;

use anyhow::Result;
use rayon::prelude::*;

pub use table::{Row, Table};

use self::frame::Heading;
use self::sketch::Sketch;
use crate::report::Publication;
use crate::report::words::{ChartWords, fill, month_name};

/// One chart, ready to be written.
#[derive(Debug, Clone)]
pub struct Chart {
    /// The file name without its ending; also the anchor on the page.
    pub name: &'static str,
    /// What the chart shows, as a sentence with its main figures.
    pub title: String,
    /// What somebody who can't see the chart is told; made from the same figures.
    pub alt: String,
    pub svg: String,
    /// Twice the size of the SVG.
    pub png: Vec<u8>,
    /// The numbers shown.
    pub table: Table,
}

/// A chart before it is painted.
#[derive(Debug)]
struct Draft {
    name: &'static str,
    heading: Heading,
    /// What kind of chart it is.
    kind: &'static str,
    /// The main figures in words, for the text that replaces the picture.
    gist: String,
    table: Table,
    sketch: Sketch,
}

/// Draws all charts, in the order in which they are read.
///
/// # Errors
/// When the bundled font can't be read or a picture can't be drawn.
pub fn draw_all(publication: &Publication) -> Result<Vec<Chart>> {
    drafts(publication)
        .into_par_iter()
        .map(|draft| {
            let png = paint::png(&draft.sketch)?;
            Ok(Chart { png, ..described(draft, publication)? })
        })
        .collect()
}

/// For tests of what stands around the pictures: all charts without their PNG, which takes long to pack.
#[cfg(test)]
pub(super) fn draw_without_png(publication: &Publication) -> Result<Vec<Chart>> {
    drafts(publication).into_iter().map(|draft| described(draft, publication)).collect()
}

fn drafts(publication: &Publication) -> [Draft; 4] {
    [progress::draft(publication), levels::draft(publication), grid::draft(publication), matrix::draft(publication)]
}

/// The chart as SVG with its text; the PNG is still empty.
fn described(draft: Draft, publication: &Publication) -> Result<Chart> {
    let lang = publication.settings.lang;
    let Heading { title, subtitle, .. } = draft.heading;
    let warning = if publication.synthetic { ChartWords::of(lang).synthetic } else { "" };
    let sentences = [warning, draft.kind, &title, &subtitle, &draft.gist];
    let alt = sentences.map(closed).concat().trim().to_owned();
    let svg = paint::svg(&draft.sketch, draft.name, &title, &alt, lang)?;
    Ok(Chart { name: draft.name, svg, png: Vec::new(), title, alt, table: draft.table })
}

/// A sentence with its point, ready for the next one.
fn closed(text: &str) -> String {
    match text.trim_end_matches('.') {
        "" => String::new(),
        sentence => format!("{sentence}. "),
    }
}

/// The title of every chart of a month without inventories.
fn title_without_figures(publication: &Publication) -> String {
    let lang = publication.settings.lang;
    fill(ChartWords::of(lang).no_title, &[("month", &month_name(publication.month, lang))])
}

#[cfg(test)]
mod tests;
