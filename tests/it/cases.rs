//! A case is a folder under `tests/cases`: sheets as text, `case.toml`, and `expected.txt` with what must come of it.
//! Every case goes through the same questions: does it give what is expected; do the accounts close; does every file format
//! give the same systems and figures; does the order of rows change anything. A new case needs no line here.
//! `TACHTIG_UPDATE=1 cargo test cases` writes what is expected anew: read the difference before you keep it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tachtig::inventory::{Fate, FileExtract, extract};
use tachtig::measure::{Measure, Unit};
use tachtig::problem::message;
use tachtig::run::{MonthResult, month};
use tachtig::sources::{SourceFile, read};
use tachtig::terms::{Lang, Month};

use crate::grid;
use crate::scratch::{DEFINITIONS, folder, project};
use crate::writer::{Book, Encoding, Format, write};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What it shows, for the reader.
    shows: String,
    month: String,
    #[serde(default = "first_row")]
    header: u32,
    file: Vec<CaseFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    /// Path under the folder of inventories; the first part may be a month.
    name: String,
    /// Files with grids beside the case; the sheet is called as the file.
    sheets: Vec<String>,
    #[serde(default)]
    hidden: Vec<String>,
}

const fn first_row() -> u32 {
    0
}

/// The ways in which a case is written to files.
#[derive(Debug, Clone, Copy)]
struct Shape {
    format: Option<Format>,
    turned: bool,
}

