//! Changes by hand: the example of the method page, mergers, ids that come up, and definitions that change.

mod drawn;
mod weights;

use std::sync::LazyLock;

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
    assert_eq!((change.before.share, change.now.share), (Some(0.3), Some(4.0 / 11.0)));
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
        assert_eq!(
            (term.set, term.systems, term.municipalities, term.part, term.whole),
            (set, systems, Some(1), Some(part), Some(whole))
        );
        assert!((term.contribution.unwrap() - contribution).abs() < 1e-15, "{set:?} {:?}", term.contribution);
    }
    // Among the known 3 of 9 became 4 of 11; the system that became known is new in both parts: (1 − 23/66) / 10.
    let known = national(&before, Restated::SameDefinitions, &now, Measure::CollectiveShare, Bound::Known);
    assert_eq!((known.before.share, known.now.share), (Some(1.0 / 3.0), Some(4.0 / 11.0)));
    let became = known.terms.iter().find(|term| term.set == Set::BecameKnown).unwrap();
    assert_eq!((became.part, became.whole), (Some(1), Some(1)));
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
    for group in change.unwrap().groups.into_iter().filter(|group| group.weight == Weight::Count) {
        assert_eq!(group.change(), Some(0.0));
        assert_eq!(systems_by_set(&group), [(Set::Unchanged, 10)]);
        assert_eq!((group.terms[0].part, group.terms[0].whole, group.terms[0].contribution), (Some(0), Some(0), Some(0.0)));
    }
}

#[test]
fn a_share_that_is_not_there_has_no_change_and_no_contributions() {
    let (before, _) = example();
    let nothing = snapshot("2026-11", Vec::new());
    let change = broad(&before, Restated::SameDefinitions, &nothing);
    assert_eq!((change.now.share, change.change()), (None, None));
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
    let alone = all
        .groups
        .iter()
        .find(|one| one.group.code == SUCCESSOR && (one.weight, one.bound) == (Weight::Count, Bound::Lower))
        .unwrap();
    let expected = [(Set::JoinedByMerger, 2), (Set::Added, 1), (Set::Removed, 1), (Set::MovedToCollective, 1), (Set::Unchanged, 2)];
    assert_eq!(systems_by_set(alone), expected);
    assert_eq!((alone.before.share, alone.now.share), (Some(0.5), Some(0.5)), "three municipalities before, pooled as today");
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
