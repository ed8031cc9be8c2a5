//! The figures behind the public sums of this month and of months before, in one unit.
//!
//! A municipality whose inventory is the same in both months has one figure in both. Of one that sent a new inventory since, the
//! change is a figure of its own, but a small one: readers suppose that not much changed. One that came or left is in the sums of one month only.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::freedom::{At, Freedom, Guard};
use super::{Key, key};
use crate::measure::{Roll, Unit};
use crate::reference::DisclosureBars;
use crate::terms::Month;

/// A month of which a public table is there.
#[derive(Debug, Clone)]
pub struct Past {
    pub roll: Roll,
    /// The groups with figures in that table.
    pub public: BTreeSet<Key>,
}

/// The figures of one unit, and the sums of them that were public before.
pub struct Layer {
    unit: Unit,
    plays: Vec<f64>,
    guards: Vec<Guard>,
    /// By code of the municipality.
    places: BTreeMap<String, Place>,
    before: Vec<Vec<At>>,
}

/// What one municipality's weight is made of.
#[derive(Default)]
struct Place {
    /// This month, and in each month since its inventory is the same.
    now: Vec<At>,
    /// In a month with another inventory.
    then: Vec<At>,
}

/// The weights of one municipality over the months that are looked at.
#[derive(Default)]
struct Seen {
    now: u64,
    /// The least weight that it had with another inventory; absent when it had none.
    then: Option<u64>,
}

/// Lists the figures of one unit: those of now, and those of before that a public sum rests on.
pub fn layer(unit: Unit, roll: &Roll, past: &[Past], bars: &DisclosureBars) -> Layer {
    let latest = latest(past);
    let carried: BTreeMap<&str, Month> =
        roll.entries.iter().filter_map(|entry| Some((&*entry.code, entry.carried_from?))).collect();
    let is_same = |code: &str, then: Month| carried.get(code).is_some_and(|from| *from <= then);
    let mut seen: BTreeMap<&str, Seen> = BTreeMap::new();
    for entry in roll.entries.iter().filter(|entry| entry.weights[unit as usize] > 0) {
        seen.entry(&entry.code).or_default().now = entry.weights[unit as usize];
    }
    for (past, members) in &latest {
        for (code, weight) in with_weight(past, members, unit) {
            if !is_same(code, past.roll.month) {
                let seen = seen.entry(code).or_default();
                seen.then = Some(seen.then.map_or(weight, |least| least.min(weight)));
            }
        }
    }
    let mut layer = Layer { unit, plays: Vec::new(), guards: Vec::new(), places: BTreeMap::new(), before: Vec::new() };
    for (code, seen) in &seen {
        layer.place(code, seen, bars);
    }
    layer.before = latest.iter().map(|(past, members)| layer.sum_then(past, members, is_same)).collect();
    layer
}

/// For each group the latest month in which it was public, and its members then.
fn latest(past: &[Past]) -> Vec<(&Past, &Vec<u32>)> {
    let mut latest: BTreeMap<Key, (&Past, &Vec<u32>)> = BTreeMap::new();
    for past in past {
        let public = past.roll.membership.iter().map(|(group, members)| (key(group), members));
        for (name, members) in public.filter(|(name, _)| past.public.contains(name)) {
            if latest.get(&name).is_none_or(|(other, _)| other.roll.month < past.roll.month) {
                latest.insert(name, (past, members));
            }
        }
    }
    latest.into_values().collect()
}

fn with_weight<'a>(past: &'a Past, members: &'a [u32], unit: Unit) -> impl Iterator<Item = (&'a str, u64)> {
    let entries = members.iter().map(|at| &past.roll.entries[*at as usize]);
    entries.map(move |entry| (&*entry.code, entry.weights[unit as usize])).filter(|(_, weight)| *weight > 0)
}

impl Layer {
    /// Adds the figures of one municipality. Those that make up one weight have plays that add up to no more than it, so that no world that
    /// is looked at has a weight below zero.
    #[expect(clippy::cast_precision_loss, reason = "weights stay far below 2^53")]
    fn place(&mut self, code: &str, seen: &Seen, bars: &DisclosureBars) {
        let now = seen.now as f64;
        let place = match seen.then.map(|then| then as f64) {
            None => Place { now: self.figure(now), then: Vec::new() },
            Some(then) if seen.now == 0 => Place { now: Vec::new(), then: self.figure(then) },
            Some(then) => {
                // A reader supposes that a new inventory changed little. By how much it did change, no reader knows.
                let least = now.min(then);
                let usual = least * f64::from(bars.usual_change_percent) / 100.0;
                let same = self.figure(least - usual);
                let (more, other) = (self.figure(now - least), self.figure(usual + then - least));
                Place { now: [same.clone(), more].concat(), then: [same, other].concat() }
            }
        };
        let owner = self.places.len();
        let percent = f64::from(bars.most_weight_percent);
        for (sum, weight) in [(&place.now, now), (&place.then, seen.then.unwrap_or_default() as f64)] {
            let margin = weight * (100.0 - percent) / percent;
            self.guards.extend((!sum.is_empty()).then(|| Guard { owner, sum: sum.clone(), margin }));
        }
        self.places.insert(code.to_owned(), place);
    }

    /// Adds a figure of this play, if it has any.
    fn figure(&mut self, play: f64) -> Vec<At> {
        if play <= 0.0 {
            return Vec::new();
        }
        self.plays.push(play);
        vec![self.plays.len() - 1]
    }

    /// The figures that a group summed in a month before.
    fn sum_then(&self, past: &Past, members: &[u32], is_same: impl Fn(&str, Month) -> bool) -> Vec<At> {
        let mut sum = Vec::new();
        for (code, _) in with_weight(past, members, self.unit) {
            let Some(place) = self.places.get(code) else { continue };
            sum.extend(if is_same(code, past.roll.month) { &place.now } else { &place.then });
        }
        sum
    }

    /// The figures that a group sums this month.
    pub fn sum_now(&self, members: &[u32], roll: &Roll) -> Vec<At> {
        let entries = members.iter().map(|at| &roll.entries[*at as usize]);
        let with_weight = entries.filter(|entry| entry.weights[self.unit as usize] > 0);
        with_weight.filter_map(|entry| self.places.get(&*entry.code)).flat_map(|place| place.now.iter().copied()).collect()
    }

    /// The figures of these municipalities this month; absent when one has none.
    pub fn of_now(&self, codes: &BTreeSet<Arc<str>>) -> Option<Vec<At>> {
        self.of(codes, |place| &place.now)
    }

    /// The figures that these municipalities had with another inventory; absent when one has none.
    pub fn of_then(&self, codes: &BTreeSet<Arc<str>>) -> Option<Vec<At>> {
        self.of(codes, |place| &place.then)
    }

    fn of(&self, codes: &BTreeSet<Arc<str>>, figures: impl Fn(&Place) -> &Vec<At>) -> Option<Vec<At>> {
        let of_one = |code: &Arc<str>| self.places.get(&**code).map(&figures).filter(|own| !own.is_empty());
        let all: Option<Vec<&Vec<At>>> = codes.iter().map(of_one).collect();
        Some(all?.into_iter().flatten().copied().collect())
    }

    /// What is free once the sums of before are known.
    pub fn freedom(self) -> Freedom {
        let mut freedom = Freedom::new(self.plays, self.guards);
        for sum in &self.before {
            freedom.publish(sum);
        }
        freedom
    }
}
