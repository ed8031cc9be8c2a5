//! The fields that an inventory can have: an allow-list. A column that is none of these is never read into a table.

use serde::Deserialize;

/// What a column can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The inventory's own number for the system.
    Id,
    Name,
    /// The maker or supplier.
    Vendor,
    Version,
    Description,
    /// GEMMA reference components, by name or id.
    Component,
    Domain,
    Status,
    Hosting,
    /// Who hosts it.
    HostingParty,
    /// Who holds the contract.
    ContractParty,
    /// Who decides about it: commissions it, sets its course.
    SteeredBy,
    /// Who operates it.
    Operator,
    /// The partnership that it is shared in.
    Partnership,
    /// The municipalities for which a partnership registers the use, several in one cell.
    Participants,
    /// The municipality that uses it, by name.
    Municipality,
    /// The same by CBS code.
    MunicipalityCode,
    /// The organisation level, as the municipality itself declares it.
    Level,
    /// Distinguishing or not, as the municipality itself declares it.
    Distinguishing,
    /// Yearly cost in euro.
    Cost,
    Users,
    ContractEnd,
    /// How well it does what it is for, as the municipality notes it (R12).
    FunctionalQuality,
    TechnicalQuality,
    /// How content its users are.
    Satisfaction,
    /// Tolerate, invest, migrate or eliminate.
    PortfolioAdvice,
    /// The application at the other end of a connection.
    FarEnd,
    /// The facility outside the municipality at the other end of a connection.
    Facility,
    Direction,
    /// Whether a connection follows a standard or was made to measure.
    Basis,
    /// The standard that a connection follows.
    Standard,
    Protocol,
    /// What stands between the two ends of a connection.
    Via,
}

impl Field {
    pub const ALL: [Self; 33] = [
        Self::Id,
        Self::Name,
        Self::Vendor,
        Self::Version,
        Self::Description,
        Self::Component,
        Self::Domain,
        Self::Status,
        Self::Hosting,
        Self::HostingParty,
        Self::ContractParty,
        Self::SteeredBy,
        Self::Operator,
        Self::Partnership,
        Self::Participants,
        Self::Municipality,
        Self::MunicipalityCode,
        Self::Level,
        Self::Distinguishing,
        Self::Cost,
        Self::Users,
        Self::ContractEnd,
        Self::FunctionalQuality,
        Self::TechnicalQuality,
        Self::Satisfaction,
        Self::PortfolioAdvice,
        Self::FarEnd,
        Self::Facility,
        Self::Direction,
        Self::Basis,
        Self::Standard,
        Self::Protocol,
        Self::Via,
    ];

    /// The name used in layouts and messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Vendor => "vendor",
            Self::Version => "version",
            Self::Description => "description",
            Self::Component => "component",
            Self::Domain => "domain",
            Self::Status => "status",
            Self::Hosting => "hosting",
            Self::HostingParty => "hosting_party",
            Self::ContractParty => "contract_party",
            Self::SteeredBy => "steered_by",
            Self::Operator => "operator",
            Self::Partnership => "partnership",
            Self::Participants => "participants",
            Self::Municipality => "municipality",
            Self::MunicipalityCode => "municipality_code",
            Self::Level => "level",
            Self::Distinguishing => "distinguishing",
            Self::Cost => "cost",
            Self::Users => "users",
            Self::ContractEnd => "contract_end",
            Self::FunctionalQuality => "functional_quality",
            Self::TechnicalQuality => "technical_quality",
            Self::Satisfaction => "satisfaction",
            Self::PortfolioAdvice => "portfolio_advice",
            Self::FarEnd => "far_end",
            Self::Facility => "facility",
            Self::Direction => "direction",
            Self::Basis => "basis",
            Self::Standard => "standard",
            Self::Protocol => "protocol",
            Self::Via => "via",
        }
    }

    /// The fields in which a partner is named.
    pub const PARTNERS: [Self; 4] = [Self::Partnership, Self::ContractParty, Self::SteeredBy, Self::Operator];

    /// Whether a partner could have been named here: the condition for presuming that silence means *on its own* (METHOD §2).
    #[must_use]
    pub const fn can_name_partner(self) -> bool {
        matches!(
            self,
            Self::Partnership | Self::Participants | Self::ContractParty | Self::SteeredBy | Self::Operator | Self::Level
        )
    }
}
