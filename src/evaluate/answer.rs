//! What the verdicts say on one axis, in the words of the labels.

use super::{grounds, labels};
use crate::classify::Verdicts;
use crate::terms::Role;

/// A verdict as a label would say it, with its grounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub value: &'static str,
    pub grounds: String,
}

impl Answer {
    /// The level; a row that stands for no system has none (METHOD §1).
    #[must_use]
    pub fn level(verdicts: &Verdicts) -> Self {
        if verdicts.role.value == Role::System {
            Self { value: verdicts.level.value.as_str(), grounds: grounds(&verdicts.level) }
        } else {
            Self { value: labels::NO_SYSTEM, grounds: grounds(&verdicts.role) }
        }
    }

    #[must_use]
    pub fn distinguishing(verdicts: &Verdicts) -> Self {
        Self { value: verdicts.distinguishing.value.as_str(), grounds: grounds(&verdicts.distinguishing) }
    }
}
