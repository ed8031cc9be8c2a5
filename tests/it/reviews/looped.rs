//! The loop, done once from start to end on the sample by the program itself.

use std::path::Path;

use tachtig::review::Material;
use tachtig::workbook::ReviewColumn;

use super::Opened;
use crate::command::{printed, tachtig};
use crate::scratch::{folder, project};
use crate::writer::Format;

/// Systems that count with an unknown level, with an unknown distinguishing value, and decided by review on either axis.
fn counts(report: &Path) -> [usize; 3] {
    let material = Material::read(report).unwrap();
    let has =
        |column: &str, value: &str| material.systems.iter().filter(|row| row.get(column).is_some_and(|cell| cell == value)).count();
    [
        has("level", "onbekend"),
        has("distinguishing", "onbekend"),
        has("level_source", "review") + has("distinguishing_source", "review"),
    ]
}

fn files(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_a_reviewer_decides_is_known_in_the_next_run() {
    let dir = folder("reviews-loop");
    let at = |name: &str| dir.join(name).to_string_lossy().into_owned();
    let sample = project().join("data/inventories/2026-11").to_string_lossy().into_owned();
    let run = |out: &str, more: &[&str]| {
        let (data, out) = (at("data"), at(out));
        let month = ["run", "--month", "2026-11", "--inventories", &sample, "--lang", "en", "--data", &data, "--out", &out];
        tachtig(&[&month[..], more].concat())
    };
    printed(&tachtig(&["init", &at("data")]));
    assert_eq!(run("before", &[]).status.code(), Some(0));
    let exported = printed(&tachtig(&["review", "export", &at("uit.xlsx"), "--out", &at("before"), "--data", &at("data")]));
    assert!(
        !tachtig(&["review", "export", &at("uit.xlsx"), "--out", &at("before")]).status.success(),
        "an existing file is left alone"
    );
    let before = counts(&dir.join("before/2026-11"));
    assert!(before[0] > 0, "{before:?}");
    assert!(exported.contains(&format!("van {} open oordelen ({} over niveau", before[0] + before[1], before[0])), "{exported}");

    let mut book = Opened::read(&dir.join("uit.xlsx"));
    assert!(exported.starts_with(&book.first_texts()[1]), "the sentence stands on top");
    assert!(book.first_texts()[0].contains("SYNTHETISCH VOORBEELD"));
    book.sign("beoordelaar A", "27-11-2026");
    let mut expected = [0, 0];
    for row in book.rows().into_iter().take(12) {
        let systems: usize = book.get(row, ReviewColumn::Systems).parse().unwrap();
        let open =
            |says: ReviewColumn| book.get(row, says).starts_with("Onbekend") || book.get(row, says).starts_with("Tegenspraak");
        let (level, distinguishing) = (open(ReviewColumn::SaysLevel), open(ReviewColumn::SaysDistinguishing));
        assert_eq!(
            book.get(row, ReviewColumn::Open).parse::<usize>().unwrap(),
            systems * (usize::from(level) + usize::from(distinguishing))
        );
        for (axis, column, word, open) in [
            (0, ReviewColumn::Level, "decentraal", level),
            (1, ReviewColumn::Distinguishing, "Niet onderscheidend", distinguishing),
        ] {
            if open {
                book.set(row, column, word);
                expected[axis] += systems;
            }
        }
        book.set(row, ReviewColumn::Because, "Nagevraagd bij de gemeente; alleen voor deze proef");
    }
    let filled = book.save(&dir.join("terug.ods"), Format::Ods).to_string_lossy().into_owned();
    let told = printed(&tachtig(&["review", "import", &filled, "--data", &at("data")]));
    assert!(told.contains("12 besluiten overgenomen, 0 stonden er al"), "{told}");
    let written = files(&dir.join("data/reviews"));
    assert_eq!(written.len(), 2, "one table beside the note: {written:?}");

    let after = run("after", &["--compare-with", &at("before/2026-11")]);
    assert_eq!(after.status.code(), Some(0), "{}", String::from_utf8_lossy(&after.stderr));
    let now = counts(&dir.join("after/2026-11"));
    assert_eq!([before[0] - now[0], before[1] - now[1]], expected, "exactly what was decided moved");
    assert_eq!(now[2], expected[0] + expected[1]);
    let moved = printed(&after);
    let of_axis = |axis: &str| -> usize {
        let ways = moved.lines().filter(|line| line.contains(" → ") && line.contains(&format!("{axis}: onbekend")));
        ways.filter_map(|line| line.trim().split(' ').next()?.parse::<usize>().ok()).sum()
    };
    assert!(of_axis("level") > 0 && moved.contains("review/"), "{moved}");

    let again = printed(&tachtig(&["review", "import", &filled, "--data", &at("data")]));
    assert!(again.contains("0 besluiten overgenomen, 12 stonden er al") && again.contains("Er is niets veranderd."), "{again}");
    assert_eq!(files(&dir.join("data/reviews")), written);
}
