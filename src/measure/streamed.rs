//! Systems that come one after another, municipality by municipality. Each municipality is added up when its last system has passed, so
//! a table of any length is measured in the memory of its sums.
//!
//! For groups of municipalities. A group of systems, such as a domain, would need sums of its own for every municipality.

use std::sync::Arc;

use anyhow::{Result, ensure};

use super::counted::{Counted, Units};
use super::facet::Facets;
use super::sums;
use super::tally::Tallies;
use super::weight::Weight;
use crate::terms::{Distinguishing, Level, Lookup};

/// One system that counts, as it passes.
#[derive(Debug, Clone, Copy)]
pub struct Passing<'a> {
    /// Its municipality's place in the frame.
    pub municipality: u32,
    pub level: Level,
    pub distinguishing: Distinguishing,
    pub facets: Facets,
    /// Known from an inventory of an earlier month.
    pub carried: bool,
    /// A year; absent where the inventory does not say.
    pub cost_cents: Option<i64>,
    pub users: Option<u64>,
    /// Ids of its reference components.
    pub components: &'a [&'a str],
}

/// What has passed so far.
#[derive(Debug)]
pub struct Streamed {
    own: Vec<Tallies>,
    done: Vec<bool>,
    components: Lookup<Arc<str>, u32>,
    open: Option<(u32, Units)>,
}

impl Streamed {
    /// Nothing yet, of a frame of so many municipalities.
    #[must_use]
    pub fn new(municipalities: usize) -> Self {
        Self {
            own: vec![Tallies::default(); municipalities],
            done: vec![false; municipalities],
            components: Lookup::default(),
            open: None,
        }
    }

    /// Lets the next system pass.
    ///
    /// # Errors
    /// When its municipality is not of the frame, or has passed before: its cells can then no longer be formed.
    pub fn pass(&mut self, system: &Passing<'_>) -> Result<()> {
        let at = system.municipality;
        if self.open.as_ref().is_some_and(|(open, _)| *open != at) {
            self.close();
        }
        ensure!(self.done.get(at as usize) == Some(&false), "municipality {at} of the frame has passed before, or is none");
        let components = system.components.iter().map(|id| number(&mut self.components, id)).collect();
        self.open.get_or_insert_with(|| (at, Units::default())).1.push(counted(system), components);
        Ok(())
    }

    /// What each municipality of the frame adds up to, in its order.
    #[must_use]
    pub fn tallies(mut self) -> Vec<Tallies> {
        self.close();
        self.own
    }

    fn close(&mut self) {
        let Some((at, mut units)) = self.open.take() else { return };
        units.form_cells();
        sums::add(&units, &mut self.own, |unit| unit.municipality as usize);
        self.done[at as usize] = true;
    }
}

fn number(numbers: &mut Lookup<Arc<str>, u32>, id: &str) -> u32 {
    if let Some(number) = numbers.get(id) {
        return *number;
    }
    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    numbers.insert(id.into(), next);
    next
}

fn counted(system: &Passing<'_>) -> Counted {
    Counted {
        municipality: system.municipality,
        level: system.level,
        uncertain: false,
        distinguishing: system.distinguishing,
        maybe_national: false,
        carried: system.carried,
        facets: system.facets,
        weights: Weight::ALL.map(|weight| weight.believed(system.cost_cents, system.users)),
    }
}
