//! Counted systems and cells as small tables: one line per municipality, level and value of distinguishing.

use std::collections::BTreeMap;

use anyhow::Result;
use polars::prelude::{DataFrame, DataType, IntoLazy, LazyFrame, col, df, len, lit, when};

use crate::classify::Classified;
use crate::reference::Frame;
use crate::terms::{Distinguishing, Level};

/// Names of the columns; `municipality` is the position in the frame.
pub const MUNICIPALITY: &str = "municipality";
pub const LEVEL: &str = "level";
pub const DISTINGUISHING: &str = "distinguishing";
pub const MAYBE_NATIONAL: &str = "maybe_national";
pub const WEIGHT: &str = "weight";

const COMPONENT: &str = "component";
const UNKNOWN_LEVEL: u32 = Level::Onbekend as u32;
const UNKNOWN_DISTINGUISHING: u32 = Distinguishing::Onbekend as u32;

/// Counted systems by municipality, level and distinguishing.
///
/// # Errors
/// When the table can't be computed.
pub fn systems(classified: &[Classified], frame: &Frame) -> Result<LazyFrame> {
    let positions = positions(frame);
    let (mut municipality, mut level, mut distinguishing) = (Vec::new(), Vec::new(), Vec::new());
    for one in classified.iter().filter(|one| one.counted()) {
        if let Some(position) = positions.get(&*one.system.municipality) {
            municipality.push(*position);
            level.push(one.verdicts.level.value as u32);
            distinguishing.push(one.verdicts.distinguishing.value as u32);
        }
    }
    let table = df!(MUNICIPALITY => municipality, LEVEL => level, DISTINGUISHING => distinguishing)?;
    Ok(counted(table.lazy().with_column(lit(0_u32).alias(MAYBE_NATIONAL))))
}

/// Cells by municipality, level and distinguishing. A cell takes the highest rung among its systems; with a system of unknown
/// level beside decentral ones its own level is unknown, and beside a regional one it might yet be national.
///
/// # Errors
/// When the table can't be computed.
pub fn cells(classified: &[Classified], frame: &Frame) -> Result<LazyFrame> {
    let cells = of_components(classified, frame)?.lazy().group_by([col(MUNICIPALITY), col(COMPONENT)]).agg([
        col(LEVEL).min().alias("highest"),
        col(LEVEL).eq(lit(UNKNOWN_LEVEL)).any(true).alias("some_unknown"),
        col(DISTINGUISHING).filter(col(DISTINGUISHING).neq(lit(UNKNOWN_DISTINGUISHING))).min().alias("least"),
        col(DISTINGUISHING).filter(col(DISTINGUISHING).neq(lit(UNKNOWN_DISTINGUISHING))).max().alias("most"),
    ]);
    let only_local = col("highest").eq(lit(Level::Decentraal as u32));
    let regional = col("highest").eq(lit(Level::Regionaal as u32));
    let agreed = col("least").eq(col("most"));
    Ok(counted(cells.with_columns([
        when(only_local.and(col("some_unknown"))).then(lit(UNKNOWN_LEVEL)).otherwise(col("highest")).alias(LEVEL),
        when(regional.and(col("some_unknown"))).then(lit(1_u32)).otherwise(lit(0_u32)).alias(MAYBE_NATIONAL),
        when(agreed.fill_null(lit(false))).then(col("least")).otherwise(lit(UNKNOWN_DISTINGUISHING)).alias(DISTINGUISHING),
    ])))
}

/// The weight of each municipality, by its position in the frame.
///
/// # Errors
/// When the table can't be computed.
pub fn totals(facts: LazyFrame) -> Result<BTreeMap<u32, u64>> {
    let sums = facts.group_by([col(MUNICIPALITY)]).agg([col(WEIGHT).sum()]).collect()?;
    let municipalities = sums.column(MUNICIPALITY)?.u32()?.into_no_null_iter();
    Ok(municipalities.zip(sums.column(WEIGHT)?.u64()?.into_no_null_iter()).collect())
}

/// Counts units per municipality, level and distinguishing.
fn counted(units: LazyFrame) -> LazyFrame {
    units
        .group_by([col(MUNICIPALITY), col(LEVEL), col(DISTINGUISHING)])
        .agg([len().cast(DataType::UInt64).alias(WEIGHT), col(MAYBE_NATIONAL).sum().cast(DataType::UInt64).alias(MAYBE_NATIONAL)])
}

fn of_components(classified: &[Classified], frame: &Frame) -> Result<DataFrame> {
    let positions = positions(frame);
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut municipality, mut component, mut level, mut distinguishing) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for one in classified.iter().filter(|one| one.counted()) {
        let Some(position) = positions.get(&*one.system.municipality) else { continue };
        for id in &one.system.record.components {
            let next = u32::try_from(numbers.len())?;
            municipality.push(*position);
            component.push(*numbers.entry(id).or_insert(next));
            level.push(one.verdicts.level.value as u32);
            distinguishing.push(one.verdicts.distinguishing.value as u32);
        }
    }
    Ok(df!(MUNICIPALITY => municipality, COMPONENT => component, LEVEL => level, DISTINGUISHING => distinguishing)?)
}

fn positions(frame: &Frame) -> BTreeMap<&str, u32> {
    frame.municipalities.iter().zip(0..).map(|(municipality, position)| (&*municipality.code, position)).collect()
}
