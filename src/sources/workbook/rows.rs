//! Cells of one sheet to rows, within a budget for the whole workbook.

use calamine::{Cell, Data, DataRef, Range};

use super::value::{dense_value, streamed_value};
use crate::problem::Code;
use crate::sources::Row;
use crate::sources::file::Unreadable;
use crate::sources::limits::{MAX_CELLS, MAX_DENSE_CELLS};
use crate::sources::sheet::RowBuilder;

/// Counts cells, so that no workbook fills the memory.
#[derive(Default)]
pub struct Budget {
    cells: u64,
}

impl Budget {
    fn spend(&mut self) -> Result<(), Unreadable> {
        self.cells += 1;
        if self.cells > MAX_CELLS {
            return Err((Code::FileTooLarge, format!("more than {MAX_CELLS} cells")));
        }
        Ok(())
    }
}

/// The rows of a sheet that comes as a stream of cells.
pub fn streamed<'a>(
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, Unreadable>,
    budget: &mut Budget,
) -> Result<Vec<Row>, Unreadable> {
    let mut rows = RowBuilder::default();
    while let Some(cell) = next()? {
        let (row, column) = cell.get_position();
        if let Some(value) = streamed_value(cell.get_value()) {
            budget.spend()?;
            rows.push(row, column, value);
        }
    }
    Ok(rows.finish())
}

/// The rows of a sheet that was read whole.
pub fn dense(range: &Range<Data>, budget: &mut Budget) -> Result<Vec<Row>, Unreadable> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    if (range.width() as u64) * (range.height() as u64) > MAX_DENSE_CELLS {
        return Err((Code::FileTooLarge, format!("{} rows by {} columns", range.height(), range.width())));
    }
    let mut rows = RowBuilder::default();
    for (row, column, data) in range.used_cells() {
        let at = |offset: usize, first: u32| u32::try_from(offset).unwrap_or(u32::MAX).saturating_add(first);
        if let Some(value) = dense_value(data) {
            budget.spend()?;
            rows.push(at(row, first_row), at(column, first_column), value);
        }
    }
    Ok(rows.finish())
}
