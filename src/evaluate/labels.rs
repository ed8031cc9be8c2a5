//! The right answers of a labelled set, by row.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use crate::sources::{Row, Sheet, Value};
use crate::terms::{Distinguishing, Level, name_key};

/// The label of a row that stands for a connection, a standard or a contract.
pub const NO_SYSTEM: &str = "geen_systeem";

/// The labels of one row; an axis without a label is not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    pub level: Option<&'static str>,
    pub distinguishing: Option<&'static str>,
}

/// All labels, by position of the row on the sheet.
#[derive(Debug)]
pub struct Labels {
    pub rows: BTreeMap<u32, Label>,
}

impl Labels {
    /// Finds the header and reads the two columns of answers.
    ///
    /// # Errors
    /// When there is no such header, or an answer is none of the known values.
    pub fn read(sheets: &[Sheet]) -> Result<Self> {
        let Some((sheet, header, columns)) = sheets.iter().find_map(header) else {
            bail!("no header row with the columns 'level' and 'distinguishing': this is no labelled set");
        };
        let mut rows = BTreeMap::new();
        for row in &sheet.rows[header + 1..] {
            let level =
                answer(
                    row,
                    columns.0,
                    |text| {
                        if text == NO_SYSTEM { Some(NO_SYSTEM) } else { Level::parse(text).map(Level::as_str) }
                    },
                )?;
            let distinguishing = answer(row, columns.1, |text| Distinguishing::parse(text).map(Distinguishing::as_str))?;
            rows.insert(row.index, Label { level, distinguishing });
        }
        Ok(Self { rows })
    }
}

/// The sheet, the position of its header and the columns of level and distinguishing.
fn header(sheet: &Sheet) -> Option<(&Sheet, usize, (u32, u32))> {
    let column = |row: &Row, word: &str| {
        row.cells.iter().find(|(_, value)| value.text().is_some_and(|text| name_key(text) == word)).map(|(column, _)| *column)
    };
    let columns = |row: &Row| column(row, "level").zip(column(row, "distinguishing"));
    sheet.rows.iter().enumerate().take(10).find_map(|(at, row)| columns(row).map(|columns| (sheet, at, columns)))
}

fn answer(row: &Row, column: u32, parse: impl Fn(&str) -> Option<&'static str>) -> Result<Option<&'static str>> {
    let Some(text) = row.get(column).map(Value::shown) else { return Ok(None) };
    match parse(text.trim()) {
        Some(value) => Ok(Some(value)),
        None => bail!("row {}: '{text}' is no value of this axis", row.index + 1),
    }
}
