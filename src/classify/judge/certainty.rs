//! How sure a level is: as sure as the least certain of its grounds.

use super::say::Fired;
use crate::classify::verdict::{Source, Verdict};
use crate::reference::Provision;
use crate::terms::{Certainty, Level};

/// A review and a declaration are certain; a rule and an entry of the catalogue say for themselves; a presumption is probable.
pub fn certainty(level: &Verdict<Level>, fired: &Fired<'_>, provision: Option<&Provision>) -> Option<Certainty> {
    if level.value == Level::Onbekend {
        return None;
    }
    match level.source? {
        Source::Review | Source::Declared => Some(Certainty::Certain),
        Source::Rule => fired.iter().filter(|(rule, _)| level.grounds.contains(&rule.id)).map(|(rule, _)| rule.certainty).max(),
        Source::Catalogue => provision.map(|provision| provision.certainty),
        Source::Presumed => Some(Certainty::Probable),
        Source::Contested => None,
    }
}
