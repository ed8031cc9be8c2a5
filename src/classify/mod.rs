//! Systems in, verdicts with evidence out: what a row stands for, whether it distinguishes, at which level it is organised.
//!
//! The judgement itself is data (`data/rules`, `data/catalogue`); here is only how it is applied. Not for counting.

mod bench;
mod book;
mod complaints;
mod condition;
mod evidence;
mod evidence_id;
mod hashed;
mod index;
mod judge;
mod names;
pub mod review;
mod rule;
mod skipped_rung;
mod verdict;
mod word_lists;

use std::sync::Arc;

use rayon::prelude::*;

pub use bench::{Bench, Missed, Trial, Tried};
pub use book::Rulebook;
pub use condition::{Condition, Held, Test};
pub use evidence::{Evidence, EvidenceField};
pub use judge::NotPresumed;
pub use names::{NameKind, Names};
pub use review::Reviews;
pub use rule::{Doubt, Example, Rule};
pub use skipped_rung::SkippedRung;
pub use verdict::{Party, Source, Verdict, Verdicts};

use self::hashed::Hashed;
use self::judge::Judge;
use self::review::{Holding, Reviewer};
use crate::inventory::{Inventory, System};
use crate::problem::Problem;
use crate::reference::Reference;
use crate::terms::{Distinguishing, Level, Lookup};

/// A system with its verdicts.
#[derive(Debug, Clone)]
pub struct Classified {
    pub system: System,
    pub verdicts: Arc<Verdicts>,
}

impl Classified {
    /// Whether it counts: in use, a system rather than a connection, a standard or a contract, and of a municipality that answered
    /// itself (METHOD §1).
    #[must_use]
    pub fn counted(&self) -> bool {
        self.not_counted_because().is_none()
    }

    /// Why it does not count, as it is published.
    #[must_use]
    pub fn not_counted_because(&self) -> Option<&'static str> {
        if self.verdicts.role.value != crate::terms::Role::System {
            return Some("no_system");
        }
        if !self.system.in_use() {
            return Some("not_in_use");
        }
        (!self.system.of_respondent).then_some("only_through_partnership")
    }

    /// Whether it is decentral without being distinguishing, which §2.1 wants only where it is needed (R17).
    #[must_use]
    pub fn on_gap_list(&self) -> bool {
        let verdicts = &self.verdicts;
        self.counted()
            && verdicts.level.value == Level::Decentraal
            && verdicts.distinguishing.value == Distinguishing::NietOnderscheidend
    }
}

/// Judges all systems of a month. Systems with the same evidence are judged once; what people decided is put over that.
#[must_use]
pub fn classify(
    inventory: &Inventory,
    systems: Vec<System>,
    book: &Rulebook,
    reviews: &Reviews,
    reference: &Reference,
) -> (Vec<Classified>, Vec<Problem>) {
    let judge = Judge::new(book, reference, inventory.month);
    let holding = reviews.holding(inventory.month, reference);
    let chunk = systems.len().div_ceil(rayon::current_num_threads().max(1) * 4).max(1);
    let judged: Vec<(Vec<Arc<Verdicts>>, Vec<Problem>)> =
        systems.par_chunks(chunk).map(|systems| judge_chunk(systems, &judge, &holding)).collect();
    let mut problems = Vec::new();
    let mut verdicts = Vec::with_capacity(systems.len());
    for (chunk, mut of_chunk) in judged {
        verdicts.extend(chunk);
        problems.append(&mut of_chunk);
    }
    let classified = systems.into_iter().zip(verdicts).map(|(system, verdicts)| Classified { system, verdicts }).collect();
    (classified, problems)
}

fn judge_chunk(systems: &[System], judge: &Judge<'_>, holding: &Holding<'_>) -> (Vec<Arc<Verdicts>>, Vec<Problem>) {
    let mut known: Lookup<Hashed<'_>, Arc<Verdicts>> = Lookup::default();
    let (mut names, mut readings) = (names::NameCache::default(), index::Readings::default());
    let mut reviewer = Reviewer::new(holding);
    let mut problems = Vec::new();
    let verdicts = systems.iter().map(|system| {
        let evidence = Hashed::new(judge.evidence(system, &mut names));
        let verdicts = known.get(&evidence).cloned().unwrap_or_else(|| Arc::new(judge.judge(evidence.evidence(), &mut readings)));
        let (decided, mut lapsed) = reviewer.review(system, verdicts.clone());
        problems.append(&mut lapsed);
        problems.extend(judge.open_questions(system, evidence.evidence(), &decided));
        known.entry(evidence).or_insert(verdicts);
        decided
    });
    (verdicts.collect(), problems)
}
