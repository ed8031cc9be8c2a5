//! Corrections as their maker meets them: in the output of `check`, and in how it ends.

use crate::command::{printed, tachtig};
use crate::scratch::{folder, overlaid};

const CORRECTION: &str = r#"
[[correction]]
id = "goes-vendor"
action = "set-value"
file = "Goes.csv"
sheet = "Goes"
cell = "B2"
expect = "Centrik"
value = "Centric"
because = "A slip of the keyboard"
asked = "information manager of Goes"
date = "2026-11-23"
"#;

#[test]
fn a_correction_fails_loudly_once_the_source_is_mended() {
    let changes = folder("corrections-changes");
    std::fs::create_dir(changes.join("corrections")).unwrap();
    std::fs::write(changes.join("corrections/goes.toml"), CORRECTION).unwrap();
    let data = overlaid(&changes, "corrections-data").to_string_lossy().into_owned();
    let file = folder("corrections-file").join("Goes.csv");
    let check = |vendor: &str| {
        std::fs::write(&file, format!("Applicatie;Leverancier;Status\nKey2Burgerzaken;{vendor};in productie\n")).unwrap();
        let file = file.to_string_lossy();
        let output = tachtig(&["check", &file, "--month", "2026-11", "--data", &data, "--lang", "en", "--deny", "file-set-aside"]);
        (output.status.code(), printed(&output))
    };
    let (code, text) = check("Centrik");
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("[corrected]") && text.contains("'Centrik' is corrected: 'Centric', A slip of the keyboard"), "{text}");
    let (code, text) = check("Centric");
    assert_eq!(code, Some(1), "whatever is denied: {text}");
    assert!(
        text.contains("[correction-misses]") && text.contains("a correction finds 'Centric'; goes-vendor: expects 'Centrik'"),
        "{text}"
    );
}
