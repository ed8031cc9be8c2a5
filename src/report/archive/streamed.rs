//! Measures tables of systems while they are read, a batch at a time: for tables that no memory holds.
//!
//! Reads what was judged. Not for judging again: that needs whole systems.

use std::path::Path;

use anyhow::{Context, Result};
use arrow::array::{Array, ArrayRef, AsArray, BooleanArray, ListArray, PrimitiveArray, RecordBatch, StringArray};
use arrow::datatypes::{Float64Type, Int64Type};

use super::{cents, open, projected};
use crate::measure::{Facets, Passing, Streamed};
use crate::reference::Frame;
use crate::terms::{Distinguishing, Level};

const COLUMNS: [&str; 9] =
    ["municipality_code", "counted", "level", "distinguishing", "facets", "carried_from", "cost_eur", "users", "component_ids"];
const ROWS_AT_ONCE: usize = 8_192;

/// Lets the systems of one more table pass. Those of one municipality must stand together, as they do in a published table; those of
/// municipalities outside the frame are left out.
///
/// # Errors
/// When the table can't be read, lacks a column, or holds words that are not of this program.
pub fn streamed(table: &Path, frame: &Frame, sums: &mut Streamed) -> Result<()> {
    for batch in projected(open(table)?, &COLUMNS).with_batch_size(ROWS_AT_ONCE).build()? {
        let batch = batch?;
        let columns = Columns::of(&batch).with_context(|| format!("{} is no table of systems", table.display()))?;
        columns.pass(frame, sums).with_context(|| table.display().to_string())?;
    }
    Ok(())
}

/// The columns of a batch.
struct Columns<'a> {
    municipality: &'a StringArray,
    counted: &'a BooleanArray,
    level: &'a StringArray,
    distinguishing: &'a StringArray,
    facets: &'a ListArray,
    carried_from: &'a StringArray,
    cost: &'a PrimitiveArray<Float64Type>,
    users: &'a PrimitiveArray<Int64Type>,
    components: &'a ListArray,
}

impl<'a> Columns<'a> {
    fn of(batch: &'a RecordBatch) -> Option<Self> {
        let column = |name: &str| batch.column_by_name(name);
        let texts = |name: &str| column(name)?.as_string_opt::<i32>();
        Some(Self {
            municipality: texts("municipality_code")?,
            counted: column("counted")?.as_boolean_opt()?,
            level: texts("level")?,
            distinguishing: texts("distinguishing")?,
            facets: column("facets")?.as_list_opt::<i32>()?,
            carried_from: texts("carried_from")?,
            cost: column("cost_eur")?.as_primitive_opt()?,
            users: column("users")?.as_primitive_opt()?,
            components: column("component_ids")?.as_list_opt::<i32>()?,
        })
    }

    fn pass(&self, frame: &Frame, sums: &mut Streamed) -> Result<()> {
        let (mut code, mut place) = ("", None);
        let (mut facets, mut components) = (Vec::new(), Vec::new());
        for row in (0..self.counted.len()).filter(|row| self.counted.is_valid(*row) && self.counted.value(*row)) {
            if self.municipality.value(row) != code {
                code = self.municipality.value(row);
                place = frame.place(code);
            }
            let Some(municipality) = place else { continue };
            texts(self.facets, row, &mut facets);
            texts(self.components, row, &mut components);
            let (level, distinguishing) = (self.level.value(row), self.distinguishing.value(row));
            sums.pass(&Passing {
                municipality,
                level: Level::parse(level).with_context(|| format!("'{level}' is no level"))?,
                distinguishing: Distinguishing::parse(distinguishing)
                    .with_context(|| format!("'{distinguishing}' is no value of distinguishing"))?,
                facets: Facets::named(&facets),
                carried: self.carried_from.is_valid(row),
                cost_cents: self.cost.is_valid(row).then(|| cents(self.cost.value(row))),
                users: self.users.is_valid(row).then(|| self.users.value(row)).and_then(|users| u64::try_from(users).ok()),
                components: &components,
            })?;
        }
        Ok(())
    }
}

/// The texts of one row of a column of lists, in the place of those of the row before.
fn texts<'a>(lists: &'a ListArray, row: usize, found: &mut Vec<&'a str>) {
    found.clear();
    let values: &ArrayRef = lists.values();
    if let (true, Some(values)) = (lists.is_valid(row), values.as_string_opt::<i32>()) {
        let ends = lists.value_offsets();
        let part = |at: usize| usize::try_from(ends[at]).unwrap_or_default();
        found.extend((part(row)..part(row + 1)).filter(|at| values.is_valid(*at)).map(|at| values.value(at)));
    }
}
