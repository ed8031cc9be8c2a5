//! The disjoint sets of a change, and in which of them a system falls.

use super::{Observed, Restated};
use crate::measure::{Measure, Weight};
use crate::terms::Level;

/// A set of systems (METHOD §4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Set {
    /// Its municipality answers now and did not before.
    StartedResponding,
    /// Its municipality answered before and does not now.
    StoppedResponding,
    /// It is one with the same system of another municipality since they merged.
    JoinedByMerger,
    /// It counts now and did not before.
    Added,
    /// It counted before and does not now.
    Removed,
    /// From a lower rung to one that the measure counts.
    MovedToCollective,
    /// From a rung that the measure counts to a lower one.
    MovedFromCollective,
    /// Its level was unknown and is known.
    BecameKnown,
    /// Its level was known and is unknown.
    BecameUnknown,
    /// Today's definitions give for the earlier month what they give now: only definitions changed.
    DefinitionsChanged,
    /// Its verdict changed, and so did definitions; which of the two it was can't be told.
    DefinitionsOrReality,
    /// It only weighs more or less.
    WeightChanged,
    /// Only its weight was unknown and is known.
    WeightBecameKnown,
    /// Only its weight was known and is unknown.
    WeightBecameUnknown,
    /// Nothing changed that the measure sees.
    Unchanged,
}

impl Set {
    pub const ALL: [Self; 15] = [
        Self::StartedResponding,
        Self::StoppedResponding,
        Self::JoinedByMerger,
        Self::Added,
        Self::Removed,
        Self::MovedToCollective,
        Self::MovedFromCollective,
        Self::BecameKnown,
        Self::BecameUnknown,
        Self::DefinitionsChanged,
        Self::DefinitionsOrReality,
        Self::WeightChanged,
        Self::WeightBecameKnown,
        Self::WeightBecameUnknown,
        Self::Unchanged,
    ];

    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::StartedResponding => "started_responding",
            Self::StoppedResponding => "stopped_responding",
            Self::JoinedByMerger => "joined_by_merger",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::MovedToCollective => "moved_to_collective",
            Self::MovedFromCollective => "moved_from_collective",
            Self::BecameKnown => "became_known",
            Self::BecameUnknown => "became_unknown",
            Self::DefinitionsChanged => "definitions_changed",
            Self::DefinitionsOrReality => "definitions_or_reality",
            Self::WeightChanged => "weight_changed",
            Self::WeightBecameKnown => "weight_became_known",
            Self::WeightBecameUnknown => "weight_became_unknown",
            Self::Unchanged => "unchanged",
        }
    }
}

/// What a measure sees of a system that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Collective,
    Local,
    Unknown,
}

impl Standing {
    pub fn of(one: &Observed, measure: Measure) -> Self {
        let collective = if measure == Measure::NationalShare { Level::is_national } else { Level::is_collective };
        match one.level {
            Level::Onbekend => Self::Unknown,
            level if collective(level) => Self::Collective,
            _ => Self::Local,
        }
    }
}

/// One system in two months.
#[derive(Debug, Clone, Copy)]
pub struct Unit<'a> {
    pub place: usize,
    pub before: Option<&'a Observed>,
    pub now: Option<&'a Observed>,
    /// What the earlier month gives with today's definitions; looked at only where it was judged again.
    pub again: Option<&'a Observed>,
    pub joined: bool,
}

/// Whether the municipality of a place answered: before, before with today's definitions, and now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Answered {
    pub before: bool,
    /// Equal to `before` where the earlier month was not judged again.
    pub again: bool,
    pub now: bool,
}

impl Unit<'_> {
    /// The one set that the system is in: the first that holds, in the order of METHOD §4.
    pub fn set(&self, measure: Measure, weight: Weight, answered: Answered, basis: Restated<'_>) -> Set {
        let seen = |one: Option<&Observed>| one.map(|one| Standing::of(one, measure));
        let (before, now) = (seen(self.before), seen(self.now));
        match (before, now) {
            _ if before == now => self.weighed(weight),
            _ if self.joined => Set::JoinedByMerger,
            (None, _) if !answered.before && !answered.again => Set::StartedResponding,
            (_, None) if answered.again && !answered.now => Set::StoppedResponding,
            _ if matches!(basis, Restated::JudgedAgain(_)) && seen(self.again) == now => Set::DefinitionsChanged,
            (None, _) => Set::Added,
            (_, None) => Set::Removed,
            _ if matches!(basis, Restated::NotToldApart) => Set::DefinitionsOrReality,
            (Some(Standing::Unknown), _) => Set::BecameKnown,
            (_, Some(Standing::Unknown)) => Set::BecameUnknown,
            (_, Some(Standing::Collective)) => Set::MovedToCollective,
            _ => Set::MovedFromCollective,
        }
    }

    fn weighed(&self, weight: Weight) -> Set {
        let weighed = |one: Option<&Observed>| one.and_then(|one| one.weight(weight));
        match (weighed(self.before), weighed(self.now)) {
            (before, now) if before == now => Set::Unchanged,
            (None, _) => Set::WeightBecameKnown,
            (_, None) => Set::WeightBecameUnknown,
            _ => Set::WeightChanged,
        }
    }
}
