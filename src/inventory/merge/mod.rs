//! Rows that are about one system become that system (METHOD §1).
//!
//! Nothing depends on the order of the rows: of different values the most frequent stands, of equally frequent ones the first
//! in the alphabet, and of names the shortest. Where rows contradict each other about something that matters, a problem says so.

mod identity;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use identity::identity;
use identity::organisation_key;

use super::{Record, Words};
use crate::terms::Status;

/// A value on which the rows disagreed: which field, what was found, what is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    pub found: String,
    pub used: String,
}

/// Merges the rows of one system. `rows` is not empty.
#[must_use]
pub fn merge(rows: &[&Record], words: &Words) -> (Record, Vec<Conflict>) {
    let [first, rest @ ..] = rows else { return (Record::default(), Vec::new()) };
    if rest.is_empty() {
        return ((*first).clone(), Vec::new());
    }
    let mut conflicts = Vec::new();
    let text = |field: fn(&Record) -> &Option<Box<str>>| most_frequent(rows.iter().filter_map(|record| field(record).clone()));
    let mut telling = |label: &str, field: fn(&Record) -> &Option<Box<str>>| {
        agreed(label, rows.iter().filter_map(|record| field(record).clone()), words, &mut conflicts)
    };
    let record = Record {
        municipality: first.municipality.clone(),
        row: rows.iter().map(|record| record.row).min().unwrap_or(first.row),
        vendor: telling("leverancier", |record| &record.vendor),
        hosting_party: telling("hostingpartij", |record| &record.hosting_party),
        contract_party: telling("contractpartij", |record| &record.contract_party),
        steered_by: telling("regie", |record| &record.steered_by),
        operator: telling("beheerder", |record| &record.operator),
        partnership: telling("samenwerkingsverband", |record| &record.partnership),
        id: text(|record| &record.id),
        name: most_frequent(rows.iter().map(|record| (record.name.len(), record.name.clone())))
            .map(|(_, name)| name)
            .unwrap_or_default(),
        version: joined(rows.iter().filter_map(|record| record.version.clone())),
        description: text(|record| &record.description),
        domain: text(|record| &record.domain),
        hosting: text(|record| &record.hosting),
        hosting_form: text(|record| &record.hosting_form),
        components: union(rows),
        partner_not_known: rows.iter().any(|record| record.partner_not_known),
        status: rows.iter().filter_map(|record| record.status).min_by_key(|status| nearness(*status)),
        level: agreed_value(
            "niveau",
            rows.iter().filter_map(|record| record.level),
            |level| level.as_str().to_owned(),
            &mut conflicts,
        ),
        distinguishing: agreed_value(
            "onderscheidend",
            rows.iter().filter_map(|record| record.distinguishing),
            |value| value.as_str().to_owned(),
            &mut conflicts,
        ),
        cost_cents: agreed_value("kosten", rows.iter().filter_map(|record| record.cost_cents), euro, &mut conflicts),
        users: rows.iter().filter_map(|record| record.users).max(),
        contract_end: rows.iter().filter_map(|record| record.contract_end).max(),
    };
    (record, conflicts)
}

/// A system of which one version is in production is in production.
const fn nearness(status: Status) -> u8 {
    match status {
        Status::InProductie => 0,
        Status::UitTeFaseren => 1,
        Status::Verwerving => 2,
        Status::Gepland => 3,
        Status::Uitgefaseerd => 4,
    }
}

fn counted<V: Ord>(values: impl Iterator<Item = V>) -> BTreeMap<V, usize> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    counts
}

fn most_frequent<V: Ord>(values: impl Iterator<Item = V>) -> Option<V> {
    counted(values).into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0))).map(|(value, _)| value)
}

/// The value most rows have. Names that differ in spelling or legal form only are no contradiction.
fn agreed(label: &str, values: impl Iterator<Item = Box<str>>, words: &Words, conflicts: &mut Vec<Conflict>) -> Option<Box<str>> {
    let values: Vec<Box<str>> = values.collect();
    let keys = counted(values.iter().map(|value| organisation_key(value, words)));
    let used = most_frequent(values.iter().cloned());
    if keys.len() > 1 {
        let found: Vec<Box<str>> = counted(values.into_iter()).into_keys().collect();
        conflicts
            .push(Conflict { found: format!("{label}: {}", found.join(" / ")), used: used.clone().unwrap_or_default().into() });
    }
    used
}

fn agreed_value<V: Ord + Copy>(
    label: &str,
    values: impl Iterator<Item = V>,
    shown: impl Fn(V) -> String,
    conflicts: &mut Vec<Conflict>,
) -> Option<V> {
    let counts = counted(values);
    let used = counts.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0))).map(|(value, _)| *value)?;
    if counts.len() > 1 {
        let found: Vec<String> = counts.keys().map(|value| shown(*value)).collect();
        conflicts.push(Conflict { found: format!("{label}: {}", found.join(" / ")), used: shown(used) });
    }
    Some(used)
}

fn euro(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, (cents % 100).abs())
}

fn joined(values: impl Iterator<Item = Box<str>>) -> Option<Box<str>> {
    let distinct: Vec<Box<str>> = counted(values).into_keys().collect();
    (!distinct.is_empty()).then(|| distinct.join("; ").into())
}

fn union(rows: &[&Record]) -> Vec<Arc<str>> {
    let mut components: Vec<Arc<str>> = rows.iter().flat_map(|record| &record.components).cloned().collect();
    components.sort();
    components.dedup();
    components
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(rows: &[&Record]) -> (Record, Vec<Conflict>) {
        let layouts = crate::inventory::Layouts::load(&crate::reference::DataDir::embedded()).unwrap();
        merge(rows, &layouts.words)
    }

    fn record(name: &str, version: &str, status: Status, cost: i64) -> Record {
        Record {
            name: name.into(),
            version: Some(version.into()),
            status: Some(status),
            cost_cents: Some(cost),
            ..Record::default()
        }
    }

    #[test]
    fn versions_become_one_system_whatever_their_order() {
        let (old, new) = (record("Zaak", "1.0", Status::UitTeFaseren, 500), record("Zaak", "2.0", Status::InProductie, 500));
        let (one, conflicts) = merged(&[&old, &new]);
        assert_eq!(merged(&[&new, &old]).0, one);
        assert_eq!((one.version.as_deref(), one.status, one.cost_cents), (Some("1.0; 2.0"), Some(Status::InProductie), Some(500)));
        assert!(conflicts.is_empty());
    }

    #[test]
    fn a_contradiction_is_told() {
        let (a, b) = (record("Zaak", "1", Status::InProductie, 500), record("Zaak", "1", Status::InProductie, 700));
        assert_eq!(merged(&[&b, &a]).1, [Conflict { found: "kosten: 5.00 / 7.00".into(), used: "5.00".into() }]);
    }
}
