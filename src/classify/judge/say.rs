//! What the rules that fired say about one attribute, and the verdicts that follow.

use std::sync::Arc;

use crate::classify::Rule;
use crate::classify::evidence::{Evidence, EvidenceField};
use crate::classify::verdict::{Source, Verdict};
use crate::reference::Provision;

/// The rules that fired on one system, each with the field that it fired on.
pub type Fired<'a> = [(&'a Rule, EvidenceField)];

/// What the fired rules say about one attribute.
pub enum Say<V> {
    Nothing,
    One(V, Vec<usize>),
    Contested(Vec<usize>),
}

pub fn say<V: PartialEq + Copy>(fired: &Fired<'_>, gives: impl Fn(&Rule) -> Option<V>) -> Say<V> {
    let said: Vec<(usize, V)> =
        fired.iter().enumerate().filter_map(|(at, (rule, _))| gives(rule).map(|value| (at, value))).collect();
    let by = said.iter().map(|(at, _)| *at).collect();
    match said.first() {
        None => Say::Nothing,
        Some((_, value)) if said.iter().all(|(_, other)| other == value) => Say::One(*value, by),
        Some(_) => Say::Contested(by),
    }
}

pub fn from_rules<V>(value: V, fired: &Fired<'_>, by: &[usize], evidence: &Evidence<'_>) -> Verdict<V> {
    let shown =
        by.first().map(|at| fired[*at].1).map(|field| format!("{}: {}", field.as_str(), evidence.text(field).unwrap_or("(leeg)")));
    Verdict { value, source: Some(Source::Rule), grounds: grounds(fired, by), evidence: shown }
}

pub fn contested<V>(value: V, fired: &Fired<'_>, by: &[usize]) -> Verdict<V> {
    Verdict { value, source: Some(Source::Contested), grounds: grounds(fired, by), evidence: None }
}

fn grounds(fired: &Fired<'_>, by: &[usize]) -> Vec<Arc<str>> {
    by.iter().map(|at| fired[*at].0.id.clone()).collect()
}

pub fn from_catalogue<V>(value: V, provision: &Provision, evidence: &Evidence<'_>) -> Verdict<V> {
    let shown = evidence.text(EvidenceField::Name).map(|name| format!("name: {name}"));
    Verdict {
        value,
        source: Some(Source::Catalogue),
        grounds: vec![Arc::from(format!("provision/{}", provision.id))],
        evidence: shown,
    }
}
