//! Exhibits of the old binary format: records in an OLE container.

use std::io::{Cursor, Write};

use cfb::{CompoundFile, Version};
use tachtig::problem::Code;

use super::{Cells, Exhibit, Problem, TooMuch};
use crate::grid;
use crate::writer::{Book, Format, write};

/// A container of version 3, as spreadsheet programs write it, with these streams.
fn container(version: Version, streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut container = CompoundFile::create_with_version(version, Cursor::new(Vec::new())).unwrap();
    for (name, content) in streams {
        container.create_stream(name).unwrap().write_all(content).unwrap();
    }
    container.flush().unwrap();
    container.into_inner().into_inner()
}

fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), content].concat()
}

/// The opening of a workbook or a sheet in BIFF8.
fn opening(kind: u8) -> Vec<u8> {
    record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

/// A workbook of one sheet with these records, behind these records of the workbook itself.
fn workbook(globals: &[u8], sheet: &[u8]) -> Vec<u8> {
    let head = [opening(5), globals.to_vec()].concat();
    let at = u32::try_from(head.len() + 4 + 12 + 4).unwrap();
    let name = [&at.to_le_bytes()[..], &[0, 0, 4, 0], b"Blad"].concat();
    let mut stream = [head, record(0x0085, &name), record(0x000A, &[])].concat();
    stream.extend([opening(0x10), sheet.to_vec(), record(0x000A, &[])].concat());
    // Streams below 4096 bytes are kept in another place, which is not what these are about.
    stream.resize(stream.len().max(4096), 0);
    container(Version::V3, &[("/Workbook", &stream)])
}

/// A number in a cell.
fn number(row: u16, column: u16) -> Vec<u8> {
    record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], &1.5_f64.to_le_bytes()].concat())
}

/// The area that the sheet says it has.
fn dimensions(rows: u32, columns: u16) -> Vec<u8> {
    record(0x0200, &[&[0; 4][..], &rows.to_le_bytes(), &[0, 0], &columns.to_le_bytes(), &[0, 0]].concat())
}

pub fn all() -> Vec<Exhibit> {
    let good = write(&Book { sheets: vec![grid::sheet("Blad", "x | y")] }, Format::Xls).unwrap();
    let corners = [number(0, 0), number(65_535, 255)].concat();
    vec![
        ("plain.xls", workbook(&[], &number(3, 2)), Cells(1)),
        ("workbook-called.xlsx", good.clone(), Cells(2)),
        ("declares-a-hundred-rows.xls", workbook(&[], &[dimensions(100, 9), number(0, 0)].concat()), Cells(1)),
        ("declares-all-rows.xls", workbook(&[], &[dimensions(u32::MAX, 255), number(0, 0)].concat()), TooMuch),
        ("opposite-corners.xls", workbook(&[], &corners), TooMuch),
        ("no-cells.xls", workbook(&[], &[]), Problem(Code::EmptyWorkbook)),
        ("password.xls", workbook(&record(0x002F, &[1, 0, 1, 0]), &number(0, 0)), Problem(Code::EncryptedFile)),
        (
            "password-called.xlsx",
            container(Version::V3, &[("/EncryptedPackage", b"x"), ("/EncryptionInfo", b"y")]),
            Problem(Code::EncryptedFile),
        ),
        ("word-called.xls", container(Version::V3, &[("/WordDocument", b"x")]), Problem(Code::UnsupportedFormat)),
        ("nothing-in-a-container.xls", container(Version::V3, &[]), Problem(Code::UnsupportedFormat)),
        ("container-of-version-4.xls", container(Version::V4, &[("/Workbook", &[0; 5_000])]), Problem(Code::DamagedFile)),
        ("container-in-a-circle.xls", circle(good), Problem(Code::DamagedFile)),
        (
            "record-longer-than-the-book.xls",
            container(Version::V3, &[("/Workbook", &[opening(5), vec![0x85, 0, 0xFF, 0xFF]].concat())]),
            Problem(Code::DamagedFile),
        ),
        ("before-1997.xls", [record(0x0009, &[2, 0, 0x10, 0]), record(0x000A, &[])].concat(), Problem(Code::OldWorkbook)),
        ("header-only.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), Problem(Code::IncompleteFile)),
    ]
}

/// The sectors of the directory lead back to themselves.
fn circle(mut bytes: Vec<u8>) -> Vec<u8> {
    let number = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    let (table, directory) = (number(76), number(48));
    let entry = (table as usize + 1) * 512 + directory as usize * 4;
    bytes[entry..entry + 4].copy_from_slice(&directory.to_le_bytes());
    bytes
}
