//! Reviews: what people decided about systems, as data in `data/reviews/`, and how a decision meets the systems of a month.
//!
//! A decision says what it expects: the evidence that was judged, and what the tool said of it. Where that is no longer so it does
//! nothing and is told, so that somebody looks again. Not for the workbook that decisions are made in; that is `crate::review`.

mod apply;
mod contradiction;
mod decision;
mod matching;
mod unmatched;
mod written;

use anyhow::Result;

pub(super) use apply::Reviewer;
pub use contradiction::{Contradiction, contradictions};
pub use decision::{Answer, Axis, Decision, Said, Scope, expectation};
pub(super) use matching::Holding;
pub use written::{Written, write};

use super::Classified;
use crate::problem::Problem;
use crate::reference::{Complaints, DataDir, Reference};
use crate::terms::Month;

/// The folder of `data/` that decisions stand in.
pub const FOLDER: &str = "reviews";

/// All decisions, in order of id.
#[derive(Debug, Clone, Default)]
pub struct Reviews {
    all: Vec<Decision>,
}

impl Reviews {
    /// Reads `data/reviews/`, which may be absent.
    ///
    /// # Errors
    /// Lists what is wrong with any decision, one complaint a line, and every two that contradict each other.
    pub fn load(data: &DataDir, reference: &Reference) -> Result<Self> {
        let mut complaints = Complaints::about(data);
        let mut all = Vec::new();
        for path in data.list(FOLDER, ".csv") {
            all.extend(written::read(path, data, reference, &mut complaints));
        }
        all.sort_by(|a, b| (&a.id, &a.path, a.line).cmp(&(&b.id, &b.path, b.line)));
        for pair in all.windows(2).filter(|pair| pair[0].id == pair[1].id) {
            complaints.line(&pair[1].path, pair[1].line, format!("the id '{}' stands at {} too", pair[1].id, pair[0].place()));
        }
        for found in contradictions(&all) {
            let (one, other) = (&all[found.one], &all[found.other]);
            complaints.line(&other.path, other.line, format!("{found} at {}", one.place()));
        }
        complaints.into_result()?;
        Ok(Self { all })
    }

    /// In order of id.
    #[must_use]
    pub fn all(&self) -> &[Decision] {
        &self.all
    }

    /// The decisions that hold in a month, ready to be applied.
    #[must_use]
    pub(super) fn holding(&self, month: Month, reference: &Reference) -> Holding<'_> {
        Holding::of(self.all.iter().filter(|decision| decision.holds_in(month)), month, reference)
    }

    /// Decisions of a month that met no system, or none with the evidence that they are about. For the systems of a whole month:
    /// in the file of one municipality most decisions meet nothing.
    #[must_use]
    pub fn unmatched(&self, classified: &[Classified], month: Month, reference: &Reference) -> Vec<Problem> {
        unmatched::unmatched(&self.holding(month, reference), classified)
    }
}
