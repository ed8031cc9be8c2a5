//! Coverage of every group in every unit: the facts joined with the groups and summed.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use polars::prelude::{DataFrame, DataType, IntoLazy, LazyFrame, col, df};

use super::facts::{self, DISTINGUISHING, LEVEL, MAYBE_NATIONAL, MUNICIPALITY, WEIGHT};
use super::membership::{Membership, membership};
use super::response::Response;
use super::{Contingency, Coverage, Group, Unit, Weight};
use crate::classify::Classified;
use crate::reference::Frame;
use crate::terms::{Distinguishing, Level};

const GROUP: &str = "group";

/// Measures all groups of the frame, in order of group and unit. Groups without any answer are there too, with shares absent.
///
/// # Errors
/// When a table can't be computed.
pub fn coverage(classified: &[Classified], frame: &Frame, response: &[Response]) -> Result<Vec<Coverage>> {
    let membership = membership(frame);
    let pairs = pairs(&membership)?;
    let systems = by_group(facts::systems(classified, frame)?, &pairs)?;
    let cells = by_group(facts::cells(classified, frame)?, &pairs)?;
    let mut coverage = Vec::with_capacity(membership.len() * 2);
    for ((group, members), number) in membership.iter().zip(0_u32..) {
        for (unit, weights) in [(Unit::Systems, &systems), (Unit::Cells, &cells)] {
            let weights = weights.get(&number).copied().unwrap_or_default();
            coverage.push(one(group, members, unit, weights, frame, response));
        }
    }
    Ok(coverage)
}

/// The weights of each municipality with a counted unit, by its position in the frame.
///
/// # Errors
/// When a table can't be computed.
pub fn by_municipality(classified: &[Classified], frame: &Frame, unit: Unit) -> Result<BTreeMap<u32, Contingency>> {
    let facts = match unit {
        Unit::Systems => facts::systems(classified, frame)?,
        Unit::Cells => facts::cells(classified, frame)?,
    };
    let each: Vec<u32> = frame.municipalities.iter().zip(0..).map(|(_, position)| position).collect();
    by_group(facts, &df!(GROUP => each.clone(), MUNICIPALITY => each)?)
}

fn one(group: &Group, members: &[u32], unit: Unit, weights: Contingency, frame: &Frame, response: &[Response]) -> Coverage {
    let inhabitants = |of: &[u32]| of.iter().filter_map(|at| frame.municipalities[*at as usize].inhabitants).sum();
    let answered: Vec<u32> = members.iter().copied().filter(|at| response[*at as usize].answer.is_given()).collect();
    let carried = answered.iter().filter(|at| response[**at as usize].carried_from.is_some());
    Coverage {
        group: group.clone(),
        unit,
        weight: Weight::Count,
        units: weights.total(),
        municipalities: answered.len() as u64,
        municipalities_carried: carried.count() as u64,
        municipalities_frame: members.len() as u64,
        inhabitants: inhabitants(&answered),
        inhabitants_frame: inhabitants(members),
        weights,
    }
}

fn pairs(membership: &Membership) -> Result<DataFrame> {
    let (mut group, mut municipality) = (Vec::new(), Vec::new());
    for (members, number) in membership.values().zip(0_u32..) {
        for member in members {
            group.push(number);
            municipality.push(*member);
        }
    }
    Ok(df!(GROUP => group, MUNICIPALITY => municipality)?)
}

/// Sums the facts of each group. The sums are of integers, so their order does not matter.
fn by_group(facts: LazyFrame, pairs: &DataFrame) -> Result<BTreeMap<u32, Contingency>> {
    let sums = facts
        .inner_join(pairs.clone().lazy(), col(MUNICIPALITY), col(MUNICIPALITY))
        .group_by([col(GROUP), col(LEVEL), col(DISTINGUISHING)])
        .agg([col(WEIGHT).sum(), col(MAYBE_NATIONAL).sum()])
        .collect()
        .context("summing by group")?;
    let column = |name: &str| -> Result<Vec<u64>> {
        let values = sums.column(name)?.cast(&DataType::UInt64)?;
        Ok(values.u64()?.into_no_null_iter().collect())
    };
    let (groups, levels, distinguishing) = (column(GROUP)?, column(LEVEL)?, column(DISTINGUISHING)?);
    let (weights, maybe) = (column(WEIGHT)?, column(MAYBE_NATIONAL)?);
    let mut by_group: BTreeMap<u32, Contingency> = BTreeMap::new();
    for row in 0..sums.height() {
        let contingency = by_group.entry(u32::try_from(groups[row])?).or_default();
        let level = Level::ALL[usize::try_from(levels[row])?];
        contingency.add(level, Distinguishing::ALL[usize::try_from(distinguishing[row])?], weights[row]);
        contingency.maybe_national += maybe[row];
    }
    Ok(by_group)
}
