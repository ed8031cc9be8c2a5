//! The rungs of organisation, in the order of preference of the resolution (§2.1, R14).

use serde::{Deserialize, Serialize};

/// At which level a system is organised. The order of the variants is the order of the ladder, highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// By or for the whole government.
    Overheidsbreed,
    /// By all municipalities together, or open to each of them by right.
    CollectiefGemeentelijk,
    /// By some municipalities: a partnership, a host municipality, a cooperative of some.
    Regionaal,
    /// By the municipality on its own.
    Decentraal,
    /// The evidence does not say, or contradicts itself.
    Onbekend,
}

impl Level {
    pub const ALL: [Self; 5] =
        [Self::Overheidsbreed, Self::CollectiefGemeentelijk, Self::Regionaal, Self::Decentraal, Self::Onbekend];

    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Overheidsbreed => "overheidsbreed",
            Self::CollectiefGemeentelijk => "collectief_gemeentelijk",
            Self::Regionaal => "regionaal",
            Self::Decentraal => "decentraal",
            Self::Onbekend => "onbekend",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == text)
    }

    /// Counts for the broad share: rungs one to three (R19).
    #[must_use]
    pub const fn is_collective(self) -> bool {
        matches!(self, Self::Overheidsbreed | Self::CollectiefGemeentelijk | Self::Regionaal)
    }

    /// Counts for the strict share: rungs one and two (R19).
    #[must_use]
    pub const fn is_national(self) -> bool {
        matches!(self, Self::Overheidsbreed | Self::CollectiefGemeentelijk)
    }

    /// The level of a system that is steered at one rung and run at another: the lower of the two, and where only one is
    /// known, that one (METHOD §2).
    #[must_use]
    pub fn of(steered: Self, run: Self) -> Self {
        match (steered, run) {
            (Self::Onbekend, known) | (known, Self::Onbekend) => known,
            (a, b) => a.max(b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lower_rung_decides_and_a_known_one_beats_an_unknown() {
        assert_eq!(Level::of(Level::CollectiefGemeentelijk, Level::Overheidsbreed), Level::CollectiefGemeentelijk);
        assert_eq!(Level::of(Level::Regionaal, Level::Decentraal), Level::Decentraal);
        assert_eq!(Level::of(Level::Onbekend, Level::Regionaal), Level::Regionaal);
        assert_eq!(Level::of(Level::Onbekend, Level::Onbekend), Level::Onbekend);
    }
}
