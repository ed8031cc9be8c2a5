//! Decisions of people: which of them decide, when they no longer hold, and the loop from export to the next run.

mod applied;
mod compared;
mod looped;
mod refused;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tachtig::reference::DataDir;
use tachtig::sources::{Sheet as Read, SourceFile, Value, read};
use tachtig::terms::Lang;
use tachtig::workbook::{ReviewColumn, ReviewWords, SheetWords};

use crate::writer::{Book, Cell, Format, Sheet, write};

/// A workbook of reviews as a reviewer has it open: cells by sheet and address, to be filled in and saved by a program that is not
/// the one that made it.
pub struct Opened {
    words: ReviewWords,
    sheets: Vec<Read>,
}

impl Opened {
    pub fn read(path: &Path) -> Self {
        let source = read(&SourceFile { name: path.to_string_lossy().into(), path: path.to_path_buf() });
        assert_eq!(source.problem, None);
        Self { words: ReviewWords::load(&DataDir::embedded()).unwrap(), sheets: source.sheets }
    }

    fn words_of(&self, sheet: usize) -> &SheetWords {
        [&self.words.decisions, &self.words.systems][sheet]
    }

    /// Row and columns of the header of a sheet.
    fn header(&self, sheet: usize) -> (u32, BTreeMap<ReviewColumn, u32>) {
        let columns = |row: &tachtig::sources::Row| -> BTreeMap<ReviewColumn, u32> {
            let column = |value: &Value| self.words.column(self.words_of(sheet), value.text()?);
            row.cells.iter().filter_map(|(at, value)| Some((column(value)?, *at))).collect()
        };
        let found = self.sheets[sheet].rows.iter().map(|row| (row.index, columns(row)));
        found.into_iter().find(|(_, columns)| columns.contains_key(&ReviewColumn::Case)).expect("a header")
    }

    /// The rows of groups, by number.
    pub fn rows(&self) -> Vec<u32> {
        let header = self.header(0).0;
        self.sheets[0].rows.iter().map(|row| row.index).filter(|row| *row > header).collect()
    }

    pub fn first_texts(&self) -> Vec<String> {
        self.sheets[0].rows[..2].iter().map(|row| row.cells[0].1.shown()).collect()
    }

    pub fn get(&self, row: u32, column: ReviewColumn) -> String {
        let at = self.header(0).1[&column];
        let row = self.sheets[0].rows.iter().find(|other| other.index == row);
        row.and_then(|row| row.get(at)).map(Value::shown).unwrap_or_default()
    }

    pub fn set(&mut self, row: u32, column: ReviewColumn, text: &str) {
        let at = self.header(0).1[&column];
        self.put(0, row, at, text);
    }

    /// Reviewer and date, at the top of the sheet.
    pub fn sign(&mut self, who: &str, date: &str) {
        for (column, text) in [(ReviewColumn::Who, who), (ReviewColumn::Date, date)] {
            let label = self.words.header(column, Lang::Nl).to_owned();
            let row = self.sheets[0].rows.iter().find(|row| row.cells[0].1.text() == Some(&label)).expect("a label").index;
            self.put(0, row, 1, text);
        }
    }

    /// A copy of a row at the end.
    pub fn copy(&mut self, row: u32) -> u32 {
        let mut copy = self.sheets[0].rows.iter().find(|other| other.index == row).expect("the row").clone();
        copy.index = self.sheets[0].rows.last().map_or(0, |last| last.index) + 1;
        let at = copy.index;
        self.sheets[0].rows.push(copy);
        at
    }

    pub fn put(&mut self, sheet: usize, row: u32, column: u32, text: &str) {
        let row = self.sheets[sheet].rows.iter_mut().find(|other| other.index == row).expect("the row");
        row.cells.retain(|(at, _)| *at != column);
        if !text.is_empty() {
            row.cells.push((column, Value::Text(text.into())));
            row.cells.sort_by_key(|(at, _)| *at);
        }
    }

    /// Saved by another program, with other sheets before it and the groups in another order.
    pub fn save(&self, path: &Path, format: Format) -> PathBuf {
        let header = self.header(0).0;
        let mut sheets = vec![Sheet::new("Eigen blad")];
        sheets[0].put(0, 0, Cell::text("kladblok"));
        for (position, read) in self.sheets.iter().enumerate() {
            let mut sheet = Sheet::new(&read.name);
            let last = read.rows.last().map_or(0, |row| row.index);
            for row in &read.rows {
                let at = if position == 0 && row.index > header { last - (row.index - header - 1) } else { row.index };
                for (column, value) in &row.cells {
                    sheet.put(at, u16::try_from(*column).unwrap(), cell(value));
                }
            }
            sheets.push(sheet);
        }
        std::fs::write(path, write(&Book { sheets }, format).unwrap()).unwrap();
        path.to_path_buf()
    }
}

fn cell(value: &Value) -> Cell {
    match value {
        Value::Number(number) => Cell::Number(*number),
        Value::Date(day) => Cell::Date(*day),
        other => Cell::text(other.shown()),
    }
}
