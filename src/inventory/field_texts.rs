//! What fields are called and what they are good for, in Dutch and English: data for messages and the template.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde::Deserialize;

use super::Field;
use crate::reference::DataDir;
use crate::terms::Lang;

const PATH: &str = "layouts/words/fields.toml";

/// A value in both languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InBoth<T = String> {
    nl: T,
    en: T,
}

impl<T> InBoth<T> {
    #[must_use]
    pub const fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

/// The texts of one field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldText {
    /// What its column is called in the template; a word that the generic layout knows.
    pub header: InBoth,
    /// What belongs in it.
    pub explain: InBoth,
    /// What is missed without the column, where that is worth telling.
    pub without: Option<InBoth>,
}

/// The texts of all fields.
#[derive(Debug)]
pub struct FieldTexts {
    by_field: BTreeMap<Field, FieldText>,
}

impl FieldTexts {
    pub(super) fn load(data: &DataDir) -> Result<Self> {
        let by_field: BTreeMap<Field, FieldText> = data.toml(PATH)?;
        match Field::ALL.into_iter().find(|field| !by_field.contains_key(field)) {
            Some(field) => bail!("{PATH}: '{}' has no texts", field.as_str()),
            None => Ok(Self { by_field }),
        }
    }

    #[must_use]
    pub fn get(&self, field: Field) -> &FieldText {
        // Loading refuses a file in which a field is missing.
        &self.by_field[&field]
    }

    /// What a column of this field is called.
    #[must_use]
    pub fn header(&self, field: Field, lang: Lang) -> &str {
        self.get(field).header.get(lang)
    }

    /// What is missed without a column of this field, where that is worth telling.
    #[must_use]
    pub fn without(&self, field: Field, lang: Lang) -> Option<&str> {
        self.get(field).without.as_ref().map(|text| text.get(lang).as_str())
    }
}
