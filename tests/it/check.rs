//! `check` as a municipality meets it: what it prints, its JSON, and the annotated copy.
//! Each folder of `tests/check` holds a list as it was sent, what is told of it in both languages, and the list mended by that alone.
//! `TACHTIG_UPDATE=1` writes what is told anew: read it as somebody who has never seen the program.

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;

use crate::command::{printed, tachtig};
use crate::grid;
use crate::scratch::{folder, project};
use crate::writer::{Book, Cell, Encoding, Format, Sheet, write};

fn save(dir: &Path, name: &str, book: &Book, format: Format) -> String {
    let path = dir.join(name);
    std::fs::write(&path, write(book, format).unwrap()).unwrap();
    path.to_string_lossy().into_owned()
}

fn report(file: &str) -> Value {
    let output = tachtig(&["check", file, "--month", "2026-11", "--format", "json"]);
    let reports: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reports[0]["can_be_sent"], output.status.success(), "the exit code says the same");
    reports[0].clone()
}

fn lists() -> Vec<PathBuf> {
    let mut lists: Vec<PathBuf> =
        std::fs::read_dir(project().join("tests/check")).unwrap().map(|entry| entry.unwrap().path()).collect();
    lists.sort();
    lists
}

fn grid_of(path: &Path) -> Book {
    Book { sheets: vec![grid::sheet("Applicaties", &std::fs::read_to_string(path).unwrap())] }
}

