//! Exhibits that are zip packages: xlsx, xlsb and ods.

use std::fmt::Write;

use tachtig::problem::Code;

use super::{Cells, Exhibit, Problem, TooMuch};
use crate::grid;
use crate::writer::package::{Package, with_changed};
use crate::writer::{Book, Format, write};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const ONE_CELL: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
const MEGABYTE: usize = 1 << 20;

/// An xlsx package of sheets by name and part, its parts, and its shared texts.
struct Xlsx<'a> {
    sheets: &'a [(&'a str, &'a str)],
    parts: Vec<(&'a str, String)>,
    shared: &'a str,
}

impl Xlsx<'_> {
    fn build(&self) -> Vec<u8> {
        let mut package = Package::new();
        let mut add = |name: &str, content: &str| package.add(name, content.as_bytes()).unwrap();
        let (mut list, mut relations) = (String::new(), String::new());
        for (number, (name, part)) in self.sheets.iter().enumerate() {
            let _ = write!(list, r#"<sheet name="{name}" sheetId="{}" r:id="r{number}"/>"#, number + 1);
            let _ = write!(relations, r#"<Relationship Id="r{number}" Type="{RELATIONS}/worksheet" Target="{part}"/>"#);
        }
        add(
            "_rels/.rels",
            &format!(
                r#"<Relationships><Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        );
        add("xl/workbook.xml", &format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{list}</sheets></workbook>"#));
        add("xl/_rels/workbook.xml.rels", &format!("<Relationships>{relations}</Relationships>"));
        if !self.shared.is_empty() {
            add("xl/sharedStrings.xml", self.shared);
        }
        for (name, content) in &self.parts {
            add(&format!("xl/{name}"), content);
        }
        package.finish().unwrap()
    }
}

fn sheet(before: &str, rows: &str) -> String {
    format!(r#"<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData></worksheet>"#)
}

fn one(content: String) -> Vec<u8> {
    with_shared(content, "")
}

fn with_shared(content: String, shared: &str) -> Vec<u8> {
    Xlsx { sheets: &[("Blad", "s.xml")], parts: vec![("s.xml", content)], shared }.build()
}

pub fn all() -> Vec<Exhibit> {
    let mut exhibits = vec![
        ("plain.xlsx", one(sheet("", ONE_CELL)), Cells(1)),
        (
            "stray-cell.xlsx",
            one(sheet("", &format!(r#"{ONE_CELL}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#))),
            Cells(2),
        ),
        ("a-billion-cells-declared.xlsx", one(sheet(r#"<dimension ref="A1:XFD1048576"/>"#, ONE_CELL)), Cells(1)),
        ("a-million-styled-cells.xlsx", one(sheet("", &format!("{ONE_CELL}{}", styled(1_000_000)))), Cells(1)),
        ("deep.xlsx", one(sheet(&"<x>".repeat(200_000), ONE_CELL)), Cells(1)),
        (
            "row-of-nonsense.xlsx",
            one(sheet("", r#"<row r="99999999999999"><c r="ZZZZZZZZZZZ1"><v>1</v></c></row>"#)),
            Problem(Code::DamagedFile),
        ),
        (
            "cell-below-the-last-row.xlsx",
            one(sheet("", r#"<row r="1048577"><c r="A1048577"><v>1</v></c></row>"#)),
            Problem(Code::DamagedFile),
        ),
        ("without-cells.xlsx", one(sheet("", &styled(10))), Problem(Code::EmptyWorkbook)),
        (
            "cut-off-in-a-cell.xlsx",
            one(format!(r#"<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1"#)),
            Problem(Code::DamagedFile),
        ),
        (
            "shared-text-out-of-range.xlsx",
            with_shared(sheet("", &shared(1, 9)), "<sst><si><t>x</t></si></sst>"),
            Problem(Code::DamagedFile),
        ),
        ("entity-bomb.xlsx", with_shared(sheet("", &shared(1, 0)), &entity_bomb()), Problem(Code::DamagedFile)),
        ("long-text-shared-often.xlsx", long_text_shared_often(), TooMuch),
        (
            "more-texts-counted-than-there-are.xlsx",
            with_shared(sheet("", &shared(1, 0)), r#"<sst uniqueCount="1000000000000"><si><t>x</t></si></sst>"#),
            TooMuch,
        ),
        (
            "zip-bomb.xlsx",
            with_shared(sheet("", &shared(1, 0)), &format!("<sst><si><t>{}</t></si></sst>", "x".repeat(350 * MEGABYTE))),
            TooMuch,
        ),
        ("sheet-of-no-relation.xlsb", sheet_of_no_relation(), Problem(Code::DamagedFile)),
        ("no-sheets.xlsx", Xlsx { sheets: &[], parts: vec![], shared: "" }.build(), Problem(Code::EmptyWorkbook)),
        (
            "two-sheets-of-one-name.xlsx",
            Xlsx {
                sheets: &[("Blad", "a.xml"), ("Blad", "b.xml")],
                parts: vec![("a.xml", sheet("", ONE_CELL)), ("b.xml", sheet("", ONE_CELL))],
                shared: "",
            }
            .build(),
            Problem(Code::DuplicateSheet),
        ),
        (
            "sheet-without-part.xlsx",
            Xlsx { sheets: &[("Blad", "a.xml")], parts: vec![], shared: "" }.build(),
            Problem(Code::DamagedFile),
        ),
        ("thousands-of-sheets-of-one-part.xlsx", thousands_of_sheets(), Cells(3_000)),
        ("word-called.xlsx", zip(&[("word/document.xml", "<w/>"), ("_rels/.rels", "<r/>")]), Problem(Code::UnsupportedFormat)),
        ("just-a-zip.xlsx", zip(&[("readme.txt", "x")]), Problem(Code::UnsupportedFormat)),
        ("nothing-in-a-zip.xlsx", zip(&[]), Problem(Code::UnsupportedFormat)),
        (
            "a-million-rows-repeated.ods",
            ods(r#"<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>"#),
            Cells(1),
        ),
        (
            "a-thousand-rows-repeated-with-content.ods",
            ods(
                r#"<table:table-row table:number-rows-repeated="1000"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#,
            ),
            Cells(1_001),
        ),
        (
            "a-billion-cells-repeated.ods",
            ods(
                r#"<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#,
            ),
            TooMuch,
        ),
        ("text-document.ods", text_document(), Problem(Code::UnsupportedFormat)),
    ];
    exhibits.extend(lying_directories());
    exhibits.extend(cut_off());
    exhibits
}

/// Rows of a hundred cells with a style and nothing in them.
fn styled(cells: usize) -> String {
    format!("<row>{}</row>", r#"<c s="1"/>"#.repeat(100)).repeat(cells.div_ceil(100))
}

/// A row with so many cells that show one shared text.
fn shared(cells: usize, text: usize) -> String {
    format!("<row>{}</row>", format!(r#"<c t="s"><v>{text}</v></c>"#).repeat(cells))
}

fn entity_bomb() -> String {
    let mut bomb = r#"<!DOCTYPE sst [<!ENTITY lol0 "lol">"#.to_owned();
    for level in 1..10 {
        let _ = write!(bomb, r#"<!ENTITY lol{level} "{}">"#, format!("&lol{};", level - 1).repeat(10));
    }
    bomb + "]><sst><si><t>&lol9;</t></si></sst>"
}

/// A megabyte of text that a thousand cells show.
fn long_text_shared_often() -> Vec<u8> {
    with_shared(sheet("", &shared(1_000, 0)), &format!("<sst><si><t>{}</t></si></sst>", "x".repeat(MEGABYTE)))
}

fn thousands_of_sheets() -> Vec<u8> {
    let names: Vec<String> = (0..3_000).map(|number| format!("Blad{number}")).collect();
    let sheets: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "a.xml")).collect();
    Xlsx { sheets: &sheets, parts: vec![("a.xml", sheet("", ONE_CELL))], shared: "" }.build()
}

fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut package = Package::new();
    for (name, content) in parts {
        package.add(name, content.as_bytes()).unwrap();
    }
    package.finish().unwrap()
}

fn book() -> Book {
    Book { sheets: vec![grid::sheet("Blad", "x")] }
}

/// A sheet of one cell, with more rows above it.
fn ods(rows: &str) -> Vec<u8> {
    let content = write(&book(), Format::Ods).unwrap();
    with_changed(&content, "content.xml", |content| content.replacen("<table:table-row>", &format!("{rows}<table:table-row>"), 1))
        .unwrap()
}

/// A sheet is listed by the name of a relation that is not there.
fn sheet_of_no_relation() -> Vec<u8> {
    let renamed = |relations: &str| relations.replace("Id=\"", "Id=\"x");
    with_changed(&write(&book(), Format::Xlsb).unwrap(), "xl/_rels/workbook.bin.rels", renamed).unwrap()
}

fn text_document() -> Vec<u8> {
    with_changed(&write(&book(), Format::Ods).unwrap(), "mimetype", |kind| kind.replace("spreadsheet", "text")).unwrap()
}

/// The directory at the end says other sizes, another sum, or a password, than the part has.
fn lying_directories() -> Vec<Exhibit> {
    let good = one(sheet("", &format!("{ONE_CELL}{}", styled(1_000))));
    let lie = |at: usize, lie: &[u8]| {
        let mut bytes = good.clone();
        let entries: Vec<usize> = (0..bytes.len() - 4).filter(|start| bytes[*start..].starts_with(b"PK\x01\x02")).collect();
        let entry = *entries.last().unwrap();
        bytes[entry + at..entry + at + lie.len()].copy_from_slice(lie);
        bytes
    };
    vec![
        ("directory-says-smaller.xlsx", lie(24, &[10, 0, 0, 0]), Problem(Code::DamagedFile)),
        ("directory-says-two-gigabytes.xlsx", lie(24, &[0, 0, 0, 0x7F]), TooMuch),
        ("directory-says-packed-larger.xlsx", lie(20, &[0xFF, 0xFF, 0xFF, 0x7F]), Cells(1)),
        ("directory-says-another-sum.xlsx", lie(16, &[1, 2, 3, 4]), Problem(Code::DamagedFile)),
        ("directory-says-password.xlsx", lie(8, &[1, 8]), Problem(Code::EncryptedFile)),
        ("directory-says-elsewhere.xlsx", lie(42, &[0xFF, 0xFF, 0, 0]), Problem(Code::DamagedFile)),
    ]
}

fn cut_off() -> Vec<Exhibit> {
    let of = |format: Format, part: usize| {
        let mut bytes = write(&book(), format).unwrap();
        bytes.truncate(bytes.len() * part / 10);
        bytes
    };
    vec![
        ("cut-off-at-2.xlsx", of(Format::Xlsx, 2), Problem(Code::IncompleteFile)),
        ("cut-off-at-5.xlsx", of(Format::Xlsx, 5), Problem(Code::IncompleteFile)),
        ("cut-off-at-9.xlsx", of(Format::Xlsx, 9), Problem(Code::IncompleteFile)),
        ("cut-off-at-5.xlsb", of(Format::Xlsb, 5), Problem(Code::IncompleteFile)),
        ("cut-off-at-5.ods", of(Format::Ods, 5), Problem(Code::IncompleteFile)),
        ("cut-off-at-2.xls", of(Format::Xls, 2), Problem(Code::IncompleteFile)),
        ("cut-off-at-5.xls", of(Format::Xls, 5), Problem(Code::IncompleteFile)),
        ("cut-off-at-8.xls", of(Format::Xls, 8), Problem(Code::IncompleteFile)),
    ]
}
