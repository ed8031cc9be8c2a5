//! `docs/data-dictionary.md` is what the schemas of the tables say.

use crate::scratch::project;

#[test]
fn the_data_dictionary_is_generated_from_the_schemas() {
    let path = project().join("docs/data-dictionary.md");
    let dictionary = tachtig::report::tables::dictionary().unwrap();
    if std::env::var_os("TACHTIG_UPDATE").is_some() {
        std::fs::write(&path, &dictionary).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == dictionary, "docs/data-dictionary.md is out of date: TACHTIG_UPDATE=1 cargo test dictionary");
}
