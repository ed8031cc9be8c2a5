//! Personal data in a file reaches nothing that is published: not the tables, not the messages, not the pages. Planted under many headers.

use std::path::Path;

use arrow::util::display::{ArrayFormatter, FormatOptions};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use tachtig::report::Settings;
use tachtig::run::{Plan, run};

use crate::grid;
use crate::scratch::{DEFINITIONS, folder};
use crate::writer::{Book, Format, write};

/// Headers under which files hold people, as they are spelled.
const HEADERS: [&str; 44] = [
    "Contactpersoon",
    "CONTACTPERSOON:",
    "Contact-\\npersoon",
    "Contactpersoom",
    "Naam contactpersoon",
    "Eigenaar",
    "Applicatie-eigenaar",
    "Applicatie Eigenaar (Persoon)",
    "Systeemeigenaar⚡",
    "Proces eigenaar",
    "Eigenaar e-mail",
    "Eigenaar / contactpersoon",
    "Functioneel beheerder",
    "Funtioneel beheeder",
    "Technisch beheerder*",
    "Applicatiebeheerder 1",
    "Applicatiebeheerder 2",
    "FB",
    "FB contactpersoon 1",
    "TAB",
    "Beheerder",
    "Beheerder e-mail",
    "Wie is de beheerder?",
    "Beheerder (naam)",
    "Contracthouder",
    "Contractbeheerder",
    "Leverancier contact",
    "Leverancier / contactpersoon",
    "Accountmanager",
    "Telefoon",
    "Telefoonnummer contactpersoon",
    "Tel.",
    "Mobiel",
    "E-mail",
    "E-mailadres",
    "Mailadres beheerder",
    "Personeelsnummer",
    "Opmerkingen",
    "Bijzonderheden",
    "Owner",
    "Business owner",
    "Contact person",
    "Phone",
    "Gemeente contactpersoon",
];

/// Parts of what was planted; none may be found anywhere.
const PLANTED: [&str; 6] = ["oorbeeld", "quispelkamp", "0113-987", "@planted.example", "p-77", "zevenhuizen"];

fn planted(place: usize) -> String {
    match place % 5 {
        0 => format!("Victor Oorbeeld{place}"),
        1 => format!("Q. van der Quispelkamp{place}"),
        2 => format!("0113-987{place:03}"),
        3 => format!("v{place}@planted.example"),
        _ => format!("P-77{place:03} Zevenhuizen"),
    }
}

/// An inventory with all of these columns, rows without a name and without a municipality, and a list of people beside it.
fn workbook() -> Book {
    let people: Vec<String> = (0..HEADERS.len()).map(planted).collect();
    let row = |start: &str, cells: &[String]| format!("{start} | {}", cells.join(" | "));
    let header = row("Gemeente | Applicatie | Leverancier | Status", &HEADERS.map(str::to_owned));
    let rows = [
        row("Goes | TOPdesk | TOPdesk | in productie", &people),
        row("Goes | | Decos | in productie", &people),
        row(" | Fixi | Decos | gepland", &people),
        row("Goess | JOIN | Decos | draait", &people),
    ];
    let list = format!("Naam | Functie | Afdeling | Telefoon\n{} | adviseur | ICT | {}", planted(0), planted(2));
    Book { sheets: vec![grid::sheet("Lijst", &format!("{header}\n{}", rows.join("\n"))), grid::sheet("Bereikbaarheid", &list)] }
}

/// The file in words: a table cell by cell, everything else as text.
fn text(path: &Path) -> String {
    if path.extension().is_none_or(|ending| ending != "parquet") {
        return String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
    }
    let reader = ParquetRecordBatchReaderBuilder::try_new(std::fs::File::open(path).unwrap()).unwrap().build().unwrap();
    let options = FormatOptions::default();
    let mut text = String::new();
    for batch in reader {
        let batch = batch.unwrap();
        for column in batch.columns() {
            let formatter = ArrayFormatter::try_new(column, &options).unwrap();
            for row in 0..batch.num_rows() {
                text += &formatter.value(row).to_string();
                text.push('\n');
            }
        }
    }
    text
}

fn leaks(dir: &Path, found: &mut Vec<String>, files: &mut usize) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            leaks(&path, found, files);
            continue;
        }
        *files += 1;
        let lower = text(&path).to_lowercase();
        for planted in PLANTED.iter().filter(|planted| lower.contains(**planted)) {
            let at = lower.find(planted).unwrap_or_default();
            let around: String = lower[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
            found.push(format!("{} holds '{planted}' behind '{around}'", path.display()));
        }
    }
}

#[test]
fn nobody_s_name_number_or_address_is_published() {
    let dir = folder("personal");
    std::fs::create_dir_all(dir.join("in")).unwrap();
    std::fs::write(dir.join("in/regio.xlsx"), write(&workbook(), Format::Xlsx).unwrap()).unwrap();
    let plan = Plan::new(Some("2026-11".parse().unwrap()), &dir.join("in"), dir.join("out"), Settings::default()).unwrap();
    let outcome = run(&plan, &DEFINITIONS, &|| {}).unwrap();
    let read: u64 = outcome.accounts.iter().map(|account| account.account.of(tachtig::inventory::Fate::System)).sum();
    assert_eq!(read, 1, "the inventory is read: {:?}", outcome.accounts);
    let (mut found, mut files) = (Vec::new(), 0);
    leaks(&outcome.folder, &mut found, &mut files);
    assert!(files > 10, "tables, charts and pages are looked at");
    for problem in &outcome.problems {
        let told = format!("{} {:?}", problem.found, problem.hint).to_lowercase();
        found.extend(
            PLANTED
                .iter()
                .filter(|planted| told.contains(**planted))
                .map(|planted| format!("{:?} tells '{planted}'", problem.code)),
        );
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
