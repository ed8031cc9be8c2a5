//! Layouts are data: how a sheet of one kind is recognised, and which header words mean which field.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::connection::ConnectionWords;
use super::correction::Corrections;
use super::header::{Dictionary, HeaderWords, Line, Meaning};
use super::kinds::Kinds;
use super::organisation::OrganisationWords;
use super::portfolio::PortfolioWords;
use super::sheet_words::SheetWords;
use super::submission::Marks;
use super::words::Words;
use super::{Field, FieldTexts};
use crate::reference::DataDir;
use crate::terms::{Lang, Nearest, Status, name_key};

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
    /// Headers that look like one of a field and are not.
    #[serde(default)]
    other: Vec<String>,
    #[serde(default)]
    status_begins: BTreeMap<Status, Vec<String>>,
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
    title_nl: Option<String>,
    /// Header keys that must all be there; of keys in one group, any.
    required_headers: Vec<Vec<String>>,
    /// How many different fields a header row must have, the name among them.
    pub minimum_fields: usize,
    /// True when rows of organisations other than municipalities are expected.
    pub any_organisation: bool,
    /// True when cells repeat other cells by formula, so that a 0 stands for an empty one.
    pub zero_is_empty: bool,
    /// How statuses begin in this kind of sheet, beside the words that hold for all; longest first.
    status_begins: Vec<(String, Status)>,
    pub holds: Holds,
    /// True when a program wrote the file, so that a row with more cells than the header is one whose cells have moved.
    pub fixed_columns: bool,
    /// What stands before the header of a column that repeats a column of ids in readable form.
    pub twin_prefix: Option<Box<str>>,
    /// Columns, by key, that hold the day on which a phase of use begins.
    pub status_from: BTreeMap<String, Status>,
    rank: u32,
    /// What each header word means, and its place in the list that has it.
    words: BTreeMap<String, (Meaning, usize)>,
    /// The same, for looking up a header as people write it.
    pub dictionary: Dictionary,
    nearest: Nearest,
}

/// How much further away than a layout's own words are those of the layout that it extends.
const BEHIND_OWN_WORDS: usize = 1000;

impl Layout {
    /// Reads a layout. One that extends another knows that one's words too, unless it gives them another meaning.
    fn parse(path: &str, source: &str, known: &[Self], header_words: &HeaderWords) -> Result<Self> {
        let file: LayoutFile = toml::from_str(source).with_context(|| format!("in {path}"))?;
        if format!("layouts/{}.toml", file.id) != path {
            bail!("{path}: the id is '{}', which is not the name of the file", file.id);
        }
        if file.source.trim().is_empty() || crate::terms::parse_date(&file.date).is_none() {
            bail!("{path}: a layout names its source and a date such as 2026-11-23");
        }
        let own = own_words(path, &file)?;
        let mut words = match &file.extends {
            None => BTreeMap::new(),
            Some(base) => match known.iter().find(|layout| *layout.id == **base) {
                Some(base) => {
                    base.words.iter().map(|(word, (meaning, place))| (word.clone(), (*meaning, place + BEHIND_OWN_WORDS))).collect()
                }
                None => bail!("{path}: it extends '{base}', which is no layout that extends nothing"),
            },
        };
        words.extend(own);
        if !words.values().any(|(meaning, _)| *meaning == Meaning::Field(Field::Name)) {
            bail!("{path}: no header is given for the field 'name'");
        }
        Ok(Self {
            id: file.id.into(),
            title: file.title,
            title_nl: file.title_nl,
            required_headers: file.required_headers.iter().map(|group| group.split(" | ").map(name_key).collect()).collect(),
            minimum_fields: file.minimum_fields,
            any_organisation: file.any_organisation,
            zero_is_empty: file.zero_is_empty,
            status_begins: status_begins(&file.status_begins),
            holds: file.holds,
            fixed_columns: file.fixed_columns,
            twin_prefix: file.twin_prefix,
            status_from: file
                .status_from
                .into_iter()
                .flat_map(|(status, headers)| headers.into_iter().map(move |header| (name_key(&header), status)))
                .collect(),
            rank: file.rank,
            dictionary: Dictionary::of(&words, header_words),
            nearest: Nearest::new(words.iter().filter_map(|(word, (meaning, _))| named(word, *meaning)).collect(), LIKE_ENOUGH),
            words,
        })
    }

    /// What it is, for people, in a language as far as the layout says it in that language.
    #[must_use]
    pub fn title_in(&self, lang: Lang) -> &str {
        self.title_nl.as_deref().filter(|_| lang == Lang::Nl).unwrap_or(&self.title)
    }

