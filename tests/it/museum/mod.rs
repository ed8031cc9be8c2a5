//! Small hostile and broken files, each built here, and what must become of it: so many cells, or one problem.
//!
//! What fuzzing or the world finds gets a line here, with a name that says what is wrong with it.

mod binary;
mod packages;

use rayon::prelude::*;
use tachtig::problem::{Code, message};
use tachtig::sources::{Source, SourceFile};
use tachtig::terms::Lang;

use crate::scratch::{folder, isolated};

/// What must become of a file.
#[derive(Debug, PartialEq, Eq)]
pub enum Fate {
    Cells(usize),
    Problem(Code),
    /// Memory or time ends first, as the machine has it.
    TooMuch,
}

pub use Fate::{Cells, Problem, TooMuch};

/// The name of a file, its bytes, and its fate.
pub type Exhibit = (&'static str, Vec<u8>, Fate);

fn fate(source: &Source) -> Fate {
    match &source.problem {
        Some(problem) if matches!(problem.code, Code::FileTooLarge | Code::SlowFile) => TooMuch,
        Some(problem) => Problem(problem.code),
        None => Cells(source.sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells.len()).sum()),
    }
}

#[test]
fn every_exhibit_meets_its_fate() {
    let dir = folder("museum");
    let reader = isolated();
    let exhibits: Vec<Exhibit> = packages::all().into_iter().chain(binary::all()).chain(texts()).collect();
    let wrong: Vec<String> = exhibits
        .par_iter()
        .filter_map(|(name, bytes, expected)| {
            let path = dir.join(name);
            std::fs::write(&path, bytes).unwrap();
            let source = reader.read(&SourceFile { name: (*name).into(), path });
            let said = source.problem.as_ref().map(|problem| message(problem, Lang::En)).unwrap_or_default();
            (fate(&source) != *expected).then(|| format!("{name}: {:?} instead of {expected:?}. {said}", fate(&source)))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Text, and what is called text or a workbook and is none.
fn texts() -> Vec<Exhibit> {
    let html = b"<html><body><table><tr><td>Applicatie</td></tr></table></body></html>".to_vec();
    let old =
        b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas:office:spreadsheet\">";
    vec![
        ("empty.xlsx", Vec::new(), Problem(Code::EmptyFile)),
        ("blank.csv", b"\xEF\xBB\xBF".to_vec(), Problem(Code::EmptyFile)),
        ("only-separators.csv", b";;;\n;;;\n".to_vec(), Problem(Code::EmptyWorkbook)),
        ("text-called.xls", b"Naam\tDoel\nA\tB\n".to_vec(), Cells(4)),
        ("text-called.xlsx", b"Naam;Doel\nA;B\n".to_vec(), Cells(4)),
        ("web-page-called.xls", html, Problem(Code::WebPage)),
        ("xml-called.xls", old.to_vec(), Problem(Code::XmlSpreadsheet)),
        ("pdf-called.xlsx", b"%PDF-1.7\n%\xE2\xE3".to_vec(), Problem(Code::UnsupportedFormat)),
        ("bytes-called.xlsx", (0..=255).cycle().skip(1).take(5_000).collect(), Problem(Code::DamagedFile)),
        ("zeros.csv", vec![0; 5_000], Problem(Code::UnsupportedFormat)),
        ("zero-far-in.csv", [b"Naam;Doel\n".repeat(1_000), vec![0; 9]].concat(), Cells(2_001)),
        ("quote-that-never-ends.csv", [b"Naam;\"".to_vec(), vec![b'x'; 3_000_000]].concat(), Cells(2)),
        ("a-million-columns.csv", [vec![b';'; 1_000_000], b"x".to_vec()].concat(), Cells(1)),
        ("a-million-rows.csv", b"x\n".repeat(1_000_000), Cells(1_000_000)),
        ("half-of-utf16.csv", b"\xFF\xFEN\0a\0a\0m".to_vec(), Cells(1)),
    ]
}
