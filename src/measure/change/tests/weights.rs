//! Changes by cost: the example of the method page, half of the costs, and a system that moved and costs more.

use super::*;

/// Systems of one municipality with what they cost a year, in cents.
fn costing(month: &str, systems: &[(&str, Level, Option<u64>)]) -> Snapshot {
    let one =
        |(id, level, cost_cents): &(&str, Level, Option<u64>)| Observed { cost_cents: *cost_cents, ..observed(GOES, id, *level) };
    snapshot(month, systems.iter().map(one).collect())
}

fn by_cost(before: &Snapshot, now: &Snapshot) -> GroupChange {
    let change = change(before, Restated::SameDefinitions, now, &REFERENCE).unwrap();
    change.national_by(Weight::Cost, Measure::CollectiveShare, Bound::Lower).unwrap().clone()
}

/// The example by cost of docs/method.md §4, by hand: 300 of 1,000 euro, then 480 of 1,200.
#[test]
fn the_example_by_cost_of_the_method_page_comes_out_as_by_hand() {
    use Level::{Decentraal, Regionaal};
    let before = [
        ("a", Regionaal, Some(30_000)),
        ("b", Decentraal, Some(50_000)),
        ("c", Decentraal, Some(20_000)),
        ("d", Regionaal, None),
        ("e", Decentraal, None),
    ];
    let now = [
        ("a", Regionaal, Some(36_000)),
        ("b", Decentraal, Some(50_000)),
        ("c", Decentraal, None),
        ("d", Regionaal, Some(12_000)),
        ("e", Decentraal, None),
        ("f", Decentraal, Some(22_000)),
    ];
    let change = by_cost(&costing("2026-10", &before), &costing("2026-11", &now));
    assert_eq!((change.before.units_known, change.before.units, change.before.share), (3, 5, Some(0.3)));
    assert_eq!((change.now.units_known, change.now.units, change.now.share), (4, 6, Some(0.4)));
    // Mean share 0.35, mean weight 1,100 euro.
    let by_hand = [
        (Set::Added, 1, 0, 22_000, -0.07),
        (Set::WeightChanged, 1, 6_000, 6_000, 0.035_454_545_454_545_45),
        (Set::WeightBecameKnown, 1, 12_000, 12_000, 0.070_909_090_909_090_91),
        (Set::WeightBecameUnknown, 1, 0, -20_000, 0.063_636_363_636_363_64),
        (Set::Unchanged, 2, 0, 0, 0.0),
    ];
    assert_eq!(change.terms.len(), by_hand.len());
    for (term, (set, systems, part, whole, contribution)) in change.terms.iter().zip(by_hand) {
        assert_eq!((term.set, term.systems, term.part, term.whole), (set, systems, Some(part), Some(whole)));
        assert!((term.contribution.unwrap() - contribution).abs() < 1e-15, "{set:?} {:?}", term.contribution);
    }
}

#[test]
fn below_half_of_the_costs_nothing_is_said_but_how_many_are_known() {
    use Level::{Decentraal, Regionaal};
    let half = costing("2026-10", &[("a", Regionaal, Some(100)), ("b", Decentraal, None)]);
    let fewer = costing("2026-11", &[("a", Regionaal, Some(100)), ("b", Decentraal, None), ("c", Decentraal, None)]);
    let change = by_cost(&half, &fewer);
    assert_eq!((change.before.share, change.now.share, change.change()), (Some(1.0), None, None), "just half is enough");
    assert_eq!((change.now.units_known, change.now.units), (1, 3));
    assert_eq!(systems_by_set(&change), [(Set::Added, 1), (Set::Unchanged, 2)]);
    assert!(change.terms.iter().all(|term| (term.part, term.whole, term.contribution) == (None, None, None)));
}

#[test]
fn a_system_that_moved_and_costs_more_is_in_one_set_with_all_of_it() {
    use Level::{Decentraal, Regionaal};
    let before = costing("2026-10", &[("a", Decentraal, Some(100)), ("b", Decentraal, Some(100))]);
    let now = costing("2026-11", &[("a", Regionaal, Some(300)), ("b", Decentraal, Some(100))]);
    let change = by_cost(&before, &now);
    assert_eq!(systems_by_set(&change), [(Set::MovedToCollective, 1), (Set::Unchanged, 1)]);
    assert_eq!((change.terms[0].part, change.terms[0].whole), (Some(300), Some(200)));
}
