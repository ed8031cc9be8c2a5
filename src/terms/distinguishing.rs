//! Whether inhabitants expect municipalities to differ in a system (resolution §3.4, R8).

use serde::{Deserialize, Serialize};

/// The second axis of every verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Distinguishing {
    /// Nobody expects municipalities to differ in it, only that it is good, safe and efficient.
    NietOnderscheidend,
    /// The local choice is the point; needs positive evidence.
    Onderscheidend,
    /// The evidence does not say, or contradicts itself.
    Onbekend,
}

impl Distinguishing {
    pub const ALL: [Self; 3] = [Self::NietOnderscheidend, Self::Onderscheidend, Self::Onbekend];

    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NietOnderscheidend => "niet_onderscheidend",
            Self::Onderscheidend => "onderscheidend",
            Self::Onbekend => "onbekend",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.as_str() == text)
    }
}
