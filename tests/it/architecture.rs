//! The flow goes one way, and each large library has its place. Read from the sources as text.

use std::path::{Path, PathBuf};

use crate::scratch::project;

/// A module may use those that stand before it, not those behind it.
const ORDER: [&str; 13] = [
    "terms",
    "problem",
    "sources",
    "reference",
    "inventory",
    "workbook",
    "classify",
    "measure",
    "report",
    "run",
    "evaluate",
    "review",
    "explain",
];

/// Where a library may be named: the paths under `src` that may.
const PLACES: [(&str, &[&str]); 13] = [
    ("rust_xlsxwriter::", &["workbook/"]),
    ("rlimit::", &["cli/read_cells.rs"]),
    ("current_exe", &["cli/read_cells.rs"]),
    ("calamine::", &["sources/workbook/"]),
    ("polars::", &["measure/of_groups.rs"]),
    ("zip::", &["sources/workbook/", "sources/format.rs"]),
    ("quick_xml::", &["sources/"]),
    ("plotters::", &["report/charts/", "report/font/"]),
    ("parquet::", &["report/tables/file.rs", "report/archive.rs"]),
    ("indicatif::", &["cli/"]),
    ("libm::", &["measure/estimate/"]),
    ("SystemTime", &["cli/"]),
    ("env::var", &[]),
];

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// All source files, by path under `src`, with their text up to the unit tests.
fn texts() -> Vec<(String, String)> {
    let root = project().join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    found.sort();
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(path).unwrap();
        (name, text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned())
    };
    found.iter().map(read).filter(|(name, _)| !name.ends_with("tests.rs")).collect()
}

fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn the_flow_goes_one_way() {
    let mut against = Vec::new();
    for (name, text) in texts() {
        let module = name.split('/').next().unwrap().trim_end_matches(".rs");
        let Some(own) = ORDER.iter().position(|other| *other == module) else { continue };
        for later in &ORDER[own + 1..] {
            let uses = format!("crate::{later}");
            against.extend(
                code(&text).filter(|line| line.contains(&uses)).map(|line| format!("src/{name} uses {later}: {}", line.trim())),
            );
        }
    }
    assert!(against.is_empty(), "\n{}", against.join("\n"));
}

#[test]
fn each_library_has_its_place() {
    let mut strays = Vec::new();
    for (name, text) in texts() {
        for (library, places) in PLACES {
            if !places.iter().any(|place| name.starts_with(place)) && code(&text).any(|line| line.contains(library)) {
                strays.push(format!("src/{name} names {library}"));
            }
        }
    }
    assert!(strays.is_empty(), "\n{}", strays.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for_and_stays_small() {
    let mut wrong = Vec::new();
    for (name, text) in texts() {
        if !text.starts_with("//!") {
            wrong.push(format!("src/{name} does not open with what it is for"));
        }
        if text.lines().count() > 350 {
            wrong.push(format!("src/{name} has {} lines", text.lines().count()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn judgement_lives_in_data() {
    let names = ["centric", "pinkroccade", "topdesk", "dimpact", "logius", "kadaster", "microsoft", "decos"];
    let mut found = Vec::new();
    for (name, text) in texts() {
        let lower = code(&text).collect::<Vec<_>>().join("\n").to_lowercase();
        found.extend(names.iter().filter(|vendor| lower.contains(**vendor)).map(|vendor| format!("src/{name} names {vendor}")));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
