//! What each municipality of a month brings to the figures, and since when: what disclosure control needs to know of the figures behind the sums.

use std::sync::Arc;

use super::membership::Membership;
use super::{Answer, Dimension, Group, Response, SIZE_SCHEME, Sums, Tallies, Unit, Weight};
use crate::terms::Month;

/// One municipality of the frame.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The CBS code.
    pub code: Arc<str>,
    /// Counted units, in the order of [`Unit::ALL`]; zero without an answer.
    pub weights: [u64; Unit::ALL.len()],
    /// The month of its inventory, when that is an earlier one as a whole.
    pub carried_from: Option<Month>,
}

/// All municipalities of a month, and those of their groups that may become public.
#[derive(Debug, Clone)]
pub struct Roll {
    pub month: Month,
    /// In order of the frame.
    pub entries: Vec<Entry>,
    pub membership: Membership,
}

/// Calls the roll of a month.
#[must_use]
pub fn roll(Sums { division, response, own }: Sums<'_>) -> Roll {
    let entry = |(response, own): (&Response, &Tallies)| Entry {
        code: response.municipality_code.as_str().into(),
        weights: Unit::ALL.map(|unit| counted(own, unit)),
        carried_from: match response.answer {
            Answer::CarriedForward(month) => Some(month),
            _ => None,
        },
    };
    let public = division.membership.iter().filter(|(group, _)| may_be_public(group));
    let membership = public.map(|(group, members)| (group.clone(), members.clone())).collect();
    Roll { month: division.frame.month, entries: response.iter().zip(own).map(entry).collect(), membership }
}

fn counted(own: &Tallies, unit: Unit) -> u64 {
    let of_unit = own.iter().find(|(basis, _)| (basis.unit, basis.weight) == (unit, Weight::Count));
    of_unit.map_or(0, |(_, tally)| tally.units)
}

/// Whether anybody has decided that a group may be public when nothing forbids it: the nation, regions, and CBS size classes of the
/// nation and of provinces. Others are nowhere in the public tables (docs/disclosure.md).
fn may_be_public(group: &Group) -> bool {
    let crossed = matches!(&group.dimension, Dimension::Nation) || group.dimension.is_province();
    match (&group.dimension, &group.size) {
        (Dimension::Nation | Dimension::Region(_), None) => true,
        (_, Some(size)) => crossed && size.scheme == SIZE_SCHEME,
        _ => false,
    }
}
