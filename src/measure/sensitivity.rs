//! How far the headline depends on definitions: the national share under every combination of them (METHOD §3, *Sensitivity*).
//!
//! A wider or narrower definition gives systems another level, and cells follow from their systems. So each reading is counted anew
//! from the systems, and none is a correction of another.

use super::counted::{Counted, Units};
use super::facet::Facet;
use super::share::{Measure, Share};
use super::sums;
use super::tally::{Tallies, Tally};
use super::target::Target;
use super::weight::{Basis, Unit, Weight};
use crate::terms::Level;

/// Which systems count as organised by municipalities together beyond what the level says, and which do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Reading {
    /// What was built together and is run by each for itself counts as collective.
    pub with_built: bool,
    /// What each buys for itself on collective terms counts as collective.
    pub with_contract: bool,
    /// A level that is uncertain counts as unknown.
    pub uncertain_as_unknown: bool,
}

impl Reading {
    /// All readings, that of the method first.
    pub fn all() -> impl Iterator<Item = Self> {
        let values = [false, true];
        let built = move |with_built| values.map(move |with_contract| (with_built, with_contract)).into_iter();
        values.into_iter().flat_map(built).flat_map(move |(with_built, with_contract)| {
            values.map(|uncertain_as_unknown| Self { with_built, with_contract, uncertain_as_unknown })
        })
    }

    /// The level of a system in this reading. A wider definition lifts what is local, and what is unknown: collective it is either way.
    fn level(self, system: &Counted) -> Level {
        let level = if self.uncertain_as_unknown && system.uncertain { Level::Onbekend } else { system.level };
        let has = |facet| system.facets.has(facet);
        let lifted = self.with_built && has(Facet::SamenBouwen) || self.with_contract && has(Facet::CollectiefContract);
        if lifted && !level.is_collective() { Level::CollectiefGemeentelijk } else { level }
    }
}

/// A full definition of the headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Definition {
    pub reading: Reading,
    pub unit: Unit,
    pub weight: Weight,
    /// Rungs one and two, rather than one to three (R19).
    pub strict: bool,
    /// The target takes more than the percentage, rather than the percentage.
    pub exclusive: bool,
}

impl Definition {
    /// The definition of the method: systems, counted, broad, more than the percentage.
    #[must_use]
    pub fn is_headline(&self) -> bool {
        let Self { reading, unit, weight, strict, exclusive } = *self;
        reading == Reading::default() && (Basis { unit, weight }) == Basis::HEADLINE && !strict && exclusive
    }
}

/// What the nation comes to under one definition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sensitivity {
    pub definition: Definition,
    pub units: u64,
    pub units_known: u64,
    /// Absent when nobody answered, when too few weights are known, and for cells in any weight but count.
    pub share: Share,
    /// Whether the lower and the upper bound meet the target; absent with the share.
    pub reached: Option<[bool; 2]>,
}

/// The nation under every definition, in order. The units are those of the method's reading.
#[must_use]
pub fn sensitivity(mut units: Units, target: Target) -> Vec<Sensitivity> {
    let systems = units.systems.clone();
    let of = |reading: Reading| {
        units.put_at(systems.iter().map(|system| reading.level(system)));
        of_reading(reading, &units, target)
    };
    Reading::all().flat_map(of).collect()
}

fn of_reading(reading: Reading, units: &Units, target: Target) -> Vec<Sensitivity> {
    let mut nation = [Tallies::default()];
    sums::add(units, &mut nation, |_| 0);
    let [nation] = nation;
    let tally = |unit, weight| nation.iter().find(|(basis, _)| *basis == Basis { unit, weight }).map(|(_, tally)| *tally);
    let bases = Unit::ALL.into_iter().flat_map(|unit| Weight::ALL.map(|weight| (unit, weight)));
    let definitions = bases.flat_map(|(unit, weight)| {
        [(false, true), (false, false), (true, true), (true, false)].map(|(strict, exclusive)| Definition {
            reading,
            unit,
            weight,
            strict,
            exclusive,
        })
    });
    definitions.map(|definition| one(definition, tally(definition.unit, definition.weight), target.percent)).collect()
}

fn one(definition: Definition, tally: Option<Tally>, percent: u64) -> Sensitivity {
    let tally = tally.unwrap_or_default();
    let measure = if definition.strict { Measure::NationalShare } else { Measure::CollectiveShare };
    let share = tally.share(measure);
    let target = Target { percent, exclusive: definition.exclusive };
    let weights = &tally.weights;
    let unknown = weights.level(Level::Onbekend);
    let (yes, most) = if definition.strict {
        (weights.strict(), weights.strict() + unknown + weights.maybe_national)
    } else {
        (weights.broad(), weights.broad() + unknown)
    };
    let reached = share.lower.map(|_| [yes, most].map(|part| target.met(part, weights.total())));
    Sensitivity { definition, units: tally.units, units_known: tally.units_known, share, reached }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_is_there_once_and_one_is_the_headline() {
        let all = sensitivity(Units::default(), Target::default());
        assert_eq!(all.len(), 2 * 2 * 2 * 2 * 3 * 2 * 2);
        let definitions: std::collections::BTreeSet<Definition> = all.iter().map(|one| one.definition).collect();
        assert_eq!(definitions.len(), all.len());
        assert_eq!(all.iter().filter(|one| one.definition.is_headline()).count(), 1);
        assert!(all.iter().all(|one| one.share == Share::default() && one.reached.is_none()), "of nothing there is no share");
    }
}
