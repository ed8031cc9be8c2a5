//! A case is a folder under `tests/cases`: sheets as text, `case.toml`, and `expected.txt` with what must come of it.
//! Every case goes through the same questions: does it give what is expected; do the accounts close; does every file format
//! give the same systems and figures; does the order of rows change anything. A new case needs no line here.
//! `TACHTIG_UPDATE=1 cargo test cases` writes what is expected anew: read the difference before you keep it.
//! A folder `data` in a case is laid over the definitions, for a correction or an alias of its own.
//! `TACHTIG_CASES=header` looks only at the cases with `header` in their name.

mod build;
mod shown;

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tachtig::reference::DataDir;
use tachtig::run::{Definitions, month};
use tachtig::terms::Month;

use crate::scratch::{DEFINITIONS, overlaid, project};
use build::{AS_IT_IS, files, shapes};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What it shows, for the reader.
    shows: String,
    month: String,
    #[serde(default = "first_row")]
    header: u32,
    /// The rows say something by their order: tables below each other, merged cells.
    #[serde(default)]
    fixed_rows: bool,
    file: Vec<CaseFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    /// Path under the folder of inventories; the first part may be a month.
    name: String,
    /// Files with grids beside the case; the sheet is called as the file.
    #[serde(default)]
    sheets: Vec<String>,
    /// A file beside the case that is taken as it is, for what no grid can say. It has one shape only.
    raw: Option<String>,
    #[serde(default)]
    hidden: Vec<String>,
    /// Merged cells as `Sheet!A2:A4`. A case with these is written only to formats that keep them for the reader.
    #[serde(default)]
    merges: Vec<String>,
}

const fn first_row() -> u32 {
    0
}

#[test]
fn every_case_gives_what_is_expected_in_every_shape() {
    let mut wrong = Vec::new();
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(project().join("tests/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 15, "the folder of cases is there");
    let wanted = std::env::var("TACHTIG_CASES").unwrap_or_default();
    for dir in cases.into_iter().filter(|dir| dir.to_string_lossy().contains(&wanted)) {
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
    let own = own_definitions(dir, &name);
    let definitions = own.as_ref().unwrap_or(&DEFINITIONS);
    let given = month(&files(dir, &case, AS_IT_IS, definitions), asked, definitions).unwrap();
    let mut wrong = difference(&dir.join("expected.txt"), &shown::all(&given));
    let outcome = shown::outcome(&given);
    for (label, shape) in shapes(&case) {
        let other = month(&files(dir, &case, shape, definitions), asked, definitions).unwrap();
        if shown::outcome(&other) != outcome {
            wrong.push(format!("{name}: {label} gives\n{}instead of\n{outcome}", shown::outcome(&other)));
        }
    }
    wrong
}

/// The definitions with what the case has in its own folder `data`, if it has one.
fn own_definitions(dir: &Path, name: &str) -> Option<Definitions> {
    let changed = dir.join("data");
    let data = changed.is_dir().then(|| overlaid(&changed, &format!("case-data-{name}")))?;
    Some(Definitions::load(&DataDir::open(&data).unwrap()).unwrap_or_else(|error| panic!("{name}: {error:#}")))
}

fn difference(path: &Path, given: &str) -> Vec<String> {
    if std::env::var_os("TACHTIG_UPDATE").is_some() {
        std::fs::write(path, given).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected == given { Vec::new() } else { vec![format!("{} expects\n{expected}\nbut there is\n{given}", path.display())] }
}
