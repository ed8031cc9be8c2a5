//! A sheet that is filled from top to bottom.

use crate::columns::{Column, cell, lines};
use crate::dialect::Dialect;
use crate::municipality::Municipality;
use crate::system::System;
use crate::writer::{Cell, Sheet};

/// Stands at the top of every sheet with systems.
pub const SYNTHETIC: &str = "SYNTHETISCH VOORBEELD – geen gegevens van de echte gemeente";

/// A sheet in the making, with the row that comes next.
pub struct Grid {
    sheet: Sheet,
    row: u32,
}

impl Grid {
    pub fn new(name: &str) -> Self {
        Self { sheet: Sheet::new(name), row: 0 }
    }

    /// A sheet that says first that it is synthetic.
    pub fn synthetic(name: &str) -> Self {
        Self::new(name).line(&[SYNTHETIC])
    }

    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.sheet.hidden = true;
        self
    }

    /// A row of texts; empty ones leave the cell blank.
    #[must_use]
    pub fn line(self, texts: &[&str]) -> Self {
        let cells = texts.iter().map(|text| (!text.is_empty()).then(|| Cell::text(*text))).collect();
        self.cells(cells)
    }

    #[must_use]
    pub fn cells(mut self, cells: Vec<Option<Cell>>) -> Self {
        for (column, cell) in (0_u16..).zip(cells) {
            if let Some(cell) = cell {
                self.sheet.put(self.row, column, cell);
            }
        }
        self.row += 1;
        self
    }

    #[must_use]
    pub fn blank(mut self) -> Self {
        self.row += 1;
        self
    }

    /// Merges cells of the row that was written last.
    #[must_use]
    pub fn merged(mut self, first: u16, last: u16) -> Self {
        let row = self.row.saturating_sub(1);
        self.sheet.merges.push((row, first, row, last));
        self
    }

    #[must_use]
    pub fn header(self, columns: &[Column]) -> Self {
        let words: Vec<&str> = columns.iter().map(|(_, words)| *words).collect();
        self.line(&words)
    }

    /// The rows of these systems, with a blank row after every so many (never, for zero).
    #[must_use]
    pub fn systems(
        mut self,
        systems: &[System],
        columns: &[Column],
        municipality: &Municipality,
        dialect: &Dialect,
        blank_after: usize,
    ) -> Self {
        for (index, line) in lines(systems, dialect).iter().enumerate() {
            if blank_after > 0 && index > 0 && index.is_multiple_of(blank_after) {
                self = self.blank();
            }
            let cells = columns.iter().map(|(field, _)| cell(*field, line, municipality, dialect)).collect();
            self = self.cells(cells);
        }
        self
    }

    /// A row that adds up a column.
    #[must_use]
    pub fn total(self, column: usize, sum: u32) -> Self {
        let letter = ('A'..='Z').nth(column).unwrap_or('B');
        let text = format!("=SUM({letter}1:{letter}{})", self.row);
        let mut cells = vec![Some(Cell::text("Totaal"))];
        cells.resize(column, None);
        cells.push(Some(Cell::Formula { text, cached: Box::new(Cell::Money(f64::from(sum))) }));
        self.cells(cells)
    }

    pub fn done(self) -> Sheet {
        self.sheet
    }
}
