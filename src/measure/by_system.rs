//! Groups of systems, wherever they are: by domain, by reference component, and within or outside a focus.
//!
//! A system is in the group of each of its components, and of each of their domains, once. So these groups overlap, and do not add up
//! to the nation; the parts of a focus do.

use std::collections::BTreeMap;

use super::counted::Units;
use super::group::{Dimension, Group};
use crate::reference::Reference;
use crate::terms::{Lookup, Month};

/// Code of the group of systems whose component is not known.
const UNKNOWN: &str = "onbekend";
const UNKNOWN_NAME: &str = "zonder referentiecomponent";

/// The places of a group's systems and cells, in order.
#[derive(Debug, Default)]
pub struct Members {
    pub systems: Vec<u32>,
    pub cells: Vec<u32>,
}

/// All such groups in which there is a system or a cell.
pub fn by_system(units: &Units, reference: &Reference, month: Month) -> BTreeMap<Group, Members> {
    let mut numbering = Numbering { reference, month, groups: Vec::new(), known: BTreeMap::new() };
    let mut seen: Lookup<&[u32], Vec<usize>> = Lookup::default();
    let mut members: Vec<Members> = Vec::new();
    for (system, place) in (0..units.systems.len()).zip(0..) {
        let components = units.components_of(system);
        let groups = seen.entry(components).or_insert_with(|| numbering.of(components, units));
        members.resize_with(numbering.groups.len(), Members::default);
        for group in groups {
            members[*group].systems.push(place);
        }
    }
    let of_component: Vec<Vec<usize>> = (0..).take(units.components.len()).map(|at| numbering.of(&[at], units)).collect();
    members.resize_with(numbering.groups.len(), Members::default);
    for (cell, place) in units.cells.iter().zip(0..) {
        for group in of_component.get(cell.component as usize).into_iter().flatten() {
            members[*group].cells.push(place);
        }
    }
    let groups = numbering.groups.into_iter().zip(members);
    groups.filter(|(_, members)| !members.systems.is_empty() || !members.cells.is_empty()).collect()
}

/// Gives each group a number when it is first met.
struct Numbering<'a> {
    reference: &'a Reference,
    month: Month,
    groups: Vec<Group>,
    known: BTreeMap<Group, usize>,
}

impl Numbering<'_> {
    /// The numbers of the groups of a system that has these components.
    fn of(&mut self, components: &[u32], units: &Units) -> Vec<usize> {
        let ids: Vec<&str> = components.iter().filter_map(|at| units.components.get(*at as usize).map(|id| &**id)).collect();
        groups_of(&ids, self.reference, self.month).into_iter().map(|group| self.number(group)).collect()
    }

    fn number(&mut self, group: Group) -> usize {
        let next = self.groups.len();
        let number = *self.known.entry(group.clone()).or_insert(next);
        if number == next {
            self.groups.push(group);
        }
        number
    }
}

/// The groups of systems of a month that a component is in, of each reference component; and, without a component, those of a system
/// that has none. A system of several components is in the groups of each, but outside a focus only when it is not within.
#[must_use]
pub fn component_groups(reference: &Reference, month: Month) -> Vec<(Option<&str>, Group)> {
    let ids = reference.components.iter().map(|component| Some(component.gemma_id.as_str()));
    let of = |id: Option<&'_ str>| groups_of(id.as_slice(), reference, month);
    let mut groups: Vec<_> = ids.chain([None]).flat_map(|id| of(id).into_iter().map(move |group| (id, group))).collect();
    groups.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    groups
}

/// The groups of a system that has these components, in order.
fn groups_of(ids: &[&str], reference: &Reference, month: Month) -> Vec<Group> {
    let mut groups = by_component(ids, reference);
    groups.extend(by_focus(ids, reference, month));
    groups.sort();
    groups.dedup();
    groups
}

fn by_component(ids: &[&str], reference: &Reference) -> Vec<Group> {
    if ids.is_empty() {
        return vec![unknown(Dimension::Component), unknown(Dimension::Domain)];
    }
    let found = ids.iter().filter_map(|id| reference.components.get(id));
    let of = |component: &crate::reference::Component| {
        let domain = &component.domain;
        [Group::new(Dimension::Component, &component.gemma_id, &component.name), Group::new(Dimension::Domain, domain, domain)]
    };
    found.flat_map(of).collect()
}

/// Within a focus when any component is.
fn by_focus(ids: &[&str], reference: &Reference, month: Month) -> Vec<Group> {
    let day = month.first_day();
    let part = |focus: &str| {
        let part = match ids {
            [] => UNKNOWN,
            _ if ids.iter().any(|id| reference.focuses.holds(focus, id, day)) => "binnen",
            _ => "buiten",
        };
        Group::new(Dimension::Focus, &format!("{focus}.{part}"), &format!("{part} {focus}"))
    };
    reference.focuses.on(day).map(part).collect()
}

fn unknown(dimension: Dimension) -> Group {
    Group::new(dimension, UNKNOWN, UNKNOWN_NAME)
}
