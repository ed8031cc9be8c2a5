//! Which reference components are in the focus of a programme, and from when (R3).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::DataDir;
use super::component::Components;
use super::table::{Complaints, Row, Table};
use crate::terms::Validity;

/// All focuses, by name.
#[derive(Debug, Clone, Default)]
pub struct Focuses {
    by_name: BTreeMap<String, BTreeMap<String, Validity>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FocusRow {
    focus: String,
    gemma_id: String,
    name: String,
    because: String,
    source: String,
    since: String,
    until: String,
}

impl Focuses {
    pub(super) fn read(data: &DataDir, components: &Components, complaints: &mut Complaints) -> Self {
        let mut table = Table::new("catalogue/component_focus.csv", complaints);
        let rows = table.rows::<FocusRow>(data);
        table.unique(&rows, |row| format!("{} {}", row.focus, row.gemma_id));
        let mut focuses = Self::default();
        for Row { line, value: row } in rows {
            let validity = table.validity(line, &row.since, &row.until);
            for (column, value) in [("focus", &row.focus), ("because", &row.because), ("source", &row.source)] {
                table.filled(line, column, value);
            }
            match components.get(&row.gemma_id) {
                None => table.complain(line, format!("'{}' is no reference component", row.gemma_id)),
                Some(component) if component.name != row.name => {
                    table.complain(line, format!("is called '{}', not '{}'", component.name, row.name));
                }
                Some(_) => _ = focuses.by_name.entry(row.focus).or_default().insert(row.gemma_id, validity),
            }
        }
        focuses
    }

    /// The focuses that any component is in on a day, in order of name.
    pub fn on(&self, day: NaiveDate) -> impl Iterator<Item = &str> {
        let holds = move |components: &BTreeMap<String, Validity>| components.values().any(|validity| validity.holds_on(day));
        self.by_name.iter().filter(move |(_, components)| holds(components)).map(|(name, _)| name.as_str())
    }

    /// Whether a component is in a focus on a day.
    #[must_use]
    pub fn holds(&self, focus: &str, gemma_id: &str, day: NaiveDate) -> bool {
        self.by_name.get(focus).and_then(|components| components.get(gemma_id)).is_some_and(|validity| validity.holds_on(day))
    }
}
