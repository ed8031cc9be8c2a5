//! How often verdicts with the definitions that are built in are right, as measured when they were built in. Not for other definitions, and
//! not the measuring itself (`evaluate`).

use std::sync::LazyLock;

use serde::Deserialize;

/// Rows of one axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reached {
    /// Rows compared.
    pub rows: u64,
    /// Rows that got a verdict other than `onbekend`.
    pub given: u64,
    /// Of those, the ones that the label agrees with.
    pub right: u64,
}

/// What the labelled rows gave that no rule was written with. They are made up, by one labeller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accuracy {
    pub level: Reached,
    pub distinguishing: Reached,
}

impl Accuracy {
    /// The figures of the definitions that are built in; a test holds them to what `evaluate` gives.
    #[must_use]
    pub fn built_in() -> Option<Self> {
        static BUILT_IN: LazyLock<Option<Accuracy>> = LazyLock::new(|| toml::from_str(include_str!("accuracy.toml")).ok());
        *BUILT_IN
    }
}
