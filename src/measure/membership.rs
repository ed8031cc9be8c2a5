//! Which municipality is in which groups.

use std::collections::BTreeMap;

use super::group::{Group, PROVINCE_SCHEME};
use crate::reference::{Frame, Municipality, Region};

/// All groups of a frame, in order, and for each its municipalities by position in the frame.
pub type Membership = BTreeMap<Group, Vec<u32>>;

/// Puts every municipality into the nation, its regions of each scheme, its size class, and its province by size class.
#[must_use]
pub fn membership(frame: &Frame) -> Membership {
    let mut membership = Membership::new();
    for (municipality, position) in frame.municipalities.iter().zip(0..) {
        for group in groups(municipality) {
            membership.entry(group).or_default().push(position);
        }
    }
    membership
}

fn groups(municipality: &Municipality) -> Vec<Group> {
    let sized = |group: Group| municipality.size_class.map(|class| Group { size_class: Some(class), ..group });
    let province = region(PROVINCE_SCHEME, &municipality.province);
    let others = municipality.regions.iter().filter(|(scheme, _)| *scheme != PROVINCE_SCHEME);
    let mut groups = vec![Group::national(), province.clone()];
    groups.extend([sized(Group::national()), sized(province)].into_iter().flatten());
    groups.extend(others.map(|(scheme, of)| region(scheme, of)));
    groups
}

fn region(scheme: &str, region: &Region) -> Group {
    Group { scheme: scheme.to_owned(), code: region.code.clone(), region: region.name.clone(), size_class: None }
}
