//! Which municipality is in which groups.

use std::collections::BTreeMap;

use super::group::{Dimension, Group, PROVINCE_SCHEME, SIZE_SCHEME, Size};
use crate::reference::{Frame, Municipality, Reference, SizeClass};

/// All groups of municipalities of a frame, in order, and for each its municipalities by place in the frame.
pub type Membership = BTreeMap<Group, Vec<u32>>;

/// A partnership of fewer municipalities is no group: it would be that municipality.
const FEWEST_MEMBERS: usize = 2;

/// Puts every municipality into the nation, its regions of each scheme, its size classes, its partnerships, and a group of its own.
#[must_use]
pub fn membership(frame: &Frame, reference: &Reference) -> Membership {
    let mut membership = Membership::new();
    for (municipality, place) in frame.municipalities.iter().zip(0..) {
        for group in groups(municipality) {
            membership.entry(group).or_default().push(place);
        }
    }
    membership.extend(partnerships(frame, reference));
    membership
}

/// The division of the country in a month: its municipalities, and the groups that they are in.
#[derive(Debug, Clone)]
pub struct Division {
    pub frame: Frame,
    pub(super) membership: Membership,
}

impl Division {
    /// Divides the municipalities of a frame.
    #[must_use]
    pub fn of(frame: Frame, reference: &Reference) -> Self {
        let membership = membership(&frame, reference);
        Self { frame, membership }
    }

    /// Every group of municipalities with each municipality in it, in order.
    pub fn members<'a>(&'a self) -> impl Iterator<Item = (&'a Group, &'a Municipality)> {
        let one = |at: &u32| self.frame.municipalities.get(*at as usize);
        let of = move |(group, at): (&'a Group, &'a Vec<u32>)| at.iter().filter_map(one).map(move |one| (group, one));
        self.membership.iter().flat_map(of)
    }
}

fn groups(municipality: &Municipality) -> Vec<Group> {
    let nation = Group::national();
    let mut groups = vec![Group::new(Dimension::Municipality, &municipality.code, &municipality.name)];
    groups.extend(municipality.sizes.iter().map(|size| nation.sized(Size::of(size))));
    groups.push(nation);
    for (scheme, region) in &municipality.regions {
        let region = Group::region(scheme, &region.code, &region.name);
        let crossed = municipality.sizes.iter().filter(|size| is_crossed(scheme, size));
        groups.extend(crossed.map(|size| region.sized(Size::of(size))));
        groups.push(region);
    }
    groups
}

/// Provinces are crossed with all schemes of sizes, smaller regions with the roll-ups only: they have too few municipalities for more.
fn is_crossed(scheme: &str, size: &SizeClass) -> bool {
    scheme == PROVINCE_SCHEME || size.scheme != SIZE_SCHEME
}

/// Partnerships of a kind that runs systems for its members, as far as all their members are known.
fn partnerships(frame: &Frame, reference: &Reference) -> impl Iterator<Item = (Group, Vec<u32>)> {
    let day = frame.month.first_day();
    let whole = reference.partnerships.iter().filter(|one| one.is_group && one.lists_all_members());
    let of = move |partnership: &crate::reference::Partnership| {
        let members: Vec<u32> = partnership.members(day).into_iter().filter_map(|code| frame.place(code)).collect();
        (Group::new(Dimension::Partnership, &partnership.id, &partnership.name), members)
    };
    whole.map(of).filter(|(_, members)| members.len() >= FEWEST_MEMBERS)
}
