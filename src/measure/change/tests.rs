use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;

use super::decompose::units;
use super::matching::Placed;
use super::places::Places;
use super::*;
use crate::reference::{DataDir, Reference};
use crate::terms::Level;

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::load(&DataDir::embedded()).unwrap());

const GOES: &str = "GM0664";
/// On 1 January 2023 three municipalities became one.
const MERGED: [&str; 3] = ["GM0501", "GM0530", "GM0614"];
const SUCCESSOR: &str = "GM1992";

fn observed(municipality: &str, id: &str, level: Level) -> Observed {
    Observed {
        municipality: municipality.into(),
        id: id.to_owned(),
        product: format!("product {id}"),
        vendor: None,
        level,
        cost_cents: None,
        users: None,
    }
}

fn snapshot(month: &str, systems: Vec<Observed>) -> Snapshot {
    let respondents = systems.iter().map(|one| one.municipality.clone()).collect();
    Snapshot { month: month.parse().unwrap(), fingerprint: "f".to_owned(), respondents, systems }.in_order()
}

fn of_goes(month: &str, systems: &[(&str, Level)]) -> Snapshot {
    snapshot(month, systems.iter().map(|(id, level)| observed(GOES, id, *level)).collect())
}

fn national(before: &Snapshot, basis: Restated<'_>, now: &Snapshot, measure: Measure, bound: Bound) -> GroupChange {
    change(before, basis, now, &REFERENCE).unwrap().national(measure, bound).unwrap().clone()
}

fn broad(before: &Snapshot, basis: Restated<'_>, now: &Snapshot) -> GroupChange {
    national(before, basis, now, Measure::CollectiveShare, Bound::Lower)
}

fn systems_by_set(change: &GroupChange) -> Vec<(Set, u64)> {
    change.terms.iter().map(|term| (term.set, term.systems)).collect()
}

/// The example of docs/method.md §4, by hand: 3 of 10, then 4 of 11.
fn example() -> (Snapshot, Snapshot) {
    use Level::{Decentraal, Onbekend, Overheidsbreed, Regionaal};
    let before: Vec<(&str, Level)> = ["a", "b", "c"]
        .map(|id| (id, Regionaal))
        .into_iter()
        .chain(["d", "e", "f", "g", "h", "i"].map(|id| (id, Decentraal)))
        .chain([("j", Onbekend)])
        .collect();
    let mut now: Vec<(&str, Level)> = before.iter().copied().filter(|(id, _)| *id != "c").collect();
    for (id, level) in &mut now {
        match *id {
            "b" => *level = Decentraal,
            "d" | "j" => *level = Regionaal,
            _ => {}
        }
    }
    now.extend([("k", Overheidsbreed), ("l", Decentraal)]);
    (of_goes("2026-10", &before), of_goes("2026-11", &now))
}

#[test]
fn the_example_of_the_method_page_comes_out_as_by_hand() {
    let (before, now) = example();
    let change = broad(&before, Restated::SameDefinitions, &now);
    assert_eq!((change.share_before, change.share_now), (Some(0.3), Some(4.0 / 11.0)));
    // Mean share 73/220, mean weight 10.5.
    let by_hand = [
        (Set::Added, 2, 1, 2, 0.032_034_632_034_632_03),
        (Set::Removed, 1, -1, -1, -0.063_636_363_636_363_63),
        (Set::MovedToCollective, 1, 1, 0, 0.095_238_095_238_095_24),
        (Set::MovedFromCollective, 1, -1, 0, -0.095_238_095_238_095_24),
        (Set::BecameKnown, 1, 1, 0, 0.095_238_095_238_095_24),
        (Set::Unchanged, 6, 0, 0, 0.0),
    ];
    assert_eq!(change.terms.len(), by_hand.len());
    for (term, (set, systems, part, whole, contribution)) in change.terms.iter().zip(by_hand) {
        assert_eq!((term.set, term.systems, term.municipalities, term.part, term.whole), (set, systems, Some(1), part, whole));
        assert!((term.contribution.unwrap() - contribution).abs() < 1e-15, "{set:?} {:?}", term.contribution);
    }
    // Among the known 3 of 9 became 4 of 11; the system that became known is new in both parts: (1 − 23/66) / 10.
    let known = national(&before, Restated::SameDefinitions, &now, Measure::CollectiveShare, Bound::Known);
    assert_eq!((known.share_before, known.share_now), (Some(1.0 / 3.0), Some(4.0 / 11.0)));
    let became = known.terms.iter().find(|term| term.set == Set::BecameKnown).unwrap();
    assert_eq!((became.part, became.whole), (1, 1));
    assert!((became.contribution.unwrap() - (1.0 - 23.0 / 66.0) / 10.0).abs() < 1e-15);
    // Strictly only `k` counts: 0 of 10, then 1 of 11. That `d` went from local to regional is no move there.
    let strict = national(&before, Restated::SameDefinitions, &now, Measure::NationalShare, Bound::Lower);
    assert_eq!(systems_by_set(&strict), [(Set::Added, 2), (Set::Removed, 1), (Set::BecameKnown, 1), (Set::Unchanged, 8)]);
}

