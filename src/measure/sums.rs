//! What the municipalities of a month add up to. It is made once, and every figure of groups of municipalities is made from it.

use super::counted::{Counted, Units};
use super::membership::Division;
use super::response::Response;
use super::tally::{Part, Tallies};
use crate::reference::Frame;

/// The municipalities of a month: which groups they are in, whether they answered, and what each adds up to. Both lists are in the order
/// of the frame.
#[derive(Debug, Clone, Copy)]
pub struct Sums<'a> {
    pub division: &'a Division,
    pub response: &'a [Response],
    /// Nothing for a municipality without counted systems.
    pub own: &'a [Tallies],
}

/// What each municipality of the frame adds up to, in the order of the frame.
#[must_use]
pub fn tallies(units: &Units, frame: &Frame) -> Vec<Tallies> {
    let mut own = vec![Tallies::default(); frame.municipalities.len()];
    add(units, &mut own, |unit| unit.municipality as usize);
    own
}

/// Adds each unit to the tallies of its place.
pub(super) fn add(units: &Units, own: &mut [Tallies], place: impl Fn(&Counted) -> usize) {
    for system in &units.systems {
        own[place(system)].add_systems(&Part::one(system));
    }
    for cell in &units.cells {
        own[place(&cell.unit)].add_cells(&Part::one(&cell.unit));
    }
}
