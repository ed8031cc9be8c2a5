//! What a folder may hold besides good files: things that are no files, links that lead nowhere, names that hurt.
#![cfg(unix)]

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use tachtig::problem::Code;
use tachtig::sources::{OUT_OF_TIME, SourceFile, list_files, read};

use crate::command::{printed, tachtig};
use crate::scratch::folder;

const LIST: &str = "Gemeente;Applicatie;Leverancier\nDen Haagg;TOPdesk;TOPdesk\n";

fn code(path: &Path) -> Option<Code> {
    let source = read(&SourceFile { name: "x".into(), path: path.to_path_buf() });
    source.problem.map(|problem| problem.code)
}

#[test]
fn what_is_no_file_is_told_and_never_waited_for() {
    let dir = folder("places");
    let at = |name: &str| dir.join(name);
    symlink(at("nothing.xlsx"), at("broken.xlsx")).unwrap();
    symlink(at("a.xlsx"), at("b.xlsx")).unwrap();
    symlink(at("b.xlsx"), at("a.xlsx")).unwrap();
    std::fs::create_dir(at("folder.xlsx")).unwrap();
    assert!(Command::new("mkfifo").arg(at("pipe.csv")).status().unwrap().success());
    std::fs::write(at("empty.xlsx"), "").unwrap();
    std::fs::write(at("blank.csv"), " \r\n\n").unwrap();
    for (name, expected) in [
        ("nothing.xlsx", Code::MissingFile),
        ("broken.xlsx", Code::BrokenLink),
        ("a.xlsx", Code::BrokenLink),
        ("folder.xlsx", Code::NotAFile),
        ("pipe.csv", Code::NotAFile),
        ("empty.xlsx", Code::EmptyFile),
        ("blank.csv", Code::EmptyFile),
    ] {
        assert_eq!(code(&at(name)), Some(expected), "{name}");
    }
    assert_eq!(code(Path::new("/dev/zero")), Some(Code::NotAFile));
}

#[test]
fn a_child_ends_itself_when_its_time_is_over() {
    let arguments = ["read-cells", "xls", "100000000", "100000000", "1"];
    let mut child = Command::new(env!("CARGO_BIN_EXE_tachtig")).args(arguments).stdin(Stdio::piped()).spawn().unwrap();
    let never_closed = child.stdin.take();
    assert_eq!(child.wait().unwrap().code(), Some(i32::from(OUT_OF_TIME)));
    drop(never_closed);
}

#[test]
fn what_may_not_be_opened_is_told() {
    let path = folder("forbidden").join("x.csv");
    std::fs::write(&path, LIST).unwrap();
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o000)).unwrap();
    if std::fs::read(&path).is_ok() {
        println!("skipped: who runs this may read everything");
        return;
    }
    assert_eq!(code(&path), Some(Code::NoPermission));
}

#[test]
fn a_folder_that_leads_into_itself_is_listed_once_and_a_linked_folder_is_listed() {
    let root = folder("circle");
    let (inner, elsewhere) = (root.join("2026-11/zuid"), folder("circle-elsewhere"));
    std::fs::create_dir_all(&inner).unwrap();
    std::fs::write(inner.join("x.csv"), LIST).unwrap();
    std::fs::write(elsewhere.join("y.csv"), LIST).unwrap();
    symlink(root.join("2026-11"), inner.join("back")).unwrap();
    symlink(&elsewhere, inner.join("linked")).unwrap();
    let names: Vec<String> = list_files(&root, &root).unwrap().iter().map(|file| file.name.to_string()).collect();
    assert_eq!(names, ["2026-11/zuid/linked/y.csv", "2026-11/zuid/x.csv"]);
}

#[test]
fn names_that_hurt_are_read_and_shown_on_one_line() {
    let dir = folder("names");
    for (name, shown) in [
        ("'s-Graveland.csv".as_bytes(), "''s-Graveland': A2"),
        (b"twee\nregels.csv", "'twee regels': A2"),
        (b"wis\x1b[2J.csv", r"'wis\u{1b}[2J': A2"),
        ("raad 🏛.csv".as_bytes(), "'raad 🏛': A2"),
        (b"lat\xEDn.csv", "'lat\u{fffd}n': A2"),
    ] {
        let path = dir.join(OsStr::from_bytes(name));
        std::fs::write(&path, LIST).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_tachtig"))
            .args(["check", "--month", "2026-11", "--lang", "en"])
            .arg(&path)
            .output()
            .unwrap();
        let text = printed(&output);
        assert!(text.contains(shown), "{shown}\n{text}\n{}", String::from_utf8_lossy(&output.stderr));
        assert!(!text.contains('\u{1b}'), "no command reaches the terminal");
    }
}

#[test]
fn an_empty_folder_has_nothing_to_check() {
    let dir = folder("folder-for-file");
    let output = tachtig(&["check", &dir.to_string_lossy(), "--month", "2026-11", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("holds no files to check"));
}
