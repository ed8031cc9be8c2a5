//! A table as CSV, with the very values that its Parquet file has: UTF-8, commas, dots in numbers, nothing where a value is absent, and
//! lines that end with a line feed (RFC 4180 but for that).

use anyhow::{Context, Result, bail};
use arrow::array::{Array, ArrayRef, AsArray};
use arrow::datatypes::{Date32Type, Float64Type, Int64Type};
use csv::{Terminator, WriterBuilder};

use super::column::day_of;
use super::{Column, Kind, Table};

/// The bytes of the copy.
///
/// # Errors
/// When a column has values that no cell can hold as they are, or columns differ in length.
pub fn csv_copy(table: &Table) -> Result<Vec<u8>> {
    let rows = table.columns.first().map_or(0, |column| column.values.len());
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| column.field.name()))?;
    for row in 0..rows {
        let cells: Result<Vec<String>> = table.columns.iter().map(|column| cell(column, row)).collect();
        writer.write_record(cells.with_context(|| format!("CSV copy of table {}", table.name))?)?;
    }
    writer.into_inner().context("writing to memory")
}

fn cell(column: &Column, row: usize) -> Result<String> {
    if column.values.is_null(row) {
        return Ok(String::new());
    }
    let values: &ArrayRef = &column.values;
    Ok(match Kind::of(column.field.data_type()) {
        Kind::Text => values.as_string::<i32>().value(row).to_owned(),
        Kind::Whole => values.as_primitive::<Int64Type>().value(row).to_string(),
        // The shortest text that reads back as the same number.
        Kind::Number => values.as_primitive::<Float64Type>().value(row).to_string(),
        Kind::Flag => values.as_boolean().value(row).to_string(),
        Kind::Day => day_of(values.as_primitive::<Date32Type>().value(row)).to_string(),
        Kind::Texts | Kind::Other => bail!("column {} has values that no cell of CSV holds", column.field.name()),
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::report::Tier;

    fn table(columns: Vec<Column>) -> Table {
        Table { name: "made_up", description: "", tiers: &[Tier::Public], columns }
    }

    #[test]
    fn values_are_written_as_machines_read_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 1);
        let copy = csv_copy(&table(vec![
            Column::text("name", "", [Some("Noord, \"Brabant\""), None].into_iter()),
            Column::whole("n", "", [None, Some(-1_288)].into_iter()),
            Column::number("share", "", [Some(0.1 + 0.2), Some(1e-7)].into_iter()),
            Column::maybe("met", "", [Some(true), None].into_iter()),
            Column::day("on", "", [day, None].into_iter()),
        ]));
        let text = String::from_utf8(copy.unwrap()).unwrap();
        assert_eq!(
            text,
            "name,n,share,met,on\n\"Noord, \"\"Brabant\"\"\",,0.30000000000000004,true,2026-11-01\n,-1288,0.0000001,,\n"
        );
    }

    #[test]
    fn a_list_is_refused_rather_than_folded() {
        let lists = table(vec![Column::texts("all", "", [["a"].into_iter()].into_iter())]);
        assert!(format!("{:#}", csv_copy(&lists).unwrap_err()).contains("column all"));
    }
}
