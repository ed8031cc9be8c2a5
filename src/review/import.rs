//! A filled-in workbook becomes a table in `data/reviews/`: all of its decisions, or none when anything is wrong with one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::filled::Filled;
use super::row::DecisionRow;
use super::tell::column;
use crate::classify::review::{Decision, FOLDER, Written, contradictions, write};
use crate::run::Definitions;
use crate::sources::{Source, sha256};
use crate::workbook::{ReviewColumn, ReviewWords};

/// Digits of the digest in a file's name.
const DIGITS: usize = 8;

/// What was taken from a workbook.
#[derive(Debug)]
pub struct Import {
    /// The decisions that were written, in order of id.
    pub taken: Vec<Written>,
    /// Decisions that stood there already.
    pub known: usize,
    /// Rows without a decision.
    pub empty: usize,
    /// Where they were written; absent when there was nothing new.
    pub path: Option<PathBuf>,
}

/// Writes the decisions of a workbook to `dir/reviews`, where `definitions` were read from.
///
/// # Errors
/// When the workbook is none of reviews, or lists each cell that is lacking, not understood or contradicts another decision.
pub fn import(source: &Source, dir: &Path, definitions: &Definitions, words: &ReviewWords) -> Result<Import> {
    let filled = Filled::read(source, words)?;
    let rows = DecisionRow::all(&filled, words);
    let (mut written, mut refused) = (Vec::new(), Vec::new());
    for row in &rows {
        match row.written() {
            Ok(decision) => written.push((row, decision)),
            Err(refusals) => refused.extend(refusals),
        }
    }
    refused.extend(contradicted(&written, definitions));
    if !refused.is_empty() {
        bail!("nothing was imported:\n{}", refused.join("\n"));
    }
    let known: BTreeSet<&str> = definitions.reviews.all().iter().map(|decision| &*decision.id).collect();
    let distinct: BTreeMap<String, Written> = written.into_iter().map(|(_, decision)| (decision.id.clone(), decision)).collect();
    let total = distinct.len();
    let taken: Vec<Written> = distinct.into_values().filter(|decision| !known.contains(decision.id.as_str())).collect();
    let empty = filled.decisions.rows.len() - rows.len();
    let path = if taken.is_empty() { None } else { Some(put(&taken, dir)?) };
    Ok(Import { known: total - taken.len(), taken, empty, path })
}

/// Decisions that are invalid or contradict each other or one that stands there already, each by its cell.
fn contradicted(written: &[(&DecisionRow<'_>, Written)], definitions: &Definitions) -> Vec<String> {
    let mut all: Vec<Decision> = definitions.reviews.all().to_vec();
    let (mut rows, mut refused) = (vec![None; all.len()], Vec::new());
    for (row, decision) in written {
        match decision.read(&row.address(ReviewColumn::Case), 0, &definitions.reference) {
            Ok(read) => {
                all.push(read);
                rows.push(Some(*row));
            }
            Err(why) => refused.push(row.refuse(ReviewColumn::Case, &why)),
        }
    }
    for found in contradictions(&all) {
        let Some(row) = rows[found.other] else { continue };
        let column = column(found.axis);
        let against = rows[found.one].map_or_else(|| all[found.one].place(), |one| one.address(column));
        refused.push(row.refuse(column, &format!("{found} at {against}")));
    }
    refused
}

/// A file of its own, called by the newest decision in it and by what it holds.
fn put(taken: &[Written], dir: &Path) -> Result<PathBuf> {
    let bytes = write(taken)?;
    let newest = taken.iter().map(|decision| decision.date.as_str()).max().unwrap_or_default();
    let folder = dir.join(FOLDER);
    let path = folder.join(format!("{newest}-{}.csv", &sha256(&bytes)[..DIGITS]));
    std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    std::fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
    Ok(path)
}
