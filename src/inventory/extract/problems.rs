//! What is worth saying about the columns of a sheet: only headers are quoted, never what stands below them.

use super::super::header::{Header, Meaning};
use crate::inventory::Layout;
use crate::problem::{Code, Place, Problem};
use crate::terms::{column_name, name_key};

/// Columns that are not known, and columns that are there twice.
pub fn column_problems(header: &Header, layout: &Layout, sheet: &Place, row: u32, problems: &mut Vec<Problem>) {
    for (column, text) in &header.unknown {
        let is_another_thing = layout.dictionary.meaning(&name_key(text)) == Meaning::Other;
        let nearest = layout.nearest(text).filter(|_| !is_another_thing);
        problems.push(Problem::new(Code::UnknownColumn, sheet.at(row, *column), text.clone()).with_hint(nearest));
    }
    for (column, text, word) in &header.misspelt {
        problems.push(Problem::new(Code::HeaderMisspelt, sheet.at(row, *column), text.clone()).with_hint(Some(word)));
    }
    for (column, text, field) in &header.duplicates {
        let used = header.columns.get(field).map(|column| column_name(*column));
        problems.push(Problem::new(Code::DuplicateColumn, sheet.at(row, *column), text.clone()).with_hint(used));
    }
}
