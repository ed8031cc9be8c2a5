//! One rule: what it concludes, why, from which source, when, and what shows that it works. The format is in `docs/rules.md`.

use std::borrow::Cow;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::condition::{Condition, WrittenCondition};
use super::evidence::{Evidence, EvidenceField};
use super::names::Names;
use super::word_lists::WordLists;
use crate::reference::Reference;
use crate::terms::{Certainty, Distinguishing, Level, Month, Role, Validity};

const FACETS: [&str; 4] = ["samen_denken", "samen_bouwen", "samen_exploiteren", "collectief_contract"];

/// What a rule concludes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gives {
    pub distinguishing: Option<Distinguishing>,
    pub steered_by: Option<Level>,
    pub run_by: Option<Level>,
    pub role: Option<Role>,
    #[serde(default)]
    pub facets: Vec<String>,
    pub doubt: Option<Doubt>,
}

/// What a rule keeps from being concluded about the level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The partner fields can't be relied on: whatever else they say, the level stays `onbekend`.
    Level,
    /// Somebody may be meant who is not known: nothing is presumed.
    Presumption,
}

impl Doubt {
    /// The name as it is written in rules.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Presumption => "presumption",
        }
    }
}

/// A row that a rule must match, or must leave alone.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    pub name: Option<String>,
    pub vendor: Option<String>,
    pub description: Option<String>,
    pub component: Option<String>,
    pub domain: Option<String>,
    pub hosting: Option<String>,
    pub hosting_party: Option<String>,
    pub contract_party: Option<String>,
    pub steered_by: Option<String>,
    pub operator: Option<String>,
    pub partnership: Option<String>,
    pub registered_by: Option<String>,
    pub layout: Option<String>,
    /// The municipality's code, where membership matters.
    pub municipality: Option<String>,
    /// Why it is an example, for the reader.
    pub why: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    id: String,
    gives: Gives,
    because: String,
    source: String,
    #[serde(default)]
    certainty: Certainty,
    #[serde(default)]
    since: String,
    #[serde(default)]
    until: String,
    when: Vec<WrittenCondition>,
    #[serde(default)]
    unless: Vec<WrittenCondition>,
    #[serde(default, rename = "match")]
    matches: Vec<Example>,
    #[serde(default, rename = "near_miss")]
    near_misses: Vec<Example>,
}

/// A rule that was read and checked.
#[derive(Debug, Clone)]
pub struct Rule {
    pub id: Arc<str>,
    pub gives: Gives,
    pub because: String,
    pub source: String,
    /// How sure a verdict is that rests on it.
    pub certainty: Certainty,
    pub validity: Validity,
    pub when: Vec<Condition>,
    pub unless: Vec<Condition>,
    pub matches: Vec<Example>,
    pub near_misses: Vec<Example>,
    /// The file's text, as it is shown to who asks.
    pub text: String,
}

impl Rule {
    /// Reads one file of the rulebook.
    ///
    /// # Errors
    /// When it is no rule, or a rule without ground, source or examples. Names the file.
    pub fn parse(path: &str, text: &str, lists: &WordLists) -> Result<Self> {
        let written: WrittenRule = toml::from_str(text).with_context(|| format!("in {path}"))?;
        if format!("rules/{}.toml", written.id) != path {
            bail!("{path}: the id is '{}', which is not the path", written.id);
        }
        if let Some(lack) = written.lack() {
            bail!("{path}: {lack}");
        }
        let read = |conditions: Vec<WrittenCondition>| -> Result<Vec<Condition>> {
            conditions
                .into_iter()
                .map(|condition| condition.read(lists).map_err(|lack| anyhow::anyhow!("{path}: {lack}")))
                .collect()
        };
        Ok(Self {
            id: written.id.into(),
            validity: Validity::parse(&written.since, &written.until).map_err(|lack| anyhow::anyhow!("{path}: {lack}"))?,
            gives: written.gives,
            because: written.because,
            source: written.source,
            certainty: written.certainty,
            when: read(written.when)?,
            unless: read(written.unless)?,
            matches: written.matches,
            near_misses: written.near_misses,
            text: text.to_owned(),
        })
    }

