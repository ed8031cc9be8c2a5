//! The yardstick of `bench/`: reads every cell of every workbook in a folder with calamine's stream and does nothing with it.
//!
//! As many files at a time as rayon has threads, so that it can be compared with a run of the whole program on the same
//! machine. Not a part of the program: what it skips (dates, text, rows, problems) is what the program adds.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use calamine::{DataRef, Reader, SheetType, Xlsx, open_workbook};
use rayon::prelude::*;

type Book = Xlsx<BufReader<File>>;

fn main() -> Result<()> {
    let dir = std::env::args_os().nth(1).context("usage: calamine_pass FOLDER")?;
    let mut paths: Vec<PathBuf> = std::fs::read_dir(dir)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "xlsx"));
    paths.sort();
    let counts: Vec<(u64, u64)> = paths.par_iter().map(count).collect::<Result<_>>()?;
    let (cells, characters) = counts.iter().fold((0, 0), |sum, file| (sum.0 + file.0, sum.1 + file.1));
    writeln!(io::stdout(), "{} files, {cells} cells, {characters} bytes of text", paths.len())?;
    Ok(())
}

/// Cells and bytes of text in one workbook. The text is looked at, so that no part of the reading can be left out.
fn count(path: &PathBuf) -> Result<(u64, u64)> {
    let mut book: Book = open_workbook(path).with_context(|| format!("opening {}", path.display()))?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| matches!(sheet.typ, SheetType::WorkSheet))
        .map(|sheet| sheet.name.clone())
        .collect();
    let (mut cells, mut characters) = (0, 0);
    for sheet in sheets {
        let mut reader = book.worksheet_cells_reader(&sheet)?;
        while let Some(cell) = reader.next_cell()? {
            cells += 1;
            characters += match cell.get_value() {
                DataRef::SharedString(text) => text.len() as u64,
                DataRef::String(text) => text.len() as u64,
                _ => 0,
            };
        }
    }
    Ok((cells, characters))
}
