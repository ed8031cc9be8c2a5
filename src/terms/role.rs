//! What an inventory row stands for: a system, or something that is recorded beside the systems (METHOD §1, *Not a system*).

use serde::{Deserialize, Serialize};

/// The role of a row in coverage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// An application: counts when it is in use.
    System,
    /// A connection to a national facility or register that one looks up.
    NationalConnection,
    /// A standard or an agreement.
    StandardOrAgreement,
    /// A joint contract, not a system of its own.
    ContractVehicle,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::System, Self::NationalConnection, Self::StandardOrAgreement, Self::ContractVehicle];

    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::NationalConnection => "national_connection",
            Self::StandardOrAgreement => "standard_or_agreement",
            Self::ContractVehicle => "contract_vehicle",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}
