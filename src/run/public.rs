//! What of the national figures may be public beside coverage. Which groups are is decided in `measure::disclosure`.

use crate::measure::disclosure::{self, Disclosed};
use crate::measure::estimate::Estimate;
use crate::measure::{Change, Sensitivity, Weight};
use crate::reference::DisclosureBars;

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

/// The change of the nation alone, when it is public in both months.
pub(super) fn change(change: Option<&Change>, disclosed: &Disclosed, was_public: bool, bars: &DisclosureBars) -> Option<Change> {
    let change = change.filter(|_| was_public && nation_is_public(disclosed))?;
    Some(disclosure::public_change(change, disclosed.flow, bars))
}
