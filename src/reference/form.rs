//! The form in which a body organises: how far it reaches, and its legal form (resolution §2.1 and §3.5, R18).
//!
//! Not the rung of the ladder: a cross-border body of some municipalities is `europees` and `regionaal` at once.

use serde::Deserialize;

/// How far the body reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Across the border, or laid down by the law of the European Union.
    Europees,
    /// The whole country.
    Landelijk,
    /// A part of it.
    Regionaal,
}

impl Reach {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Europees => "europees",
            Self::Landelijk => "landelijk",
            Self::Regionaal => "regionaal",
        }
    }
}

/// The legal form; the first five are those of the act on joint arrangements (Wgr).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalForm {
    OpenbaarLichaam,
    Bedrijfsvoeringsorganisatie,
    GemeenschappelijkOrgaan,
    /// One municipality does it for the others.
    Centrumgemeente,
    RegelingZonderMeer,
    Cooperatie,
    Stichting,
}

impl LegalForm {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OpenbaarLichaam => "openbaar_lichaam",
            Self::Bedrijfsvoeringsorganisatie => "bedrijfsvoeringsorganisatie",
            Self::GemeenschappelijkOrgaan => "gemeenschappelijk_orgaan",
            Self::Centrumgemeente => "centrumgemeente",
            Self::RegelingZonderMeer => "regeling_zonder_meer",
            Self::Cooperatie => "cooperatie",
            Self::Stichting => "stichting",
        }
    }
}

/// What is known of the form of a body; absent parts are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrganisationForm {
    pub reach: Option<Reach>,
    pub legal: Option<LegalForm>,
}

impl OrganisationForm {
    /// The form of a municipality that does something for others.
    pub const HOST: Self = Self { reach: Some(Reach::Regionaal), legal: Some(LegalForm::Centrumgemeente) };
}
