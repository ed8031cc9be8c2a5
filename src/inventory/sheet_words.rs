//! What the name of a sheet says about all its rows: their status (`Uitgefaseerd`), or the domain that they are of (`Sociaal domein`).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use serde::Deserialize;

use crate::reference::DataDir;
use crate::terms::{Status, name_key, words};

const PATH: &str = "layouts/words/sheets.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetWordsFile {
    listed: Vec<String>,
    department: Vec<String>,
    before_department: Vec<String>,
    status: BTreeMap<Status, Vec<String>>,
}

/// The lists of `layouts/words/sheets.toml`, in comparable form.
#[derive(Debug)]
pub struct SheetWords {
    listed: BTreeSet<String>,
    department: BTreeSet<String>,
    before_department: BTreeSet<String>,
    status: BTreeMap<String, Status>,
}

impl SheetWords {
    pub(super) fn load(data: &DataDir) -> Result<Self> {
        let file: SheetWordsFile = data.toml(PATH)?;
        let mut status = BTreeMap::new();
        for (value, words) in &file.status {
            for word in words {
                if status.insert(name_key(word), *value).is_some_and(|other| other != *value) {
                    bail!("{PATH}: '{word}' stands for two statuses");
                }
            }
        }
        let keys = |list: &[String]| list.iter().map(|word| name_key(word)).collect::<Vec<_>>();
        Ok(Self {
            listed: keys(&file.listed).into_iter().collect(),
            department: keys(&file.department).into_iter().collect(),
            before_department: keys(&file.before_department).into_iter().collect(),
            status,
        })
    }

    /// The status of rows that have none themselves.
    #[must_use]
    pub fn status(&self, sheet: &str) -> Option<Status> {
        self.status.get(&self.bare(sheet)).copied()
    }

    /// The domain of rows that have none themselves: the sheet is called by a known one, or says that it is of one.
    #[must_use]
    pub fn domain(&self, sheet: &str) -> Option<String> {
        let (key, bare) = (name_key(sheet), self.bare(sheet));
        let is_introduced = words(&key).next().is_some_and(|first| self.before_department.contains(first)) && key.contains(' ');
        let adds = |(place, word): &(usize, &str)| {
            let key = name_key(word);
            !self.listed.contains(&key) && (*place > 0 || !is_introduced)
        };
        let named = is_introduced || self.department.contains(&key) || self.department.contains(&bare);
        let kept = sheet.split_whitespace().enumerate().filter(adds).map(|(_, word)| word);
        let text = kept.collect::<Vec<_>>().join(" ");
        (named && !text.is_empty()).then_some(text)
    }

    /// The name without words for what is listed: `Uitgefaseerde applicaties` is `uitgefaseerde`.
    fn bare(&self, sheet: &str) -> String {
        let key = name_key(sheet);
        words(&key).filter(|word| !self.listed.contains(*word)).collect::<Vec<_>>().join(" ")
    }
}
