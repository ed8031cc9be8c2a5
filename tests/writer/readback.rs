//! Every format is read back with the library that reads inventories: the same values, sheets and merged ranges.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, SheetVisible, Sheets, Xls, Xlsb, Xlsx};
use chrono::NaiveDate;

use super::{Book, Cell, Encoding, Format, Sheet, serial, write};

fn book() -> Book {
    let mut hidden = Sheet::new("Verborgen");
    hidden.hidden = true;
    hidden.put(0, 0, Cell::text("keuzelijst"));
    let mut sheet = Sheet::new("Eén & twee");
    sheet.merges.extend([(0, 0, 0, 3), (2, 0, 3, 0)]);
    let values = values();
    for (place, value) in (0_u16..).zip(values) {
        sheet.put(u32::from(place) + 1, 1, value.clone());
        sheet.put(u32::from(place) + 1, 2, Cell::Formula { text: "=B2".to_owned(), cached: Box::new(value) });
    }
    // Enough different texts to need more than one record in the oldest format.
    (20..600).for_each(|row| sheet.put(row, 0, Cell::Text(format!("regel {row} met een wat langere tekst"))));
    Book { sheets: vec![hidden, sheet] }
}

fn values() -> [Cell; 8] {
    let day = NaiveDate::from_ymd_opt(2027, 12, 31).unwrap_or_default();
    [
        Cell::text("Títel – \"x\" <b> € ≥"),
        Cell::text("  twee\nregels  en spaties"),
        Cell::Number(-1.5),
        Cell::Bool(true),
        Cell::Date(day),
        Cell::Money(12_500.25),
        Cell::Error("#N/A"),
        Cell::Error("#REF!"),
    ]
}

/// A value in the words of this model, whichever way the format stores it.
fn read(data: &Data) -> String {
    match data {
        Data::DateTime(day) => format!("date {}", day.as_f64()),
        Data::DateTimeIso(day) => format!("date {}", serial(day.parse().unwrap_or_default())),
        Data::Error(error) => error.to_string(),
        Data::Bool(value) => value.to_string(),
        other => other.as_string().unwrap_or_default(),
    }
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) | Cell::Money(number) => number.to_string(),
        Cell::Bool(value) => value.to_string(),
        Cell::Date(day) => format!("date {}", serial(*day)),
        Cell::Error(error) => (*error).to_owned(),
        Cell::Formula { cached, .. } => written(cached),
    }
}

fn open(format: Format) -> Sheets<Cursor<Vec<u8>>> {
    let bytes = Cursor::new(write(&book(), format).expect("the book can be written"));
    match format {
        Format::Xlsb => Sheets::Xlsb(Xlsb::new(bytes).expect("readable xlsb")),
        Format::Xls => Sheets::Xls(Xls::new(bytes).expect("readable xls")),
        Format::Ods => Sheets::Ods(calamine::Ods::new(bytes).expect("readable ods")),
        _ => Sheets::Xlsx(Xlsx::new(bytes).expect("readable xlsx")),
    }
}

#[test]
fn values_are_read_back() {
    for format in [Format::Xlsx, Format::Xlsm, Format::Xlsb, Format::Xls, Format::Ods] {
        let range = open(format).worksheet_range("Eén & twee").expect("the sheet is there");
        for ((row, column), cell) in &book().sheets[1].cells {
            // The reader passes over a formula that failed in this format.
            let failed = matches!(cell, Cell::Formula { cached, .. } if matches!(**cached, Cell::Error(_)));
            if format == Format::Xlsb && failed {
                continue;
            }
            let found = range.get_value((*row, u32::from(*column))).map(read).unwrap_or_default();
            assert_eq!(found, written(cell), "{format:?} row {row} column {column}");
        }
    }
}

#[test]
fn hidden_sheets_are_hidden() {
    for format in [Format::Xlsx, Format::Xlsm, Format::Xlsb, Format::Xls, Format::Ods] {
        let shown: Vec<SheetVisible> = open(format).sheets_metadata().iter().map(|sheet| sheet.visible).collect();
        assert_eq!(shown, [SheetVisible::Hidden, SheetVisible::Visible], "{format:?}");
    }
}

#[test]
fn merged_ranges_are_read_back_where_the_reader_knows_them() {
    for format in [Format::Xlsx, Format::Xls] {
        let merges = match open(format) {
            Sheets::Xlsx(mut book) => book.merge_cells_by_sheet_name("Eén & twee").expect("merges"),
            Sheets::Xls(book) => book.merge_cells_by_sheet_name("Eén & twee").expect("merges"),
            _ => Vec::new(),
        };
        let corners: Vec<_> = merges.iter().map(|merge| (merge.start, merge.end)).collect();
        assert_eq!(corners, [((0, 0), (0, 3)), ((2, 0), (3, 0))], "{format:?}");
    }
}

#[test]
fn text_files_are_in_their_encoding() {
    let mut sheet = Sheet::new("Lijst");
    sheet.put(0, 0, Cell::text("Café; \"één\""));
    sheet.put(1, 1, Cell::Money(12_500.0));
    let book = Book { sheets: vec![sheet] };
    let bytes = |encoding| write(&book, Format::Csv { delimiter: ';', encoding }).expect("the text can be written");
    let text = "\"Café; \"\"één\"\"\";\r\n;€ 12.500,00\r\n";
    assert_eq!(bytes(Encoding::Utf8), text.as_bytes());
    assert_eq!(bytes(Encoding::Utf8Bom), format!("\u{feff}{text}").as_bytes());
    assert_eq!(encoding_rs::WINDOWS_1252.decode(&bytes(Encoding::Windows1252)).0, text);
    assert_eq!(encoding_rs::UTF_16LE.decode(&bytes(Encoding::Utf16Le)).0, text);
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    for format in [Format::Xlsx, Format::Xlsm, Format::Xlsb, Format::Xls, Format::Ods] {
        assert_eq!(write(&book(), format).ok(), write(&book(), format).ok(), "{format:?}");
    }
}
