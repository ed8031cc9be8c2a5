//! Layouts are data: how a sheet of one kind is recognised, and which header words mean which field.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::Field;
use super::words::Words;
use crate::reference::DataDir;
use crate::terms::name_key;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LayoutFile {
    id: String,
    title: String,
    source: String,
    date: String,
    rank: u32,
    #[serde(default)]
    required_headers: Vec<String>,
    minimum_fields: usize,
    #[serde(default)]
    any_organisation: bool,
    fields: BTreeMap<Field, Vec<String>>,
    #[serde(default)]
    never_read: Vec<String>,
}

/// One kind of sheet.
#[derive(Debug)]
pub struct Layout {
    pub id: Arc<str>,
    /// What it is, for people.
    pub title: String,
    /// Header keys that must all be there.
    pub required_headers: Vec<String>,
    /// How many different fields a header row must have, the name among them.
    pub minimum_fields: usize,
    /// True when rows of organisations other than municipalities are expected.
    pub any_organisation: bool,
    rank: u32,
    words: BTreeMap<String, Field>,
    never_read: Vec<String>,
}

/// What a header means under a layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Field(Field),
    /// Known, and left unread on purpose: personal data and the like.
    NeverRead,
    Unknown,
}

impl Layout {
    fn parse(path: &str, source: &str) -> Result<Self> {
        let file: LayoutFile = toml::from_str(source).with_context(|| format!("in {path}"))?;
        if format!("layouts/{}.toml", file.id) != path {
            bail!("{path}: the id is '{}', which is not the name of the file", file.id);
        }
        if file.source.trim().is_empty() || crate::terms::parse_date(&file.date).is_none() {
            bail!("{path}: a layout names its source and a date such as 2026-11-23");
        }
        let mut words = BTreeMap::new();
        for (field, headers) in &file.fields {
            for header in headers {
                if let Some(other) = words.insert(name_key(header), *field).filter(|other| other != field) {
                    bail!("{path}: '{header}' is listed for both {} and {}", field.as_str(), other.as_str());
                }
            }
        }
        if !file.fields.contains_key(&Field::Name) {
            bail!("{path}: no header is given for the field 'name'");
        }
        Ok(Self {
            id: file.id.into(),
            title: file.title,
            required_headers: file.required_headers.iter().map(|header| name_key(header)).collect(),
            minimum_fields: file.minimum_fields,
            any_organisation: file.any_organisation,
            rank: file.rank,
            words,
            never_read: file.never_read.iter().map(|header| name_key(header)).collect(),
        })
    }

    /// What a header means; an addition in brackets at its end may be left out.
    #[must_use]
    pub fn meaning(&self, header: &str) -> Meaning {
        let bare = header.split('(').next().unwrap_or(header);
        for key in [name_key(header), name_key(bare)] {
            if let Some(field) = self.words.get(&key) {
                return Meaning::Field(*field);
            }
            if self.never_read.contains(&key) {
                return Meaning::NeverRead;
            }
        }
        Meaning::Unknown
    }

    /// The known header that looks most like an unknown one, when it looks much like it.
    #[must_use]
    pub fn nearest(&self, header: &str) -> Option<Field> {
        let key = name_key(header);
        let likeness = |word: &str| strsim::normalized_damerau_levenshtein(word, &key);
        let best = self.words.iter().max_by(|a, b| likeness(a.0).total_cmp(&likeness(b.0)))?;
        (likeness(best.0) >= 0.75).then_some(*best.1)
    }
}

/// All layouts, in the order in which they are tried, and the words that values are written in.
#[derive(Debug)]
pub struct Layouts {
    pub layouts: Vec<Layout>,
    pub words: Words,
}

impl Layouts {
    /// Reads `data/layouts/`.
    ///
    /// # Errors
    /// When a layout or the word list is invalid; names the file and the place.
    pub fn load(data: &DataDir) -> Result<Self> {
        let mut layouts = Vec::new();
        for path in data.list("layouts", ".toml").filter(|path| path.matches('/').count() == 1) {
            layouts.push(Layout::parse(path, data.text(path)?)?);
        }
        if layouts.is_empty() {
            bail!("{}/layouts holds no layout", data.name());
        }
        layouts.sort_by(|a, b| (a.rank, &a.id).cmp(&(b.rank, &b.id)));
        Ok(Self { layouts, words: Words::load(data)? })
    }
}
