//! Which provision for all could be used in the place of which system (R16): by reference component, and by words where the
//! component is wider than what the provision does.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::DataDir;
use super::table::{Complaints, Table};
use crate::terms::{Certainty, name_key, words};

/// What a provision can take the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InPlaceOf {
    /// The `gemma_id` of the reference component.
    pub component: String,
    /// Beginnings of words in comparable form, of which one must stand in name or description; none asks for nothing.
    pub words: Vec<String>,
    /// How sure it is that a municipality could do without its own.
    pub certainty: Certainty,
    pub because: String,
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InPlaceOfRow {
    provision_id: String,
    gemma_id: String,
    #[serde(rename = "component")]
    _component: String,
    words: String,
    certainty: Certainty,
    because: String,
    source: String,
}

impl InPlaceOf {
    /// Whether a system of the component does what the provision does, by its name and description in comparable form.
    #[must_use]
    pub fn fits(&self, text: &str) -> bool {
        self.words.is_empty() || words(text).any(|word| self.words.iter().any(|beginning| word.starts_with(beginning.as_str())))
    }
}

/// All entries with the identifier of their provision, in the order of the table.
pub(super) fn read(
    data: &DataDir,
    components: &BTreeSet<String>,
    is_possible: impl Fn(&str) -> Result<(), String>,
    complaints: &mut Complaints,
) -> Vec<(String, InPlaceOf)> {
    let mut table = Table::new("catalogue/in_place_of.csv", complaints);
    let rows = table.rows::<InPlaceOfRow>(data);
    table.unique(&rows, |row| format!("{} for {}", row.provision_id, row.gemma_id));
    let mut entries = Vec::new();
    for row in rows {
        let (line, row) = (row.line, row.value);
        table.filled(line, "because", &row.because);
        table.filled(line, "source", &row.source);
        if !components.contains(&row.gemma_id) {
            table.complain(line, format!("'{}' is no reference component", row.gemma_id));
        }
        table.expect(line, is_possible(&row.provision_id));
        let words = row.words.split(';').map(name_key).filter(|word| !word.is_empty()).collect();
        let InPlaceOfRow { gemma_id: component, certainty, because, source, .. } = row;
        entries.push((row.provision_id, InPlaceOf { component, words, certainty, because, source }));
    }
    entries
}
