//! Two months into terms: systems matched, put into sets, summed per municipality and then per group, and the sum checked, for each weight.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};

use super::behind::Behind;
use super::matching::{Counterpart, Pairs, Placed};
use super::places::Places;
use super::set::{Answered, Unit};
use super::sums::{Both, Sums};
use super::{Change, GroupChange, MEASURES, Restated, Set, Snapshot, Term};
use crate::measure::{Bound, Group, Measure, Weight};
use crate::reference::Reference;

/// How far the terms may be from the change that they add up to (METHOD §4).
const TOLERANCE: f64 = 1e-12;

/// Which share.
#[derive(Debug, Clone, Copy)]
struct Asked {
    measure: Measure,
    weight: Weight,
}

/// Decomposes every share of every group of the later month.
///
/// # Errors
/// When a municipality is in neither frame, or the terms of a share do not add up to its change.
pub fn change(before: &Snapshot, basis: Restated<'_>, now: &Snapshot, reference: &Reference) -> Result<Change> {
    let places = Places::of(before.month, now.month, reference);
    let months = Months::of(before, basis, now, &places)?;
    let mut groups = Vec::new();
    let asked = MEASURES.into_iter().flat_map(|measure| Weight::ALL.map(|weight| Asked { measure, weight }));
    for asked in asked {
        let tallies = months.tallies(asked);
        for (group, members) in &places.groups {
            groups.extend(of_group(group, members, asked, &tallies)?);
        }
    }
    groups.sort_by(|a, b| (&a.group, a.weight, a.measure, a.bound).cmp(&(&b.group, b.weight, b.measure, b.bound)));
    let fingerprint_before = before.fingerprint.clone();
    let behind = Behind::of(&months.units, &months.answered, basis);
    Ok(Change { month: now.month, month_before: before.month, fingerprint_before, basis: basis.as_str(), groups, behind })
}

/// Two months, their systems as units.
struct Months<'a> {
    units: Vec<Unit<'a>>,
    before: Vec<Placed<'a>>,
    now: Vec<Placed<'a>>,
    answered: Vec<Answered>,
    basis: Restated<'a>,
}

/// What one municipality has: in each set, and in all, counted apart from the sets.
#[derive(Debug, Clone, Default)]
struct Tally {
    sets: BTreeMap<Set, (u64, Both)>,
    all: Both,
}

impl<'a> Months<'a> {
    fn of(before: &'a Snapshot, basis: Restated<'a>, now: &'a Snapshot, places: &Places) -> Result<Self> {
        let in_place = |snapshot: &'a Snapshot| -> Result<Vec<Placed<'a>>> {
            let place = |one: &'a super::Observed| Ok(Placed { place: places.find(&one.municipality)?, observed: one });
            snapshot.systems.iter().map(place).collect()
        };
        let judged = if let Restated::JudgedAgain(again) = basis { Some(again) } else { None };
        let answered = answered([before, judged.unwrap_or(before), now], places)?;
        let again = judged.map(in_place).transpose()?.unwrap_or_default();
        let (before, now) = (in_place(before)?, in_place(now)?);
        Ok(Self { units: units(&before, &again, &now), before, now, answered, basis })
    }

    fn tallies(&self, Asked { measure, weight }: Asked) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.answered.len()];
        let sums = |one| Sums::of(one, measure, weight);
        for unit in &self.units {
            let set = unit.set(measure, weight, self.answered[unit.place], self.basis);
            let (systems, both) = tallies[unit.place].sets.entry(set).or_default();
            *systems += 1;
            *both += Both { before: sums(unit.before), now: sums(unit.now) };
        }
        for one in &self.before {
            tallies[one.place].all.before += sums(Some(one.observed));
        }
        for one in &self.now {
            tallies[one.place].all.now += sums(Some(one.observed));
        }
        tallies
    }
}

