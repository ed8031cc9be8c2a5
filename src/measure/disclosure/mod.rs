//! Which groups stay out of the public tables, so that no municipality's figure can be derived from those that are in (METHOD §3, R55).
//!
//! Two parts: rules that look at one group (`rules`), and a choice of the others such that nothing published together gives a
//! municipality away (`choose`, on the arithmetic of `freedom`), also not beside the public tables of months before (`unknowns`).
//! The argument why that holds is in `docs/disclosure.md`. Not for writing tables: what is suppressed is blanked in `report`.

mod choose;
mod freedom;
mod rules;
mod terms;
mod unknowns;

use std::collections::BTreeMap;

pub use rules::{fit_for_series, is_of_few};
pub use terms::{nameable, public_change};
pub use unknowns::Past;

use self::choose::{Candidate, choose};
use self::unknowns::Layer;
use super::change::Flow;
use super::{Coverage, Group, Roll, Unit, Weight};
use crate::reference::DisclosureBars;

/// Why a group is not public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Too few municipalities with weight; perhaps none.
    TooFew,
    /// One municipality has nearly all the weight.
    Dominated,
    /// All systems are collective, or none is, so what holds for the group holds for each of its municipalities.
    Uniform,
    /// Beside other public figures, of this month or an earlier one, it would give a municipality away.
    Secondary,
}

impl Reason {
    pub const ALL: [Self; 4] = [Self::TooFew, Self::Dominated, Self::Uniform, Self::Secondary];

    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TooFew => "too_few",
            Self::Dominated => "dominated",
            Self::Uniform => "uniform",
            Self::Secondary => "secondary",
        }
    }
}

/// What anybody may know of a group that is not public: who is in it, for that is no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    pub group: Group,
    pub unit: Unit,
    pub weight: Weight,
    pub municipalities_frame: u64,
    pub inhabitants_frame: u64,
    pub reason: Reason,
}

/// The coverage of a month, divided into what may be public and what may not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Disclosed {
    pub published: Vec<Coverage>,
    pub withheld: Vec<Withheld>,
    /// Whether the weight of all that started to respond, and of all that stopped, may be public too.
    pub flow: bool,
}

/// A group as public tables name it: dimension, code, and the scheme and number of its size class.
pub type Key = (String, String, Option<(String, i64)>);

/// How a public table names a group.
#[must_use]
pub fn key(group: &Group) -> Key {
    let size = group.size.as_ref().map(|size| (size.scheme.clone(), i64::from(size.class)));
    (group.dimension.as_str().to_owned(), group.code.clone(), size)
}

/// Divides the coverage of a month. Lines of a group stand or fall together, in whatever unit. Lines of groups that are not on the
/// roll, and of weights that nobody has thought about yet, are in neither part: what is not looked at is not public.
#[must_use]
pub fn disclose(coverage: &[Coverage], roll: &Roll, past: &[Past], flow: &Flow, bars: &DisclosureBars) -> Disclosed {
    let groups: Vec<(&Group, &Vec<u32>)> = roll.membership.iter().collect();
    let layers = Unit::ALL.map(|unit| unknowns::layer(unit, roll, past, bars));
    let candidate = |(group, members): &(&Group, &Vec<u32>)| Candidate {
        primary: rules::primary(coverage, group, members, roll, bars),
        sums: layers.each_ref().map(|layer| layer.sum_now(members, roll)),
        always: group.is_national(),
    };
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|at| rules::preference(groups[*at].0, groups[*at].1, roll));
    let mut candidates: Vec<Candidate> = order.iter().map(|at| candidate(&groups[*at])).collect();
    candidates.extend(flows(&layers[Unit::Systems as usize], flow));
    let mut reasons = choose(layers.map(Layer::freedom), &candidates);
    let of_flows = reasons.split_off(order.len());
    let by_group: BTreeMap<&Group, Option<Reason>> = order.iter().map(|at| groups[*at].0).zip(reasons).collect();
    let mut disclosed = Disclosed { flow: of_flows.iter().all(Option::is_none), ..Disclosed::default() };
    for line in coverage.iter().filter(|line| line.weight == Weight::Count) {
        match by_group.get(&line.group).copied() {
            Some(None) => disclosed.published.push(line.clone()),
            Some(Some(reason)) => disclosed.withheld.push(withheld(line, reason)),
            None => {}
        }
    }
    disclosed
}

/// The sums of those that started and of those that stopped, in systems; taken after all groups, for groups matter more.
fn flows(systems: &Layer, flow: &Flow) -> Vec<Candidate> {
    let sums = [systems.of_now(&flow.started), systems.of_then(&flow.stopped)];
    let candidate = |sum: Option<Vec<freedom::At>>| Candidate {
        // Of whom the sums of the month before say nothing, nobody can say what is safe.
        primary: sum.is_none().then_some(Reason::Secondary),
        sums: [sum.unwrap_or_default(), Vec::new()],
        always: false,
    };
    sums.into_iter().map(candidate).collect()
}

fn withheld(line: &Coverage, reason: Reason) -> Withheld {
    Withheld {
        group: line.group.clone(),
        unit: line.unit,
        weight: line.weight,
        municipalities_frame: line.municipalities_frame,
        inhabitants_frame: line.inhabitants_frame,
        reason,
    }
}
