//! The tallies of groups of systems: which unit is in which group is a table of pairs, and one query sums all groups by municipality.
//!
//! Not for groups of municipalities: those are sums of the tallies that their municipalities have already.

use anyhow::Result;
use polars::prelude::{DataFrame, DataType, IntoLazy, PolarsResult, UInt64Chunked, col, df, len};

use super::by_system::Members;
use super::counted::{Counted, Units};
use super::tally::{Part, Tallies};
use super::weight::Weight;
use crate::reference::Frame;

const GROUP: &str = "group";
const MUNICIPALITY: &str = "municipality";
/// What units must share to be summed: all but their weights.
const KIND: &str = "kind";
/// The place of a unit; of a sum, that of any of its units, for they are of one kind.
const PLACE: &str = "place";
const UNITS: &str = "units";
const COST: &str = Weight::Cost.as_str();
const USERS: &str = Weight::Users.as_str();

/// What each municipality of the frame adds up to in each of these groups, in their order.
///
/// # Errors
/// When the sums can't be computed.
pub fn of_groups(groups: &[Members], units: &Units, frame: &Frame) -> Result<Vec<Vec<Tallies>>> {
    let mut tallies = vec![vec![Tallies::default(); frame.municipalities.len()]; groups.len()];
    let cells: Vec<Counted> = units.cells.iter().map(|cell| cell.unit).collect();
    for (group, part) in sums(&pairs(groups, |members| &members.systems), &units.systems)? {
        tallies[group][part.unit.municipality as usize].add_systems(&part);
    }
    for (group, part) in sums(&pairs(groups, |members| &members.cells), &cells)? {
        tallies[group][part.unit.municipality as usize].add_cells(&part);
    }
    Ok(tallies)
}

/// Group and place of each member.
fn pairs(groups: &[Members], places: impl Fn(&Members) -> &[u32]) -> Vec<(u32, u32)> {
    (0..).zip(groups).flat_map(|(group, members)| places(members).iter().map(move |place| (group, *place))).collect()
}

fn sums(pairs: &[(u32, u32)], units: &[Counted]) -> Result<Vec<(usize, Part)>> {
    let summed = facts(pairs, units)?
        .lazy()
        .group_by([col(GROUP), col(MUNICIPALITY), col(KIND)])
        .agg([
            col(PLACE).first(),
            len().cast(DataType::UInt64).alias(UNITS),
            col(COST).sum(),
            col(COST).count().cast(DataType::UInt64).alias("cost_known"),
            col(USERS).sum(),
            col(USERS).count().cast(DataType::UInt64).alias("users_known"),
        ])
        .collect()?;
    parts(&summed, units)
}

fn facts(pairs: &[(u32, u32)], units: &[Counted]) -> PolarsResult<DataFrame> {
    let unit = || pairs.iter().map(|(_, place)| &units[*place as usize]);
    df!(
        GROUP => pairs.iter().map(|(group, _)| *group).collect::<Vec<u32>>(),
        MUNICIPALITY => unit().map(|unit| unit.municipality).collect::<Vec<u32>>(),
        KIND => unit().map(Counted::kind).collect::<Vec<u32>>(),
        PLACE => pairs.iter().map(|(_, place)| *place).collect::<Vec<u32>>(),
        COST => unit().map(|unit| unit.weights[Weight::Cost as usize]).collect::<Vec<Option<u64>>>(),
        USERS => unit().map(|unit| unit.weights[Weight::Users as usize]).collect::<Vec<Option<u64>>>(),
    )
}

/// The rows of the sums. Their order says nothing: they are added to tallies of integers.
fn parts(summed: &DataFrame, units: &[Counted]) -> Result<Vec<(usize, Part)>> {
    let whole = |name: &str| -> PolarsResult<UInt64Chunked> { Ok(summed.column(name)?.cast(&DataType::UInt64)?.u64()?.clone()) };
    let (groups, places) = (whole(GROUP)?, whole(PLACE)?);
    let weights = [whole(UNITS)?, whole(COST)?, whole(USERS)?];
    let known = [whole(UNITS)?, whole("cost_known")?, whole("users_known")?];
    let at = |column: &UInt64Chunked, row: usize| column.get(row).unwrap_or_default();
    let part = |row: usize| -> Result<(usize, Part)> {
        let unit = units[usize::try_from(at(&places, row))?];
        let of = |columns: &[UInt64Chunked; 3]| [0, 1, 2].map(|column| at(&columns[column], row));
        Ok((
            usize::try_from(at(&groups, row))?,
            Part { unit, units: at(&weights[0], row), known: of(&known), weights: of(&weights) },
        ))
    };
    (0..summed.height()).map(part).collect()
}
