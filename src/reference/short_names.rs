//! Short names of partnerships, which name them for their members only: `BWB` is one body in West-Brabant and another in West Betuwe.

use std::sync::Arc;

use serde::Deserialize;

use super::DataDir;
use super::table::{Complaints, Table};
use crate::terms::name_key;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShortNameRow {
    partnership_id: String,
    short_name: String,
    because: String,
}

#[derive(Debug, Clone)]
struct ShortName {
    /// Between spaces, in comparable form.
    key: String,
    /// As written, in lower case, when it holds a sign that the key has not (`duo+`).
    sign: Option<String>,
    partnership: Arc<str>,
}

/// All short names, in the order of the table.
#[derive(Debug, Clone, Default)]
pub struct ShortNames {
    all: Vec<ShortName>,
}

impl ShortNames {
    pub fn read(data: &DataDir, is_partnership: impl Fn(&str) -> bool, complaints: &mut Complaints) -> Self {
        let mut table = Table::new("reference/partnership_short_names.csv", complaints);
        let rows = table.rows::<ShortNameRow>(data);
        table.unique(&rows, |row| format!("{} {}", row.partnership_id, name_key(&row.short_name)));
        let mut all = Vec::new();
        for row in rows {
            let (line, row) = (row.line, row.value);
            table.filled(line, "because", &row.because);
            if !is_partnership(&row.partnership_id) {
                table.complain(line, format!("'{}' is no partnership", row.partnership_id));
            }
            let key = name_key(&row.short_name);
            let sign = row.short_name.to_lowercase();
            let sign = sign.contains('+').then_some(sign);
            all.push(ShortName { key: format!(" {key} "), sign, partnership: row.partnership_id.into() });
        }
        Self { all }
    }

    /// The partnerships of which a short name stands in a text as whole words.
    pub fn standing_in(&self, text: &str) -> impl Iterator<Item = &Arc<str>> {
        let (key, lower) = (format!(" {} ", name_key(text)), text.to_lowercase());
        let stands = move |short: &&ShortName| {
            key.contains(&short.key) && short.sign.as_ref().is_none_or(|sign| lower.contains(sign.as_str()))
        };
        self.all.iter().filter(stands).map(|short| &short.partnership)
    }
}
