//! Double coding: how far two reviewers who filled in the same export agree, and where not.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use super::filled::Filled;
use super::kappa::Coded;
use super::row::DecisionRow;
use crate::classify::review::Axis;
use crate::sources::Source;
use crate::workbook::{ReviewColumn, ReviewWords};

/// A group on which two reviewers said different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The group's name, and what the decisions are about: product, and municipality and system where limited to these.
    pub case: String,
    pub about: String,
    /// What each said, and why.
    pub said: [String; 2],
    pub because: [String; 2],
}

/// How far two reviewers agree on one axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub axis: Axis,
    pub coded: Coded,
    /// Groups that only the first and only the second decided.
    pub alone: [u64; 2],
    pub disagreements: Vec<Disagreement>,
}

/// What one reviewer decided about one group on one axis.
struct Coding {
    about: String,
    answer: String,
    because: String,
}

/// By group and target.
type Codings = BTreeMap<(Axis, String, [String; 3]), Coding>;

/// Compares two filled-in workbooks. Reasons, names and dates may still be lacking.
///
/// # Errors
/// When a workbook is none of reviews, or lists each verdict that is not understood or given twice.
pub fn agree(sources: [&Source; 2], words: &ReviewWords) -> Result<Vec<Agreement>> {
    let [first, second] = sources.map(|source| codings(source, words));
    let (first, second) = (first?, second?);
    Ok([Axis::Level, Axis::Distinguishing, Axis::Role].into_iter().map(|axis| compare(axis, &first, &second)).collect())
}

fn compare(axis: Axis, first: &Codings, second: &Codings) -> Agreement {
    let mut agreement = Agreement { axis, coded: Coded::default(), alone: [0, 0], disagreements: Vec::new() };
    let of_axis = |codings: &Codings| codings.keys().filter(|key| key.0 == axis).cloned().collect::<Vec<_>>();
    agreement.alone[1] = of_axis(second).iter().filter(|key| !first.contains_key(*key)).count() as u64;
    for key in of_axis(first) {
        let (Some(one), other) = (first.get(&key), second.get(&key)) else { continue };
        let Some(other) = other else {
            agreement.alone[0] += 1;
            continue;
        };
        agreement.coded.count(&one.answer, &other.answer);
        if one.answer != other.answer {
            agreement.disagreements.push(Disagreement {
                case: key.1.clone(),
                about: one.about.clone(),
                said: [one.answer.clone(), other.answer.clone()],
                because: [one.because.clone(), other.because.clone()],
            });
        }
    }
    agreement
}

fn codings(source: &Source, words: &ReviewWords) -> Result<Codings> {
    let filled = Filled::read(source, words)?;
    let (mut codings, mut refused) = (Codings::new(), Vec::new());
    for row in DecisionRow::all(&filled, words) {
        match row.answers().and_then(|answers| Ok((answers, row.target()?))) {
            Err(refusal) => refused.push(refusal),
            Ok((answers, target)) => {
                for (axis, answer) in answers {
                    let coding = Coding { about: about(&row, &target), answer, because: row.text(ReviewColumn::Because) };
                    let key = (axis, row.text(ReviewColumn::Case), target.clone());
                    if codings.insert(key, coding).is_some() {
                        refused.push(row.refuse(super::tell::column(axis), "the same group is decided a second time"));
                    }
                }
            }
        }
    }
    if refused.is_empty() { Ok(codings) } else { bail!("nothing was compared:\n{}", refused.join("\n")) }
}

fn about(row: &DecisionRow<'_>, [_, municipality, system]: &[String; 3]) -> String {
    let product = row.text(ReviewColumn::Product);
    let parts = [product.as_str(), municipality, system];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
