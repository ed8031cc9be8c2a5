//! Layouts are data: how a sheet of one kind is recognised, and which header words mean which field.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::correction::Corrections;
use super::submission::Marks;
use super::words::Words;
use super::{Field, FieldTexts};
use crate::reference::DataDir;
use crate::terms::{Lang, Lookup, Nearest, name_key};

/// A header less like a known one than this is no misspelling of it.
const LIKE_ENOUGH: f64 = 0.9;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LayoutFile {
    id: String,
    title: String,
    title_nl: Option<String>,
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
    extends: Option<String>,
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
    title_nl: Option<String>,
    /// Header keys that must all be there.
    pub required_headers: Vec<String>,
    /// How many different fields a header row must have, the name among them.
    pub minimum_fields: usize,
    /// True when rows of organisations other than municipalities are expected.
    pub any_organisation: bool,
    /// True when cells repeat other cells by formula, so that a 0 stands for an empty one.
    pub zero_is_empty: bool,
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
            title_nl: file.title_nl,
            required_headers: file.required_headers.iter().map(|header| name_key(header)).collect(),
            minimum_fields: file.minimum_fields,
            any_organisation: file.any_organisation,
            zero_is_empty: file.zero_is_empty,
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

    /// What it is, for people, in a language as far as the layout says it in that language.
    #[must_use]
    pub fn title_in(&self, lang: Lang) -> &str {
        self.title_nl.as_deref().filter(|_| lang == Lang::Nl).unwrap_or(&self.title)
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

/// How files are read: all layouts, in the order in which they are tried, the words that values and names are written in, and
/// the corrections.
#[derive(Debug)]
pub struct Layouts {
    pub layouts: Vec<Layout>,
    pub words: Words,
    /// What fields are called, for people.
    pub fields: FieldTexts,
    /// Words in names of files and sheets.
    pub marks: Marks,
    /// What people put right in what was sent.
    pub corrections: Corrections,
}

impl Layouts {
    /// The layout with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Layout> {
        self.layouts.iter().find(|layout| *layout.id == *id)
    }

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
        let corrections = Corrections::load(data, |id| layouts.iter().any(|layout| *layout.id == *id))?;
        let (words, fields, marks) = (Words::load(data)?, FieldTexts::load(data)?, Marks::load(data)?);
        Ok(Self { layouts, words, fields, marks, corrections })
    }
}
