//! The rules that look at one group alone, and the order in which groups are preferred.

use std::cmp::Reverse;

use super::Reason;
use crate::measure::{Coverage, Dimension, Group, Measure, Roll, Unit, Weight};
use crate::reference::DisclosureBars;
use crate::terms::Level;

/// Why a group can't be public whatever else is.
pub fn primary(coverage: &[Coverage], group: &Group, members: &[u32], roll: &Roll, bars: &DisclosureBars) -> Option<Reason> {
    let weights = |unit: Unit| -> Vec<u64> {
        let all = members.iter().map(|at| roll.entries[*at as usize].weights[unit as usize]);
        all.filter(|weight| *weight > 0).collect()
    };
    let of_units = Unit::ALL.map(weights);
    if of_units.iter().all(Vec::is_empty) || of_units.iter().any(|weights| too_few(weights, bars)) {
        return Some(Reason::TooFew);
    }
    if of_units.iter().any(|weights| dominated(weights, bars)) {
        return Some(Reason::Dominated);
    }
    coverage.iter().any(|line| line.group == *group && line.weight == Weight::Count && uniform(line)).then_some(Reason::Uniform)
}

/// Whether the nation's figure of a month may stand in a series: the rules on one group, without those on others.
#[must_use]
pub fn fit_for_series(roll: &Roll, bars: &DisclosureBars) -> bool {
    let everybody: Vec<u32> = (0..).zip(&roll.entries).map(|(at, _)| at).collect();
    primary(&[], &Group::national(), &everybody, roll, bars).is_none()
}

/// Whether a figure is of too few municipalities, or nearly of one. Of nobody there is no figure.
pub fn is_of_few(weights: impl Iterator<Item = u64>, bars: &DisclosureBars) -> bool {
    let weights: Vec<u64> = weights.collect();
    too_few(&weights, bars) || dominated(&weights, bars)
}

/// In one unit nobody may have weight; then there is no figure either.
const fn too_few(weights: &[u64], bars: &DisclosureBars) -> bool {
    !weights.is_empty() && weights.len() < bars.fewest_municipalities as usize
}

/// Whether one has more than its part, compared in integers.
fn dominated(weights: &[u64], bars: &DisclosureBars) -> bool {
    let (most, all) = (weights.iter().max().copied().unwrap_or_default(), weights.iter().sum::<u64>());
    u128::from(most) * 100 > u128::from(all) * u128::from(bars.most_weight_percent)
}

/// Whether the broad share is certainly all or certainly nothing. Then the group's share is known to be each municipality's.
fn uniform(line: &Coverage) -> bool {
    let share = line.share(Measure::CollectiveShare);
    let total = line.weights.total();
    let (sure, possible) = (line.weights.broad(), line.weights.broad() + line.weights.level(Level::Onbekend));
    share.lower.is_some() && (sure == total || possible == 0)
}

/// What is published first, and so is least likely to be suppressed: the nation, then provinces and size classes, then other
/// regions, then regions by size; within these the one of most municipalities.
pub fn preference(group: &Group, members: &[u32], roll: &Roll) -> (u8, Reverse<usize>, Group) {
    let rank = match (&group.dimension, &group.size) {
        (Dimension::Nation, None) => 0,
        (Dimension::Nation, Some(_)) => 1,
        (dimension, None) if dimension.is_province() => 1,
        (_, None) => 2,
        (_, Some(_)) => 3,
    };
    let with_weight = members.iter().filter(|at| roll.entries[**at as usize].weights[0] > 0).count();
    (rank, Reverse(with_weight), group.clone())
}
