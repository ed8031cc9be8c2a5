//! Disclosure control, tried by an attacker that knows nothing of how it is done.

pub mod attacker;
pub mod drawn;
mod terms;

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use tachtig::measure::change::Flow;
use tachtig::measure::disclosure::{Disclosed, Past, Reason, disclose, key};
use tachtig::measure::{Group, Roll, Unit};
use tachtig::reference::DisclosureBars;
use tachtig::terms::Month;

use self::attacker::{Exposed, exposed};
use self::drawn::{Drawn, coverage, drawn, later};
use crate::scratch::DEFINITIONS;

fn bars() -> DisclosureBars {
    DEFINITIONS.reference.disclosure
}

fn public(disclosed: &Disclosed, unit: Unit) -> BTreeSet<Group> {
    disclosed.published.iter().filter(|line| line.unit == unit).map(|line| line.group.clone()).collect()
}

/// Codes of the municipalities with weight in a group; a reader knows who they are, in the worst case.
fn summed(roll: &Roll, group: &Group, unit: Unit) -> Vec<String> {
    let members = roll.membership.get(group).into_iter().flatten().map(|at| &roll.entries[*at as usize]);
    members.filter(|entry| entry.weights[unit as usize] > 0).map(|entry| entry.code.to_string()).collect()
}

fn attack(roll: &Roll, groups: &BTreeSet<Group>, unit: Unit) -> BTreeSet<Exposed> {
    exposed(&groups.iter().map(|group| summed(roll, group, unit)).collect::<Vec<_>>())
}

/// All groups that no rule on one group forbids: what a careless table would hold.
fn without_secondary(disclosed: &Disclosed, unit: Unit) -> BTreeSet<Group> {
    let spared = disclosed.withheld.iter().filter(|line| line.unit == unit && line.reason == Reason::Secondary);
    public(disclosed, unit).into_iter().chain(spared.map(|line| line.group.clone())).collect()
}

fn disclosed(roll: &Roll, past: &[Past]) -> Disclosed {
    disclose(&coverage(roll), roll, past, &Flow::default(), &bars())
}

fn past(roll: &Roll, table: &Disclosed) -> Past {
    Past { roll: roll.clone(), public: table.published.iter().map(|line| key(&line.group)).collect() }
}

/// The sums of two months as one system: an inventory that was carried forward is one figure, a new one another.
fn attack_two(before: &Roll, first: &BTreeSet<Group>, now: &Roll, second: &BTreeSet<Group>, unit: Unit) -> BTreeSet<Exposed> {
    let same = |code: &str| now.entries.iter().any(|entry| &*entry.code == code && entry.carried_from.is_some());
    let then = |code: String| if same(&code) { code } else { format!("{code} then") };
    let earlier = first.iter().map(|group| summed(before, group, unit).into_iter().map(then).collect());
    let later = second.iter().map(|group| summed(now, group, unit));
    exposed(&earlier.chain(later).collect::<Vec<Vec<String>>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn r55_the_exact_attacker_gets_nobody_out_of_a_month(month in drawn()) {
        let roll = month.roll();
        let table = disclosed(&roll, &[]);
        for unit in Unit::ALL {
            prop_assert_eq!(attack(&roll, &public(&table, unit), unit), BTreeSet::new());
        }
    }

    #[test]
    fn r55_the_exact_attacker_gets_nobody_out_of_two_months(month in drawn(), changes in prop::collection::vec(0..8_u8, 40)) {
        let (before, now) = (month.roll(), later(&month, &changes).roll());
        let first = disclosed(&before, &[]);
        let second = disclosed(&now, &[past(&before, &first)]);
        for unit in Unit::ALL {
            let (first, second) = (public(&first, unit), public(&second, unit));
            let nation: BTreeSet<Group> = second.iter().filter(|group| group.is_national()).cloned().collect();
            // The nation is always public: what it gives away is its own, told in docs/disclosure.md. Nothing else may add to that.
            let given_up = attack_two(&before, &first, &now, &nation, unit);
            let found = attack_two(&before, &first, &now, &second, unit);
            prop_assert!(found.is_subset(&given_up), "{:?}", found.difference(&given_up).collect::<Vec<_>>());
        }
    }
}

/// The attacker works: on tables without secondary suppression it finds somebody, in one month and over two.
#[test]
fn the_attacker_finds_planted_leaks() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut within, mut between) = (0, 0);
    for _ in 0..40 {
        let month: Drawn = drawn().new_tree(&mut runner).unwrap().current();
        let changes: Vec<u8> = prop::collection::vec(0..8_u8, 40).new_tree(&mut runner).unwrap().current();
        let (before, now) = (month.roll(), later(&month, &changes).roll());
        let (first, second) = (disclosed(&before, &[]), disclosed(&now, &[]));
        within += usize::from(!attack(&before, &without_secondary(&first, Unit::Systems), Unit::Systems).is_empty());
        let (first, second) = (public(&first, Unit::Systems), public(&second, Unit::Systems));
        between += usize::from(!attack_two(&before, &first, &now, &second, Unit::Systems).is_empty());
    }
    assert!(within > 10 && between > 10, "{within} months and {between} pairs of months of 40 leak");
}

#[test]
fn r55_a_municipality_that_starts_to_answer_is_not_the_difference_of_two_tables() {
    let before = Drawn::even(6, 5);
    let mut after = before.clone();
    after.join(0);
    let (before, now) = (before.roll(), after.roll());
    let first = disclosed(&before, &[]);
    let second = disclosed(&now, &[past(&before, &first)]);
    let province = now.membership.keys().find(|group| group.is_at("provincie", "P0", None)).unwrap();
    let why = |table: &Disclosed| table.withheld.iter().find(|line| line.group == *province).map(|line| line.reason);
    assert_eq!((why(&first), why(&disclosed(&now, &[])), why(&second)), (None, None, Some(Reason::Secondary)));
    assert!(second.published.iter().any(|line| line.group.is_national()), "the nation stays public");
    assert_eq!(now.month, Month::EXAMPLE);
}

#[test]
fn r55_suppression_does_not_depend_on_anything_but_its_input() {
    let month = Drawn::even(5, 4);
    let roll = month.roll();
    assert_eq!(disclosed(&roll, &[]), disclosed(&roll.clone(), &[]));
}
