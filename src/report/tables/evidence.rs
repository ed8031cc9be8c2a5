//! `evidence.parquet`: what verdicts rest on, one row per distinct evidence. For reviews, and for who looks up what a system said.

use std::collections::BTreeMap;

use super::{Column, SystemRow, Table};
use crate::inventory::Record;
use crate::terms::{Distinguishing, Level, Month};

/// The table of all distinct evidence of a month. Texts are those of the first system with it, as typed.
#[must_use]
pub fn evidence(month: Month, rows: &[SystemRow<'_>]) -> Table {
    let month = month.to_string();
    let mut distinct: BTreeMap<&str, (&SystemRow<'_>, u64)> = BTreeMap::new();
    for row in rows {
        distinct.entry(&row.classified.verdicts.evidence_id).or_insert((row, 0)).1 += 1;
    }
    let first = || distinct.values().map(|(row, _)| *row);
    let record = || first().map(|row| &row.classified.system.record);
    let typed =
        |name: &str, description: &str, text: fn(&Record) -> Option<&str>| Column::text(name, description, record().map(text));
    let columns = vec![
        Column::text("month", "Month that is reported on, as 2026-11", distinct.iter().map(|_| Some(&*month))).always(),
        Column::text("evidence", EVIDENCE, distinct.keys().map(|id| Some(*id))).always(),
        Column::count(
            "systems",
            "Systems with this evidence, those that do not count included",
            distinct.values().map(|(_, n)| *n),
        )
        .unit("systems"),
        typed("product", "Canonical name of the application", |r| Some(&r.named.product)).always(),
        typed("vendor_canonical", "Canonical name of the maker", |r| r.named.vendor.as_deref()),
        Column::texts(
            "components",
            "GEMMA reference components, by present name",
            first().map(|row| row.components.iter().map(|component| component.name.as_str())),
        ),
        typed("description", "Description as typed", |r| r.description.as_deref()),
        typed("domain", "Domain or department as typed", |r| r.domain.as_deref()),
        typed("hosting", "Form or place of hosting as typed", |r| r.hosting.as_deref()),
        typed("hosting_party", "Who hosts it, as typed", |r| r.hosting_party.as_deref()),
        typed("contract_party", "Who holds the contract, as typed", |r| r.contract_party.as_deref()),
        typed("steered_by", "Who steers it, as typed", |r| r.steered_by.as_deref()),
        typed("operator", "Who operates it, as typed", |r| r.operator.as_deref()),
        typed("partnership", "Partnership as typed", |r| r.partnership.as_deref()),
        Column::text(
            "registered_by",
            "Partnership of which a row stands for the municipality",
            first().map(|row| row.classified.system.registered_by.as_deref()),
        ),
        typed("declared_level", "Level that the inventory declares", |r| r.level.map(Level::as_str)),
        typed("declared_distinguishing", "Distinguishing or not, as the inventory declares", |r| {
            r.distinguishing.map(Distinguishing::as_str)
        }),
        Column::flag(
            "could_name_partner",
            "Whether the inventory has a field in which a partner could have been named",
            first().map(|row| row.classified.system.could_name_partner),
        ),
    ];
    Table {
        name: "evidence",
        description: "One row per distinct evidence: what verdicts rest on, as typed at the first system",
        columns,
    }
}

/// What the same column says in the table of systems.
pub(super) const EVIDENCE: &str =
    "Name of the evidence: equal for systems with the same product, maker, components, texts and declarations, however spelt";
