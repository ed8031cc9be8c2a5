//! How sure a fact or a verdict is.

use serde::Deserialize;

/// From sure to doubtful; the order lets the least certain of several be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    #[default]
    Certain,
    Probable,
    Uncertain,
}

impl Certainty {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Probable => "probable",
            Self::Uncertain => "uncertain",
        }
    }
}
