//! Another country by data alone: agencies of the United States in the place of municipalities, and their own inventories, counted against
//! what their owners published. Reads optional material.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tachtig::inventory::{Fate, FileExtract, extract};
use tachtig::problem::{Code, Effect};
use tachtig::reference::DataDir;
use tachtig::run::{Definitions, MonthResult, month};
use tachtig::sources::{SourceFile, read};
use tachtig::terms::Month;

use crate::scratch::{folder, project, shared};

/// How many use cases each agency says that it has; of three none is published, and the rows of the file are counted.
const PUBLISHED: [(&str, u64); 15] = [
    ("cftc.csv", 3),
    ("doc.xlsx", 223),
    ("doe.xlsx", 340),
    ("dot.csv", 70),
    ("eac.xlsx", 4),
    ("fdic.csv", 50),
    ("ferc.xlsx", 6),
    ("frb.xlsx", 38),
    ("hhs.csv", 447),
    ("hud.xlsx", 11),
    ("nara.xlsx", 14),
    ("pbgc.csv", 17),
    ("tva.csv", 59),
    ("usda.csv", 89),
    ("va.xlsx", 367),
];

const NOVEMBER: Month = Month::EXAMPLE;

/// The built-in definitions with the tables of the frame laid over them, and without the rules that it says are about its own
/// municipalities and partnerships: their examples name Dutch ones.
fn definitions() -> &'static Definitions {
    static LOADED: LazyLock<Definitions> = LazyLock::new(laid_over);
    &LOADED
}

fn laid_over() -> Definitions {
    let dir = folder("another-frame");
    for (path, bytes) in DataDir::embedded().files() {
        write(&dir.join(path), bytes);
    }
    for rule in std::fs::read_to_string(project().join("tests/frames/us-agencies/without.txt")).unwrap().lines() {
        std::fs::remove_file(dir.join(rule)).unwrap();
    }
    for entry in std::fs::read_dir(project().join("tests/frames/us-agencies/reference")).unwrap() {
        let path = entry.unwrap().path();
        write(&dir.join("reference").join(path.file_name().unwrap()), &std::fs::read(&path).unwrap());
    }
    Definitions::load(&DataDir::open(&dir).unwrap()).unwrap()
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

fn one(path: PathBuf, definitions: &Definitions) -> FileExtract {
    let name = path.file_name().unwrap().to_string_lossy().as_ref().into();
    extract(read(&SourceFile { name, path }), NOVEMBER, &definitions.layouts, &definitions.reference)
}

/// Rows that are read as a system, or as part of one.
fn rows_read(result: &MonthResult) -> u64 {
    let accounts = result.inventory.accounts.iter();
    accounts.map(|account| account.account.of(Fate::System) + account.account.of(Fate::Merged)).sum()
}

fn grave(result: &MonthResult) -> Vec<String> {
    let told =
        result.problems.iter().filter(|problem| problem.effect() >= Effect::ValueDropped && problem.code != Code::DuplicateColumn);
    told.map(|problem| format!("{} {}: {}", problem.code.as_str(), problem.place, problem.found)).collect()
}

#[test]
fn the_frame_loads_and_its_codes_are_found() {
    let definitions = definitions();
    let municipalities = &definitions.reference.municipalities;
    assert_eq!(municipalities.frame(NOVEMBER).municipalities.len(), 38);
    for text in ["DOE", "doe", "Department of Energy"] {
        assert_eq!(municipalities.find(text, NOVEMBER).as_deref(), Some("DOE"), "{text}");
    }
}

#[test]
fn agencies_files_give_the_counts_that_were_published() {
    let Some(dir) = shared("real/agencies-2025") else { return };
    let definitions = definitions();
    let mut wrong = Vec::new();
    for (name, published) in PUBLISHED {
        let files = [one(dir.join(name), definitions)];
        let result = month(&files, NOVEMBER, definitions).unwrap();
        if rows_read(&result) != published {
            wrong.push(format!("{name}: {} rows read, {published} published\n{}", rows_read(&result), grave(&result).join("\n")));
        }
        let unknown = result.problems.iter().filter(|problem| problem.code == Code::UnknownStatus).map(|problem| &problem.found);
        wrong.extend(unknown.map(|found| format!("{name}: status '{found}' is not understood")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn one_table_in_two_formats_gives_the_same_systems() {
    let Some(dir) = shared("real/omb-2024") else { return };
    let definitions = definitions();
    let systems = |name: &str| {
        let files = [one(dir.join(name), definitions)];
        let result = month(&files, NOVEMBER, definitions).unwrap();
        assert_eq!(rows_read(&result), 1757, "{name}\n{}", grave(&result).join("\n"));
        let shown = |one: &tachtig::classify::Classified| {
            let system = &one.system;
            (
                system.municipality.to_string(),
                system.id.clone(),
                system.record.name.clone(),
                system.record.status,
                system.rows.len(),
            )
        };
        result.classified.iter().map(shown).collect::<Vec<_>>()
    };
    let (text, binary) = (systems("consolidated.csv"), systems("consolidated.xls"));
    assert_eq!(text.len(), binary.len());
    let differing: Vec<_> = text.iter().zip(&binary).filter(|(a, b)| a != b).take(5).collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn contracts_are_set_aside_as_such() {
    let Some(dir) = shared("real/kitos") else { return };
    for name in ["valid_it_contract_example.xlsx", "invalid_contract_example.xlsx"] {
        let extract = one(dir.join(name), &crate::scratch::DEFINITIONS);
        let [problem] = extract.problems.as_slice() else { panic!("{:?}", extract.problems) };
        assert_eq!((problem.code, problem.hint.as_deref()), (Code::NoInventory, Some("contract-register")), "{name}");
    }
}
