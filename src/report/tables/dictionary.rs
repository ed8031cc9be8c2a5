//! The data dictionary, generated from the contracts of the tables.

use std::fmt::Write;

use anyhow::Result;

use super::{
    Contract, Kind, Table, accounts, change, component_groups, connections, coverage, estimates, former_municipalities,
    group_members, moved, problems, public_coverage, public_sensitivity, response, revisions, sensitivity, systems,
};
use crate::measure::change::Behind;
use crate::measure::{Change, Earlier, Target, movement};
use crate::report::{Revisions, Tier};
use crate::terms::{Lang, Month};

const OPENING: &str = "# Data dictionary\n\nGenerated from the schemas of the tables, which each file carries in its own metadata. \
A test fails when this page and the schemas differ; `TACHTIG_UPDATE=1 cargo test dictionary` writes it again.\n\n\
Absent values are null, never zero or empty. Shares are fractions of one. Every file's metadata holds the month, the program's \
version, the fingerprint of all definitions, and whether the input is synthetic (`tachtig.month`, `tachtig.version`, \
`tachtig.fingerprint`, `tachtig.synthetic`).\n\nEach table that is public has a copy as CSV beside it, with the same columns and \
rows; its metadata for machines is made from the same schemas ([publishing.md](publishing.md)).\n\nEach table lies in a folder under `data/` for each tier that may see it: `internal`, `shared`, `public` \
([disclosure.md](disclosure.md)).\n";

/// The page `docs/data-dictionary.md`.
///
/// # Errors
/// When a table breaks its contract.
pub fn dictionary() -> Result<String> {
    let month = Month::EXAMPLE;
    let tables = [
        systems(month, &[]),
        coverage(month, &[], Target::default()),
        public_coverage(month, Target::default(), &[], &[], &[])?,
        estimates(month, &[]),
        sensitivity(month, &[]),
        public_sensitivity(month, &[]),
        response(month, &[]),
        group_members(month, &[]),
        component_groups(month, &[]),
        former_municipalities(month, &[]),
        problems(month, &[], Lang::Nl),
        accounts(month, &[]),
        connections(month, &[], |_| None),
        moved(&movement(month, &[], &Earlier::default())),
        change(&Change {
            month,
            month_before: month,
            fingerprint_before: String::new(),
            basis: "",
            groups: Vec::new(),
            behind: Behind::default(),
        }),
        revisions(&Revisions::default()),
    ];
    let mut page = OPENING.to_owned();
    for table in &tables {
        section(&mut page, table);
    }
    Ok(page)
}

fn section(page: &mut String, table: &Table) {
    let folders: Vec<String> = table.tiers.iter().map(|tier| format!("`{}`", tier.folder())).collect();
    // A table that the public gets another of than the makers is a table of its own.
    let before = if table.tiers == [Tier::Public] { "public/" } else { "" };
    let public = table.for_tier(Tier::Public, false).filter(|table| table.tiers == [Tier::Public]);
    let table = public.as_ref().unwrap_or(table);
    let _ = write!(page, "\n## {before}{}.parquet\n\n{}. In {}.\n\n", table.name, table.description, folders.join(", "));
    page.push_str("| column | type | absent | unit | meaning |\n|---|---|---|---|---|\n");
    for (column, told) in table.columns.iter().zip(Contract::of(table).columns) {
        let absent = if told.may_be_absent { "may be" } else { "never" };
        let only = if column.internal && table.tiers.len() > 1 { "; only in `internal`" } else { "" };
        let (kind, unit, meaning) = (kind(told.kind), told.unit, told.description);
        let _ = writeln!(page, "| `{}` | {kind} | {absent} | {unit} | {meaning}{only} |", told.name);
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Whole => "whole number",
        Kind::Number => "number",
        Kind::Flag => "true or false",
        Kind::Day => "date",
        Kind::Texts => "list of texts",
        Kind::Other => "other",
    }
}