/// By place: before, before with today's definitions, now.
fn answered(months: [&Snapshot; 3], places: &Places) -> Result<Vec<Answered>> {
    let [before, again, now] =
        months.map(|month| -> Result<BTreeSet<usize>> { month.respondents.iter().map(|code| places.find(code)).collect() });
    let (before, again, now) = (before?, again?, now?);
    let at = |place: usize| Answered { before: before.contains(&place), again: again.contains(&place), now: now.contains(&place) };
    Ok((0..places.count).map(at).collect())
}

/// Every system of either month in exactly one unit.
pub(super) fn units<'a>(before: &[Placed<'a>], again: &[Placed<'a>], now: &[Placed<'a>]) -> Vec<Unit<'a>> {
    let (pairs, again_now) = (Pairs::of(before, now, |one| one.place), Pairs::of(again, now, |one| one.place));
    let before_again = Pairs::of(before, again, |one| one.observed.municipality.clone());
    let of_now = now.iter().enumerate().map(|(at, one)| Unit {
        place: one.place,
        before: pairs.before(at, before),
        now: Some(one.observed),
        again: again_now.before(at, again),
        joined: false,
    });
    let only_before = before.iter().enumerate().filter(|(at, _)| !matches!(pairs.of_before[*at], Counterpart::Is(_)));
    let gone = only_before.map(|(at, one)| Unit {
        place: one.place,
        before: Some(one.observed),
        now: None,
        again: if let Counterpart::Is(judged) = before_again.of_before[at] { Some(again[judged].observed) } else { None },
        joined: pairs.of_before[at] == Counterpart::Joined,
    });
    of_now.chain(gone).collect()
}

/// What the members of a group have in one set: so many systems and municipalities, and their weights.
type OfSet = (u64, u64, Both);

fn of_group(group: &Group, members: &[usize], asked: Asked, tallies: &[Tally]) -> Result<Vec<GroupChange>> {
    let (mut all, mut in_sets) = (Both::default(), Both::default());
    let mut sets: BTreeMap<Set, OfSet> = BTreeMap::new();
    for tally in members.iter().map(|at| &tallies[*at]) {
        all += tally.all;
        for (set, (systems, both)) in &tally.sets {
            let (of_set, municipalities, sum) = sets.entry(*set).or_default();
            (*of_set, *municipalities) = (*of_set + systems, *municipalities + 1);
            *sum += *both;
            in_sets += *both;
        }
    }
    let bounds = Bound::ALL.into_iter().filter(|_| !sets.is_empty());
    let changes: Vec<GroupChange> = bounds.map(|bound| of_bound(group, asked, bound, &all, &sets)).collect();
    for change in &changes {
        ensure!(in_sets == all && adds_up(change), "the terms of {} do not add up to its change", name(change));
    }
    Ok(changes)
}

fn of_bound(group: &Group, asked: Asked, bound: Bound, all: &Both, sets: &BTreeMap<Set, OfSet>) -> GroupChange {
    let term = |(set, (systems, municipalities, both)): (&Set, &OfSet)| {
        let moved = all.is_complete().then(|| both.moved(bound));
        Term {
            set: *set,
            systems: *systems,
            municipalities: Some(*municipalities),
            part: moved.map(|(part, _)| part),
            whole: moved.map(|(_, whole)| whole),
            contribution: all.contribution(both, bound),
        }
    };
    GroupChange {
        group: group.clone(),
        weight: asked.weight,
        measure: asked.measure,
        bound,
        before: all.before.share(bound),
        now: all.now.share(bound),
        terms: sets.iter().map(term).collect(),
        rest: None,
    }
}

/// Whether the terms add up to the change in the share, or all are absent with it.
fn adds_up(change: &GroupChange) -> bool {
    match change.change() {
        Some(change_of_all) => {
            let sum: Option<f64> = change.terms.iter().map(|term| term.contribution).sum();
            sum.is_some_and(|sum| (change_of_all - sum).abs() <= TOLERANCE)
        }
        None => change.terms.iter().all(|term| term.contribution.is_none()),
    }
}

fn name(change: &GroupChange) -> String {
    let GroupChange { group, weight, measure, bound, .. } = change;
    format!("{} {} of {} by {}", measure.as_str(), bound.as_str(), group.name, weight.as_str())
}
