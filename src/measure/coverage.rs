//! Coverage of one group: its sums, who they rest on, how its municipalities are spread, and what keeps a figure away.

use super::contingency::Contingency;
use super::distribution::Distribution;
use super::facet::Facet;
use super::group::Group;
use super::share::{Measure, Share};
use super::tally::{LocalFacets, Tally, is_complete};
use super::weight::{Basis, Unit, Weight};

/// Coverage of one group in one unit and weight.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    pub group: Group,
    pub unit: Unit,
    pub weight: Weight,
    /// The number of units that count, whether or not their weight is known.
    pub units: u64,
    /// Of those, the ones whose weight is known. Only these are in the weights and shares.
    pub units_known: u64,
    /// Of all units that count, those known from an inventory of an earlier month.
    pub units_carried: u64,
    /// Municipalities of the group with an inventory, carried forward ones included.
    pub municipalities: u64,
    /// Of those, the municipalities whose inventory is of an earlier month, wholly or in part.
    pub municipalities_carried: u64,
    /// Of those with an inventory, the municipalities with at least one unit.
    pub municipalities_counted: u64,
    /// Municipalities of the group in the frame.
    pub municipalities_frame: u64,
    /// Inhabitants of the municipalities with an inventory.
    pub inhabitants: u64,
    /// Of those, inhabitants of municipalities whose inventory is of an earlier month.
    pub inhabitants_carried: u64,
    /// Inhabitants of all municipalities of the group.
    pub inhabitants_frame: u64,
    /// How old the inventories are.
    pub age: Age,
    /// Units, cents a year or users, by level and distinguishing.
    pub weights: Contingency,
    /// Weight by facet, in the order of [`Facet::ALL`] (R43).
    pub facets: [u64; Facet::ALL.len()],
    pub local: LocalFacets,
    /// How the municipalities' own shares are spread; absent for a group of one municipality.
    pub distribution: Option<Distribution>,
}

/// How many months old the inventories of a group are, counted by their oldest part; 0 for one of this month.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Age {
    /// Over the municipalities with an inventory; absent when there is none.
    pub median: Option<f64>,
    pub oldest: Option<i64>,
}

/// Why a group has no shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Absence {
    /// No municipality of the group has an inventory.
    NoInventory,
    /// Those that have one have no unit that counts.
    NoUnits,
    /// The weight of fewer than half of the units is known.
    Incomplete,
    /// All known weights are nought.
    NoWeight,
}

impl Absence {
    /// What keeps the shares away of so many municipalities with an inventory that add up to this, if anything does.
    pub(super) fn of(municipalities: u64, units: u64, units_known: u64, weights: &Contingency) -> Option<Self> {
        if municipalities == 0 {
            Some(Self::NoInventory)
        } else if units == 0 {
            Some(Self::NoUnits)
        } else if !is_complete(units_known, units) {
            Some(Self::Incomplete)
        } else {
            (weights.total() == 0).then_some(Self::NoWeight)
        }
    }

    /// The reason code as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoInventory => "no_inventory",
            Self::NoUnits => "no_units",
            Self::Incomplete => "incomplete",
            Self::NoWeight => "no_weight",
        }
    }
}

impl Coverage {
    /// A group without municipalities and units.
    #[must_use]
    pub fn empty(group: Group, Basis { unit, weight }: Basis) -> Self {
        Self {
            group,
            unit,
            weight,
            units: 0,
            units_known: 0,
            units_carried: 0,
            municipalities: 0,
            municipalities_carried: 0,
            municipalities_counted: 0,
            municipalities_frame: 0,
            inhabitants: 0,
            inhabitants_carried: 0,
            inhabitants_frame: 0,
            age: Age::default(),
            weights: Contingency::default(),
            facets: [0; Facet::ALL.len()],
            local: LocalFacets::default(),
            distribution: None,
        }
    }

    /// The same group with the sums of a tally.
    pub(super) fn with(self, tally: &Tally) -> Self {
        let Tally { units, units_known, units_carried, weights, facets, local } = *tally;
        Self { units, units_known, units_carried, weights, facets, local, ..self }
    }

    /// One measure with its bounds; absent where [`Coverage::absence`] gives a reason.
    #[must_use]
    pub fn share(&self, measure: Measure) -> Share {
        if self.absence().is_some() { Share::default() } else { self.weights.share(measure) }
    }

    /// Why there are no shares, when there are none.
    #[must_use]
    pub fn absence(&self) -> Option<Absence> {
        Absence::of(self.municipalities, self.units, self.units_known, &self.weights)
    }

    /// Unit and weight.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        Basis { unit: self.unit, weight: self.weight }
    }
}
