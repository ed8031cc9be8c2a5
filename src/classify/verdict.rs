//! A value on an axis, with where it came from and what it rests on (METHOD §2, *Verdict and evidence*).

use std::sync::Arc;

use crate::reference::OrganisationForm;
use crate::terms::{Certainty, Distinguishing, Level, Role};

/// Where a verdict comes from, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A person decided it (`data/reviews`).
    Review,
    /// The municipality says so in its inventory.
    Declared,
    Rule,
    /// The catalogue's default for the provision or the reference component.
    Catalogue,
    /// No sign of a partner where one could have been named.
    Presumed,
    /// Rules disagree, so nothing is known.
    Contested,
}

impl Source {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Declared => "declared",
            Self::Rule => "rule",
            Self::Catalogue => "catalogue",
            Self::Presumed => "presumed",
            Self::Contested => "contested",
        }
    }
}

/// One verdict. Without a source there is no evidence, and the value says that it is unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict<V> {
    pub value: V,
    pub source: Option<Source>,
    /// The rules or catalogue entries that decided; of a contested verdict all that disagree.
    pub grounds: Vec<Arc<str>>,
    /// Field and text that the first ground fired on.
    pub evidence: Option<String>,
}

impl<V> Verdict<V> {
    #[must_use]
    pub const fn without_evidence(value: V) -> Self {
        Self { value, source: None, grounds: Vec::new(), evidence: None }
    }

    /// The grounds as they are published, one after another.
    #[must_use]
    pub fn grounds(&self) -> Option<String> {
        (!self.grounds.is_empty()).then(|| self.grounds.join(" | "))
    }
}

/// Who steers or runs a system, as far as the evidence says: the rung and the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub level: Level,
    pub organisation: Option<String>,
}

/// All verdicts on one system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdicts {
    pub role: Verdict<Role>,
    pub distinguishing: Verdict<Distinguishing>,
    pub level: Verdict<Level>,
    /// How sure the level is; absent where it is unknown.
    pub level_certainty: Option<Certainty>,
    pub steered_by: Option<Party>,
    pub run_by: Option<Party>,
    /// In order, without repetition (R43).
    pub facets: Vec<String>,
    /// The form in which it is organised, independent of the level (R18).
    pub form: Option<OrganisationForm>,
    /// All rules that fired, in order of id.
    pub fired: Vec<Arc<str>>,
    /// What the evidence is called; see [`Evidence::id`](super::Evidence::id).
    pub evidence_id: Arc<str>,
}
