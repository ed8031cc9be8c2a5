//! What an import refuses, each by the address of its cell, with nothing written.

use std::path::{Path, PathBuf};

use tachtig::workbook::ReviewColumn;

use super::Opened;
use crate::command::{printed, tachtig};
use crate::scratch::folder;
use crate::writer::Format;

const LIST: &str = "\
Gemeente;Applicatie;Leverancier;Omschrijving;Status
Goes;Proefpakket;Proefmaker;roosters;in productie
Goes;Tweede pakket;Proefmaker;;in productie
Tholen;Proefpakket;Proefmaker;roosters;in productie
";

/// Runs a list of two municipalities and exports what it leaves open.
pub fn exported(dir: &Path) -> PathBuf {
    let at = |name: &str| dir.join(name).to_string_lossy().into_owned();
    std::fs::create_dir(dir.join("inbox")).unwrap();
    std::fs::write(dir.join("inbox/lijst.csv"), LIST).unwrap();
    printed(&tachtig(&["init", &at("data")]));
    let ran = tachtig(&["run", "--month", "2026-11", "--inventories", &at("inbox"), "--out", &at("reports")]);
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    let output = tachtig(&["review", "export", &at("uit.xlsx"), "--out", &at("reports"), "--lang", "nl"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    dir.join("uit.xlsx")
}

/// The refusal of a workbook, which leaves the folder of reviews as it is.
fn refusal(dir: &Path, book: &Opened) -> String {
    let saved = book.save(&dir.join("in.xlsx"), Format::Xlsx).to_string_lossy().into_owned();
    let data = dir.join("data").to_string_lossy().into_owned();
    let output = tachtig(&["review", "import", &saved, "--data", &data]);
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
    assert_eq!(std::fs::read_dir(dir.join("data/reviews")).unwrap().count(), 1, "nothing beside the note");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn row_of(book: &Opened, product: &str) -> u32 {
    book.rows().into_iter().find(|row| book.get(*row, ReviewColumn::Product) == product).expect("the group is there")
}

#[test]
fn half_filled_unknown_and_contradictory_rows_are_told_by_their_cells() {
    let dir = folder("reviews-refused");
    let path = exported(&dir);
    let mut book = Opened::read(&path);
    let (first, second) = (row_of(&book, "Proefpakket"), row_of(&book, "Tweede pakket"));
    assert_eq!(book.get(first, ReviewColumn::Systems), "2", "both municipalities are one group");
    book.set(first, ReviewColumn::Level, "decentraal");
    book.set(second, ReviewColumn::Because, "Weet ik niet");
    let told = refusal(&dir, &book);
    for words in
        ["there is no reason", "there is no name", "there is no date", "there is no verdict", "]Besluiten'!S", "'[in.xlsx]"]
    {
        assert!(told.contains(words), "'{words}' is not in\n{told}");
    }

    book.sign("beoordelaar A", "27-11-2026");
    book.set(first, ReviewColumn::Because, "Eigen contract");
    book.set(second, ReviewColumn::Level, "decentraliseerd");
    book.set(second, ReviewColumn::Since, "november");
    let told = refusal(&dir, &book);
    for words in ["'decentraliseerd' is not in the list", "'november' is not a month"] {
        assert!(told.contains(words), "'{words}' is not in\n{told}");
    }

    book.set(second, ReviewColumn::Level, "");
    book.set(second, ReviewColumn::Because, "");
    book.set(second, ReviewColumn::Since, "2026-11");
    let copy = book.copy(first);
    book.set(copy, ReviewColumn::Level, "regionaal");
    let told = refusal(&dir, &book);
    assert!(told.contains("contradicts") && told.matches("]Besluiten'!L").count() == 2, "{told}");

    book.set(copy, ReviewColumn::Scope, "één gemeente");
    assert!(refusal(&dir, &book).contains("which one? the group has several"));
    book.set(copy, ReviewColumn::Municipality, "Veere");
    assert!(refusal(&dir, &book).contains("'Veere' has no system in this group"));
    book.set(copy, ReviewColumn::Municipality, "Tholen");
    book.put(1, 2, 8, "regionaal");
    assert!(refusal(&dir, &book).contains("were changed"), "the sheet of systems is no place to decide");
}

#[test]
fn a_workbook_of_reviews_is_no_inventory() {
    let path = exported(&folder("reviews-no-inventory")).to_string_lossy().into_owned();
    let checked = tachtig(&["check", &path, "--month", "2026-11", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(report[0]["systems"], 0, "{report}");
}

#[test]
fn a_narrower_decision_beside_a_broader_one_is_taken_and_a_later_contradiction_is_not() {
    let dir = folder("reviews-narrower");
    let mut book = Opened::read(&exported(&dir));
    let first = row_of(&book, "Proefpakket");
    book.sign("beoordelaar A", "27-11-2026");
    book.set(first, ReviewColumn::Level, "decentraal");
    book.set(first, ReviewColumn::Because, "Eigen contract");
    let copy = book.copy(first);
    book.set(copy, ReviewColumn::Level, "regionaal");
    book.set(copy, ReviewColumn::Scope, "één gemeente");
    book.set(copy, ReviewColumn::Municipality, "Tholen");
    let at = |name: &str| dir.join(name).to_string_lossy().into_owned();
    let saved = book.save(&dir.join("in.xlsx"), Format::Xlsx).to_string_lossy().into_owned();
    let told = printed(&tachtig(&["review", "import", &saved, "--data", &at("data"), "--lang", "en"]));
    assert!(told.contains("2 decisions taken") && told.contains("Proefpakket (municipality Tholen): regionaal"), "{told}");
    let ran = tachtig(&["run", "--month", "2026-11", "--inventories", &at("inbox"), "--out", &at("after"), "--data", &at("data")]);
    assert_eq!(ran.status.code(), Some(0));
    for (system, level) in [("Goes/Proefpakket", "decentraal"), ("Tholen/Proefpakket", "regionaal")] {
        let shown = printed(&tachtig(&["explain", system, "--out", &at("after"), "--data", &at("data")]));
        let line =
            |column: &str, value: &str| shown.lines().any(|line| line.trim().starts_with(column) && line.trim().ends_with(value));
        assert!(line("level ", level) && line("level_source", "review"), "{shown}");
        assert!(shown.contains("beoordelaar A, 2026-11-27: Eigen contract"), "{shown}");
    }
    book.set(first, ReviewColumn::Level, "overheidsbreed");
    let saved = book.save(&dir.join("in2.xlsx"), Format::Xlsx).to_string_lossy().into_owned();
    let output = tachtig(&["review", "import", &saved, "--data", &at("data")]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(told.contains("'overheidsbreed' contradicts 'decentraal' at reviews/2026-11-27-"), "{told}");
}
