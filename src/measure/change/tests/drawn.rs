//! Drawn months in every weight: that terms add up, that each system is in one set, and that shares are those of coverage.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::measure::Contingency;
use crate::measure::change::decompose::units;
use crate::measure::change::matching::Placed;
use crate::measure::change::places::Places;
use crate::terms::Distinguishing;

/// A municipality's place among five, the number of an id, of a product, and of a level; cost and users.
type Drawn = (usize, u8, u8, usize, Option<u64>, Option<u64>);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    // Nought, a few cents, and as much as one system is believed to cost; more often known than not.
    let cents = prop_oneof![1 => Just(0_u64), 6 => 1..100_u64, 2 => 1..=1_000_000_000_000_u64];
    let cost = prop::option::weighted(0.6, cents);
    prop::collection::vec((0..5_usize, 0..9_u8, 0..6_u8, 0..5_usize, cost, prop::option::of(0..900_u64)), 0..40)
}

fn month_of(month: &str, codes: &[&str], drawn: &[Drawn], silent: &[bool]) -> Snapshot {
    let one = |(at, id, product, level, cost_cents, users): &Drawn| {
        let one = observed(codes[at % codes.len()], &format!("s{id}"), Level::ALL[*level]);
        let one = Observed { product: format!("p{product}"), cost_cents: *cost_cents, users: *users, ..one };
        ((at % codes.len(), *id), one)
    };
    let systems: BTreeMap<(usize, u8), Observed> = drawn.iter().map(one).filter(|((at, _), _)| !silent[*at]).collect();
    let answering = codes.iter().zip(silent).filter(|(_, silent)| !**silent).map(|(code, _)| (*code).into());
    let systems = systems.into_values().collect();
    Snapshot { respondents: answering.collect(), ..snapshot(month, systems) }
}

fn placed<'a>(snapshot: &'a Snapshot, places: &Places) -> Vec<Placed<'a>> {
    let place = |observed: &'a Observed| Placed { place: places.find(&observed.municipality).unwrap(), observed };
    snapshot.systems.iter().map(place).collect()
}

/// Whether one side of the units has each system once.
fn holds_once<'a>(side: impl Iterator<Item = &'a Observed>, all: &[Observed]) -> bool {
    let sorted = |mut systems: Vec<(String, String)>| {
        systems.sort();
        systems
    };
    let key = |one: &Observed| (one.municipality.to_string(), one.id.clone());
    sorted(side.map(key).collect()) == sorted(all.iter().map(key).collect())
}

/// The share of all systems of a month as coverage makes it, apart from the decomposition.
fn share_of(month: &Snapshot, weight: Weight, measure: Measure, bound: Bound) -> MonthShare {
    let mut weights = Contingency::default();
    for one in &month.systems {
        weights.add(one.level, Distinguishing::Onbekend, one.weight(weight).unwrap_or_default());
    }
    let units = month.systems.len() as u64;
    let units_known = month.systems.iter().filter(|one| one.weight(weight).is_some()).count() as u64;
    let share = weights.share(measure);
    let share = [share.lower, share.known, share.upper][bound as usize].filter(|_| 2 * units_known >= units);
    MonthShare { units, units_known, share }
}

fn check_terms(group: &GroupChange) -> Result<(), TestCaseError> {
    let sum: Option<f64> = group.terms.iter().map(|term| term.contribution).sum();
    match group.change() {
        Some(change) => prop_assert!((change - sum.unwrap()).abs() <= 1e-12, "{group:?}"),
        None => prop_assert!(group.terms.iter().all(|term| term.contribution.is_none())),
    }
    let too_few = [group.before, group.now].iter().any(|month| 2 * month.units_known < month.units);
    if too_few {
        prop_assert!(group.change().is_none(), "{group:?}");
    }
    prop_assert!(group.terms.iter().all(|term| (term.part.is_none(), term.whole.is_none()) == (too_few, too_few)));
    let sets: BTreeSet<Set> = group.terms.iter().map(|term| term.set).collect();
    prop_assert_eq!(sets.len(), group.terms.len());
    Ok(())
}

proptest! {
    #[test]
    fn terms_add_up_in_every_weight_and_each_system_is_in_exactly_one_set(
        before in drawn(), again in drawn(), now in drawn(),
        silent in prop::collection::vec(prop::bool::weighted(0.3), 10), way in 0..3_usize,
    ) {
        let codes = [MERGED[0], MERGED[1], MERGED[2], GOES, "GM0363"];
        let before = month_of("2022-12", &codes, &before, &silent[..5]);
        let again = month_of("2022-12", &codes, &again, &silent[2..7]);
        let now = month_of("2023-01", &[SUCCESSOR, GOES, "GM0363"], &now, &silent[5..]);
        let basis = [Restated::SameDefinitions, Restated::JudgedAgain(&again), Restated::NotToldApart][way];
        // It checks itself; here it is checked from outside.
        let change = change(&before, basis, &now, &REFERENCE).unwrap();
        for group in &change.groups {
            check_terms(group)?;
        }
        let places = Places::of(before.month, now.month, &REFERENCE);
        let units = units(&placed(&before, &places), &placed(&again, &places), &placed(&now, &places));
        prop_assert!(holds_once(units.iter().filter_map(|unit| unit.before), &before.systems));
        prop_assert!(holds_once(units.iter().filter_map(|unit| unit.now), &now.systems));
        let national: Vec<&GroupChange> = change.groups.iter().filter(|one| one.group.is_national()).collect();
        let shares = if units.is_empty() { 0 } else { Weight::ALL.len() * MEASURES.len() * Bound::ALL.len() };
        prop_assert_eq!(national.len(), shares);
        for one in national {
            prop_assert_eq!(one.terms.iter().map(|term| term.systems).sum::<u64>(), units.len() as u64);
            let expected = |month| share_of(month, one.weight, one.measure, one.bound);
            prop_assert_eq!((one.before, one.now), (expected(&before), expected(&now)));
        }
    }
}
