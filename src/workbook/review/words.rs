//! The words of the workbook in which systems are reviewed, read from `data/layouts/words/review.toml`.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use serde::Deserialize;

use crate::inventory::InBoth;
use crate::reference::DataDir;
use crate::terms::{Lang, name_key};

const PATH: &str = "layouts/words/review.toml";

/// The columns of its sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewColumn {
    /// The name of a group of systems with the same evidence and verdicts.
    Case,
    Product,
    Vendor,
    Components,
    Description,
    Parties,
    Systems,
    Municipalities,
    /// How many verdicts are open: systems times axes.
    Open,
    /// The share of what is open up to and including this group.
    Running,
    SaysLevel,
    Level,
    SaysDistinguishing,
    Distinguishing,
    Role,
    Scope,
    Municipality,
    SystemId,
    Because,
    Who,
    Date,
    Since,
    Until,
    Name,
    Source,
    Evidence,
    ExpectRole,
    ExpectLevel,
    ExpectDistinguishing,
}

/// A sheet with a header.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetWords {
    pub sheet: InBoth,
    /// Its first text begins with this; by it the sheet is known, whatever it is called.
    pub mark: InBoth,
    /// In the order in which they stand.
    pub columns: Vec<ReviewColumn>,
    /// Those that people fill in.
    pub filled: Vec<ReviewColumn>,
}

/// The sheet that explains.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExplanationWords {
    pub sheet: InBoth,
    pub mark: InBoth,
    pub lines: InBoth<Vec<String>>,
}

/// A published word, and what people choose.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub value: String,
    pub shown: InBoth,
}

/// What is said when a value does not fit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalWords {
    pub title: InBoth,
    pub choice: InBoth,
}

/// Sentences, with places such as `{share}`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentences {
    pub lead: InBoth,
    pub nothing: InBoth,
    pub synthetic: InBoth,
    pub unknown: InBoth,
    pub doubt: InBoth,
    pub contested: InBoth,
    pub side: InBoth,
    pub known: InBoth,
    pub proposal: InBoth,
    pub no_proposal: InBoth,
    pub same_product: InBoth,
    pub same_components: InBoth,
    pub others: InBoth,
    pub declared: InBoth,
    pub registered: InBoth,
    pub no_partner_field: InBoth,
}

/// Sheets, columns, choices and sentences.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewWords {
    pub decisions: SheetWords,
    pub systems: SheetWords,
    pub explanation: ExplanationWords,
    pub headers: BTreeMap<ReviewColumn, InBoth>,
    pub choices: BTreeMap<ReviewColumn, Vec<Choice>>,
    pub refusal: RefusalWords,
    pub sentences: Sentences,
}

impl ReviewWords {
    /// Reads the words.
    ///
    /// # Errors
    /// When the file is invalid, a column has no header, or two columns of a sheet have the same.
    pub fn load(data: &DataDir) -> Result<Self> {
        let words: Self = data.toml(PATH)?;
        for sheet in [&words.decisions, &words.systems] {
            for lang in [Lang::Nl, Lang::En] {
                let mut taken = BTreeSet::new();
                for column in &sheet.columns {
                    let Some(header) = words.headers.get(column) else { bail!("{PATH}: {column:?} has no header") };
                    if !taken.insert(name_key(header.get(lang))) {
                        bail!("{PATH}: two columns are called '{}'", header.get(lang));
                    }
                }
            }
        }
        Ok(words)
    }

    /// What a column is called.
    #[must_use]
    pub fn header(&self, column: ReviewColumn, lang: Lang) -> &str {
        self.headers.get(&column).map_or("", |header| header.get(lang))
    }

    /// The column of a sheet that a header names, in either language.
    #[must_use]
    pub fn column(&self, sheet: &SheetWords, header: &str) -> Option<ReviewColumn> {
        let key = name_key(header);
        let called = |column: &ReviewColumn| [Lang::Nl, Lang::En].iter().any(|lang| name_key(self.header(*column, *lang)) == key);
        sheet.columns.iter().copied().find(called)
    }

    /// What can be chosen in a column.
    #[must_use]
    pub fn choices(&self, column: ReviewColumn) -> &[Choice] {
        self.choices.get(&column).map_or(&[], Vec::as_slice)
    }

    /// The published word of what was chosen, in either language or as published.
    #[must_use]
    pub fn chosen(&self, column: ReviewColumn, text: &str) -> Option<&str> {
        let key = name_key(text);
        let means = |choice: &&Choice| {
            [choice.value.as_str(), choice.shown.get(Lang::Nl), choice.shown.get(Lang::En)].iter().any(|word| name_key(word) == key)
        };
        self.choices(column).iter().find(means).map(|choice| choice.value.as_str())
    }

    /// A published word as people choose it; the word itself where it can't be chosen.
    #[must_use]
    pub fn shown<'a>(&'a self, column: ReviewColumn, value: &'a str, lang: Lang) -> &'a str {
        self.choices(column).iter().find(|choice| choice.value == value).map_or(value, |choice| choice.shown.get(lang))
    }
}

impl SheetWords {
    /// Whether a sheet's first text is the mark of this one.
    #[must_use]
    pub fn marks(&self, text: &str) -> bool {
        [Lang::Nl, Lang::En].iter().any(|lang| text.trim().starts_with(self.mark.get(*lang).as_str()))
    }
}
