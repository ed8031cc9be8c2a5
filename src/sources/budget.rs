//! Counts what the cells of a file take in memory, so that no file fills it.

use super::sheet::Value;
use super::unreadable::{Unreadable, megabytes};
use crate::terms::CellRef;

/// What a cell takes beside its text, in bytes: its value and column, and its share of the lists that it stands in.
const CELL: u64 = 64;

pub struct Budget {
    spent: u64,
    limit: u64,
}

impl Budget {
    pub const fn of(bytes: u64) -> Self {
        Self { spent: 0, limit: bytes }
    }

    /// Counts a cell. The place tells how far reading came.
    pub fn spend(&mut self, row: u32, column: u32, value: &Value) -> Result<(), Unreadable> {
        self.spent += CELL
            + match value {
                Value::Text(text) | Value::Error(text) => text.len() as u64,
                Value::Number(_) | Value::Bool(_) | Value::Date(_) => 0,
            };
        if self.spent <= self.limit {
            return Ok(());
        }
        Err(Unreadable::too_large(format!("> {} ({})", megabytes(self.limit), CellRef::new(row, column)), megabytes(self.limit)))
    }
}
