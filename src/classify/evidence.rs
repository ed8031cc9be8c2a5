//! What the rules can look at: the texts of a system, and whom its partner fields name.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Deserialize;

use super::names::Names;
use crate::terms::{Distinguishing, Level, name_key};

/// The fields that conditions can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceField {
    Name,
    Vendor,
    Description,
    Component,
    Domain,
    Hosting,
    HostingParty,
    ContractParty,
    SteeredBy,
    Operator,
    Partnership,
    /// The partnership of which a row stands for the municipality.
    RegisteredBy,
    Layout,
}

impl EvidenceField {
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::Vendor,
        Self::Description,
        Self::Component,
        Self::Domain,
        Self::Hosting,
        Self::HostingParty,
        Self::ContractParty,
        Self::SteeredBy,
        Self::Operator,
        Self::Partnership,
        Self::RegisteredBy,
        Self::Layout,
    ];

    /// The name as it is written in rules and shown in evidence.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Vendor => "vendor",
            Self::Description => "description",
            Self::Component => "component",
            Self::Domain => "domain",
            Self::Hosting => "hosting",
            Self::HostingParty => "hosting_party",
            Self::ContractParty => "contract_party",
            Self::SteeredBy => "steered_by",
            Self::Operator => "operator",
            Self::Partnership => "partnership",
            Self::RegisteredBy => "registered_by",
            Self::Layout => "layout",
        }
    }

    /// The fields in which an organisation may be named as partner.
    pub const NAMING: [Self; 8] = [
        Self::Vendor,
        Self::Hosting,
        Self::HostingParty,
        Self::ContractParty,
        Self::SteeredBy,
        Self::Operator,
        Self::Partnership,
        Self::RegisteredBy,
    ];
}

static NOBODY: Names = Names::nobody();

/// The texts of one system, with what they name. Equal for systems that must get equal verdicts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Evidence<'a> {
    /// What product and maker are called, in the form in which they are compared; by these reviews know a system.
    pub product: &'a str,
    pub maker: &'a str,
    pub(super) texts: [Option<Cow<'a, str>>; EvidenceField::ALL.len()],
    /// Per naming field, in the order of [`EvidenceField::NAMING`]; absent where nobody is named, as nearly everywhere.
    pub(super) names: [Option<Arc<Names>>; EvidenceField::NAMING.len()],
    /// Ids of GEMMA reference components.
    pub components: Cow<'a, [Arc<str>]>,
    pub declared_level: Option<Level>,
    pub declared_distinguishing: Option<Distinguishing>,
    pub could_name_partner: bool,
    /// Whether a field for a partner says in words that it is not known.
    pub partner_not_known: bool,
}

impl<'a> Evidence<'a> {
    pub fn set(&mut self, field: EvidenceField, text: Option<Cow<'a, str>>) {
        self.texts[field as usize] = text;
    }

    #[must_use]
    pub fn text(&self, field: EvidenceField) -> Option<&str> {
        self.texts[field as usize].as_deref()
    }

    /// Says whom the text of a naming field names; nothing for other fields.
    pub fn set_named(&mut self, field: EvidenceField, names: Option<Arc<Names>>) {
        if let Some(at) = EvidenceField::NAMING.iter().position(|naming| *naming == field) {
            self.names[at] = names;
        }
    }

    /// The text in the form in which it is compared; empty when there is none.
    #[must_use]
    pub fn comparable(&self, field: EvidenceField) -> String {
        self.text(field).map(name_key).unwrap_or_default()
    }

    /// Whether something is named with a question mark: `Dimpact?`.
    #[must_use]
    pub fn is_in_doubt(&self, field: EvidenceField) -> bool {
        self.text(field).is_some_and(|text| text.contains('?') && text.chars().any(char::is_alphanumeric))
    }

    /// What a naming field names; nothing for other fields.
    #[must_use]
    pub fn named(&self, field: EvidenceField) -> Option<&Names> {
        let at = EvidenceField::NAMING.iter().position(|naming| *naming == field)?;
        Some(self.names[at].as_deref().unwrap_or(&NOBODY))
    }

    /// The naming fields, each with whom it names.
    pub fn all_named(&self) -> impl Iterator<Item = (EvidenceField, &Names)> {
        EvidenceField::NAMING.into_iter().zip(self.names.iter().map(|names| names.as_deref().unwrap_or(&NOBODY)))
    }
}
