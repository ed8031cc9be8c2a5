//! What a decision is: for which systems, what it says on which axis, and what it expects to find.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::terms::{Distinguishing, Level, Month, Role};

/// What can be decided about a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    Role,
    Level,
    Distinguishing,
}

impl Axis {
    pub const ALL: [Self; 3] = [Self::Role, Self::Level, Self::Distinguishing];

    /// The name as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Level => "level",
            Self::Distinguishing => "distinguishing",
        }
    }
}

/// A verdict that a person gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    Role(Role),
    Level(Level),
    Distinguishing(Distinguishing),
}

impl Answer {
    /// Reads a published word of an axis. `onbekend` is no decision.
    #[must_use]
    pub fn parse(axis: Axis, text: &str) -> Option<Self> {
        Self::all(axis).into_iter().find(|answer| answer.as_str() == text)
    }

    /// All that can be decided on an axis, in the order of the ladder.
    #[must_use]
    pub fn all(axis: Axis) -> Vec<Self> {
        match axis {
            Axis::Role => Role::ALL.into_iter().map(Self::Role).collect(),
            Axis::Level => Level::ALL.into_iter().filter(|level| *level != Level::Onbekend).map(Self::Level).collect(),
            Axis::Distinguishing => {
                let known = |value: &Distinguishing| *value != Distinguishing::Onbekend;
                Distinguishing::ALL.into_iter().filter(known).map(Self::Distinguishing).collect()
            }
        }
    }

    #[must_use]
    pub const fn axis(self) -> Axis {
        match self {
            Self::Role(_) => Axis::Role,
            Self::Level(_) => Axis::Level,
            Self::Distinguishing(_) => Axis::Distinguishing,
        }
    }

    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Role(role) => role.as_str(),
            Self::Level(level) => level.as_str(),
            Self::Distinguishing(value) => value.as_str(),
        }
    }
}

/// What the tool by itself says of an axis, in words that can be compared: the value, its source and its grounds.
#[must_use]
pub fn expectation(value: &str, source: Option<&str>, grounds: Option<&str>) -> String {
    match (source, grounds) {
        (Some(source), Some(grounds)) => format!("{value} ({source}: {grounds})"),
        (Some(source), None) => format!("{value} ({source})"),
        (None, _) => value.to_owned(),
    }
}

/// For which systems a decision is meant. The order is that in which scopes go before one another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// One system.
    System { municipality: Arc<str>, id: Box<str> },
    /// The systems of one municipality with the product and evidence.
    Municipality(Arc<str>),
    /// All systems with the product and evidence.
    Everywhere,
}

impl Scope {
    /// The word of its kind, as it is written.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::System { .. } => "system",
            Self::Municipality(_) => "municipality",
            Self::Everywhere => "everywhere",
        }
    }

    /// The municipality that it is limited to.
    #[must_use]
    pub const fn municipality(&self) -> Option<&Arc<str>> {
        match self {
            Self::System { municipality, .. } | Self::Municipality(municipality) => Some(municipality),
            Self::Everywhere => None,
        }
    }
}

/// What is decided on one axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub answer: Answer,
    /// What the tool by itself must say for the decision to hold; see [`expectation`].
    pub expect: Box<str>,
}

/// One decision.
#[derive(Debug, Clone)]
pub struct Decision {
    pub id: Arc<str>,
    /// The file of `data/reviews/` that it stands in, and its line.
    pub path: String,
    pub line: u64,
    pub scope: Scope,
    pub product: Box<str>,
    pub vendor: Box<str>,
    /// The evidence that was judged.
    pub evidence: Box<str>,
    /// One for each axis that is decided, in order.
    pub said: Vec<Said>,
    pub because: String,
    pub who: String,
    pub date: NaiveDate,
    /// The first month in which it holds.
    pub since: Month,
    /// The first month in which it holds no more.
    pub until: Option<Month>,
}

impl Decision {
    #[must_use]
    pub fn on(&self, axis: Axis) -> Option<&Said> {
        self.said.iter().find(|said| said.answer.axis() == axis)
    }

    #[must_use]
    pub fn holds_in(&self, month: Month) -> bool {
        self.since <= month && self.until.is_none_or(|until| month < until)
    }

    /// Whether two hold in some month together.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.until.is_none_or(|until| other.since < until) && other.until.is_none_or(|until| self.since < until)
    }

    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}:{}", self.path, self.line)
    }

    /// Who decided, when and why, as the evidence of a verdict.
    #[must_use]
    pub fn ground(&self) -> String {
        format!("{}, {}: {}", self.who, self.date, self.because)
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said: Vec<&str> = self.said.iter().map(|said| said.answer.as_str()).collect();
        write!(f, "{}: {}", self.id, said.join(", "))
    }
}
