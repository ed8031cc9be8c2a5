//! Coverage of every group: the tallies of its municipalities summed, once for each unit and weight.
//!
//! One pass over the systems gives each municipality its tallies; a group of municipalities is a sum of these. Groups of systems
//! are tallied by municipality too, so that all groups are measured in one way.

use anyhow::Result;
use rayon::prelude::*;

use super::by_system::{Members, by_system};
use super::counted::Units;
use super::distribution::{Distribution, SPREAD_MEASURES, distribution};
use super::group::Group;
use super::of_groups::of_groups;
use super::population;
use super::sums::Sums;
use super::tally::Tallies;
use super::{Basis, Coverage};
use crate::reference::{Frame, Reference};

/// Measures all groups of the frame, in order of group, unit and weight. Groups of municipalities without any answer are there too, with
/// shares absent; groups of systems are there when they have a system.
///
/// # Errors
/// When the sums can't be computed.
pub fn coverage(units: &Units, sums: Sums<'_>, reference: &Reference) -> Result<Vec<Coverage>> {
    let frame = &sums.division.frame;
    let everybody = everybody(frame);
    let (of_systems, members): (Vec<Group>, Vec<Members>) = by_system(units, reference, frame.month).into_iter().unzip();
    let summed = of_groups(&members, units, frame)?;
    let measured = of_systems.par_iter().zip(&summed);
    let measured = measured.flat_map_iter(|(group, own)| measure(group, &everybody, Sums { own, ..sums }));
    let mut coverage = of_municipalities(sums);
    coverage.par_extend(measured);
    coverage.sort_by(|a, b| (&a.group, a.basis()).cmp(&(&b.group, b.basis())));
    Ok(coverage)
}

/// Measures the groups of municipalities, in order of group, unit and weight.
#[must_use]
pub fn of_municipalities(sums: Sums<'_>) -> Vec<Coverage> {
    let groups: Vec<_> = sums.division.membership.iter().collect();
    groups.par_iter().flat_map_iter(|(group, members)| measure(group, members, sums)).collect()
}

/// The nation alone, for a series of months.
#[must_use]
pub fn national_coverage(sums: Sums<'_>) -> Vec<Coverage> {
    measure(&Group::national(), &everybody(&sums.division.frame), sums)
}

fn everybody(frame: &Frame) -> Vec<u32> {
    (0..).take(frame.municipalities.len()).collect()
}

/// One group in all units and weights.
fn measure(group: &Group, members: &[u32], sums: Sums<'_>) -> Vec<Coverage> {
    let Sums { division, response, own } = sums;
    let mut sum = Tallies::default();
    for member in members {
        sum.merge(&own[*member as usize]);
    }
    let mut empty = Coverage::empty(group.clone(), Basis::HEADLINE);
    population::count(&mut empty, members, &division.frame, response);
    let spread = |place: usize| (members.len() > 1).then(|| spread(members, own, place, &division.frame));
    let bases = sum.iter().enumerate();
    bases
        .map(|(place, (Basis { unit, weight }, tally))| Coverage {
            unit,
            weight,
            municipalities_counted: members.iter().filter(|at| own[**at as usize].at(place).units > 0).count() as u64,
            distribution: spread(place),
            ..empty.clone().with(tally)
        })
        .collect()
}

fn spread(members: &[u32], own: &[Tallies], place: usize, frame: &Frame) -> Distribution {
    let of = |member: &u32| {
        let tally = own[*member as usize].at(place);
        (tally.units > 0)
            .then(|| (frame.municipalities[*member as usize].inhabitants, SPREAD_MEASURES.map(|measure| tally.share(measure))))
    };
    distribution(&members.iter().filter_map(of).collect::<Vec<_>>())
}
