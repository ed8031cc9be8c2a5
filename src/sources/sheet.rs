//! A sheet as it was read: rows of non-empty cells, each with its address.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::terms::CellRef;

/// What stands in a cell. Empty cells are not kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(Box<str>),
    Number(f64),
    Bool(bool),
    Date(NaiveDate),
    /// An error value such as `#N/A`.
    Error(Box<str>),
}

impl Value {
    /// The cell as a person would read it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Bool(true) => "WAAR".to_owned(),
            Self::Bool(false) => "ONWAAR".to_owned(),
            Self::Date(date) => date.to_string(),
        }
    }

    /// The text of a text cell, without space around it.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()),
            _ => None,
        }
    }
}

/// One row with at least one cell, counted from zero on its sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub index: u32,
    /// Column (from zero) and value, in order of column.
    pub cells: Vec<(u32, Value)>,
}

impl Row {
    /// The value in a column.
    #[must_use]
    pub fn get(&self, column: u32) -> Option<&Value> {
        let at = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.cells[at].1)
    }
}

/// Cells that were merged into one. The first of them alone holds a value, as a rule; some programs leave values in the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// The cell at the top left.
    pub first: CellRef,
    /// The cell at the bottom right, which is part of it.
    pub last: CellRef,
}

impl Region {
    /// The region with these corners, whichever they are.
    #[must_use]
    pub const fn between(a: CellRef, b: CellRef) -> Self {
        const fn ordered(a: u32, b: u32) -> (u32, u32) {
            if a <= b { (a, b) } else { (b, a) }
        }
        let ((top, bottom), (left, right)) = (ordered(a.row, b.row), ordered(a.column, b.column));
        Self { first: CellRef::new(top, left), last: CellRef::new(bottom, right) }
    }

    #[must_use]
    pub const fn contains(&self, row: u32, column: u32) -> bool {
        self.first.row <= row && row <= self.last.row && self.first.column <= column && column <= self.last.column
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.first, self.last)
    }
}

/// One sheet: the rows that hold anything, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub name: Arc<str>,
    pub visible: bool,
    pub rows: Vec<Row>,
    /// The merged cells, in the order of the file; none where the format has none.
    pub merged: Vec<Region>,
}

/// Collects cells, which readers give row by row, into rows.
#[derive(Debug, Default)]
pub(super) struct RowBuilder {
    rows: Vec<Row>,
}

impl RowBuilder {
    pub fn push(&mut self, row: u32, column: u32, value: Value) {
        match self.rows.last_mut() {
            Some(last) if last.index == row => last.cells.push((column, value)),
            _ => self.rows.push(Row { index: row, cells: vec![(column, value)] }),
        }
    }

    /// The rows in order, whatever order the file had them in. Of two cells at one address the last one stands.
    pub fn finish(mut self) -> Vec<Row> {
        if !self.rows.is_sorted_by(|a, b| a.index < b.index) {
            self.rows.sort_by_key(|row| row.index);
            self.rows.dedup_by(|later, earlier| {
                let same = later.index == earlier.index;
                if same {
                    earlier.cells.append(&mut later.cells);
                }
                same
            });
        }
        for row in &mut self.rows {
            if !row.cells.is_sorted_by(|a, b| a.0 < b.0) {
                row.cells.reverse();
                row.cells.sort_by_key(|(column, _)| *column);
                row.cells.dedup_by_key(|(column, _)| *column);
            }
        }
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_out_of_order_end_up_in_order_and_the_last_of_two_stands() {
        let mut builder = RowBuilder::default();
        for (row, column, value) in [(2, 1, 1.0), (0, 3, 2.0), (0, 1, 3.0), (2, 1, 4.0)] {
            builder.push(row, column, Value::Number(value));
        }
        let rows = builder.finish();
        assert_eq!(rows[0], Row { index: 0, cells: vec![(1, Value::Number(3.0)), (3, Value::Number(2.0))] });
        assert_eq!(rows[1], Row { index: 2, cells: vec![(1, Value::Number(4.0))] });
        assert_eq!(rows[1].get(1), Some(&Value::Number(4.0)));
        assert_eq!(rows[1].get(0), None);
    }
}
