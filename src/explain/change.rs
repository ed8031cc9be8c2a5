//! What would change the verdicts on a system: each thing is changed in turn, and the system judged again.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::alteration::Alteration;
use crate::classify::{Bench, Classified};
use crate::inventory::System;
use crate::reference::{Component, Partnership, Reference};
use crate::terms::{Distinguishing, Level, Month};

/// A change that gives another outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// `partnership`, `own_contract`, `column_for_partner`, `component`, `declared_level`, `declared_distinguishing`,
    /// `in_production` or `without`.
    pub change: &'static str,
    /// The column that it is about.
    pub field: &'static str,
    /// What would stand there: the only thing tried, or one of several with the same outcome.
    pub example: Option<String>,
    /// Of a choice out of many: how many of them give this outcome, and how many were tried.
    pub choices: Option<(usize, usize)>,
    /// What moves, in a fixed order; never empty.
    pub moves: Vec<Moved>,
}

/// One outcome that moves.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Moved {
    /// `role`, `distinguishing`, `level` or `counted`.
    pub what: &'static str,
    pub from: &'static str,
    pub to: &'static str,
}

/// All that was found to change something.
pub fn changes(bench: &mut Bench<'_>, system: &System, reference: &Reference, month: Month) -> Vec<Change> {
    let before = outcome(bench, system);
    let mut changes = Vec::new();
    for one in single(system, reference, month) {
        let moves = moved(&before, &outcome(bench, &one.alteration.applied(system)));
        changes.extend(change(&one.alteration, one.example, None, moves));
    }
    for several in [components(reference), levels(), values()] {
        changes.extend(choice(bench, system, &before, several));
    }
    changes
}

/// Something to try, and how it is shown.
struct Try {
    alteration: Alteration,
    example: Option<String>,
}

/// What is tried by itself.
fn single(system: &System, reference: &Reference, month: Month) -> Vec<Try> {
    let own = reference.municipalities.name(&system.municipality).map(str::to_owned);
    let mut tries = Vec::new();
    let partner = partner(system, reference, month).map(|name| (Alteration::Partnership(name.clone()), name.to_string()));
    let contract = own.map(|name| (Alteration::OwnContract(name.clone()), name));
    tries.extend(partner.into_iter().chain(contract).map(|(alteration, name)| Try { alteration, example: Some(name) }));
    let plain = |alteration| Try { alteration, example: None };
    if !system.could_name_partner {
        tries.push(plain(Alteration::ColumnForPartner));
    }
    if !system.in_use() {
        tries.push(plain(Alteration::InProduction));
    }
    tries.extend(Alteration::emptied(system).map(plain));
    tries
}

/// A partnership of which the municipality is a member in the month; of several one that exists to run systems, if there is one.
fn partner<'a>(system: &System, reference: &'a Reference, month: Month) -> Option<&'a Arc<str>> {
    const FIRST: [&str; 4] = ["ict", "ambtelijke_organisatie", "bedrijfsvoering", "cooperatie"];
    let rank = |one: &&Partnership| FIRST.iter().position(|kind| *kind == one.kind).unwrap_or(FIRST.len());
    let of = reference.partnerships.iter().filter(|one| one.has_member(&system.municipality, month.first_day()));
    of.min_by_key(rank).map(|one| &one.name)
}

fn components(reference: &Reference) -> Vec<Try> {
    let fitting = reference.components.iter().filter(|component| !component.catch_all);
    let one = |component: &Component| Try {
        alteration: Alteration::Component(component.gemma_id.as_str().into()),
        example: Some(component.name.clone()),
    };
    fitting.map(one).collect()
}

fn levels() -> Vec<Try> {
    let known = Level::ALL.into_iter().filter(|level| *level != Level::Onbekend);
    known.map(|level| Try { alteration: Alteration::Level(level), example: Some(level.as_str().to_owned()) }).collect()
}

fn values() -> Vec<Try> {
    let known = Distinguishing::ALL.into_iter().filter(|value| *value != Distinguishing::Onbekend);
    known.map(|value| Try { alteration: Alteration::Distinguishing(value), example: Some(value.as_str().to_owned()) }).collect()
}

/// Tries each of a choice, and tells those with the same outcome as one.
fn choice(bench: &mut Bench<'_>, system: &System, before: &Outcome, tries: Vec<Try>) -> Vec<Change> {
    let all = tries.len();
    let mut by_outcome: BTreeMap<Vec<Moved>, (Try, usize)> = BTreeMap::new();
    for one in tries {
        let moves = moved(before, &outcome(bench, &one.alteration.applied(system)));
        by_outcome.entry(moves).or_insert((one, 0)).1 += 1;
    }
    let told =
        |(moves, (first, count)): (Vec<Moved>, (Try, usize))| change(&first.alteration, first.example, Some((count, all)), moves);
    by_outcome.into_iter().filter_map(told).collect()
}

fn change(alteration: &Alteration, example: Option<String>, choices: Option<(usize, usize)>, moves: Vec<Moved>) -> Option<Change> {
    let (change, field) = (alteration.as_str(), alteration.field().as_str());
    (!moves.is_empty()).then_some(Change { change, field, example, choices, moves })
}

/// What a system comes out as, by name.
type Outcome = [(&'static str, &'static str); 4];

fn outcome(bench: &mut Bench<'_>, system: &System) -> Outcome {
    let verdicts = bench.verdicts(system);
    let classified = Classified { system: system.clone(), verdicts: Arc::new(verdicts) };
    let verdicts = &classified.verdicts;
    [
        ("role", verdicts.role.value.as_str()),
        ("distinguishing", verdicts.distinguishing.value.as_str()),
        ("level", verdicts.level.value.as_str()),
        ("counted", classified.not_counted_because().unwrap_or("counted")),
    ]
}

fn moved(before: &Outcome, after: &Outcome) -> Vec<Moved> {
    let pairs = before.iter().zip(after).filter(|(before, after)| before != after);
    pairs.map(|((what, from), (_, to))| Moved { what, from, to }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_has_moved() {
        let before = [("role", "system"), ("distinguishing", "onbekend"), ("level", "onbekend"), ("counted", "counted")];
        let mut after = before;
        after[2].1 = "regionaal";
        assert_eq!(moved(&before, &after), [Moved { what: "level", from: "onbekend", to: "regionaal" }]);
        assert!(moved(&before, &before).is_empty());
    }
}
