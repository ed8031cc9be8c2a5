//! The program as a user meets it: what it prints, where, and how it ends.

use std::path::Path;
use std::process::{Command, Output};

use crate::grid;
use crate::scratch::{folder, project};
use crate::writer::{Book, Format, write};

/// Runs the program in the project's folder.
pub fn tachtig(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tachtig")).args(arguments).current_dir(project()).output().expect("the program starts")
}

pub fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn workbook(dir: &Path, name: &str, text: &str) -> String {
    let path = dir.join(name);
    std::fs::write(&path, write(&Book { sheets: vec![grid::sheet("Lijst", text)] }, Format::Xlsx).unwrap()).unwrap();
    path.to_string_lossy().into_owned()
}

const CLEAN: &str = "Applicatie | Leverancier | Status\nTOPdesk | TOPdesk | in productie";
const WRONG: &str = "Gemeente | Applicatie | Leverancier\nDen Haagg | TOPdesk | TOPdesk\nGoes | iBabs | Euronext";

#[test]
fn every_help_shows_an_example() {
    for command in ["run", "restate", "diff", "check", "template", "review", "explain", "init", "check-data"] {
        let output = tachtig(&[command, "--help"]);
        assert!(output.status.success() && printed(&output).contains("Example"), "{command}");
    }
}

#[test]
fn check_tells_a_problem_with_its_address_and_ends_with_1() {
    let dir = folder("check");
    let (clean, wrong) = (workbook(&dir, "Goes.xlsx", CLEAN), workbook(&dir, "regio.xlsx", WRONG));
    assert_eq!(tachtig(&["check", &clean, "--month", "2026-11"]).status.code(), Some(0));
    let output = tachtig(&["check", &wrong, "--month", "2026-11", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let text = printed(&output);
    assert!(text.contains("1. row set aside [unknown-municipality]\n   - no municipality is called 'Den Haagg'"), "{text}");
    assert!(text.contains("sheet 'Lijst': A2"), "{text}");
    assert_eq!(tachtig(&["check", &wrong, "--month", "2026-11", "--deny", "file-set-aside"]).status.code(), Some(0));
}

#[test]
fn check_speaks_json() {
    let file = workbook(&folder("check-json"), "regio.xlsx", WRONG);
    let output = tachtig(&["check", &file, "--month", "2026-11", "--format", "json"]);
    let reports: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reports[0]["systems"], 1);
    assert_eq!(reports[0]["problems"][0]["cell"], "A2");
    assert_eq!(reports[0]["problems"][0]["code"], "unknown-municipality");
    assert_eq!(reports[0]["sheets"][0]["fates"]["set_aside"], 1);
}

#[test]
fn explain_knows_codes_and_rules_and_says_what_it_does_not_know() {
    let code = printed(&tachtig(&["explain", "unknown-municipality", "--lang", "en"]));
    assert!(code.contains("row-set-aside") && code.contains("aliases.csv"), "{code}");
    let rule = printed(&tachtig(&["explain", "level/partnership-field"]));
    assert!(rule.contains("because") && rule.contains("METHOD"), "{rule}");
    let unknown = tachtig(&["explain", "no such thing"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("no such thing"));
}

#[test]
fn definitions_written_out_are_the_ones_built_in() {
    let dir = folder("init").join("mine");
    let path = dir.to_string_lossy().into_owned();
    assert_eq!(tachtig(&["init", &path]).status.code(), Some(0));
    let (written, built_in) = (printed(&tachtig(&["check-data", &path])), printed(&tachtig(&["check-data"])));
    let fingerprint = |text: &str| text.lines().find(|line| line.contains("fingerprint")).map(str::to_owned);
    assert!(fingerprint(&written).is_some());
    assert_eq!(fingerprint(&written), fingerprint(&built_in));
    assert_eq!(tachtig(&["init", &path]).status.code(), Some(2), "a folder with content is left alone");
}

#[test]
fn what_can_not_be_done_ends_with_2_and_says_why() {
    let empty = folder("empty").to_string_lossy().into_owned();
    for arguments in [
        vec!["run", "--inventories", &empty],
        vec!["run", "--inventories", "nowhere"],
        vec!["run", "--data", &empty],
        vec!["run", "--month", "2026-13"],
    ] {
        let output = tachtig(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
}
