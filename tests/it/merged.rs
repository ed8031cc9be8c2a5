//! Merged cells come with the sheet, in the formats that keep them, in the place where the file has them.

use tachtig::sources::{Region, SourceFile, read};

use crate::scratch::folder;
use crate::writer::{Book, Cell, Format, Sheet, write};

/// Two sheets, so that a region must find its own, with a cell to the right of and below the last one.
fn book() -> Book {
    let mut first = Sheet::new("Eerste");
    first.merges.extend([(0, 1, 0, 3), (2, 0, 4, 0)]);
    first.put(0, 1, Cell::text("Applicatie"));
    first.put(2, 0, Cell::text("Goes"));
    first.put(9, 7, Cell::Number(1.0));
    let mut second = Sheet::new("Tweede & derde");
    second.merges.push((5, 5, 6, 6));
    second.put(5, 5, Cell::text("x"));
    Book { sheets: vec![first, Sheet::new("Leeg"), second] }
}

fn shown(regions: &[Region]) -> Vec<String> {
    regions.iter().map(ToString::to_string).collect()
}

#[test]
fn merged_cells_are_read_in_every_format_that_has_them() {
    let dir = folder("merged");
    for (format, name) in [(Format::Xlsx, "a.xlsx"), (Format::Xlsm, "b.xlsm"), (Format::Xls, "c.xls")] {
        let path = dir.join(name);
        std::fs::write(&path, write(&book(), format).unwrap()).unwrap();
        let source = read(&SourceFile { name: name.into(), path });
        let merged: Vec<_> = source.sheets.iter().map(|sheet| shown(&sheet.merged)).collect();
        assert_eq!(merged, [vec!["B1:D1", "A3:A5"], vec![], vec!["F6:G7"]], "{name}");
    }
}
