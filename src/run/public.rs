//! What of the national figures may be public beside coverage. Which groups are is decided in `measure::disclosure`.

use crate::measure::disclosure::{self, Disclosed};
use crate::measure::estimate::Estimate;
use crate::measure::{self, Change, Quality, Sensitivity, Weight};
use crate::reference::{DataDir, DisclosureBars, Frame, Reference};
use crate::report::{Accuracy, Comparison, Revised, Revisions};

use super::Judged;

fn nation_is_public(disclosed: &Disclosed) -> bool {
    disclosed.published.iter().any(|line| line.group.is_national())
}

/// The nation under other definitions: by count only, for by cost or users its figures rest on those that give costs or users, who may
/// be few.
pub(super) fn sensitivity(all: &[Sensitivity], disclosed: &Disclosed) -> Vec<Sensitivity> {
    let public = |one: &&Sensitivity| one.definition.weight == Weight::Count && nation_is_public(disclosed);
    all.iter().filter(public).copied().collect()
}

/// The estimates by count: those by cost or users rest on fewer municipalities.
pub(super) fn estimates(all: &[Estimate], disclosed: &Disclosed) -> Vec<Estimate> {
    all.iter().filter(|one| one.weight == Weight::Count && nation_is_public(disclosed)).cloned().collect()
}

/// The change of the nation alone and by count, when it is public in both months: by cost or users no figure of the nation is.
pub(super) fn change(change: Option<&Change>, disclosed: &Disclosed, was_public: bool, bars: &DisclosureBars) -> Option<Change> {
    let change = change.filter(|_| was_public && nation_is_public(disclosed))?;
    Some(disclosure::public_change(change, disclosed.flow, bars))
}

/// What the figures rest on, as far as it is of enough municipalities.
pub(super) fn quality(judged: &Judged, disclosed: &Disclosed, bars: &DisclosureBars) -> Option<Quality> {
    nation_is_public(disclosed).then(|| measure::quality(&judged.classified, &judged.response, bars))
}

/// How often verdicts are right, when the definitions are those that it was measured with.
pub(super) fn accuracy(reference: &Reference) -> Option<Accuracy> {
    (reference.fingerprint == DataDir::embedded().fingerprint()).then(Accuracy::built_in).flatten()
}

/// The municipalities of a month beside those of the month before.
pub(super) fn comparison(now: &Frame, reference: &Reference) -> Comparison {
    let before = reference.municipalities.frame(now.month.minus(1));
    let is_gone = |code: &str| now.municipalities.iter().all(|one| &*one.code != code);
    let gone = before.municipalities.iter().filter(|one| is_gone(&one.code));
    let ended = gone.map(|one| reference.municipalities.name(&one.code).unwrap_or(&one.code).to_owned()).collect();
    Comparison { before: before.month, frame: now.municipalities.len() as u64, ended }
}

/// That the month was published before, from something else; which figures differ is not public.
pub(super) fn revised(revisions: &Revisions) -> Revised {
    Revised { vintage: revisions.before.name(), because: revisions.because() }
}
