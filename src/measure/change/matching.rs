//! Which system of one month is which of another: at one place by the published id, and of what is left by canonical product and vendor.
//!
//! Where municipalities merged, one system may stand for one of each predecessor: the first is its counterpart, the others joined it.

use std::collections::{BTreeMap, BTreeSet};

use super::Observed;
use crate::terms::name_key;

/// A system at its place.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    pub place: usize,
    pub observed: &'a Observed,
}

/// What became of a system of the earlier month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counterpart {
    /// Nothing of the later month is it.
    None,
    /// Position in the later month.
    Is(usize),
    /// It is one with a system of another predecessor of its municipality.
    Joined,
}

/// The counterparts of two months, by position.
#[derive(Debug)]
pub struct Pairs {
    pub of_before: Vec<Counterpart>,
    /// Positions in the earlier month.
    pub of_now: Vec<Option<usize>>,
}

impl Pairs {
    /// Of two months, with `at` the place; of one month judged twice, with `at` the municipality of that month.
    pub fn of<P: Ord>(before: &[Placed<'_>], now: &[Placed<'_>], at: impl Fn(&Placed<'_>) -> P) -> Self {
        let mut pairs = Self { of_before: vec![Counterpart::None; before.len()], of_now: vec![None; now.len()] };
        pairs.join(before, now, |one| (at(one), one.observed.id.clone()));
        pairs.join(before, now, |one| (at(one), product_and_vendor(one.observed)));
        pairs
    }

    /// The system of the earlier month that one of the later month is.
    pub fn before<'a>(&self, now: usize, before: &[Placed<'a>]) -> Option<&'a Observed> {
        self.of_now[now].map(|at| before[at].observed)
    }

    /// Pairs what is left and has the same key, where it can't be otherwise: one now, and before at most one of each municipality.
    fn join<K: Ord>(&mut self, before: &[Placed<'_>], now: &[Placed<'_>], key: impl Fn(&Placed<'_>) -> K) {
        let mut alike: BTreeMap<K, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (at, one) in before.iter().enumerate().filter(|(at, _)| self.of_before[*at] == Counterpart::None) {
            alike.entry(key(one)).or_default().0.push(at);
        }
        for (at, one) in now.iter().enumerate().filter(|(at, _)| self.of_now[*at].is_none()) {
            alike.entry(key(one)).or_default().1.push(at);
        }
        for (earlier, later) in alike.into_values() {
            let [only] = later.as_slice() else { continue };
            let owner = |at: &usize| &before[*at].observed.municipality;
            let of_each = earlier.iter().map(owner).collect::<BTreeSet<_>>().len() == earlier.len();
            let own = || earlier.iter().find(|at| *owner(at) == now[*only].observed.municipality);
            let Some(first) = own().or(earlier.first()).filter(|_| of_each) else { continue };
            for at in &earlier {
                self.of_before[*at] = if at == first { Counterpart::Is(*only) } else { Counterpart::Joined };
            }
            self.of_now[*only] = Some(*first);
        }
    }
}

fn product_and_vendor(one: &Observed) -> String {
    let vendor = one.vendor.as_deref().map(name_key).unwrap_or_default();
    format!("{}~{vendor}", name_key(&one.product))
}
