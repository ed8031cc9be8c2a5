//! Which terms of the nation's change may be told by name. The others are told together, as one rest.
//!
//! A reader has the named terms of the broad and of the strict share and both totals, and adds and subtracts them. Whatever comes out is
//! of whole *cells*: the systems that are in one set, or in the rest, for the broad share and in one for the strict share. So it is
//! enough that each cell rests on enough municipalities, in all its systems and in those that come or go.

use std::collections::{BTreeMap, BTreeSet};

use super::rules::is_of_few;
use crate::measure::change::{Amount, Behind};
use crate::measure::{Bound, Change, GroupChange, Rest, Set, Term, Weight};
use crate::reference::DisclosureBars;

/// What of the nation's change is public: by count, of the demonstrable shares, and without how many municipalities have what. By cost one
/// municipality may be all of a set that many have systems in, and no national cost is public that it could be a part of.
///
/// `flow` says whether the weight of those that started, and of those that stopped, may be told.
#[must_use]
pub fn public_change(change: &Change, flow: bool, bars: &DisclosureBars) -> Change {
    let named = nameable(&change.behind, flow, bars);
    let public = |one: &&GroupChange| one.group.is_national() && (one.weight, one.bound) == (Weight::Count, Bound::Lower);
    Change {
        fingerprint_before: change.fingerprint_before.clone(),
        groups: change.groups.iter().filter(public).map(|one| folded(one, &named)).collect(),
        behind: Behind::default(),
        ..*change
    }
}

/// One share with the named terms, and all others as its rest. The terms and the rest add up as before.
fn folded(one: &GroupChange, named: &BTreeSet<Set>) -> GroupChange {
    let changed = one.terms.iter().filter(|term| term.set != Set::Unchanged);
    let (told, others): (Vec<&Term>, Vec<&Term>) = changed.partition(|term| named.contains(&term.set));
    let rest = Rest {
        part: others.iter().map(|term| term.part).sum(),
        whole: others.iter().map(|term| term.whole).sum(),
        contribution: others.iter().map(|term| term.contribution).sum(),
    };
    GroupChange {
        group: one.group.clone(),
        terms: told.into_iter().map(|term| Term { municipalities: None, ..*term }).collect(),
        rest: (!others.is_empty()).then_some(rest),
        ..*one
    }
}

/// The sets that may be told by name: in both shares or in neither.
#[must_use]
pub fn nameable(behind: &Behind, flow: bool, bars: &DisclosureBars) -> BTreeSet<Set> {
    let mut named: BTreeSet<Set> = behind.amounts.keys().flatten().copied().filter(|set| *set != Set::Unchanged).collect();
    if !flow {
        // All that comes and goes is public as a total. Less what is told of it by name, it would be what started or stopped.
        named.retain(|set| crowd(behind, |sets| sets.contains(set), Kind::InOneMonth).is_empty());
    }
    while let Some(sets) = Kind::ALL.into_iter().find_map(|kind| to_fold(behind, &named, kind, bars)) {
        named.retain(|set| !sets.contains(set));
    }
    named
}

/// Which of the systems are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    All,
    /// They change the number of systems, which is public as a total.
    InOneMonth,
}

impl Kind {
    const ALL: [Self; 2] = [Self::All, Self::InOneMonth];

    const fn of(self, amount: &Amount) -> u64 {
        match self {
            Self::All => amount.systems,
            Self::InOneMonth => amount.in_one_month,
        }
    }
}

/// Systems by place.
type Crowd = BTreeMap<usize, u64>;

/// Who is behind the cells that are wanted.
fn crowd(behind: &Behind, wanted: impl Fn(&[Set; 2]) -> bool, kind: Kind) -> Crowd {
    let mut crowd = Crowd::new();
    for (_, amounts) in behind.amounts.iter().filter(|(sets, _)| wanted(sets)) {
        for (place, amount) in amounts.iter().filter(|(_, amount)| kind.of(amount) > 0) {
            *crowd.entry(*place).or_default() += kind.of(amount);
        }
    }
    crowd
}

/// What a reader can get by itself: what is named for at least one share, as one for both; what is named for neither, of the one share or
/// of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cell {
    Named([Option<Set>; 2]),
    Rest(usize),
}

fn cells(sets: [Set; 2], named: &BTreeSet<Set>) -> Vec<Cell> {
    let told = |set: &Set| named.contains(set);
    let in_rest = |share: &usize| sets[*share] != Set::Unchanged;
    if sets.iter().any(told) {
        return vec![Cell::Named(sets.map(|set| (told(&set) || set == Set::Unchanged).then_some(set)))];
    }
    [0, 1].into_iter().filter(in_rest).map(Cell::Rest).collect()
}

