//! Sheets as text: one row a line, cells separated by `|`. What is not text says so: `n:12.5`, `d:2027-12-31`, `e:#N/A`, `b:true`.

use chrono::NaiveDate;

use crate::writer::{Cell, Sheet};

/// Reads a grid. An empty line is an empty row.
pub fn sheet(name: &str, text: &str) -> Sheet {
    let mut sheet = Sheet::new(name);
    for (row, line) in text.lines().enumerate() {
        for (column, cell) in line.split('|').map(str::trim).enumerate().filter(|(_, cell)| !cell.is_empty()) {
            sheet.put(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), read(cell));
        }
    }
    sheet
}

fn read(cell: &str) -> Cell {
    match cell.split_once(':') {
        Some(("n", number)) => Cell::Number(number.parse().expect("a number")),
        Some(("d", day)) => Cell::Date(NaiveDate::parse_from_str(day, "%Y-%m-%d").expect("a date")),
        Some(("b", yes)) => Cell::Bool(yes == "true"),
        Some(("e", error)) => {
            Cell::Error(["#N/A", "#REF!", "#DIV/0!"].into_iter().find(|known| *known == error).expect("an error value"))
        }
        _ => Cell::text(cell.replace("\\n", "\n")),
    }
}

/// The same sheet with the rows behind the header in another order.
pub fn turned(sheet: &Sheet, header: u32) -> Sheet {
    let last = sheet.cells.keys().map(|(row, _)| *row).max().unwrap_or(0);
    let place = |row: u32| if row <= header { row } else { header + 1 + (last - row) };
    let cells = sheet.cells.iter().map(|((row, column), cell)| ((place(*row), *column), cell.clone())).collect();
    Sheet { cells, ..sheet.clone() }
}
