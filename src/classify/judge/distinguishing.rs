//! Whether a system distinguishes: declared, by rules, or by the catalogue's default for its reference components (METHOD §2).

use std::sync::Arc;

use chrono::NaiveDate;

use super::say::{Fired, Say, contested, from_rules, say};
use crate::classify::evidence::Evidence;
use crate::classify::verdict::{Source, Verdict};
use crate::reference::Components;
use crate::terms::Distinguishing;

/// The verdict on one piece of evidence.
pub fn distinguishing(
    fired: &Fired<'_>,
    evidence: &Evidence<'_>,
    components: &Components,
    day: NaiveDate,
) -> Verdict<Distinguishing> {
    if let Some(value) = evidence.declared_distinguishing {
        return Verdict { value, source: Some(Source::Declared), grounds: Vec::new(), evidence: None };
    }
    match say(fired, |rule| rule.gives.distinguishing) {
        Say::One(value, by) => from_rules(value, fired, &by, evidence),
        Say::Contested(by) => contested(Distinguishing::Onbekend, fired, &by),
        Say::Nothing => by_component(evidence, components, day),
    }
}

/// The catalogue's default for the reference components, where they agree.
fn by_component(evidence: &Evidence<'_>, components: &Components, day: NaiveDate) -> Verdict<Distinguishing> {
    let components = evidence.components.iter().filter_map(|id| components.get(id));
    let known: Vec<(&str, Distinguishing)> = components
        .filter_map(|component| component.default.as_ref().map(|default| (component.name.as_str(), default)))
        .filter(|(_, default)| default.validity.holds_on(day) && default.distinguishing != Distinguishing::Onbekend)
        .map(|(name, default)| (name, default.distinguishing))
        .collect();
    let Some((name, value)) = known.first().copied() else { return Verdict::without_evidence(Distinguishing::Onbekend) };
    let grounds = known.iter().map(|(name, _)| Arc::from(format!("component/{name}"))).collect();
    if known.iter().any(|(_, other)| *other != value) {
        return Verdict { value: Distinguishing::Onbekend, source: Some(Source::Contested), grounds, evidence: None };
    }
    Verdict { value, source: Some(Source::Catalogue), grounds, evidence: Some(format!("component: {name}")) }
}
