//! The numbers of a chart as a table of words. Not a data file: those hold unrounded values.

/// A table with a caption; the first column names the row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    pub caption: String,
    /// The headings, the one above the row names included.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

/// One row: what it is about, and a cell for each further column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    pub cells: Vec<String>,
}

impl Row {
    #[must_use]
    pub fn new(name: impl Into<String>, cells: Vec<String>) -> Self {
        Self { name: name.into(), cells }
    }
}
