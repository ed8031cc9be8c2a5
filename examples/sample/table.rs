//! The tables beside the code: one line of names, then lines of fields separated by `;`, lists separated by `|`.

use anyhow::{Result, ensure};

/// The rows of a table that must have this number of fields.
pub fn rows<const FIELDS: usize>(text: &'static str) -> Result<Vec<[&'static str; FIELDS]>> {
    text.lines().skip(1).filter(|line| !line.is_empty()).map(fields).collect()
}

/// The items of a list in a field.
pub fn list(field: &'static str) -> Vec<&'static str> {
    field.split('|').filter(|item| !item.is_empty()).collect()
}

fn fields<const FIELDS: usize>(line: &'static str) -> Result<[&'static str; FIELDS]> {
    let fields: Vec<&str> = line.split(';').collect();
    ensure!(fields.len() == FIELDS, "{} fields instead of {FIELDS}: {line}", fields.len());
    let mut row = [""; FIELDS];
    row.copy_from_slice(&fields);
    Ok(row)
}
