//! Layouts are data: how a sheet of one kind is recognised, and which header words mean which field.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::Field;
use super::connection::ConnectionWords;
use super::portfolio::PortfolioWords;
use super::words::Words;
use crate::reference::DataDir;
use crate::terms::{Lookup, Nearest, Status, name_key};

/// A header less like a known one than this is no misspelling of it.
const LIKE_ENOUGH: f64 = 0.9;

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
    #[serde(default)]
    zero_is_empty: bool,
    #[serde(default)]
    holds: Holds,
    #[serde(default)]
    fixed_columns: bool,
    twin_prefix: Option<Box<str>>,
    #[serde(default)]
    status_from: BTreeMap<Status, Vec<String>>,
    extends: Option<String>,
    fields: BTreeMap<Field, Vec<String>>,
    #[serde(default)]
    never_read: Vec<String>,
}

/// What the rows of a sheet are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// Uses of applications.
    #[default]
    Systems,
    /// Connections between applications, or with a facility outside.
    Connections,
    /// What is on offer, who there is, which standards there are: no use by anybody.
    NoUse,
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
    /// True when cells repeat other cells by formula, so that a 0 stands for an empty one.
    pub zero_is_empty: bool,
    pub holds: Holds,
    /// True when a program wrote the file, so that a row with more cells than the header is one whose cells have moved.
    pub fixed_columns: bool,
    /// What stands before the header of a column that repeats a column of ids in readable form.
    pub twin_prefix: Option<Box<str>>,
    /// Columns, by key, that hold the day on which a phase of use begins.
    pub status_from: BTreeMap<String, Status>,
    rank: u32,
    words: BTreeMap<String, Field>,
    never_read: Vec<String>,
    /// What each known key means; only looked up.
    meanings: Lookup<String, Meaning>,
    nearest: Nearest,
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
    /// Reads a layout. One that extends another knows that one's words too, unless it gives them another meaning.
    fn parse(path: &str, source: &str, known: &[Self]) -> Result<Self> {
        let file: LayoutFile = toml::from_str(source).with_context(|| format!("in {path}"))?;
        if format!("layouts/{}.toml", file.id) != path {
            bail!("{path}: the id is '{}', which is not the name of the file", file.id);
        }
        if file.source.trim().is_empty() || crate::terms::parse_date(&file.date).is_none() {
            bail!("{path}: a layout names its source and a date such as 2026-11-23");
        }
        let own = own_words(path, &file.fields)?;
        let (mut words, mut never_read) = match &file.extends {
            None => (BTreeMap::new(), Vec::new()),
            Some(base) => match known.iter().find(|layout| *layout.id == **base) {
                Some(base) => (base.words.clone(), base.never_read.clone()),
                None => bail!("{path}: it extends '{base}', which is no layout that extends nothing"),
            },
        };
        words.extend(own);
        never_read.extend(file.never_read.iter().map(|header| name_key(header)));
        if !words.values().any(|field| *field == Field::Name) {
            bail!("{path}: no header is given for the field 'name'");
        }
        Ok(Self {
            id: file.id.into(),
            title: file.title,
            required_headers: file.required_headers.iter().map(|header| name_key(header)).collect(),
            minimum_fields: file.minimum_fields,
            any_organisation: file.any_organisation,
            zero_is_empty: file.zero_is_empty,
            holds: file.holds,
            fixed_columns: file.fixed_columns,
            twin_prefix: file.twin_prefix,
            status_from: file
                .status_from
                .into_iter()
                .flat_map(|(status, headers)| headers.into_iter().map(move |header| (name_key(&header), status)))
                .collect(),
            rank: file.rank,
            meanings: meanings(&words, &never_read),
            nearest: Nearest::new(
                words.iter().map(|(word, field)| (word.clone(), field.as_str().to_owned())).collect(),
                LIKE_ENOUGH,
            ),
            words,
            never_read,
        })
    }

    /// What a header means by its key.
    #[must_use]
    pub fn meaning(&self, key: &str) -> Meaning {
        self.meanings.get(key).copied().unwrap_or(Meaning::Unknown)
    }

    /// The field whose header words look most like an unknown one, when they look much like it.
    #[must_use]
    pub fn nearest(&self, header: &str) -> Option<&str> {
        self.nearest.to(&name_key(header))
    }
}

fn meanings(words: &BTreeMap<String, Field>, never_read: &[String]) -> Lookup<String, Meaning> {
    let unread = never_read.iter().map(|key| (key.clone(), Meaning::NeverRead));
    unread.chain(words.iter().map(|(key, field)| (key.clone(), Meaning::Field(*field)))).collect()
}

/// Header words by comparable form; one word can't mean two fields.
fn own_words(path: &str, fields: &BTreeMap<Field, Vec<String>>) -> Result<BTreeMap<String, Field>> {
    let mut words = BTreeMap::new();
    for (field, headers) in fields {
        for header in headers {
            if let Some(other) = words.insert(name_key(header), *field).filter(|other| other != field) {
                bail!("{path}: '{header}' is listed for both {} and {}", field.as_str(), other.as_str());
            }
        }
    }
    Ok(words)
}

/// All layouts, in the order in which they are tried, and the words that values are written in.
#[derive(Debug)]
pub struct Layouts {
    pub layouts: Vec<Layout>,
    pub words: Words,
    pub connections: ConnectionWords,
    pub portfolio: PortfolioWords,
}

impl Layouts {
    /// Reads `data/layouts/`.
    ///
    /// # Errors
    /// When a layout or the word list is invalid; names the file and the place.
    pub fn load(data: &DataDir) -> Result<Self> {
        let mut layouts: Vec<Layout> = Vec::new();
        let mut texts = Vec::new();
        for path in data.list("layouts", ".toml").filter(|path| path.matches('/').count() == 1) {
            texts.push((path, data.text(path)?));
        }
        // Those that stand on their own come first, for the others to build on.
        texts.sort_by_key(|(path, text)| (text.lines().any(|line| line.starts_with("extends")), *path));
        for (path, text) in texts {
            layouts.push(Layout::parse(path, text, &layouts)?);
        }
        if layouts.is_empty() {
            bail!("{}/layouts holds no layout", data.name());
        }
        layouts.sort_by(|a, b| (a.rank, &a.id).cmp(&(b.rank, &b.id)));
        Ok(Self {
            layouts,
            words: Words::load(data)?,
            connections: ConnectionWords::load(data)?,
            portfolio: PortfolioWords::load(data)?,
        })
    }
}
