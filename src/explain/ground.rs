//! What a verdict rests on, or could have rested on: a rule with its conditions, an entry of the catalogue.

use serde::Serialize;

use crate::classify::{Condition, Held, Rule, Trial, Tried};
use crate::reference::{ComponentDefault, Provision};

/// A rule or an entry of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ground {
    /// `rule`, `provision` or `component`.
    pub kind: &'static str,
    pub id: String,
    /// Attribute and value that it gives on the axis.
    pub gives: Vec<(&'static str, &'static str)>,
    pub because: String,
    pub source: String,
    pub certainty: Option<&'static str>,
    /// Of a rule: its conditions, with where they hold.
    pub conditions: Vec<Asked>,
}

/// A condition, and where it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    pub fields: Vec<&'static str>,
    /// The test as it is written in rules.
    pub test: &'static str,
    /// Words, names of lists, a kind of name, yes or no.
    pub asks_for: Vec<String>,
    pub held: Option<HeldAt>,
}

/// Where a condition holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldAt {
    pub field: &'static str,
    /// The whole text of the field.
    pub text: Option<String>,
    /// The word or name in it that was looked for.
    pub found: Option<String>,
}

impl Asked {
    #[must_use]
    pub fn of(condition: &Condition, held: Option<&Held>) -> Self {
        let at = |held: &Held| HeldAt { field: held.field.as_str(), text: held.text.clone(), found: held.found.clone() };
        Self {
            fields: condition.fields.iter().map(|field| field.as_str()).collect(),
            test: condition.test.as_str(),
            asks_for: condition.test.asks_for(),
            held: held.map(at),
        }
    }
}

/// The axes of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    Role,
    Distinguishing,
    Level,
}

impl On {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Distinguishing => "distinguishing",
            Self::Level => "level",
        }
    }
}

/// What a rule gives on an axis; nothing when it is about another.
pub fn gives(rule: &Rule, on: On) -> Vec<(&'static str, &'static str)> {
    let gives = &rule.gives;
    let of_axis = match on {
        On::Role => [gives.role.map(|role| ("role", role.as_str())), None, None],
        On::Distinguishing => [gives.distinguishing.map(|value| ("distinguishing", value.as_str())), None, None],
        On::Level => [
            gives.steered_by.map(|level| ("steered_by", level.as_str())),
            gives.run_by.map(|level| ("run_by", level.as_str())),
            gives.doubt.map(|doubt| ("doubt", doubt.as_str())),
        ],
    };
    of_axis.into_iter().flatten().collect()
}

impl Ground {
    #[must_use]
    pub fn of_rule(trial: &Trial<'_>, on: On) -> Self {
        let asked = |tried: &Tried<'_>| Asked::of(tried.condition, tried.held.as_ref());
        Self {
            kind: "rule",
            id: trial.rule.id.to_string(),
            gives: gives(trial.rule, on),
            because: trial.rule.because.clone(),
            source: trial.rule.source.clone(),
            certainty: Some(trial.rule.certainty.as_str()),
            conditions: trial.when.iter().map(asked).collect(),
        }
    }

    #[must_use]
    pub fn of_provision(provision: &Provision, on: On) -> Self {
        let given = match on {
            On::Role => ("role", provision.coverage_role.as_str()),
            _ => ("level", provision.level.as_str()),
        };
        Self {
            kind: "provision",
            id: format!("provision/{}", provision.id),
            gives: vec![given],
            because: provision.name.clone(),
            source: provision.source.clone(),
            certainty: Some(provision.certainty.as_str()),
            conditions: Vec::new(),
        }
    }

    #[must_use]
    pub fn of_component(name: &str, default: &ComponentDefault) -> Self {
        Self {
            kind: "component",
            id: format!("component/{name}"),
            gives: vec![("distinguishing", default.distinguishing.as_str())],
            because: default.because.clone(),
            source: default.source.clone(),
            certainty: None,
            conditions: Vec::new(),
        }
    }
}
