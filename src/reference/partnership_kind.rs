//! Kinds of partnerships, and whether those of a kind are groups that figures are made for (METHOD §3, *Groups*).

use std::collections::BTreeMap;

use serde::Deserialize;

use super::DataDir;
use super::table::{Complaints, Table};

/// Whether a kind is a group of figures, by kind.
pub(super) struct PartnershipKinds(BTreeMap<String, bool>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindRow {
    kind: String,
    is_group: String,
    because: String,
}

impl PartnershipKinds {
    pub fn read(data: &DataDir, complaints: &mut Complaints) -> Self {
        let mut table = Table::new("reference/partnership_kinds.csv", complaints);
        let rows = table.rows::<KindRow>(data);
        table.unique(&rows, |row| row.kind.clone());
        for row in &rows {
            table.filled(row.line, "because", &row.value.because);
            if !["yes", "no"].contains(&row.value.is_group.as_str()) {
                table.complain(row.line, format!("is_group is '{}'; write yes or no", row.value.is_group));
            }
        }
        Self(rows.into_iter().map(|row| (row.value.kind, row.value.is_group == "yes")).collect())
    }

    /// Whether partnerships of a kind are groups; absent for a kind that is not in the table.
    pub fn is_group(&self, kind: &str) -> Option<bool> {
        self.0.get(kind).copied()
    }
}
