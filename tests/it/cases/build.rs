//! A case's grids and files, written to a folder in one of the shapes that must all give the same, and read from there.

use std::path::{Path, PathBuf};

use tachtig::inventory::{FileExtract, extract};
use tachtig::run::Definitions;
use tachtig::sources::{SourceFile, read};
use tachtig::terms::{CellRef, Month};

use super::{Case, CaseFile};
use crate::grid;
use crate::scratch::folder;
use crate::writer::{Book, Cell, Encoding, Format, write};

/// The ways in which a case is written to files.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    format: Option<Format>,
    turned: bool,
    /// The files come in another order.
    backwards: bool,
}

/// Each file in the format of its name, each row in its place.
pub const AS_IT_IS: Shape = Shape { format: None, turned: false, backwards: false };

pub fn shapes(case: &Case) -> Vec<(&'static str, Shape)> {
    let of = |format: Format| Shape { format: Some(format), ..AS_IT_IS };
    let merged = case.file.iter().any(|file| !file.merges.is_empty());
    let keeps = |format: Option<Format>| !merged || matches!(format, None | Some(Format::Xlsx | Format::Xls));
    let all = vec![
        ("xlsx", of(Format::Xlsx)),
        ("xlsb", of(Format::Xlsb)),
        ("xls", of(Format::Xls)),
        ("ods", of(Format::Ods)),
        ("csv", of(Format::Csv { delimiter: ';', encoding: Encoding::Utf8Bom })),
        ("csv in windows-1252", of(Format::Csv { delimiter: ',', encoding: Encoding::Windows1252 })),
        ("csv in UTF-16", of(Format::Csv { delimiter: '\t', encoding: Encoding::Utf16Le })),
        ("another order of rows", Shape { turned: true, ..AS_IT_IS }),
        ("another order of files", Shape { backwards: true, ..AS_IT_IS }),
    ];
    all.into_iter().filter(|(_, shape)| keeps(shape.format) && !(case.fixed_rows && shape.turned)).collect()
}

pub fn files(dir: &Path, case: &Case, shape: Shape, definitions: &Definitions) -> Vec<FileExtract> {
    let place = folder(
        &format!("case-{}-{shape:?}", dir.file_name().unwrap().to_string_lossy()).replace(|c: char| !c.is_alphanumeric(), "-"),
    );
    let mut files: Vec<FileExtract> = case.file.iter().map(|file| one(dir, case, file, shape, &place, definitions)).collect();
    files.sort_by(|a, b| a.file.cmp(&b.file));
    if shape.backwards {
        files.reverse();
    }
    files
}

fn one(dir: &Path, case: &Case, file: &CaseFile, shape: Shape, place: &Path, definitions: &Definitions) -> FileExtract {
    let asked: Month = case.month.parse().unwrap();
    let path = match &file.raw {
        Some(raw) => copied(&dir.join(raw), file, place),
        None => written(dir, case, file, shape, place),
    };
    let submitted = file.name.split('/').next().and_then(|first| first.parse().ok()).unwrap_or(asked);
    extract(read(&SourceFile { name: file.name.as_str().into(), path }), submitted, &definitions.layouts, &definitions.reference)
}

fn copied(raw: &Path, file: &CaseFile, place: &Path) -> PathBuf {
    let path = place.join(file.name.replace('/', "_"));
    std::fs::copy(raw, &path).unwrap_or_else(|error| panic!("{}: {error}", raw.display()));
    path
}

fn written(dir: &Path, case: &Case, file: &CaseFile, shape: Shape, place: &Path) -> PathBuf {
    let sheet = |grid: &String| {
        let text = std::fs::read_to_string(dir.join(format!("{grid}.txt"))).unwrap_or_else(|error| panic!("{grid}: {error}"));
        let mut sheet = grid::sheet(grid, &text);
        sheet.hidden = file.hidden.contains(grid);
        sheet.merges = file.merges.iter().filter_map(|merge| merge.strip_prefix(&format!("{grid}!"))).map(region).collect();
        if shape.turned { grid::turned(&sheet, case.header) } else { sheet }
    };
    let book = Book { sheets: file.sheets.iter().map(sheet).collect() };
    let format = format_of(&file.name, &book, shape.format);
    let path = place.join(file.name.replace('/', "_")).with_extension(ending(format));
    std::fs::write(&path, write(&book, format).unwrap_or_else(|error| panic!("{}: {error:#}", file.name))).unwrap();
    path
}

/// The corners of `A2:B4`, from zero.
fn region(text: &str) -> (u32, u16, u32, u16) {
    let (first, last) = text.split_once(':').unwrap();
    let corner = |text: &str| CellRef::parse(text).unwrap();
    let (first, last) = (corner(first), corner(last));
    (first.row, u16::try_from(first.column).unwrap(), last.row, u16::try_from(last.column).unwrap())
}

/// Text files hold one sheet and nothing hidden, in letters of their encoding; a book with more keeps its own format.
fn format_of(name: &str, book: &Book, wanted: Option<Format>) -> Format {
    let own = match name.rsplit('.').next().unwrap() {
        "csv" => Format::Csv { delimiter: ';', encoding: Encoding::Utf8 },
        "xlsb" => Format::Xlsb,
        "xls" => Format::Xls,
        "ods" => Format::Ods,
        _ => Format::Xlsx,
    };
    match wanted {
        Some(Format::Csv { .. }) if book.sheets.len() != 1 => own,
        Some(Format::Csv { encoding: Encoding::Windows1252, .. }) if !is_western(book) => own,
        Some(format) => format,
        None => own,
    }
}

/// Whether windows-1252 has every character of the book.
fn is_western(book: &Book) -> bool {
    let mut cells = book.sheets.iter().flat_map(|sheet| sheet.cells.values());
    cells.all(|cell| !matches!(cell, Cell::Text(text) if encoding_rs::WINDOWS_1252.encode(text).2))
}

const fn ending(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "xlsx",
        Format::Xlsm => "xlsm",
        Format::Xlsb => "xlsb",
        Format::Xls => "xls",
        Format::Ods => "ods",
        Format::Csv { .. } => "csv",
    }
}