#[test]
fn every_case_gives_what_is_expected_in_every_shape() {
    let mut wrong = Vec::new();
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(project().join("tests/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 15, "the folder of cases is there");
    for dir in cases {
        wrong.extend(complaints(&dir));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn complaints(dir: &Path) -> Vec<String> {
    let name = dir.file_name().unwrap().to_string_lossy().into_owned();
    let case: Case =
        toml::from_str(&std::fs::read_to_string(dir.join("case.toml")).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(!case.shows.is_empty(), "{name} says what it shows");
    let asked: Month = case.month.parse().unwrap();
    let given = month(&files(dir, &case, Shape { format: None, turned: false }), asked, &DEFINITIONS).unwrap();
    let mut wrong = difference(&dir.join("expected.txt"), &shown(&given));
    let outcome = outcome(&given);
    for (label, shape) in shapes() {
        let other = month(&files(dir, &case, shape), asked, &DEFINITIONS).unwrap();
        if self::outcome(&other) != outcome {
            wrong.push(format!("{name}: {label} gives\n{}instead of\n{outcome}", self::outcome(&other)));
        }
    }
    wrong
}

fn shapes() -> Vec<(&'static str, Shape)> {
    let of = |format: Format| Shape { format: Some(format), turned: false };
    vec![
        ("xlsx", of(Format::Xlsx)),
        ("xlsb", of(Format::Xlsb)),
        ("xls", of(Format::Xls)),
        ("ods", of(Format::Ods)),
        ("csv", of(Format::Csv { delimiter: ';', encoding: Encoding::Utf8Bom })),
        ("csv in windows-1252", of(Format::Csv { delimiter: ',', encoding: Encoding::Windows1252 })),
        ("csv in UTF-16", of(Format::Csv { delimiter: '\t', encoding: Encoding::Utf16Le })),
        ("another order of rows", Shape { format: None, turned: true }),
    ]
}

fn files(dir: &Path, case: &Case, shape: Shape) -> Vec<FileExtract> {
    let place = folder(
        &format!("case-{}-{shape:?}", dir.file_name().unwrap().to_string_lossy()).replace(|c: char| !c.is_alphanumeric(), "-"),
    );
    let mut files: Vec<FileExtract> = case.file.iter().map(|file| one(dir, case, file, shape, &place)).collect();
    files.sort_by(|a, b| a.file.cmp(&b.file));
    files
}

fn one(dir: &Path, case: &Case, file: &CaseFile, shape: Shape, place: &Path) -> FileExtract {
    let asked: Month = case.month.parse().unwrap();
    let submitted = file.name.split('/').next().and_then(|first| first.parse().ok()).unwrap_or(asked);
    let sheet = |grid: &String| {
        let text = std::fs::read_to_string(dir.join(format!("{grid}.txt"))).unwrap_or_else(|error| panic!("{grid}: {error}"));
        let mut sheet = grid::sheet(grid, &text);
        sheet.hidden = file.hidden.contains(grid);
        if shape.turned { grid::turned(&sheet, case.header) } else { sheet }
    };
    let book = Book { sheets: file.sheets.iter().map(sheet).collect() };
    let format = format_of(&file.name, &book, shape.format);
    let path = place.join(file.name.replace('/', "_")).with_extension(ending(format));
    std::fs::write(&path, write(&book, format).unwrap_or_else(|error| panic!("{}: {error:#}", file.name))).unwrap();
    extract(read(&SourceFile { name: file.name.as_str().into(), path }), submitted, &DEFINITIONS.layouts, &DEFINITIONS.reference)
}

/// Text files hold one sheet and nothing hidden; a book with more keeps its own format.
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
        Some(format) => format,
        None => own,
    }
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

/// Everything that a case gives, in text.
fn shown(result: &MonthResult) -> String {
    let mut text = outcome(result);
    text.push_str("\nproblems\n");
    for problem in &result.problems {
        let _ = writeln!(text, "  {} {}: {}", problem.code.as_str(), problem.place, message(problem, Lang::En));
    }
    text.push_str("\naccounts\n");
    for account in &result.inventory.accounts {
        let fates = Fate::ALL
            .into_iter()
            .map(|fate| format!("{} {}", fate.as_str(), account.account.of(fate)))
            .collect::<Vec<_>>()
            .join(", ");
        assert!(account.account.closes());
        let _ = writeln!(
            text,
            "  {} '{}' {}: {} rows: {fates}",
            account.file,
            account.sheet,
            account.layout.as_deref().unwrap_or("-"),
            account.account.rows
        );
    }
    text
}

/// Systems, verdicts and figures: what must not depend on format or order.
fn outcome(result: &MonthResult) -> String {
    let mut text = "systems\n".to_owned();
    for one in &result.classified {
        let (system, verdicts) = (&one.system, &one.verdicts);
        let source = |source: Option<tachtig::classify::Source>| source.map_or("-", tachtig::classify::Source::as_str);
        let _ = writeln!(
            text,
            "  {} {} \"{}\" rows {} {} components {}{} | level {} ({} {}) | {} ({} {}){}",
            system.municipality,
            system.id,
            system.record.name,
            system.rows,
            if one.counted() { "counted" } else { "not counted" },
            system.record.components.len(),
            facts(system),
            verdicts.level.value.as_str(),
            source(verdicts.level.source),
            verdicts.level.grounds().unwrap_or_default(),
            verdicts.distinguishing.value.as_str(),
            source(verdicts.distinguishing.source),
            verdicts.distinguishing.grounds().unwrap_or_default(),
            verdicts.facets.iter().fold(String::new(), |text, facet| text + " " + facet),
        );
    }
    text.push_str("\nnational\n");
    for unit in Unit::ALL {
        let national = result.coverage.iter().find(|coverage| coverage.unit == unit && coverage.group.is_national()).unwrap();
        let share = national.share(Measure::CollectiveShare);
        let _ = writeln!(
            text,
            "  {} {} of {} municipalities {}: collective {:?} to {:?}",
            unit.as_str(),
            national.units,
            national.municipalities_frame,
            national.municipalities,
            share.lower,
            share.upper
        );
    }
    text
}

fn facts(system: &tachtig::inventory::System) -> String {
    let record = &system.record;
    let mut text = String::new();
    if let Some(status) = record.status {
        let _ = write!(text, " {}", status.as_str());
    }
    if let Some(cents) = record.cost_cents {
        let _ = write!(text, " cost {cents}");
    }
    if let Some(users) = record.users {
        let _ = write!(text, " users {users}");
    }
    if let Some(end) = record.contract_end {
        let _ = write!(text, " ends {end}");
    }
    if let Some(month) = system.carried_from {
        let _ = write!(text, " carried from {month}");
    }
    text
}

fn difference(path: &Path, given: &str) -> Vec<String> {
    if std::env::var_os("TACHTIG_UPDATE").is_some() {
        std::fs::write(path, given).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected == given { Vec::new() } else { vec![format!("{} expects\n{expected}\nbut there is\n{given}", path.display())] }
}
