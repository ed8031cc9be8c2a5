//! Rows that are about one system become that system (METHOD §1).
//!
//! The number of the row is that of the first. Nothing else depends on the order of the rows: of different values the most frequent stands,
//! of equally frequent ones the first in the alphabet, and of names the canonical one, then the shortest. Where rows contradict each other about something that matters, a problem says so.

mod identity;
mod own_id;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use identity::{Clash, Mention, identify};

use super::{Quality, Record};
use crate::reference::{Named, Names};
use crate::terms::{Status, name_key};

/// A value on which the rows disagreed: which field, what was found, what is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    pub found: String,
    pub used: String,
}

/// Merges the rows of one system. `rows` is not empty; most systems have one, which is shared.
#[must_use]
pub fn merge(rows: &[&Arc<Record>], names: &Names) -> (Arc<Record>, Vec<Conflict>) {
    if let [one] = rows {
        return (Arc::clone(one), Vec::new());
    }
    let rows: Vec<&Record> = rows.iter().map(|row| &***row).collect();
    let (record, conflicts) = agree(&rows, names);
    (Arc::new(record), conflicts)
}

fn agree(rows: &[&Record], names: &Names) -> (Record, Vec<Conflict>) {
    let Some(first) = rows.first() else { return (Record::default(), Vec::new()) };
    let mut conflicts = Vec::new();
    let text = |field: fn(&Record) -> &Option<Box<str>>| most_frequent(rows.iter().filter_map(|record| field(record).clone()));
    let mut telling = |label: &str, field: fn(&Record) -> &Option<Box<str>>| {
        agreed(label, rows.iter().filter_map(|record| field(record).clone()), names, &mut conflicts)
    };
    let record = Record {
        owner: first.owner.clone(),
        row: first.row,
        vendor: telling("leverancier", |record| &record.vendor),
        hosting_party: telling("hostingpartij", |record| &record.hosting_party),
        contract_party: telling("contractpartij", |record| &record.contract_party),
        steered_by: telling("regie", |record| &record.steered_by),
        operator: telling("beheerder", |record| &record.operator),
        partnership: telling("samenwerkingsverband", |record| &record.partnership),
        named: named(rows),
        id: text(|record| &record.id),
        name: name(rows),
        version: joined(rows.iter().filter_map(|record| record.version.clone())),
        description: text(|record| &record.description),
        domain: text(|record| &record.domain),
        hosting: text(|record| &record.hosting),
        hosting_form: text(|record| &record.hosting_form),
        components: union(rows, |record| &record.components),
        participants: union(rows, |record| &record.participants),
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
        quality: quality(rows),
    };
    (record, conflicts)
}

/// A system of which one version is in production is in production.
pub const fn nearness(status: Status) -> u8 {
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
fn agreed(label: &str, values: impl Iterator<Item = Box<str>>, names: &Names, conflicts: &mut Vec<Conflict>) -> Option<Box<str>> {
    let values: Vec<Box<str>> = values.collect();
    let keys = counted(values.iter().map(|value| names.organisation_key(value)));
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

/// The name that most rows have; of equally frequent ones the product's canonical name, then the shortest.
fn name(rows: &[&Record]) -> Box<str> {
    let ranked = rows.iter().map(|record| {
        let other = !record.named.listed || name_key(&record.name).replace(' ', "") != *record.named.product_key;
        (other, record.name.len(), record.name.clone())
    });
    most_frequent(ranked).map(|(_, _, name)| name).unwrap_or_default()
}

/// The names that most rows have, of those with a vendor when there are such.
fn named(rows: &[&Record]) -> Arc<Named> {
    let with_vendor = rows.iter().filter(|record| record.named.vendor.is_some()).map(|record| record.named.clone());
    most_frequent(with_vendor).or_else(|| most_frequent(rows.iter().map(|record| record.named.clone()))).unwrap_or_default()
}

/// Each assessment that most rows have.
fn quality(rows: &[&Record]) -> Option<Box<Quality>> {
    let noted = || rows.iter().filter_map(|record| record.quality.as_deref());
    let text = |field: fn(&Quality) -> &Option<Box<str>>| most_frequent(noted().filter_map(|quality| field(quality).clone()));
    let quality = Quality {
        functional: text(|quality| &quality.functional),
        technical: text(|quality| &quality.technical),
        satisfaction: text(|quality| &quality.satisfaction),
        advice: text(|quality| &quality.advice),
    };
    quality.noted()
}

fn joined(values: impl Iterator<Item = Box<str>>) -> Option<Box<str>> {
    let distinct: Vec<Box<str>> = counted(values).into_keys().collect();
    (!distinct.is_empty()).then(|| distinct.join("; ").into())
}

fn union<V: Ord + Clone>(rows: &[&Record], values: fn(&Record) -> &Vec<V>) -> Vec<V> {
    let mut all: Vec<V> = rows.iter().flat_map(|record| values(record)).cloned().collect();
    all.sort();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(rows: &[&Record]) -> (Record, Vec<Conflict>) {
        agree(rows, &Names::default())
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
