//! All of `$TACHTIG_SHARED/torture` at once: each file gives its cells or one clear problem, and the files beside it never
//! notice. What became of them is a table in `docs/formats.md`, which `TACHTIG_UPDATE=1 cargo test torture` writes.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use rayon::prelude::*;
use tachtig::inventory::extract;
use tachtig::problem::Code;
use tachtig::sources::{Reader, Source, SourceFile, list_files};

use crate::grid;
use crate::scratch::{DEFINITIONS, folder, isolated, project, shared};
use crate::writer::{Book, Format, write};

const GOOD: &str = "Applicatie | Leverancier | Status\nTOPdesk | TOPdesk | in productie\nJOIN | Decos | gepland";
const BEGIN: &str = "<!-- what became of the files: begin -->\n";
const END: &str = "<!-- what became of the files: end -->";
/// The run, children and all, may not need more address space than this in one process: one gibibyte, in kibibytes.
const ADDRESS_SPACE: &str = "1048576";

/// The columns of the table: a heading, and the codes that it stands for.
const COLUMNS: [(&str, &[Code]); 8] = [
    ("no cell filled", &[Code::EmptyWorkbook, Code::EmptyFile]),
    ("password", &[Code::EncryptedFile]),
    ("cut off", &[Code::IncompleteFile]),
    ("damaged", &[Code::DamagedFile]),
    ("before 1997", &[Code::OldWorkbook]),
    ("another kind", &[Code::UnsupportedFormat, Code::WebPage, Code::XmlSpreadsheet]),
    ("too large", &[Code::FileTooLarge, Code::SlowFile]),
    ("two sheets of one name", &[Code::DuplicateSheet]),
];

fn torture(root: &Path) -> Vec<SourceFile> {
    list_files(root, root).unwrap()
}

fn good(dir: &Path, name: &str) -> SourceFile {
    let path = dir.join(name);
    let book = Book { sheets: vec![grid::sheet("Lijst", GOOD)] };
    let format = if name.ends_with("xls") { Format::Xls } else { Format::Xlsx };
    std::fs::write(&path, write(&book, format).unwrap()).unwrap();
    SourceFile { name: name.into(), path }
}

/// What a file gave, without the name of the file.
fn systems(reader: &Reader, file: &SourceFile) -> String {
    let extract = extract(reader.read(file), "2026-11".parse().unwrap(), &DEFINITIONS.layouts, &DEFINITIONS.reference);
    format!("{:?} {:?}", extract.sheets, extract.problems)
}

#[test]
fn every_file_gives_its_cells_or_one_problem_and_its_neighbours_do_not_notice() {
    let Some(root) = shared("torture") else { return };
    let dir = folder("torture-neighbours");
    let reader = isolated();
    let neighbours = [good(&dir, "Goes.xlsx"), good(&dir, "Kapelle.xls")];
    let alone: Vec<String> = neighbours.iter().map(|file| systems(&reader, file)).collect();
    assert!(alone.iter().all(|one| one.contains("TOPdesk")), "{alone:?}");
    let files = torture(&root);
    assert_eq!(files.len(), 622);
    let outcomes: Vec<(String, Option<Code>)> = files
        .par_iter()
        .enumerate()
        .map(|(place, file)| {
            if place % 20 == 0 {
                let between: Vec<String> = neighbours.iter().map(|file| systems(&reader, file)).collect();
                assert_eq!(between, alone, "beside {}", file.name);
            }
            outcome(&reader.read(file))
        })
        .collect();
    check_table(&table(&outcomes));
}

fn outcome(source: &Source) -> (String, Option<Code>) {
    let name = &source.file.name;
    assert_eq!(source.sheets.is_empty(), source.problem.is_some(), "{name} gives cells or a problem");
    assert!(source.problem.as_ref().is_none_or(|problem| problem.place.file == *name));
    (name.rsplit('.').next().unwrap_or_default().to_owned(), source.problem.as_ref().map(|problem| problem.code))
}

fn table(outcomes: &[(String, Option<Code>)]) -> String {
    let mut formats: BTreeMap<&str, Vec<Option<Code>>> = BTreeMap::new();
    for (format, code) in outcomes {
        formats.entry(format).or_default().push(*code);
    }
    let all: Vec<Option<Code>> = outcomes.iter().map(|(_, code)| *code).collect();
    let mut text = format!("| format | files | read | {} |\n", COLUMNS.map(|(heading, _)| heading).join(" | "));
    let _ = writeln!(text, "|---|{}", "---:|".repeat(2 + COLUMNS.len()));
    for (format, codes) in formats.into_iter().chain([("all", all)]) {
        let read = codes.iter().filter(|code| code.is_none()).count();
        let counts = COLUMNS.map(|(_, own)| codes.iter().flatten().filter(|code| own.contains(code)).count());
        assert_eq!(read + counts.iter().sum::<usize>(), codes.len(), "every code of {format} has a column");
        let counts = counts.map(|count| count.to_string()).join(" | ");
        let _ = writeln!(text, "| {format} | {} | {read} | {counts} |", codes.len());
    }
    text
}

fn check_table(given: &str) {
    let path = project().join("docs/formats.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).expect("the page has a place for the table");
    let (written, after) = rest.split_once(END).expect("the place for the table ends");
    if std::env::var_os("TACHTIG_UPDATE").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{given}{END}{after}")).unwrap();
    } else {
        assert_eq!(written, given, "TACHTIG_UPDATE=1 writes the table in docs/formats.md");
    }
}

/// The program itself, in a gibibyte of address space for each process: more than it may ever use.
#[test]
#[cfg(target_os = "linux")]
fn a_run_over_all_files_at_once_ends_well_within_a_gibibyte() {
    let Some(root) = shared("torture") else { return };
    let dir = folder("torture-run");
    let month = dir.join("in/2026-11");
    std::fs::create_dir_all(&month).unwrap();
    good(&month, "Goes.xlsx");
    for file in torture(&root) {
        std::os::unix::fs::symlink(&file.path, month.join(file.name.replace('/', "_"))).unwrap();
    }
    let limited = format!("ulimit -v {ADDRESS_SPACE}; exec \"$0\" \"$@\"");
    let output = Command::new("sh")
        .args(["-c", &limited, env!("CARGO_BIN_EXE_tachtig")])
        .args(["run", "--month", "2026-11", "--lang", "en", "--inventories", "in", "--out", "out"])
        .current_dir(&dir)
        .output()
        .unwrap();
    let (told, complaint) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{complaint}");
    assert!(complaint.is_empty(), "no panic is printed: {complaint}");
    assert!(told.contains("[encrypted-file]") && told.contains("[damaged-file]"), "{told}");
    assert!(dir.join("out/2026-11").is_dir());
}
