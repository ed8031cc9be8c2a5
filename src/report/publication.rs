//! All that charts, summary and pages are made from: what is public, and nothing else (METHOD §3, *Disclosure*).

use super::Accuracy;
use crate::measure::disclosure::Withheld;
use crate::measure::estimate::Estimate;
use crate::measure::{Bound, Change, Coverage, Group, Measure, Quality, Sensitivity, Target, Unit, Weight};
use crate::terms::{Lang, Month};

/// What a user can set about the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    pub lang: Lang,
    /// The target, of the resolution unless set otherwise (R1).
    pub target: Target,
}

impl Default for Settings {
    fn default() -> Self {
        Self { lang: Lang::Nl, target: Target::default() }
    }
}

/// What is known of the month before, whatever was sent for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub before: Month,
    /// Municipalities of this month.
    pub frame: u64,
    /// Names of those that existed in the month before and do not now.
    pub ended: Vec<String>,
}

/// That the month was published before, from something else; its figures may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revised {
    /// The name of the vintage before.
    pub vintage: String,
    /// What differs between the two.
    pub because: Vec<String>,
}

/// One month's public figures with all that must stand beside them.
#[derive(Debug, Clone)]
pub struct Publication {
    pub month: Month,
    pub settings: Settings,
    /// True when any input says that it is made up; then every chart and page says so too.
    pub synthetic: bool,
    /// The program's version.
    pub version: String,
    /// SHA-256 of all definitions, 64 hexadecimal digits; the first eight are shown.
    pub fingerprint: String,
    /// The groups that are public, in order of group, unit and weight.
    pub coverage: Vec<Coverage>,
    /// The groups that are not, in the same order.
    pub withheld: Vec<Withheld>,
    /// National coverage in systems, per month for the twelve months that end with this one, where they are public.
    pub series: Vec<(Month, Coverage)>,
    /// National estimates, in order of unit, weight, measure and bound; empty when the nation is not public.
    pub estimates: Vec<Estimate>,
    /// The nation by count under every combination of other definitions; empty when the nation is not public.
    pub sensitivity: Vec<Sensitivity>,
    /// What the change of the nation since the month before is made of, where there is anything to compare with and both may be public.
    pub change: Option<Change>,
    /// What the figures rest on, when the nation is public.
    pub quality: Option<Quality>,
    /// How often verdicts are right; absent where that was not measured with these definitions.
    pub accuracy: Option<Accuracy>,
    pub comparison: Comparison,
    pub revised: Option<Revised>,
}

impl Publication {
    /// The first digits of the fingerprint, enough to tell two apart by eye.
    #[must_use]
    pub fn short_fingerprint(&self) -> &str {
        self.fingerprint.get(..8).unwrap_or(&self.fingerprint)
    }

    /// The coverage of one group by count, when it is published.
    pub fn coverage_of(&self, unit: Unit, wanted: impl Fn(&Group) -> bool) -> Option<&Coverage> {
        let counted = |coverage: &&Coverage| coverage.unit == unit && coverage.weight == Weight::Count;
        self.coverage.iter().filter(counted).find(|coverage| wanted(&coverage.group))
    }

    /// The national estimate by count of one bound of a measure, when it is published.
    #[must_use]
    pub fn estimate(&self, unit: Unit, measure: Measure, bound: Bound) -> Option<&Estimate> {
        let wanted = (unit, Weight::Count, measure, bound);
        self.estimates.iter().find(|one| (one.unit, one.weight, one.measure, one.bound) == wanted)
    }

    /// The national figure by count in one unit.
    #[must_use]
    pub fn national(&self, unit: Unit) -> Option<&Coverage> {
        self.coverage_of(unit, Group::is_national)
    }
}
