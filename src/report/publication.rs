//! All that the report is made from. Charts, summary and pages read this and nothing else.

use crate::measure::estimate::{Bound, Estimate};
use crate::measure::{Coverage, Group, Measure, Response, Unit};
use crate::terms::{Lang, Month};

/// What a user can set about the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    pub lang: Lang,
    /// The target in whole percents (R1).
    pub target_percent: u64,
    /// Whether the target itself is short of the target: the resolution says *more than* 80 percent.
    pub target_is_exclusive: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { lang: Lang::Nl, target_percent: 80, target_is_exclusive: true }
    }
}

impl Settings {
    /// Whether a part of a whole meets the target, compared in integers and so never rounded (R1).
    #[must_use]
    pub const fn target_met(&self, part: u64, whole: u64) -> bool {
        let (part, bar) = (part as u128 * 100, self.target_percent as u128 * whole as u128);
        whole > 0 && if self.target_is_exclusive { part > bar } else { part >= bar }
    }
}

/// One month's figures with all that must stand beside them.
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
    /// All groups, units and weights, in order of group, unit and weight.
    pub coverage: Vec<Coverage>,
    /// National coverage in systems, per month for the twelve months that end with this one, where there are inventories.
    pub series: Vec<(Month, Coverage)>,
    pub response: Vec<Response>,
    /// National estimates, in order of unit, measure and bound.
    pub estimates: Vec<Estimate>,
}

impl Publication {
    /// The first digits of the fingerprint, enough to tell two apart by eye.
    #[must_use]
    pub fn short_fingerprint(&self) -> &str {
        self.fingerprint.get(..8).unwrap_or(&self.fingerprint)
    }

    /// The coverage of one group, when it is published.
    pub fn coverage_of(&self, unit: Unit, wanted: impl Fn(&Group) -> bool) -> Option<&Coverage> {
        self.coverage.iter().find(|coverage| coverage.unit == unit && wanted(&coverage.group))
    }

    /// The national estimate of one bound of a measure, when it is published.
    #[must_use]
    pub fn estimate(&self, unit: Unit, measure: Measure, bound: Bound) -> Option<&Estimate> {
        self.estimates.iter().find(|one| (one.unit, one.measure, one.bound) == (unit, measure, bound))
    }

    /// The national figure in one unit.
    #[must_use]
    pub fn national(&self, unit: Unit) -> Option<&Coverage> {
        self.coverage_of(unit, Group::is_national)
    }
}
