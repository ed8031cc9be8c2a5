//! How often verdicts are right: a labelled set goes through the ordinary path, and what comes out is compared with its labels.
//!
//! Every labelled row is a system of its own, also where an inventory would merge two rows. Not for judging; that is `classify`.

mod answer;
mod labels;
mod score;

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result, bail};

pub use answer::Answer;
pub use score::{Score, Tally};

use crate::classify::{Classified, Verdict};
use crate::inventory::{self, FileExtract};
use crate::problem::Problem;
use crate::run::{Definitions, month};
use crate::sources::{self, SourceFile};
use crate::terms::{Distinguishing, Level, Month};
use labels::Labels;

/// A row whose verdict is not its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// Row of the labelled set, as a spreadsheet counts.
    pub row: u32,
    pub municipality: String,
    pub name: String,
    pub axis: &'static str,
    pub label: &'static str,
    pub verdict: &'static str,
    /// The rules or catalogue entries that decided, and where they looked; empty when nothing did.
    pub grounds: String,
}

/// What the comparison gave.
#[derive(Debug)]
pub struct Evaluation {
    /// Rows of the set, heading left out.
    pub rows: usize,
    /// Rows that became no system, so that there was nothing to compare.
    pub not_read: usize,
    pub level: Score,
    pub distinguishing: Score,
    /// In order of row and axis.
    pub misses: Vec<Miss>,
    pub problems: Vec<Problem>,
}

/// Judges the rows of a labelled set as of a month and compares.
///
/// # Errors
/// When the file can't be read, or is no labelled set.
pub fn evaluate(file: &SourceFile, asked: Month, definitions: &Definitions) -> Result<Evaluation> {
    let source = sources::read(file);
    if let Some(problem) = &source.problem {
        bail!("{}: {}", file.name, problem.found);
    }
    let labels = Labels::read(&source.sheets).with_context(|| format!("in {}", file.name))?;
    let mut extract = inventory::extract(source, asked, &definitions.layouts, &definitions.reference);
    number_rows(&mut extract);
    let result = month(&[extract], asked, definitions)?;
    let by_row = by_row(&result.classified);
    let mut evaluation = Evaluation {
        rows: labels.rows.len(),
        not_read: labels.rows.keys().filter(|row| !by_row.contains_key(row)).count(),
        level: Score::new(Level::ALL.map(Level::as_str).into_iter().chain([labels::NO_SYSTEM])),
        distinguishing: Score::new(Distinguishing::ALL.map(Distinguishing::as_str)),
        misses: Vec::new(),
        problems: result.problems,
    };
    for (row, label) in &labels.rows {
        let Some(one) = by_row.get(row) else { continue };
        for (axis, label, answer) in [
            ("level", label.level, Answer::level(&one.verdicts)),
            ("distinguishing", label.distinguishing, Answer::distinguishing(&one.verdicts)),
        ] {
            let Some(label) = label else { continue };
            let score = if axis == "level" { &mut evaluation.level } else { &mut evaluation.distinguishing };
            score.count(label, answer.value);
            if label != answer.value {
                evaluation.misses.push(miss(*row, one, axis, label, answer));
            }
        }
    }
    Ok(evaluation)
}

/// Gives each row an id of its own, so that none is merged with another.
fn number_rows(extract: &mut FileExtract) {
    for record in extract.sheets.iter_mut().flat_map(|sheet| &mut sheet.records) {
        Arc::make_mut(record).id = Some(format!("row-{}", record.row + 1).into());
    }
}

fn by_row(classified: &[Classified]) -> BTreeMap<u32, &Classified> {
    classified.iter().map(|one| (one.system.record.row, one)).collect()
}

fn miss(row: u32, one: &Classified, axis: &'static str, label: &'static str, answer: Answer) -> Miss {
    let (municipality, name) = (one.system.municipality.to_string(), one.system.record.name.to_string());
    Miss { row: row + 1, municipality, name, axis, label, verdict: answer.value, grounds: answer.grounds }
}

/// The grounds of a verdict in one line: what decided, and the text it rests on.
fn grounds<V>(verdict: &Verdict<V>) -> String {
    let source = verdict.source.map(crate::classify::Source::as_str);
    let parts = [source.map(str::to_owned), verdict.grounds(), verdict.evidence.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