    /// The month in which its examples are tried: the first in which it holds throughout, or November 2026.
    #[must_use]
    pub fn example_month(&self) -> Month {
        self.validity.since.map_or(Month::EXAMPLE, Month::starting_from)
    }

    /// Whether it fires, and the field of its first condition. Plain and slow; see [`Condition::holds`].
    #[must_use]
    pub fn fires(&self, evidence: &Evidence<'_>) -> Option<EvidenceField> {
        let mut fields = self.when.iter().map(|condition| condition.holds(evidence));
        let first = fields.next().flatten()?;
        let all = fields.all(|field| field.is_some()) && self.unless.iter().all(|condition| condition.holds(evidence).is_none());
        all.then_some(first)
    }
}

impl WrittenRule {
    fn lack(&self) -> Option<String> {
        let gives = &self.gives;
        let nothing = gives.distinguishing.is_none()
            && gives.steered_by.is_none()
            && gives.run_by.is_none()
            && gives.role.is_none()
            && gives.doubt.is_none();
        let unknown = gives.distinguishing == Some(Distinguishing::Onbekend)
            || [gives.steered_by, gives.run_by].contains(&Some(Level::Onbekend));
        if let Some(facet) = gives.facets.iter().find(|facet| !FACETS.contains(&facet.as_str())) {
            return Some(format!("'{facet}' is no facet; the facets are {}", FACETS.join(", ")));
        }
        let lacks = [
            (nothing && gives.facets.is_empty(), "it concludes nothing"),
            (unknown, "'onbekend' is the absence of a conclusion, a rule can't give it"),
            (self.because.trim().is_empty(), "it does not say why ('because')"),
            (self.source.trim().is_empty(), "it does not say where its ground is found ('source')"),
            (self.when.is_empty(), "it has no condition ('when')"),
            (self.matches.is_empty(), "it has no example that it must match ('match')"),
            (self.near_misses.is_empty(), "it has no near miss that it must leave alone ('near_miss')"),
        ];
        lacks.into_iter().find_map(|(is_lacking, text)| is_lacking.then(|| text.to_owned()))
    }
}

impl Example {
    /// The example as evidence, in the month in which the rule is tried.
    #[must_use]
    pub fn evidence(&self, month: Month, reference: &Reference) -> Evidence<'_> {
        let mut evidence = Evidence { could_name_partner: true, ..Evidence::default() };
        for field in EvidenceField::ALL {
            evidence.set(field, self.text(field).map(Cow::Borrowed));
        }
        for field in EvidenceField::NAMING {
            let read = |text| Names::read(text, self.municipality.as_deref().unwrap_or_default(), month, reference);
            evidence.set_named(field, self.text(field).map(read).map(Arc::new));
        }
        evidence
    }

    fn text(&self, field: EvidenceField) -> Option<&str> {
        match field {
            EvidenceField::Name => self.name.as_deref(),
            EvidenceField::Vendor => self.vendor.as_deref(),
            EvidenceField::Description => self.description.as_deref(),
            EvidenceField::Component => self.component.as_deref(),
            EvidenceField::Domain => self.domain.as_deref(),
            EvidenceField::Hosting => self.hosting.as_deref(),
            EvidenceField::HostingParty => self.hosting_party.as_deref(),
            EvidenceField::ContractParty => self.contract_party.as_deref(),
            EvidenceField::SteeredBy => self.steered_by.as_deref(),
            EvidenceField::Operator => self.operator.as_deref(),
            EvidenceField::Partnership => self.partnership.as_deref(),
            EvidenceField::RegisteredBy => self.registered_by.as_deref(),
            EvidenceField::Layout => self.layout.as_deref(),
        }
    }

    /// The example in words, for a message.
    #[must_use]
    pub fn shown(&self) -> String {
        let parts = EvidenceField::ALL
            .into_iter()
            .filter_map(|field| self.text(field).map(|text| format!("{} = \"{text}\"", field.as_str())));
        parts.collect::<Vec<_>>().join(", ")
    }
}