/// What must be told no longer by name, because some cell is of too few; nothing when none is, or nothing would help.
fn to_fold(behind: &Behind, named: &BTreeSet<Set>, kind: Kind, bars: &DisclosureBars) -> Option<Vec<Set>> {
    let all: BTreeSet<Cell> = behind.amounts.keys().flat_map(|sets| cells(*sets, named)).collect();
    let is_bare = |cell: &Cell| is_of_few(crowd(behind, |sets| cells(*sets, named).contains(cell), kind).into_values(), bars);
    all.iter().filter(|cell| is_bare(cell)).find_map(|cell| match cell {
        Cell::Named(sets) => Some(sets.iter().flatten().copied().filter(|set| named.contains(set)).collect()),
        Cell::Rest(share) => smallest(behind, named, *share, kind).map(|set| vec![set]),
    })
}

/// The named set of fewest municipalities that has any such system for that share.
fn smallest(behind: &Behind, named: &BTreeSet<Set>, share: usize, kind: Kind) -> Option<Set> {
    let size = |set: &Set| crowd(behind, |sets| sets[share] == *set, kind).len();
    named.iter().copied().filter(|set| size(set) > 0).min_by_key(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARS: DisclosureBars =
        DisclosureBars { fewest_municipalities: 3, most_weight_percent: 85, usual_change_percent: 10, months_back: 11 };

    /// Sets for both shares, with systems by municipality.
    type InSets = ([Set; 2], &'static [(usize, u64)]);

    fn behind(of: &[InSets]) -> Behind {
        let comes = [Set::StartedResponding, Set::StoppedResponding, Set::Added, Set::Removed];
        let amount =
            |sets: &[Set; 2], systems| Amount { systems, in_one_month: if comes.contains(&sets[0]) { systems } else { 0 } };
        let of_places = |sets: &[Set; 2], places: &[(usize, u64)]| places.iter().map(|(at, n)| (*at, amount(sets, *n))).collect();
        Behind { amounts: of.iter().map(|(sets, places)| (*sets, of_places(sets, places))).collect(), ..Behind::default() }
    }

    fn named(of: &[InSets], flow: bool) -> Vec<Set> {
        nameable(&behind(of), flow, &BARS).into_iter().collect()
    }

    const THREE: &[(usize, u64)] = &[(0, 2), (1, 1), (2, 1)];
    const OTHERS: &[(usize, u64)] = &[(3, 1), (4, 2), (5, 1), (6, 1)];

    #[test]
    fn sets_of_enough_are_named() {
        use Set::{Added, MovedToCollective, Unchanged};
        let of: &[InSets] = &[([Added; 2], THREE), ([MovedToCollective, Unchanged], OTHERS)];
        assert_eq!(named(of, true), [Added, MovedToCollective]);
    }

    #[test]
    fn a_rest_of_too_few_takes_the_smallest_with_it() {
        use Set::{Added, BecameKnown, Removed};
        let of: &[InSets] = &[([BecameKnown; 2], &[(7, 1)]), ([Added; 2], THREE), ([Removed; 2], OTHERS)];
        assert_eq!(named(of, true), [Removed]);
    }

    #[test]
    fn a_rest_is_of_too_few_too_when_only_they_change_the_number_of_systems() {
        use Set::{Added, BecameKnown, Removed, StartedResponding};
        let of: &[InSets] = &[
            ([StartedResponding; 2], &[(7, 4)]),
            ([BecameKnown; 2], THREE),
            ([Added; 2], OTHERS),
            ([Removed; 2], &[(0, 1), (1, 1), (2, 1), (3, 1), (4, 1)]),
        ];
        // With the three that became known the rest is of four. But the total less `Added` and `Removed` is the one that started.
        assert_eq!(named(of, true), [Removed]);
        assert_eq!(named(of, false), [BecameKnown], "what comes and goes is not told apart from those that start");
    }

    #[test]
    fn what_one_share_has_more_than_the_other_is_of_enough_too() {
        use Set::{BecameKnown, DefinitionsChanged};
        let of: &[InSets] = &[
            ([BecameKnown; 2], THREE),
            ([DefinitionsChanged; 2], OTHERS),
            // One system: by definitions for the broad share, known for the strict one. The two counts differ by it.
            ([DefinitionsChanged, BecameKnown], &[(7, 1)]),
        ];
        assert_eq!(named(of, true), [] as [Set; 0]);
    }

    #[test]
    fn one_that_has_nearly_all_is_no_crowd() {
        assert_eq!(named(&[([Set::Added; 2], &[(0, 1), (1, 12), (2, 1)])], true), [] as [Set; 0]);
        assert_eq!(named(&[([Set::Added; 2], &[(0, 1), (1, 11), (2, 1)])], true), [Set::Added]);
    }
}
