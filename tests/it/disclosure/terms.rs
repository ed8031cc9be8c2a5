//! What the nation is told of a change, tried by an attacker that adds and subtracts terms of both shares.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use tachtig::measure::Set;
use tachtig::measure::change::{Amount, Behind};
use tachtig::measure::disclosure::nameable;

use super::attacker::of_few;
use super::bars;
use crate::change::{Workplace, national_sets};

/// Sets for the broad and for the strict share that a system can be in.
const KINDS: [[Set; 2]; 9] = [
    [Set::StartedResponding; 2],
    [Set::StoppedResponding; 2],
    [Set::Added; 2],
    [Set::Removed; 2],
    [Set::MovedToCollective; 2],
    [Set::MovedToCollective, Set::Unchanged],
    [Set::Unchanged, Set::MovedToCollective],
    [Set::BecameKnown; 2],
    [Set::DefinitionsChanged, Set::BecameKnown],
];

fn behind() -> impl Strategy<Value = Behind> {
    let one = (0..KINDS.len(), 0..8_usize, 1..4_u64);
    prop::collection::vec(one, 1..40).prop_map(|drawn| {
        let mut behind = Behind::default();
        for (kind, place, systems) in drawn {
            let amount = behind.amounts.entry(KINDS[kind]).or_default().entry(place).or_default();
            amount.systems += systems;
            amount.in_one_month += if kind < 4 { systems } else { 0 };
        }
        behind
    })
}

/// Names of the figures that a reader has the sum of: `municipality set set`.
type Sum = Vec<String>;

fn sum(behind: &Behind, wanted: impl Fn(&[Set; 2]) -> bool, counts: fn(&Amount) -> bool) -> Sum {
    let cells = behind.amounts.iter().filter(|(sets, _)| wanted(sets));
    let figures =
        cells.flat_map(|(sets, amounts)| amounts.iter().filter(|(_, amount)| counts(amount)).map(move |(at, _)| (sets, at)));
    figures.map(|(sets, at)| format!("{at} {} {}", sets[0].as_str(), sets[1].as_str())).collect()
}

/// What follows of one or two municipalities from the named terms and the totals, for each thing that terms tell, that does not follow from
/// the totals alone.
fn attack(behind: &Behind, named: &BTreeSet<Set>) -> BTreeSet<(String, String)> {
    let all = |_: &Amount| true;
    let in_one_month = |amount: &Amount| amount.in_one_month > 0;
    let rows = |counts: fn(&Amount) -> bool, shares: &[usize]| -> Vec<Sum> {
        let of = |share: &usize| named.iter().map(|set| sum(behind, |sets| sets[*share] == *set, counts)).collect::<Vec<_>>();
        shares.iter().flat_map(of).collect()
    };
    let mut found = of_few(&rows(all, &[0, 1]));
    // How many more systems there are is public; so is how much more of them counts, for each share.
    let total = sum(behind, |_| true, in_one_month);
    let more = [vec![total.clone()], rows(in_one_month, &[0, 1])].concat();
    found.extend(of_few(&more).difference(&of_few(&[total])).cloned());
    for share in [0, 1] {
        let total = sum(behind, |sets| sets[share] != Set::Unchanged, all);
        let more = [vec![total.clone()], rows(all, &[share])].concat();
        found.extend(of_few(&more).difference(&of_few(&[total])).cloned());
    }
    found
}