    /// The status that a text begins with, by the words of this layout. The letter of a choice (`c)`) may stand before it.
    #[must_use]
    pub fn status(&self, text: &str) -> Option<Status> {
        let key = name_key(text);
        let behind_letter = key.split_once(' ').filter(|(letter, _)| letter.len() == 1).map_or(key.as_str(), |(_, rest)| rest);
        let begins = |word: &str| behind_letter.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        self.status_begins.iter().find(|(word, _)| begins(word)).map(|(_, status)| *status)
    }

    /// Whether it asks for headers that only its own kind of sheet has.
    #[must_use]
    pub fn is_particular(&self) -> bool {
        !self.required_headers.is_empty()
    }

    /// Whether a line holds all headers that this layout asks for.
    #[must_use]
    pub fn has_required(&self, line: &Line) -> bool {
        let stands = |key: &String| line.cells.iter().any(|cell| cell.reading.forms.iter().any(|form| form.key == *key));
        self.required_headers.iter().all(|group| group.iter().any(stands))
    }

    /// Whether a line is worth a closer look: enough of its cells hold a word that occurs in header words.
    #[must_use]
    pub fn may_head(&self, line: &Line) -> bool {
        let speaks =
            |cell: &&super::header::Heading| cell.reading.forms.last().is_some_and(|form| self.dictionary.speaks(&form.key));
        self.has_required(line) && line.cells.iter().filter(speaks).count() >= self.minimum_fields.min(2)
    }

    /// The field whose header words look most like an unknown one, when they look much like it.
    #[must_use]
    pub fn nearest(&self, header: &str) -> Option<&str> {
        self.nearest.to(&name_key(header))
    }
}

fn status_begins(lists: &BTreeMap<Status, Vec<String>>) -> Vec<(String, Status)> {
    let mut begins: Vec<(String, Status)> =
        lists.iter().flat_map(|(status, words)| words.iter().map(|word| (name_key(word), *status))).collect();
    begins.sort_by(|a, b| (b.0.len(), &a.0).cmp(&(a.0.len(), &b.0)));
    begins
}

/// A header word of a field with that field's name.
fn named(word: &str, meaning: Meaning) -> Option<(String, String)> {
    if let Meaning::Field(field) = meaning { Some((word.to_owned(), field.as_str().to_owned())) } else { None }
}

/// Header words by comparable form, with their place in the list; one word can't mean two fields. What is never read gives way.
fn own_words(path: &str, file: &LayoutFile) -> Result<BTreeMap<String, (Meaning, usize)>> {
    let mut words = BTreeMap::new();
    for (headers, meaning) in [(&file.never_read, Meaning::NeverRead), (&file.other, Meaning::Other)] {
        words.extend(headers.iter().enumerate().map(|(place, header)| (name_key(header), (meaning, place))));
    }
    let mut fields = BTreeMap::new();
    for (field, headers) in &file.fields {
        for (place, header) in headers.iter().enumerate() {
            let key = name_key(header);
            if let Some(other) = fields.insert(key.clone(), *field).filter(|other| other != field) {
                bail!("{path}: '{header}' is listed for both {} and {}", field.as_str(), other.as_str());
            }
            words.insert(key, (Meaning::Field(*field), place));
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
    /// What may stand in a header beside the words of a layout.
    pub header_words: HeaderWords,
    /// Sheets and files that are no inventory.
    pub kinds: Kinds,
    /// What the name of a sheet says about its rows.
    pub sheet_words: SheetWords,
    /// What tells an organisation from a person.
    pub organisations: OrganisationWords,
    pub connections: ConnectionWords,
    pub portfolio: PortfolioWords,
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
        let header_words = HeaderWords::load(data)?;
        for path in data.list("layouts", ".toml").filter(|path| path.matches('/').count() == 1) {
            texts.push((path, data.text(path)?));
        }
        // Those that stand on their own come first, for the others to build on.
        texts.sort_by_key(|(path, text)| (text.lines().any(|line| line.starts_with("extends")), *path));
        for (path, text) in texts {
            layouts.push(Layout::parse(path, text, &layouts, &header_words)?);
        }
        if layouts.is_empty() {
            bail!("{}/layouts holds no layout", data.name());
        }
        layouts.sort_by(|a, b| (a.rank, &a.id).cmp(&(b.rank, &b.id)));
        let corrections = Corrections::load(data, |id| layouts.iter().any(|layout| *layout.id == *id))?;
        Ok(Self {
            layouts,
            words: Words::load(data)?,
            fields: FieldTexts::load(data)?,
            marks: Marks::load(data)?,
            corrections,
            header_words,
            kinds: Kinds::load(data)?,
            sheet_words: SheetWords::load(data)?,
            organisations: OrganisationWords::load(data)?,
            connections: ConnectionWords::load(data)?,
            portfolio: PortfolioWords::load(data)?,
        })
    }
}