#[test]
fn no_change_gives_no_terms_but_zero() {
    let (before, _) = example();
    let change =
        change(&before, Restated::SameDefinitions, &Snapshot { month: "2026-11".parse().unwrap(), ..before.clone() }, &REFERENCE);
    for group in change.unwrap().groups {
        assert_eq!(group.change(), Some(0.0));
        assert_eq!(systems_by_set(&group), [(Set::Unchanged, 10)]);
        assert_eq!((group.terms[0].part, group.terms[0].whole, group.terms[0].contribution), (0, 0, Some(0.0)));
    }
}

#[test]
fn a_share_that_is_not_there_has_no_change_and_no_contributions() {
    let (before, _) = example();
    let nothing = snapshot("2026-11", Vec::new());
    let change = broad(&before, Restated::SameDefinitions, &nothing);
    assert_eq!((change.share_now, change.change()), (None, None));
    assert_eq!(systems_by_set(&change), [(Set::StoppedResponding, 10)]);
    assert_eq!(change.terms[0].contribution, None);
}

#[test]
fn municipalities_that_merged_neither_stop_nor_start() {
    use Level::{Decentraal, Regionaal};
    let before: Vec<Observed> =
        MERGED.iter().flat_map(|code| [observed(code, "zaken", Regionaal), observed(code, code, Decentraal)]).collect();
    let now = vec![
        observed(SUCCESSOR, "zaken", Regionaal),
        observed(SUCCESSOR, MERGED[0], Decentraal),
        observed(SUCCESSOR, MERGED[1], Regionaal),
        observed(SUCCESSOR, "nieuw", Decentraal),
    ];
    let (before, now) = (snapshot("2022-12", before), snapshot("2023-01", now));
    let all = change(&before, Restated::SameDefinitions, &now, &REFERENCE).unwrap();
    let alone = all.groups.iter().find(|one| one.group.code == SUCCESSOR && one.bound == Bound::Lower).unwrap();
    let expected = [(Set::JoinedByMerger, 2), (Set::Added, 1), (Set::Removed, 1), (Set::MovedToCollective, 1), (Set::Unchanged, 2)];
    assert_eq!(systems_by_set(alone), expected);
    assert_eq!((alone.share_before, alone.share_now), (Some(0.5), Some(0.5)), "three municipalities before, pooled as today");
    assert!(all.groups.iter().all(|one| !MERGED.contains(&one.group.code.as_str())), "no group of what is no more");
}

#[test]
fn a_system_of_two_predecessors_that_both_stopped_is_not_laid_to_definitions() {
    let of_two = || MERGED[..2].iter().map(|code| observed(code, "zaken", Level::Regionaal)).collect();
    let (before, again) = (snapshot("2022-12", of_two()), snapshot("2022-12", of_two()));
    let now = snapshot("2023-01", vec![observed(SUCCESSOR, "ander", Level::Decentraal)]);
    let told = broad(&before, Restated::JudgedAgain(&again), &now);
    assert_eq!(systems_by_set(&told), [(Set::Added, 1), (Set::Removed, 2)]);
}

