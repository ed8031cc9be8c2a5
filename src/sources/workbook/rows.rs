//! Cells of one sheet to rows, within the budget of the file.

use calamine::{Cell, Data, DataRef, Range};

use super::value::{dense_value, streamed_value};
use crate::sources::Row;
use crate::sources::budget::Budget;
use crate::sources::limits::{MAX_COLUMNS, MAX_DENSE_CELLS, MAX_ROWS};
use crate::sources::sheet::RowBuilder;
use crate::sources::unreadable::Unreadable;
use crate::terms::CellRef;

/// The rows of a sheet that comes as a stream of cells.
pub fn streamed<'a>(
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, Unreadable>,
    budget: &mut Budget,
) -> Result<Vec<Row>, Unreadable> {
    let mut rows = RowBuilder::default();
    while let Some(cell) = next()? {
        let (row, column) = cell.get_position();
        if let Some(value) = streamed_value(cell.get_value()) {
            inside(row, column)?;
            budget.spend(row, column, &value)?;
            rows.push(row, column, value);
        }
    }
    Ok(rows.finish())
}

/// The rows of a sheet that was read whole.
pub fn dense(range: &Range<Data>, budget: &mut Budget) -> Result<Vec<Row>, Unreadable> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    if (range.width() as u64) * (range.height() as u64) > MAX_DENSE_CELLS {
        return Err(Unreadable::too_large(format!("{} × {}", range.height(), range.width()), MAX_DENSE_CELLS.to_string()));
    }
    let mut rows = RowBuilder::default();
    for (row, column, data) in range.used_cells() {
        let at = |offset: usize, first: u32| u32::try_from(offset).unwrap_or(u32::MAX).saturating_add(first);
        if let Some(value) = dense_value(data) {
            let (row, column) = (at(row, first_row), at(column, first_column));
            inside(row, column)?;
            budget.spend(row, column, &value)?;
            rows.push(row, column, value);
        }
    }
    Ok(rows.finish())
}

/// No spreadsheet has a cell outside of these rows and columns, so its address can't be right.
fn inside(row: u32, column: u32) -> Result<(), Unreadable> {
    if row < MAX_ROWS && column < MAX_COLUMNS { Ok(()) } else { Err(Unreadable::damaged(CellRef::new(row, column))) }
}
