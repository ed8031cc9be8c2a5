//! Sheets that are no inventory: lists of requirements, prices, people, choices. Recognised by their words, so that none is half read.
//!
//! The words are data (`layouts/words/not-inventories.toml`). What a sheet is called for people stands with the texts of problems.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use serde::Deserialize;

use super::Field;
use super::header::{Header, Line, Reading};
use crate::reference::DataDir;
use crate::sources::Row;
use crate::terms::{name_key, words};

const PATH: &str = "layouts/words/not-inventories.toml";
/// A name of more words than this is a sentence.
const WORDS_OF_A_NAME: usize = 8;
/// How many names are looked at.
const NAMES_LOOKED_AT: usize = 200;
/// A header whose name word says that it lists applications is worth this much as evidence of an inventory.
const SAYS_APPLICATION: usize = 2;

/// With so much evidence it is an inventory, however many columns of another kind it has.
const BEYOND_DOUBT: usize = 4;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindsFile {
    inventory: InventorySigns,
    kind: Vec<KindRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct InventorySigns {
    name_words: Vec<String>,
    fields: Vec<Field>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindRow {
    id: String,
    why: String,
    source: String,
    #[serde(default)]
    headers: Vec<String>,
    #[serde(default = "two")]
    at_least: usize,
    #[serde(default)]
    sheet_names: Vec<String>,
    #[serde(default = "two")]
    name_outweighs: usize,
    #[serde(default)]
    cells_begin: Vec<String>,
    #[serde(default)]
    names_are_sentences: bool,
}

const fn two() -> usize {
    2
}

/// What is known of sheets that are no inventory.
#[derive(Debug)]
pub struct Kinds {
    name_words: BTreeSet<String>,
    fields: BTreeSet<Field>,
    all: Vec<Kind>,
}

/// One kind of sheet that is no inventory.
#[derive(Debug)]
pub struct Kind {
    pub id: String,
    /// Header words that are typical for it.
    headers: BTreeSet<String>,
    /// So many of them must be there, and more than what speaks for an inventory.
    at_least: usize,
    /// Words in the name of the sheet that say it.
    sheet_names: Vec<String>,
    /// The sheet's name decides unless so much speaks for an inventory.
    name_outweighs: usize,
    /// How cells begin that only this kind has.
    cells_begin: Vec<String>,
    /// Whether a list of sentences is one.
    names_are_sentences: bool,
}

impl Kinds {
    pub(super) fn load(data: &DataDir) -> Result<Self> {
        let file: KindsFile = data.toml(PATH)?;
        let without_ground = file.kind.iter().find(|kind| kind.why.trim().is_empty() || kind.source.trim().is_empty());
        if let Some(kind) = without_ground {
            bail!("{PATH}: '{}' says why it is no inventory, and names its source", kind.id);
        }
        Ok(Self {
            name_words: file.inventory.name_words.iter().map(|word| name_key(word)).collect(),
            fields: file.inventory.fields.into_iter().collect(),
            all: file.kind.into_iter().map(KindRow::into_kind).collect(),
        })
    }

    /// The kinds, for tests that every one has a name for people.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|kind| kind.id.as_str())
    }

    /// What a sheet with a header that fits a layout is after all, when more speaks for that than for an inventory.
    #[must_use]
    pub fn instead(&self, sheet: &str, lines: &[Line], header: &Header, rows: &[Row]) -> Option<&Kind> {
        let heading = &lines[header.last + 1 - header.lines..=header.last];
        let name = header.columns.get(&Field::Name).copied().unwrap_or_default();
        let text = heading.iter().rev().find_map(|line| line.at(name));
        let says_application =
            text.is_some_and(|heading| heading.reading.forms.iter().any(|form| self.name_words.contains(&form.key)));
        let signs = header.columns.keys().filter(|field| self.fields.contains(field)).count();
        let evidence = signs + if says_application { SAYS_APPLICATION } else { 0 };
        let by_headers = |kind: &&Kind| {
            let hits = kind.hits(heading);
            hits >= kind.at_least && hits > evidence && evidence < BEYOND_DOUBT
        };
        let by_name = |kind: &&Kind| kind.is_named(sheet) && evidence < kind.name_outweighs;
        let by_cells = |kind: &&Kind| kind.has_cells(lines);
        let sentences = || {
            let are_sentences = evidence < SAYS_APPLICATION && are_sentences(&rows[header.last + 1..], name);
            self.all.iter().find(|kind| kind.names_are_sentences && are_sentences)
        };
        let most = self.all.iter().rev().filter(by_headers).max_by_key(|kind| kind.hits(heading));
        self.all.iter().find(by_cells).or_else(|| self.all.iter().find(by_name)).or(most).or_else(sentences)
    }

    /// What a sheet is that no layout has a header in, as far as its words say.
    #[must_use]
    pub fn of_sheet(&self, sheet: &str, lines: &[Line]) -> Option<&Kind> {
        let one = |line: &Line, kind: &Kind| kind.hits(std::slice::from_ref(line)) >= kind.at_least;
        let by_headers = || self.all.iter().find(|kind| lines.iter().any(|line| one(line, kind)));
        let by_name = || self.all.iter().find(|kind| kind.is_named(sheet));
        self.all.iter().find(|kind| kind.has_cells(lines)).or_else(by_name).or_else(by_headers)
    }
}

impl KindRow {
    fn into_kind(self) -> Kind {
        let keys = |list: &[String]| list.iter().map(|word| name_key(word)).collect::<Vec<_>>();
        Kind {
            headers: keys(&self.headers).into_iter().collect(),
            at_least: self.at_least,
            sheet_names: keys(&self.sheet_names),
            name_outweighs: self.name_outweighs,
            cells_begin: keys(&self.cells_begin),
            names_are_sentences: self.names_are_sentences,
            id: self.id,
        }
    }
}

impl Kind {
    fn hits(&self, heading: &[Line]) -> usize {
        let typical = |reading: &Reading| reading.forms.iter().any(|form| self.headers.contains(&form.key));
        heading.iter().flat_map(|line| &line.cells).filter(|cell| typical(&cell.reading)).count()
    }

    fn is_named(&self, sheet: &str) -> bool {
        let key = format!(" {} ", name_key(sheet));
        self.sheet_names.iter().any(|name| key.contains(&format!(" {name} ")))
    }

    fn has_cells(&self, lines: &[Line]) -> bool {
        let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
        let begins = |key: &str| self.cells_begin.iter().any(|begin| key.strip_prefix(begin.as_str()).is_some_and(ends));
        !self.cells_begin.is_empty() && lines.iter().flat_map(|line| &line.cells).any(|cell| begins(cell.reading.key()))
    }
}

/// Whether most names are sentences.
fn are_sentences(rows: &[Row], name: u32) -> bool {
    let names: Vec<&str> = rows.iter().filter_map(|row| row.get(name)?.text()).take(NAMES_LOOKED_AT).collect();
    let sentences = names.iter().filter(|text| words(&name_key(text)).count() > WORDS_OF_A_NAME).count();
    names.len() > 2 && 2 * sentences > names.len()
}
