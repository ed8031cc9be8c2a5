//! Two reviewers of one export: agreement, kappa, and where they differ.

use tachtig::workbook::ReviewColumn;

use super::Opened;
use super::refused::exported;
use crate::command::{printed, tachtig};
use crate::scratch::folder;
use crate::writer::Format;

#[test]
fn two_reviewers_are_compared_per_axis() {
    let dir = folder("reviews-compared");
    let path = exported(&dir);
    let fill = |name: &str, levels: [&str; 2], distinguishing: [&str; 2]| {
        let mut book = Opened::read(&path);
        for ((row, level), value) in book.rows().into_iter().zip(levels).zip(distinguishing) {
            book.set(row, ReviewColumn::Level, level);
            book.set(row, ReviewColumn::Distinguishing, value);
        }
        book.save(&dir.join(name), Format::Xlsx).to_string_lossy().into_owned()
    };
    let first = fill("a.xlsx", ["decentraal", "regionaal"], ["onderscheidend", "onderscheidend"]);
    let second = fill("b.xlsx", ["decentraal", "decentraal"], ["onderscheidend", ""]);
    let output = printed(&tachtig(&["review", "agree", &first, &second, "--format", "json"]));
    let told: serde_json::Value = serde_json::from_str(&output).unwrap();
    let level = &told["level"];
    assert_eq!((&level["coded_twice"], &level["agreed"], &level["observed_agreement"]), (&2.into(), &1.into(), &0.5.into()));
    // First: 1 decentraal, 1 regionaal; second: 2 decentraal. Chance 2 of 4, so kappa is (2·1 − 2) / (4 − 2).
    assert_eq!(level["kappa"], 0.0);
    assert_eq!(level["disagreements"][0]["said"], serde_json::json!(["regionaal", "decentraal"]));
    let distinguishing = &told["distinguishing"];
    assert_eq!((&distinguishing["coded_twice"], &distinguishing["only_first"]), (&1.into(), &1.into()));
    assert_eq!(distinguishing["kappa"], serde_json::Value::Null, "one value throughout");
    let text = printed(&tachtig(&["review", "agree", &first, &second, "--lang", "en"]));
    assert!(text.contains("level: 2 groups coded twice") && text.contains("1 alike (50.0%); kappa (Cohen 1960) 0.000"), "{text}");
    assert!(text.contains("kappa (Cohen 1960) undefined"), "{text}");
}
