//! The template: what is chosen from its lists is understood, and as it is written it has no problem.

use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use tachtig::inventory::{FileExtract, extract};
use tachtig::run::month;
use tachtig::sources::{SourceFile, read};
use tachtig::terms::Month;
use tachtig::workbook::{Template, TemplateWords, template};

use crate::command::{printed, tachtig};
use crate::scratch::{DEFINITIONS, folder};
use crate::writer::{Book, Cell, Format, Sheet, write};
use tachtig::reference::DataDir;
use tachtig::terms::Lang;

const MONTH: Month = Month::EXAMPLE;

fn made(lang: Lang) -> Vec<u8> {
    let words = TemplateWords::load(&DataDir::embedded()).unwrap();
    let (fields, reference) = (&DEFINITIONS.layouts.fields, &DEFINITIONS.reference);
    template(&Template { words: &words, fields, reference, month: MONTH, lang }).unwrap()
}

/// The texts of a sheet, row by row.
fn texts(bytes: &[u8], sheet: usize) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let name = book.sheet_names()[sheet].clone();
    let range = book.worksheet_range(&name).unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

fn extracted(dir: &Path, name: &str, bytes: &[u8]) -> FileExtract {
    let path = dir.join(name);
    std::fs::write(&path, bytes).unwrap();
    extract(read(&SourceFile { name: name.into(), path }), MONTH, &DEFINITIONS.layouts, &DEFINITIONS.reference)
}

#[test]
fn as_it_is_written_it_is_an_inventory_without_systems_and_without_problems() {
    let dir = folder("template-empty");
    for lang in ["nl", "en"] {
        let path = dir.join(format!("Goes {lang}.xlsx")).to_string_lossy().into_owned();
        let output = tachtig(&["template", &path, "--month", "2026-11", "--lang", lang]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let checked = tachtig(&["check", &path, "--month", "2026-11", "--lang", lang, "--format", "json"]);
        let report: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
        assert_eq!(report[0]["problems"].as_array().map(Vec::len), Some(0), "{report}");
        assert_eq!((&report[0]["systems"], &report[0]["sheets"][0]["fates"]["note"]), (&0.into(), &1.into()));
        assert_eq!(checked.status.code(), Some(0));
        assert!(printed(&output).contains("tachtig check"));
    }
    assert_eq!(made(Lang::Nl), made(Lang::Nl), "the same bytes each time");
}

/// The list under a header of the sheet with lists.
fn list(lists: &[Vec<String>], header: &str) -> Vec<String> {
    let column = lists[1].iter().position(|text| text == header).unwrap_or_else(|| panic!("no list for {header}"));
    lists[2..].iter().map(|row| row[column].clone()).filter(|text| !text.is_empty()).collect()
}

/// A municipality that is a member of a partnership, when its members are known.
fn member(partnership: &str) -> Option<String> {
    let reference = &DEFINITIONS.reference;
    let found = reference.partnerships.iter().find(|one| &*one.name == partnership)?;
    let code = (*found.members(MONTH.first_day()).first()?).to_owned();
    reference.municipalities.name(&code).map(str::to_owned)
}

/// A program that fills in the template: a row for each municipality and for each partnership, going round the other lists.
fn filled(bytes: &[u8]) -> (Vec<u8>, usize) {
    let (head, lists) = (texts(bytes, 0), texts(bytes, 2));
    let mut sheet = Sheet::new("Applicaties");
    for (row, texts) in (0..).zip(&head) {
        for (column, text) in (0..).zip(texts).filter(|(_, text)| !text.is_empty()) {
            sheet.put(row, column, Cell::text(text.clone()));
        }
    }
    let columns = &head[0];
    let header = |at: usize| columns[at].as_str();
    let municipalities = list(&lists, header(0));
    let partnerships = list(&lists, header(13));
    let owners = municipalities.iter().cloned().map(|name| (name, String::new()));
    let shared = partnerships.into_iter().filter_map(|name| Some((member(&name)?, name)));
    let rows: Vec<(String, String)> = owners.chain(shared).collect();
    let round: Vec<(u16, Vec<String>)> =
        [6, 8, 9, 14, 15].map(|at: u16| (at, list(&lists, header(usize::from(at))))).into_iter().collect();
    for (position, (municipality, partnership)) in rows.iter().enumerate() {
        let row = u32::try_from(position).unwrap() + 2;
        sheet.put(row, 0, Cell::text(municipality.clone()));
        sheet.put(row, 2, Cell::text(format!("Proefsysteem {position}")));
        sheet.put(row, 3, Cell::text("Proefleverancier"));
        if !partnership.is_empty() {
            sheet.put(row, 13, Cell::text(partnership.clone()));
        }
        for (column, values) in &round {
            sheet.put(row, *column, Cell::text(values[position % values.len()].clone()));
        }
        sheet.put(row, 16, Cell::Number(1250.5));
        sheet.put(row, 17, Cell::Number(40.0));
        sheet.put(row, 18, Cell::Date(chrono::NaiveDate::from_ymd_opt(2027, 12, 31).unwrap()));
    }
    (write(&Book { sheets: vec![sheet] }, Format::Xlsx).unwrap(), rows.len())
}

#[test]
fn every_choice_of_every_list_is_understood() {
    for lang in [Lang::Nl, Lang::En] {
        let (bytes, rows) = filled(&made(lang));
        assert!(rows > 500, "all municipalities and the partnerships with known members");
        let file = extracted(&folder("template-filled"), "ingevuld.xlsx", &bytes);
        for record in file.sheets.iter().flat_map(|sheet| &sheet.records) {
            assert_eq!(record.components.len(), 1, "{record:?}");
            assert!(record.status.is_some() && record.hosting_form.is_some() && record.level.is_some(), "{record:?}");
            assert!(record.distinguishing.is_some() && record.contract_end.is_some(), "{record:?}");
            assert_eq!((record.cost_cents, record.users), (Some(125_050), Some(40)));
        }
        let result = month(&[file], MONTH, &DEFINITIONS).unwrap();
        assert_eq!(result.problems, [], "{lang:?}");
        assert_eq!(result.classified.len(), rows, "{lang:?}: each row is a system, the example is none");
    }
}