#[test]
fn a_list_that_begins_to_number_its_systems_keeps_them() {
    let named = |id: &str| Observed {
        product: "Corsa".to_owned(),
        vendor: Some("Firma".to_owned()),
        ..observed(GOES, id, Level::Decentraal)
    };
    let (before, now) = (snapshot("2026-10", vec![named("corsa~firma")]), snapshot("2026-11", vec![named("APP-1")]));
    assert_eq!(systems_by_set(&broad(&before, Restated::SameDefinitions, &now)), [(Set::Unchanged, 1)]);
    let twice = snapshot("2026-11", vec![named("APP-1"), named("APP-2")]);
    assert_eq!(
        systems_by_set(&broad(&before, Restated::SameDefinitions, &twice)),
        [(Set::Added, 2), (Set::Removed, 1)],
        "which of the two?"
    );
}

#[test]
fn what_only_definitions_changed_is_told_where_the_old_month_was_judged_again() {
    use Level::{Decentraal, Regionaal};
    let before = of_goes("2026-10", &[("rule", Regionaal), ("moved", Decentraal), ("both", Regionaal), ("dropped", Regionaal)]);
    let again =
        of_goes("2026-10", &[("rule", Decentraal), ("moved", Decentraal), ("both", Level::Onbekend), ("alias", Decentraal)]);
    let now = of_goes(
        "2026-11",
        &[("rule", Decentraal), ("moved", Regionaal), ("both", Decentraal), ("alias", Decentraal), ("new", Regionaal)],
    );
    let told = broad(&before, Restated::JudgedAgain(&again), &now);
    let expected = [(Set::Added, 1), (Set::MovedToCollective, 1), (Set::MovedFromCollective, 1), (Set::DefinitionsChanged, 3)];
    assert_eq!(systems_by_set(&told), expected);
    let not_told = broad(&before, Restated::NotToldApart, &now);
    assert_eq!(systems_by_set(&not_told), [(Set::Added, 2), (Set::Removed, 1), (Set::DefinitionsOrReality, 3)]);
}

/// A municipality's place among five, the number of an id, of a product, and of a level.
type Drawn = (usize, u8, u8, usize);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    prop::collection::vec((0..5_usize, 0..9_u8, 0..6_u8, 0..5_usize), 0..40)
}

fn month_of(month: &str, codes: &[&str], drawn: &[Drawn], silent: &[bool]) -> Snapshot {
    let one = |(at, id, product, level): &Drawn| {
        let one = observed(codes[at % codes.len()], &format!("s{id}"), Level::ALL[*level]);
        ((at % codes.len(), *id), Observed { product: format!("p{product}"), ..one })
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

proptest! {
    #[test]
    fn terms_add_up_and_each_system_is_in_exactly_one_set(
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
            let sum: Option<f64> = group.terms.iter().map(|term| term.contribution).sum();
            match group.change() {
                Some(change) => prop_assert!((change - sum.unwrap()).abs() <= 1e-12),
                None => prop_assert!(group.terms.iter().all(|term| term.contribution.is_none())),
            }
            let sets: BTreeSet<Set> = group.terms.iter().map(|term| term.set).collect();
            prop_assert_eq!(sets.len(), group.terms.len());
        }
        let places = Places::of(before.month, now.month, &REFERENCE);
        let units = units(&placed(&before, &places), &placed(&again, &places), &placed(&now, &places));
        prop_assert!(holds_once(units.iter().filter_map(|unit| unit.before), &before.systems));
        prop_assert!(holds_once(units.iter().filter_map(|unit| unit.now), &now.systems));
        if let Some(national) = change.national(Measure::CollectiveShare, Bound::Lower) {
            prop_assert_eq!(national.terms.iter().map(|term| term.systems).sum::<u64>(), units.len() as u64);
            let share = |snapshot: &Snapshot| {
                let count = |of: fn(&Observed) -> bool| f64::from(u32::try_from(snapshot.systems.iter().filter(|one| of(one)).count()).unwrap());
                (!snapshot.systems.is_empty()).then(|| count(|one| one.level.is_collective()) / count(|_| true))
            };
            prop_assert_eq!((national.share_before, national.share_now), (share(&before), share(&now)));
        }
    }
}
