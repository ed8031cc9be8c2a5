//! xlsx and xlsm, through a library that writes them well.

use anyhow::Result;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::{Book, Cell, Sheet, package, serial};

const PLAIN_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const MACRO_TYPE: &str = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

pub fn write(book: &Book) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    // Without a fixed moment the library stores the time of writing.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let first_visible = book.sheets.iter().position(|sheet| !sheet.hidden);
    for (index, sheet) in book.sheets.iter().enumerate() {
        let worksheet = workbook.add_worksheet();
        fill(worksheet, sheet)?;
        if first_visible == Some(index) && index > 0 {
            worksheet.set_active(true).set_first_tab(true);
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// The same package under the content type of a macro-enabled workbook.
pub fn write_macro_enabled(book: &Book) -> Result<Vec<u8>> {
    package::with_changed(&write(book)?, "[Content_Types].xml", |types| types.replace(PLAIN_TYPE, MACRO_TYPE))
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<()> {
    // An empty cached value is an empty text, not the zero that the library takes.
    worksheet.set_name(&sheet.name)?.set_hidden(sheet.hidden).set_formula_result_default("");
    for (first_row, first_column, last_row, last_column) in &sheet.merges {
        worksheet.merge_range(*first_row, *first_column, *last_row, *last_column, "", &Format::new())?;
    }
    for ((row, column), cell) in &sheet.cells {
        put(worksheet, *row, *column, cell)?;
    }
    Ok(())
}

fn put(worksheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<()> {
    match cell {
        Cell::Text(text) => worksheet.write_string(row, column, text)?,
        Cell::Number(number) => worksheet.write_number(row, column, *number)?,
        Cell::Bool(value) => worksheet.write_boolean(row, column, *value)?,
        Cell::Date(day) => worksheet.write_number_with_format(row, column, serial(*day), &number_format(cell))?,
        Cell::Money(amount) => worksheet.write_number_with_format(row, column, *amount, &number_format(cell))?,
        // An error cell is a formula that failed; the library has no other way to write one.
        Cell::Error(error) => worksheet.write_formula(row, column, formula(error_formula(error), cell))?,
        Cell::Formula { text, cached } => {
            worksheet.write_formula_with_format(row, column, formula(text, cached), &number_format(cached))?
        }
    };
    Ok(())
}

fn number_format(cell: &Cell) -> Format {
    match cell {
        Cell::Date(_) => Format::new().set_num_format("dd-mm-yyyy"),
        Cell::Money(_) => Format::new().set_num_format("€ #,##0.00"),
        _ => Format::new(),
    }
}

fn formula(text: &str, cached: &Cell) -> Formula {
    Formula::new(text).set_result(result(cached))
}

fn error_formula(error: &str) -> &str {
    match error {
        "#N/A" => "=NA()",
        "#DIV/0!" => "=1/0",
        "#REF!" => "=#REF!+0",
        other => other,
    }
}

fn result(cached: &Cell) -> String {
    match cached {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) | Cell::Money(number) => number.to_string(),
        Cell::Bool(value) => value.to_string().to_uppercase(),
        Cell::Date(day) => serial(*day).to_string(),
        Cell::Error(error) => (*error).to_owned(),
        Cell::Formula { cached, .. } => result(cached),
    }
}
