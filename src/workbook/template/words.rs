//! The words of the template, read from `data/layouts/words/template.toml`.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde::Deserialize;

use crate::inventory::{Field, InBoth};
use crate::reference::DataDir;

const PATH: &str = "layouts/words/template.toml";

/// Sheets, columns, choices and the example row.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateWords {
    /// In the order in which they stand.
    pub columns: Vec<Field>,
    /// Columns that must be filled in.
    pub needed: Vec<Field>,
    /// Columns that help most.
    pub wanted: Vec<Field>,
    pub inventory: InventoryWords,
    pub explanation: ExplanationWords,
    pub lists: ListWords,
    pub refusal: RefusalWords,
    /// What can be chosen, for the fields whose values are words of ours.
    pub choices: BTreeMap<Field, InBoth<Vec<String>>>,
    pub example: BTreeMap<Field, InBoth>,
}

/// The sheet that is filled in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InventoryWords {
    pub sheet: InBoth,
}

/// The sheet that explains.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExplanationWords {
    pub sheet: InBoth,
    /// Its first text, by which it is told from an inventory.
    pub mark: InBoth,
    pub lines: InBoth<Vec<String>>,
    pub column: InBoth,
    pub meaning: InBoth,
    #[serde(rename = "use")]
    pub need: InBoth,
    pub form: InBoth,
    pub needed: InBoth,
    pub wanted: InBoth,
    pub optional: InBoth,
    /// With `{count}` for the number of choices.
    pub choice: InBoth,
    pub text: InBoth,
    pub amount: InBoth,
    pub number: InBoth,
    pub day: InBoth,
}

/// The sheet with the lists to choose from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListWords {
    pub sheet: InBoth,
    /// Its first text, by which it is told from an inventory.
    pub mark: InBoth,
}

/// What is said when a value does not fit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalWords {
    pub title: InBoth,
    pub choice: InBoth,
    pub amount: InBoth,
    pub number: InBoth,
    pub day: InBoth,
}

impl TemplateWords {
    /// Reads the words.
    ///
    /// # Errors
    /// When the file is invalid, or gives no column for the name of the application.
    pub fn load(data: &DataDir) -> Result<Self> {
        let words: Self = data.toml(PATH)?;
        if !words.columns.contains(&Field::Name) {
            bail!("{PATH}: there is no column 'name'");
        }
        Ok(words)
    }
}
