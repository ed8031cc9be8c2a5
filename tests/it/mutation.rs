//! Damage at random, the same at each run: bytes of good workbooks, text files and layouts are changed in many ways and read
//! through the doors that strangers' files come through. Nothing may panic, and a file gives cells or a problem.
//!
//! `TACHTIG_SEED=7` tries other damage. For longer searches see `fuzz/`. What either finds becomes a case of the museum.

use std::path::Path;

use rayon::prelude::*;
use tachtig::inventory::Layouts;
use tachtig::reference::DataDir;
use tachtig::sources::SourceFile;

use crate::grid;
use crate::scratch::{folder, isolated, project};
use crate::writer::{Book, Encoding, Format, package, write};

const LIST: &str =
    "Gemeente | Applicatie | Kosten | Einde\nGoes | TOPdesk | n:12.5 | d:2027-12-31\nKapelle | Súd & < | e:#N/A | b:true";

/// Numbers that look drawn, from a seed: the generator of Marsaglia, by shifts.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % limit.max(1)
    }

    /// One to four changes of the kinds that break parsers.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len());
            match self.below(7) {
                0 => bytes.truncate(at),
                1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (at % 8)),
                2 => bytes.iter_mut().skip(at).take(4).for_each(|byte| *byte = 0xFF),
                3 => bytes.iter_mut().skip(at).take(2).for_each(|byte| *byte = 0),
                4 => bytes.splice(at..at, b"\"'<>&;=[]{}\0\n".iter().copied().take(1 + at % 12)).for_each(drop),
                5 => bytes.drain(at..(at + 1 + at % 30).min(bytes.len())).for_each(drop),
                _ => {
                    let copy = bytes[at..(at + 40).min(bytes.len())].to_vec();
                    bytes.splice(at..at, copy).for_each(drop);
                }
            }
        }
    }
}

fn book() -> Book {
    let mut sheet = grid::sheet("Lijst", LIST);
    sheet.merges.push((5, 0, 6, 1));
    Book { sheets: vec![sheet, grid::sheet("Toelichting", "Peildatum | d:2026-11-01")] }
}

/// Good files, with the parts of which the content is to be damaged before they are packed.
fn seeds() -> Vec<(&'static str, Vec<u8>, Vec<&'static str>)> {
    let of = |format| write(&book(), format).unwrap();
    vec![
        ("a.xlsx", of(Format::Xlsx), vec!["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"]),
        ("a.xlsb", of(Format::Xlsb), vec!["xl/worksheets/sheet1.bin", "xl/workbook.bin", "xl/sharedStrings.bin", "xl/styles.bin"]),
        ("a.ods", of(Format::Ods), vec!["content.xml", "META-INF/manifest.xml"]),
        ("a.xls", of(Format::Xls), vec![]),
        ("a.csv", of(Format::Csv { delimiter: ';', encoding: Encoding::Utf8 }), vec![]),
        ("b.csv", of(Format::Csv { delimiter: ',', encoding: Encoding::Utf16Le }), vec![]),
    ]
}

fn damaged(case: u64, bytes: &[u8], parts: &[&str]) -> Vec<u8> {
    let seed: u64 = std::env::var("TACHTIG_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_default();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ (case + 1) ^ seed << 32);
    if parts.is_empty() || case.is_multiple_of(3) {
        let mut bytes = bytes.to_vec();
        dice.damage(&mut bytes);
        return bytes;
    }
    let part = parts[dice.below(parts.len())];
    package::with_damaged(bytes, part, |content| dice.damage(content)).unwrap()
}

#[test]
fn damaged_files_give_cells_or_a_problem() {
    let dir = folder("mutation");
    let reader = isolated();
    for (name, bytes, parts) in seeds() {
        // A child process for each case costs more than the case.
        let cases: u64 = if name.ends_with("xls") || name.ends_with("ods") { 100 } else { 1_000 };
        (0..cases).into_par_iter().for_each(|case| {
            let path = dir.join(format!("{case}-{name}"));
            std::fs::write(&path, damaged(case, &bytes, &parts)).unwrap();
            let source = reader.read(&SourceFile { name: name.into(), path: path.clone() });
            assert_eq!(source.sheets.is_empty(), source.problem.is_some(), "{}", path.display());
            std::fs::remove_file(&path).unwrap();
        });
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target) } else { std::fs::copy(entry.path(), &target).map(drop).unwrap() }
    }
}

#[test]
fn damaged_layouts_are_read_or_refused() {
    let dir = folder("mutation-layouts");
    for part in ["catalogue", "layouts", "publication", "reference", "rules"] {
        copy(&project().join("data").join(part), &dir.join(part));
    }
    let mut refused = 0;
    for file in ["layouts/generic.toml", "layouts/words/values.toml"] {
        let good = std::fs::read(dir.join(file)).unwrap();
        for case in 0..150 {
            std::fs::write(dir.join(file), damaged(case, &good, &[])).unwrap();
            refused += u32::from(DataDir::open(&dir).and_then(|data| Layouts::load(&data)).is_err());
        }
        std::fs::write(dir.join(file), good).unwrap();
    }
    assert!(refused > 50, "damage is seen: {refused}");
}
