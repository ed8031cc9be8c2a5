//! Whom a text names: partnerships of which the municipality is a member, partnerships of others, municipalities.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::reference::Reference;
use crate::terms::{Lookup, Month};

/// The kinds of naming that a condition can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameKind {
    /// A partnership of which the municipality is a member in the month.
    Partnership,
    /// A partnership of which it is not.
    PartnershipOfOthers,
    /// A partnership of which not all members are known, and of which it is not among those that are.
    UnlistedPartnership,
    OtherMunicipality,
    OwnMunicipality,
}

impl NameKind {
    /// The name as it is written in rules.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Partnership => "partnership",
            Self::PartnershipOfOthers => "partnership_of_others",
            Self::UnlistedPartnership => "unlisted_partnership",
            Self::OtherMunicipality => "other_municipality",
            Self::OwnMunicipality => "own_municipality",
        }
    }
}

/// What one text names, seen from one municipality.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Names {
    /// The partnership that the municipality is a member of.
    pub partnership: Option<Arc<str>>,
    /// Whether it is only perhaps a member: it is not among the members known, and not all are.
    pub unlisted: bool,
    /// A partnership that it is no member of, when it is a member of none that is named.
    pub partnership_of_others: Option<Arc<str>>,
    /// The name of another municipality.
    pub other_municipality: Option<Arc<str>>,
    pub own_municipality: bool,
}

impl Names {
    /// What a text without a name names.
    #[must_use]
    pub const fn nobody() -> Self {
        Self { partnership: None, unlisted: false, partnership_of_others: None, other_municipality: None, own_municipality: false }
    }

    #[must_use]
    pub const fn holds(&self, kind: NameKind) -> bool {
        match kind {
            NameKind::Partnership => self.partnership.is_some(),
            NameKind::PartnershipOfOthers => self.partnership_of_others.is_some(),
            NameKind::UnlistedPartnership => self.unlisted,
            NameKind::OtherMunicipality => self.other_municipality.is_some(),
            NameKind::OwnMunicipality => self.own_municipality,
        }
    }

    /// The name that a condition of this kind found; the own municipality has none of its own here.
    #[must_use]
    pub fn name_of(&self, kind: NameKind) -> Option<String> {
        let name = match kind {
            NameKind::Partnership | NameKind::UnlistedPartnership => self.partnership.as_deref(),
            NameKind::PartnershipOfOthers => self.partnership_of_others.as_deref(),
            NameKind::OtherMunicipality => self.other_municipality.as_deref(),
            NameKind::OwnMunicipality => None,
        };
        name.map(str::to_owned)
    }

    /// The organisation that is named as a partner.
    #[must_use]
    pub fn organisation(&self) -> Option<&str> {
        self.partnership.as_deref().or(self.other_municipality.as_deref())
    }

    /// Reads a text for a municipality in a month. A partnership whose list of members is not complete can't be denied.
    #[must_use]
    pub fn read(text: &str, municipality: &str, month: Month, reference: &Reference) -> Self {
        let day: NaiveDate = month.first_day();
        let named = reference.partnerships.named_in(text);
        let member = named.iter().find(|p| p.has_member(municipality, day) || (p.validity.holds_on(day) && !p.lists_all_members()));
        let short = || reference.partnerships.named_by_member(text, municipality, day);
        let member = member.copied().or_else(short);
        let municipalities = &reference.municipalities;
        let other = municipalities.find(text, month).or_else(|| municipalities.named_as_such(text, month));
        let other = other.filter(|_| named.is_empty() && member.is_none());
        let own = other.as_deref() == Some(municipality);
        Self {
            unlisted: member.is_some_and(|p| !p.has_member(municipality, day)),
            partnership: member.map(|p| p.name.clone()),
            partnership_of_others: if member.is_none() { named.first().map(|p| p.name.clone()) } else { None },
            other_municipality: other.filter(|_| !own).and_then(|code| municipalities.name(&code).map(Arc::from)),
            own_municipality: own,
        }
    }
}

/// Remembers readings: inventories repeat the same few organisations.
#[derive(Debug, Default)]
pub struct NameCache {
    known: Lookup<Arc<str>, Lookup<String, Option<Arc<Names>>>>,
}

impl NameCache {
    /// Whom a text names; nothing when nobody.
    pub fn read(&mut self, text: &str, municipality: &Arc<str>, month: Month, reference: &Reference) -> Option<Arc<Names>> {
        let known = self.known.entry(municipality.clone()).or_default();
        if let Some(names) = known.get(text) {
            return names.clone();
        }
        let names = Some(Names::read(text, municipality, month, reference)).filter(|names| *names != Names::nobody()).map(Arc::new);
        known.insert(text.to_owned(), names.clone());
        names
    }
}
