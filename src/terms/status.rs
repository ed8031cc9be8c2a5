//! The phase of a system's use, in the words of the Softwarecatalogus.

use serde::{Deserialize, Serialize};

/// The phase in which a municipality has a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Verwerving,
    Gepland,
    InProductie,
    UitTeFaseren,
    Uitgefaseerd,
}

impl Status {
    pub const ALL: [Self; 5] = [Self::Verwerving, Self::Gepland, Self::InProductie, Self::UitTeFaseren, Self::Uitgefaseerd];

    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Verwerving => "verwerving",
            Self::Gepland => "gepland",
            Self::InProductie => "in_productie",
            Self::UitTeFaseren => "uit_te_faseren",
            Self::Uitgefaseerd => "uitgefaseerd",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }

    /// In production or being phased out (METHOD §1, *In use*).
    #[must_use]
    pub const fn is_in_use(self) -> bool {
        matches!(self, Self::InProductie | Self::UitTeFaseren)
    }
}
