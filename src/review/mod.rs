//! Reviews by people, from a report to decisions in `data/reviews/`: what is left open as a workbook, the filled-in workbook as decisions,
//! and how far two reviewers agree.
//!
//! How a decision is applied is in `classify::review`; what the workbook looks like in `workbook`.

mod agree;
mod case;
mod filled;
mod import;
mod kappa;
mod proposal;
mod row;
mod tell;

use anyhow::Result;

pub use agree::{Agreement, Disagreement, agree};
pub use case::Material;
pub use import::{Import, import};
pub use kappa::Coded;

use self::case::Settled;
use crate::run::Definitions;
use crate::terms::Lang;
use crate::workbook::{ReviewBook, ReviewWords, review};

/// How many decisions the sentence on top is about.
const FIRST: usize = 40;

/// The workbook with what a report leaves open, and what its first decisions settle.
///
/// # Errors
/// When the workbook can't be written.
pub fn export(material: &Material, definitions: &Definitions, words: &ReviewWords, lang: Lang) -> Result<(Vec<u8>, String)> {
    let cases = material.cases();
    let settled = Settled::by_first(FIRST, &cases);
    let teller = tell::Teller { material, definitions, words, lang };
    let lead = teller.lead(settled);
    let rows = teller.rows(&cases);
    let (month, synthetic) = (material.month, material.synthetic);
    let bytes = review(&ReviewBook { words, lang, month, synthetic, lead: &lead, cases: &rows })?;
    Ok((bytes, lead))
}