/// Each set of three or more by name; when the others together are of fewer, the next smallest with them.
fn careless(behind: &Behind) -> BTreeSet<Set> {
    let places = |set: Set| -> BTreeSet<usize> {
        behind.amounts.iter().filter(|(sets, _)| sets.contains(&set)).flat_map(|(_, amounts)| amounts.keys().copied()).collect()
    };
    let sets = behind.amounts.keys().flatten().copied().filter(|set| *set != Set::Unchanged).collect::<BTreeSet<_>>();
    let mut by_size: Vec<(usize, Set)> = sets.into_iter().map(|set| (places(set).len(), set)).collect();
    by_size.sort_unstable();
    let mut rest: BTreeSet<usize> = BTreeSet::new();
    by_size.retain(|(size, set)| {
        let folds = *size < 3 || (1..3).contains(&rest.len());
        rest.extend(if folds { places(*set) } else { BTreeSet::new() });
        !folds
    });
    by_size.into_iter().map(|(_, set)| set).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn r55_named_terms_give_nobody_away(behind in behind()) {
        let found = attack(&behind, &nameable(&behind, true, &bars()));
        prop_assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn the_attacker_finds_somebody_behind_careless_terms_and_terms_are_named_where_it_does_not() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut found, mut named) = (0, 0);
    for _ in 0..30 {
        let behind: Behind = behind().new_tree(&mut runner).unwrap().current();
        found += usize::from(!attack(&behind, &careless(&behind)).is_empty());
        named += usize::from(!nameable(&behind, true, &bars()).is_empty());
    }
    assert!(found > 5 && named > 10, "{found} of 30 months leak; terms are named in {named}");
}

fn words_of(place: &Workplace) -> String {
    std::fs::read_to_string(place.report("2026-11").join("samenvatting.md")).unwrap()
}

/// A list of so many systems with a name of this kind, of which so many are regional.
fn list(kinds: &[(&str, usize, usize)]) -> String {
    let row = |kind: &str, n: usize, regional: usize| {
        let level = if n < regional { "regionaal" } else { "decentraal" };
        format!("{kind} {n};Maker {kind} {n};{level};")
    };
    let rows = kinds.iter().flat_map(|(kind, count, regional)| (0..*count).map(move |n| row(kind, n, *regional)));
    format!("Applicatie;Leverancier;Niveau;Status\n{}\n", rows.collect::<Vec<_>>().join("\n"))
}

/// Six municipalities that have other systems in the second month, and some that answer then for the first time.
fn months(name: &str, starts: &[&str]) -> Workplace {
    let stays = ["Goes", "Zundert", "Breda", "Veere", "Middelburg", "Tholen"];
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (at, town) in stays.iter().enumerate() {
        files.insert(format!("2026-10/{town}.csv"), list(&[("Pakket", 8, 3), ("Oud", at % 2 + 1, 0)]));
        files.insert(format!("2026-11/{town}.csv"), list(&[("Pakket", 8, 3), ("Nieuw", at % 3 + 1, 0)]));
    }
    files.extend(starts.iter().map(|town| (format!("2026-11/{town}.csv"), list(&[("Eerste", 7, 0)]))));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Workplace::new(name, &files)
}

#[test]
fn r55_the_systems_of_one_that_starts_to_answer_are_not_the_change_less_its_named_terms() {
    let place = months("terms-one", &["Borsele"]);
    place.run("2026-10", false);
    place.run("2026-11", false);
    let (_, sets) = national_sets(&place.report("2026-11"), "collective_share");
    let of = |set: &str| i64::try_from(sets[set]).unwrap();
    // The attack: the nation has so many more systems, of which so many were added and so many removed.
    let change = of("added") - of("removed") + of("started_responding");
    assert_eq!(change - of("added") + of("removed"), 7, "Borsele has seven systems");
    let words = words_of(&place);
    assert!(words.contains("Waaruit dat bestaat, wordt niet getoond."), "{words}");
    for told in ["erbij kwamen", "wegvielen", "eerst niet leverden", "1 gemeente"] {
        assert!(!words.contains(told), "{told}: {words}");
    }
}

#[test]
fn r55_of_enough_that_start_their_systems_together_are_told() {
    let place = months("terms-three", &["Borsele", "Hulst", "Kapelle", "Reimerswaal"]);
    place.run("2026-10", false);
    place.run("2026-11", false);
    let words = words_of(&place);
    for told in
        ["gemeenten die eerst niet leverden en nu wel (28 systemen)", "erbij kwamen (12 systemen)", "wegvielen (9 systemen)"]
    {
        assert!(words.contains(told), "{told}: {words}");
    }
}