#[test]
fn what_is_told_of_a_list_is_what_a_newcomer_can_use() {
    let mut wrong = Vec::new();
    for dir in lists() {
        let name = dir.file_name().unwrap().to_string_lossy().into_owned();
        let place = folder(&format!("check-{name}"));
        let file = save(&place, &format!("{name}.xlsx"), &grid_of(&dir.join("before.txt")), Format::Xlsx);
        for lang in ["nl", "en"] {
            let output = tachtig(&["check", &file, "--month", "2026-11", "--lang", lang]);
            let told = printed(&output).replace(&file, &format!("{name}.xlsx"));
            assert!(told.lines().all(|line| line.chars().count() <= 100), "{told}");
            let path = dir.join(format!("told.{lang}.txt"));
            if std::env::var_os("TACHTIG_UPDATE").is_some() {
                std::fs::write(&path, &told).unwrap();
            }
            if std::fs::read_to_string(&path).unwrap_or_default() != told {
                wrong.push(format!("{} is not what is told:\n{told}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_list_that_is_mended_by_what_is_told_has_nothing_left_to_mend() {
    for dir in lists().into_iter().filter(|dir| dir.join("after.txt").exists()) {
        let name = dir.file_name().unwrap().to_string_lossy().into_owned();
        let place = folder(&format!("check-mended-{name}"));
        let before = report(&save(&place, "before.xlsx", &grid_of(&dir.join("before.txt")), Format::Xlsx));
        let after = report(&save(&place, "after.xlsx", &grid_of(&dir.join("after.txt")), Format::Xlsx));
        let left: Vec<&Value> = after["problems"].as_array().unwrap().iter().filter(|left| left["effect"] != "noted").collect();
        assert_eq!(left, Vec::<&Value>::new(), "{name}");
        assert!(after["systems_counted"].as_u64() > before["systems_counted"].as_u64(), "{name}: more systems count");
    }
}

#[test]
fn json_says_how_each_sheet_was_read_and_where_each_problem_is() {
    let dir = project().join("tests/check/vuile-lijst");
    let report = report(&save(&folder("check-keys"), "lijst.xlsx", &grid_of(&dir.join("before.txt")), Format::Xlsx));
    let sheet = &report["sheets"][0];
    assert_eq!((&sheet["layout"], &sheet["header_rows"][0]), (&"generic".into(), &3.into()));
    assert_eq!(sheet["columns"][1]["field"], "name");
    assert_eq!((&sheet["columns"][11]["read_as"], &sheet["columns"][12]["read_as"]), (&"unread".into(), &"unknown".into()));
    assert_eq!(sheet["columns"][13]["read_as"], "duplicate");
    assert!(sheet["missing_fields"].as_array().unwrap().contains(&"distinguishing".into()));
    assert_eq!((&sheet["municipality_by_row"], &sheet["owner"]), (&true.into(), &Value::Null));
    let kinds = report["kinds"].as_array().unwrap();
    let unknown = kinds.iter().find(|kind| kind["code"] == "unknown-municipality").unwrap();
    assert_eq!(unknown["findings"][0]["ranges"][0], "A5:A6");
    let counted: u64 = kinds.iter().map(|kind| kind["count"].as_u64().unwrap()).sum();
    assert_eq!(counted, report["problems"].as_array().unwrap().len() as u64);
    let fates: u64 = sheet["fates"].as_object().unwrap().values().filter_map(Value::as_u64).sum();
    assert_eq!(Some(fates), sheet["rows"].as_u64());
    assert_eq!(report["mend_first"][0], "unknown-municipality");
}

#[test]
fn several_files_and_folders_end_with_a_table() {
    let dir = folder("check-several");
    let clean = Book { sheets: vec![grid::sheet("Lijst", "Applicatie | Leverancier | Status\nTOPdesk | TOPdesk | in productie")] };
    save(&dir, "Goes.xlsx", &clean, Format::Xlsx);
    save(&dir, "Kapelle.ods", &clean, Format::Ods);
    let path = dir.to_string_lossy().into_owned();
    let output = tachtig(&["check", &path, "--month", "2026-11"]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    let table: Vec<&str> = text.lines().rev().take(3).collect();
    assert!(table[0].contains("Kapelle.ods") && table[1].contains("Goes.xlsx") && table[2].contains("telt mee"), "{text}");
    let copy = dir.join("copy.xlsx").to_string_lossy().into_owned();
    let refused = tachtig(&["check", &path, "--annotate", &copy]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("2 files"));
    assert_eq!(tachtig(&["check", "nowhere.xlsx"]).status.code(), Some(2));
}

/// A workbook with all that a copy must keep or mark.
fn book() -> Book {
    let mut list = grid::sheet(
        "O'Brien & co",
        "Gemeente | Applicatie | Leverancier | Status | Kosten | Einddatum contract | Actief\nDen Haagg | -2 | =1+1 | loopt | n:12.5 | d:2027-12-31 | b:true\nGoes | iBabs | Euronext | in productie | e:#REF! | d:2027-12-31 | b:false",
    );
    list.put(6, 1, Cell::text("x".repeat(40)));
    let mut hidden = Sheet::new("Meldingen");
    hidden.hidden = true;
    hidden.put(2, 3, Cell::text("oud"));
    Book { sheets: vec![list, hidden] }
}

fn annotated(dir: &Path, file: &str, name: &str) -> Vec<u8> {
    let copy = dir.join(name).to_string_lossy().into_owned();
    let output = tachtig(&["check", file, "--month", "2026-11", "--annotate", &copy]);
    assert!(output.status.code() != Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(copy).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn an_annotated_copy_keeps_each_value_at_its_address_and_marks_what_is_wrong() {
    let dir = folder("annotate");
    let file = save(&dir, "lijst.xlsx", &book(), Format::Xlsx);
    let bytes = annotated(&dir, &file, "copy.xlsx");
    let mut copy: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(copy.sheet_names(), ["Meldingen", "O'Brien & co", "Meldingen (2)"]);
    assert_eq!(copy.sheets_metadata()[2].visible, calamine::SheetVisible::Hidden);
    let range = copy.worksheet_range("O'Brien & co").unwrap();
    let at = |row, column| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(at(1, 0), Data::String("Den Haagg".into()));
    assert_eq!((at(1, 1), at(1, 2)), (Data::String("-2".into()), Data::String("=1+1".into())), "text is no formula");
    assert_eq!((at(1, 4), at(1, 6), at(2, 6)), (Data::Float(12.5), Data::Bool(true), Data::Bool(false)));
    assert!(matches!(at(1, 5), Data::DateTime(day) if day.to_ymd_hms_milli().0 == 2027), "a date stays a date");
    assert_eq!((at(2, 4), at(6, 1)), (Data::String("#REF!".into()), Data::String("x".repeat(40))));
    let notes = part(&bytes, "xl/comments1.xml");
    assert!(notes.contains("ref=\"A2\"") && notes.contains("Den Haagg") && notes.contains("<author>tachtig</author>"), "{notes}");
    let list = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(list.contains("location=\"'O''Brien &amp; co'!A2\"") && list.contains("<autoFilter"), "{list}");
    assert_eq!(bytes, annotated(&dir, &file, "again.xlsx"), "the same input gives the same bytes");
}

#[test]
fn every_format_can_be_annotated_and_an_annotated_copy_is_an_inventory() {
    let dir = folder("annotate-formats");
    let one = Book { sheets: vec![book().sheets[0].clone()] };
    let csv = Format::Csv { delimiter: ';', encoding: Encoding::Utf8 };
    let long = format!("{}.csv", "een hele lange bestandsnaam van een gemeente");
    for (name, format) in [("a.xlsb", Format::Xlsb), ("a.xls", Format::Xls), ("a.ods", Format::Ods), (long.as_str(), csv)] {
        let file = save(&dir, name, &one, format);
        let copy = format!("copy of {name}.xlsx");
        annotated(&dir, &file, &copy);
        let (original, copied) = (report(&file), report(&dir.join(&copy).to_string_lossy()));
        assert_eq!(original["systems"], copied["systems"], "{name}");
        assert_eq!(copied["sheets"][0]["left_out"], "own-sheet", "{name}");
        let cells = |report: &Value| -> Vec<Value> {
            report["problems"].as_array().unwrap().iter().map(|problem| problem["cell"].clone()).collect()
        };
        assert_eq!(cells(&original), cells(&copied), "{name}: the same problems at the same addresses");
    }
}

#[test]
fn nothing_that_exists_is_overwritten() {
    let dir = folder("annotate-refused");
    let file = save(&dir, "lijst.xlsx", &book(), Format::Xlsx);
    let before = std::fs::read(&file).unwrap();
    for out in [file.clone(), dir.join("copy.csv").to_string_lossy().into_owned()] {
        assert_eq!(tachtig(&["check", &file, "--annotate", &out]).status.code(), Some(2), "{out}");
    }
    assert_eq!(tachtig(&["template", &file]).status.code(), Some(2));
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_and_told() {
    let dir = folder("annotate-long");
    let text = format!("Applicatie;Leverancier;Status\nTOPdesk;{};in productie\n", "y".repeat(40_000));
    let file = dir.join("Goes.csv");
    std::fs::write(&file, text).unwrap();
    let bytes = annotated(&dir, &file.to_string_lossy(), "copy.xlsx");
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("afgekapt"));
}
