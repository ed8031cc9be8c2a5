//! Data that must be refused: each folder of `tests/broken` changes a file of `data/`, and `refusal.txt` holds words that the
//! complaint must contain. A new refusal needs no line here.

use tachtig::reference::DataDir;
use tachtig::run::Definitions;

use crate::scratch::{overlaid, project};

#[test]
fn broken_data_is_refused_with_words_that_help() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(project().join("tests/broken")).unwrap() {
        let case = entry.unwrap().path();
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let dir = overlaid(&case.join("data"), &format!("broken-{name}"));
        let words = std::fs::read_to_string(case.join("refusal.txt")).unwrap();
        match Definitions::load(&DataDir::open(&dir).unwrap()) {
            Ok(_) => wrong.push(format!("{name} is accepted")),
            Err(error) => {
                let complaint = format!("{error:#}");
                wrong.extend(
                    words
                        .lines()
                        .filter(|words| !complaint.contains(words))
                        .map(|words| format!("{name}: '{words}' is not in\n{complaint}")),
                );
            }
        }
        count += 1;
    }
    assert!(count >= 8, "the folder of broken data is there");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
