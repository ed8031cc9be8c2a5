//! What the units of one municipality, or of a group, add up to in one unit and weight.
//!
//! Every figure is a sum of these over municipalities, so each is made once. Not for shares: those are in `share`.

use super::contingency::Contingency;
use super::counted::Counted;
use super::facet::Facet;
use super::share::{Measure, Share};
use super::weight::{Basis, Weight};
use crate::terms::Level;

/// Sums over some units. All are integers, so the order of adding does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// The units that count, whether or not their weight is known.
    pub units: u64,
    /// Of those, the ones whose weight is known; only these are in the weights.
    pub units_known: u64,
    /// Of all units that count, those known from an inventory of an earlier month.
    pub units_carried: u64,
    /// Weight by level and distinguishing: units, cents a year, or users.
    pub weights: Contingency,
    /// Weight by facet, in the order of [`Facet::ALL`].
    pub facets: [u64; Facet::ALL.len()],
    pub local: LocalFacets,
}

/// Weight at `decentraal` that a wider definition might call collective (METHOD §3, *Sensitivity*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LocalFacets {
    /// Built together, run by each for itself.
    pub built: u64,
    /// Bought by each for itself on collective terms.
    pub contract: u64,
    /// Both.
    pub both: u64,
}

impl Tally {
    /// Adds a unit that weighs so much, if that is known.
    pub(super) fn add(&mut self, unit: &Counted, weight: Option<u64>) {
        self.units += 1;
        self.units_carried += u64::from(unit.carried);
        let Some(weight) = weight else { return };
        self.units_known += 1;
        self.weights.add(unit.level, unit.distinguishing, weight);
        self.weights.maybe_national += if unit.maybe_national { weight } else { 0 };
        let has = |facet| if unit.facets.has(facet) { weight } else { 0 };
        for (sum, facet) in self.facets.iter_mut().zip(Facet::ALL) {
            *sum += has(facet);
        }
        if unit.level == Level::Decentraal {
            let (built, contract) = (has(Facet::SamenBouwen), has(Facet::CollectiefContract));
            self.local.built += built;
            self.local.contract += contract;
            self.local.both += built.min(contract);
        }
    }

    /// Adds the sums of other units.
    pub fn merge(&mut self, other: &Self) {
        self.units += other.units;
        self.units_known += other.units_known;
        self.units_carried += other.units_carried;
        self.weights.merge(&other.weights);
        for (sum, more) in self.facets.iter_mut().zip(other.facets) {
            *sum += more;
        }
        self.local.built += other.local.built;
        self.local.contract += other.local.contract;
        self.local.both += other.local.both;
    }

    /// Whether the weight of at least half of the units is known. Below that there is no figure.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        is_complete(self.units_known, self.units)
    }

    /// One measure with its bounds; absent when too few weights are known.
    pub(super) fn share(&self, measure: Measure) -> Share {
        if self.is_complete() { self.weights.share(measure) } else { Share::default() }
    }
}

/// Whether the known units are at least half of all.
pub(super) const fn is_complete(known: u64, units: u64) -> bool {
    2 * known >= units
}

/// The tallies of one municipality, one for each of [`Basis::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tallies([Tally; Basis::ALL.len()]);

impl Tallies {
    pub(super) fn add_system(&mut self, system: &Counted) {
        for (tally, weight) in self.0.iter_mut().zip(Weight::ALL) {
            tally.add(system, system.weights[weight as usize]);
        }
    }

    pub(super) fn add_cell(&mut self, cell: &Counted) {
        self.0[Weight::ALL.len()].add(cell, Some(1));
    }

    /// The tallies with what they are of, in the order of [`Basis::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Basis, &Tally)> {
        Basis::ALL.into_iter().zip(&self.0)
    }

    pub fn merge(&mut self, other: &Self) {
        for (sum, more) in self.0.iter_mut().zip(&other.0) {
            sum.merge(more);
        }
    }

    /// The tally of one basis, by its place in [`Basis::ALL`].
    pub(super) const fn at(&self, place: usize) -> &Tally {
        &self.0[place]
    }
}
