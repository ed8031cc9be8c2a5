//! `run --compare-with`: a rule is changed, and the run says what moved, in how many municipalities.

use crate::command::{printed, tachtig};
use crate::scratch::{folder, project};

#[test]
fn a_changed_rule_moves_what_it_decides_and_nothing_else() {
    let dir = folder("moved");
    let at = |name: &str| dir.join(name).to_string_lossy().into_owned();
    let sample = project().join("data/inventories/2026-11").to_string_lossy().into_owned();
    printed(&tachtig(&["init", &at("data")]));
    let run = |out: &str, compared: &[&str]| {
        let (out, data) = (at(out), at("data"));
        let month = ["run", "--month", "2026-11", "--inventories", &sample, "--out", &out, "--data", &data, "--lang", "en"];
        printed(&tachtig(&[&month, compared].concat()))
    };
    run("before", &[]);
    for rule in ["partnership-field", "partnership-field-runs"] {
        std::fs::remove_file(dir.join(format!("data/rules/level/{rule}.toml"))).unwrap();
    }
    let told = run("after", &["--compare-with", &at("before/2026-11")]);
    let sentence = told.lines().find(|line| line.contains("Compared with 2026-11")).expect("it says what moved");
    assert!(sentence.contains("0 are new, 0 are gone"), "{sentence}");
    let ways: Vec<&str> = told.lines().filter(|line| line.contains(" → ")).collect();
    assert!(!ways.is_empty(), "{told}");
    assert!(ways.iter().all(|way| way.contains("level: ") && way.contains("(level/partnership-field")), "{ways:?}");
    assert!(dir.join("after/2026-11/data/internal/moved.parquet").exists());

    let same = run("again", &["--compare-with", &at("after/2026-11")]);
    assert!(same.contains(": 0 of ") && !same.contains(" → "), "{same}");
}
