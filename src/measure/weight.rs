//! What is counted, how heavily, and what one system weighs (METHOD §3, *Weights*).

use crate::inventory::Record;

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

    /// The value as it is published.
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
    /// Yearly cost, in cents. It undercounts the top rung: a national facility sends its users no invoice.
    Cost,
    /// Number of users; somebody who uses two systems counts in both.
    Users,
}

impl Weight {
    pub const ALL: [Self; 3] = [Self::Count, Self::Cost, Self::Users];

    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Cost => "cost",
            Self::Users => "users",
        }
    }

    /// The greatest weight that one system is believed to have: ten thousand million euro a year, a thousand million users. More is a
    /// mistake, hence not known. So a sum over millions of systems fits, and one wrong cell does not drown a nation.
    const fn most(self) -> u64 {
        match self {
            Self::Count => 1,
            Self::Cost => 1_000_000_000_000,
            Self::Users => 1_000_000_000,
        }
    }

    /// What a system weighs; absent when its inventory does not say.
    #[must_use]
    pub fn of(self, record: &Record) -> Option<u64> {
        self.believed(record.cost_cents, record.users)
    }

    /// What a system of this cost and so many users weighs; absent when that is not said, or can't be.
    #[must_use]
    pub fn believed(self, cost_cents: Option<i64>, users: Option<u64>) -> Option<u64> {
        let value = match self {
            Self::Count => Some(1),
            Self::Cost => cost_cents.and_then(|cents| u64::try_from(cents).ok()),
            Self::Users => users,
        };
        value.filter(|value| *value <= self.most())
    }
}

/// Unit and weight of a figure. Cells are only counted: a system of several components has one cost, and no inventory says which
/// part of it each component takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Basis {
    pub unit: Unit,
    pub weight: Weight,
}

impl Basis {
    /// Systems, each counted as one.
    pub const HEADLINE: Self = Self { unit: Unit::Systems, weight: Weight::Count };

    /// All that figures are made for, in the order in which they are published.
    pub const ALL: [Self; 4] = [
        Self { unit: Unit::Systems, weight: Weight::Count },
        Self { unit: Unit::Systems, weight: Weight::Cost },
        Self { unit: Unit::Systems, weight: Weight::Users },
        Self { unit: Unit::Cells, weight: Weight::Count },
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_that_cannot_be_is_not_known() {
        let of = |cost_cents, users| {
            let record = Record { cost_cents, users, ..Record::default() };
            Weight::ALL.map(|weight| weight.of(&record))
        };
        assert_eq!(of(None, None), [Some(1), None, None]);
        assert_eq!(of(Some(0), Some(0)), [Some(1), Some(0), Some(0)], "nought is known");
        assert_eq!(of(Some(1_000_000_000_001), Some(1_000_000_001)), [Some(1), None, None]);
        assert_eq!(of(Some(-1), None), [Some(1), None, None]);
    }
}
