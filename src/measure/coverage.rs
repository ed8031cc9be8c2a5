//! The measures of METHOD §3 for one group, with their bounds (R53).

use super::{Contingency, Group};
use crate::terms::Distinguishing::{NietOnderscheidend, Onbekend as DistinguishingUnknown, Onderscheidend};
use crate::terms::Level;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Systems in use: the headline.
    Systems,
    /// Municipality × reference component with at least one system in use.
    Cells,
}

impl Unit {
    pub const ALL: [Self; 2] = [Self::Systems, Self::Cells];

    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Systems => "systems",
            Self::Cells => "cells",
        }
    }
}

/// How heavily each unit weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Each unit weighs one.
    Count,
}

impl Weight {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Count => "count",
        }
    }
}

/// The shares that are published (METHOD §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Broad: rungs one to three over all. The measure that the 80% is about.
    CollectiveShare,
    /// Strict: rungs one and two over all.
    NationalShare,
    /// The potential: not distinguishing over all.
    NonDistinguishingShare,
    /// Collective within the not distinguishing.
    Conversion,
    /// Distinguishing and yet collective, over all.
    DistinguishingCollectiveShare,
}

impl Measure {
    pub const ALL: [Self; 5] = [
        Self::CollectiveShare,
        Self::NationalShare,
        Self::NonDistinguishingShare,
        Self::Conversion,
        Self::DistinguishingCollectiveShare,
    ];

    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CollectiveShare => "collective_share",
            Self::NationalShare => "national_share",
            Self::NonDistinguishingShare => "non_distinguishing_share",
            Self::Conversion => "conversion",
            Self::DistinguishingCollectiveShare => "distinguishing_collective_share",
        }
    }
}

/// One share with its bounds, as fractions of one. Absent where there is nothing to divide by.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Share {
    /// The demonstrable share: every unknown counts against. The headline.
    pub lower: Option<f64>,
    /// The share among the units whose verdicts are known.
    pub known: Option<f64>,
    /// Every unknown counts in favour.
    pub upper: Option<f64>,
}

/// Coverage of one group in one unit and weight.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    pub group: Group,
    pub unit: Unit,
    pub weight: Weight,
    /// The number of units that count.
    pub units: u64,
    /// Municipalities of the group with an inventory, carried forward ones included.
    pub municipalities: u64,
    /// Of those, the municipalities whose inventory is of an earlier month.
    pub municipalities_carried: u64,
    /// Municipalities of the group in the frame.
    pub municipalities_frame: u64,
    /// Inhabitants of the municipalities with an inventory.
    pub inhabitants: u64,
    /// Inhabitants of all municipalities of the group.
    pub inhabitants_frame: u64,
    pub weights: Contingency,
}

impl Coverage {
    /// One measure with its bounds. The bounds are the least and the greatest value that any completion of the unknowns gives.
    #[must_use]
    pub fn share(&self, measure: Measure) -> Share {
        let w = &self.weights;
        let total = w.total();
        let level_unknown = w.level(Level::Onbekend);
        match measure {
            Measure::CollectiveShare => bounds(w.broad(), level_unknown, total),
            Measure::NationalShare => bounds(w.strict(), level_unknown + w.maybe_national, total),
            Measure::NonDistinguishingShare => {
                bounds(w.distinguishing(NietOnderscheidend), w.distinguishing(DistinguishingUnknown), total)
            }
            Measure::Conversion => conversion(w),
            Measure::DistinguishingCollectiveShare => distinguishing_collective(w),
        }
    }
}

fn bounds(yes: u64, unknown: u64, total: u64) -> Share {
    Share { lower: ratio(yes, total), known: ratio(yes, total - unknown), upper: ratio(yes + unknown, total) }
}

/// Numerator and denominator both move with the unknowns: at its least, an undecided system is a decentral part of the
/// potential; at its greatest, a collective one.
fn conversion(w: &Contingency) -> Share {
    let collective = w.sum(Level::is_collective, |d| d == NietOnderscheidend);
    let potential = w.distinguishing(NietOnderscheidend);
    let level_unknown = w.at(Level::Onbekend, NietOnderscheidend);
    let undecided_not_collective = w.sum(|level| !level.is_collective(), |d| d == DistinguishingUnknown);
    let undecided_maybe_collective = w.sum(|level| level != Level::Decentraal, |d| d == DistinguishingUnknown);
    Share {
        lower: ratio(collective, potential + undecided_not_collective),
        known: ratio(collective, potential - level_unknown),
        upper: ratio(collective + level_unknown + undecided_maybe_collective, potential + undecided_maybe_collective),
    }
}

fn distinguishing_collective(w: &Contingency) -> Share {
    let yes = w.sum(Level::is_collective, |d| d == Onderscheidend);
    let known = w.sum(|level| level != Level::Onbekend, |d| d != DistinguishingUnknown);
    let possible = w.sum(|level| level != Level::Decentraal, |d| d != NietOnderscheidend);
    Share { lower: ratio(yes, w.total()), known: ratio(yes, known), upper: ratio(possible, w.total()) }
}

/// A share of nothing is absent.
#[expect(clippy::cast_precision_loss, reason = "weights stay far below 2^53")]
pub(super) fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
