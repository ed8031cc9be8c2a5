//! `systems.parquet`: one row per system.

use super::evidence::EVIDENCE;
use super::{Column, Table, basis, beside};
use crate::classify::{Classified, SkippedRung, Source};
use crate::reference::Component;
use crate::terms::{Certainty, Month, Status};

/// A system with the names that the table shows beside its codes.
#[derive(Debug)]
pub struct SystemRow<'a> {
    pub classified: &'a Classified,
    pub municipality: &'a str,
    pub components: Vec<&'a Component>,
    /// The provision for all that it passes by (R16).
    pub skipped: Option<SkippedRung<'a>>,
}

/// The table of all systems of a month, those that do not count included.
#[must_use]
pub fn systems(month: Month, rows: &[SystemRow<'_>]) -> Table {
    let month = month.to_string();
    let mut columns = identity(&month, rows);
    columns.extend(facts(rows));
    columns.extend(verdicts(rows));
    columns.extend(rungs(rows));
    columns.extend(origin(rows));
    columns.extend(basis::columns(rows));
    columns.extend(beside::columns(rows));
    Table { name: "systems", description: "One row per system: one application at one municipality", columns }
}

fn identity(month: &str, rows: &[SystemRow<'_>]) -> Vec<Column> {
    let record = || rows.iter().map(|row| &row.classified.system.record);
    let system = || rows.iter().map(|row| &row.classified.system);
    vec![
        Column::text("month", "Month that is reported on, as 2026-11", rows.iter().map(|_| Some(month))).always(),
        Column::text(
            "municipality_code",
            "CBS code of the municipality on the first day of the month",
            system().map(|s| Some(&*s.municipality)),
        )
        .always(),
        Column::text("municipality", "Name of the municipality", rows.iter().map(|row| Some(row.municipality))).always(),
        Column::text(
            "system_id",
            "The inventory's own id, or product and vendor; unique within the municipality",
            system().map(|s| Some(&*s.id)),
        )
        .always(),
        Column::text("name", "Name of the application as typed most often", record().map(|r| Some(&*r.name))).always(),
        Column::text("vendor", "Maker or supplier as typed most often", record().map(|r| r.vendor.as_deref())),
        Column::text(
            "product",
            "Canonical name of the application; of one that is not listed the name without version, environment and vendor",
            record().map(|r| Some(&*r.named.product)),
        )
        .always(),
        Column::text(
            "vendor_canonical",
            "Canonical name of the maker; of a vendor that is not listed the name without legal form",
            record().map(|r| r.named.vendor.as_deref()),
        ),
        Column::text("version", "Versions in the inventory, separated by semicolons", record().map(|r| r.version.as_deref())),
    ]
}

fn facts(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let record = || rows.iter().map(|row| &row.classified.system.record);
    vec![
        Column::texts(
            "components",
            "GEMMA reference components, by present name",
            rows.iter().map(|row| row.components.iter().map(|component| component.name.as_str())),
        ),
        Column::texts(
            "component_ids",
            "GEMMA ids of the same components, in the order of the ids",
            record().map(|r| r.components.iter().map(|id| &**id)),
        ),
        Column::text(
            "status",
            "Phase of use: verwerving, gepland, in_productie, uit_te_faseren, uitgefaseerd",
            record().map(|r| r.status.map(Status::as_str)),
        ),
        Column::flag(
            "in_use",
            "In production or being phased out; also when no status is given (METHOD §1)",
            rows.iter().map(|row| row.classified.system.in_use()),
        ),
        Column::text(
            "role",
            "What the row stands for: system, national_connection, standard_or_agreement, contract_vehicle",
            rows.iter().map(|row| Some(row.classified.verdicts.role.value.as_str())),
        )
        .always(),
        Column::flag(
            "counted",
            "Counts in coverage: in use, a system, and of a municipality that answered itself",
            rows.iter().map(|row| row.classified.counted()),
        ),
        Column::text(
            "not_counted_because",
            "not_in_use, no_system or only_through_partnership; absent when it counts",
            rows.iter().map(|row| row.classified.not_counted_because()),
        ),
        Column::text(
            "hosting",
            "Form of hosting: on_premises, iaas, paas, saas, hybrid",
            record().map(|r| r.hosting_form.as_deref()),
        ),
        Column::number("cost_eur", "Cost a year", record().map(|r| r.cost_cents.map(euro))).unit("EUR"),
        Column::whole("users", "Number of users", record().map(|r| r.users.and_then(|users| i64::try_from(users).ok())))
            .unit("persons"),
        Column::day("contract_end", "Last day of the contract", record().map(|r| r.contract_end)),
    ]
}

fn verdicts(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let verdicts = || rows.iter().map(|row| &*row.classified.verdicts);
    vec![
        Column::text(
            "steered_by",
            "Organisation that steers it, where the evidence names one",
            verdicts().map(|v| v.steered_by.as_ref().and_then(|p| p.organisation.as_deref())),
        ),
        Column::text(
            "run_by",
            "Organisation that runs it, where the evidence names one",
            verdicts().map(|v| v.run_by.as_ref().and_then(|p| p.organisation.as_deref())),
        ),
        Column::text(
            "steered_level",
            "Rung of who steers, where known",
            verdicts().map(|v| v.steered_by.as_ref().map(|p| p.level.as_str())),
        ),
        Column::text(
            "run_level",
            "Rung of who runs it, where known",
            verdicts().map(|v| v.run_by.as_ref().map(|p| p.level.as_str())),
        ),
        Column::text("role_source", SOURCES, verdicts().map(|v| v.role.source.map(Source::as_str))),
        Column::owned_text("role_rule", GROUNDS, verdicts().map(|v| v.role.grounds())),
        Column::text("role_evidence", FIRED_ON, verdicts().map(|v| v.role.evidence.as_deref())),
        Column::text(
            "distinguishing",
            "niet_onderscheidend, onderscheidend or onbekend (METHOD §2)",
            verdicts().map(|v| Some(v.distinguishing.value.as_str())),
        )
        .always(),
        Column::text("distinguishing_source", SOURCES, verdicts().map(|v| v.distinguishing.source.map(Source::as_str))),
        Column::owned_text("distinguishing_rule", GROUNDS, verdicts().map(|v| v.distinguishing.grounds())),
        Column::text("distinguishing_evidence", FIRED_ON, verdicts().map(|v| v.distinguishing.evidence.as_deref())),
        Column::text(
            "level",
            "overheidsbreed, collectief_gemeentelijk, regionaal, decentraal or onbekend (METHOD §2)",
            verdicts().map(|v| Some(v.level.value.as_str())),
        )
        .always(),
        Column::text("level_source", SOURCES, verdicts().map(|v| v.level.source.map(Source::as_str))),
        Column::owned_text("level_rule", GROUNDS, verdicts().map(|v| v.level.grounds())),
        Column::text("level_evidence", FIRED_ON, verdicts().map(|v| v.level.evidence.as_deref())),
        Column::text("evidence", EVIDENCE, verdicts().map(|v| Some(&*v.evidence_id))).always(),
        Column::texts(
            "facets",
            "samen_denken, samen_bouwen, samen_exploiteren, collectief_contract, where shown (R43)",
            verdicts().map(|v| v.facets.iter().map(String::as_str)),
        ),
    ]
}

/// What follows from the ladder: how sure the rung is, and whether a higher one was skipped.
fn rungs(rows: &[SystemRow<'_>]) -> Vec<Column> {
    vec![
        Column::text(
            "level_certainty",
            "How sure the level is: certain, probable (a presumption, for one) or uncertain; absent where it is unknown",
            rows.iter().map(|row| row.classified.verdicts.level_certainty.map(Certainty::as_str)),
        ),
        Column::text(
            "higher_provision",
            "A provision for all on a higher rung that could be used in its place: a skipped rung (R16)",
            rows.iter().map(|row| row.skipped.map(|skipped| skipped.provision.name.as_str())),
        ),
        Column::text(
            "higher_provision_certainty",
            "How sure it is that the provision is on that rung and could be used in its place: certain, probable, uncertain",
            rows.iter().map(|row| row.skipped.map(|skipped| skipped.certainty().as_str())),
        ),
        Column::flag(
            "on_gap_list",
            "Counts, is decentraal and niet_onderscheidend: the resolution wants that only where it is needed (R17)",
            rows.iter().map(|row| row.classified.on_gap_list()),
        ),
    ]
}

const SOURCES: &str =
    "Where the verdict comes from: review, declared, rule, catalogue, presumed, contested; absent without evidence";
const FIRED_ON: &str = "Field and text that the first ground fired on; of a review who decided, when and why";
const GROUNDS: &str = "The reviews, rules or catalogue entries that decided, or that contradict each other";

fn origin(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let system = || rows.iter().map(|row| &row.classified.system);
    vec![
        Column::text(
            "source_file",
            "File of the first of its rows, under the folder of inventories",
            system().map(|s| Some(&*s.place.file)),
        )
        .always(),
        Column::text("sheet", "Sheet of that row", system().map(|s| s.place.sheet.as_deref())),
        Column::whole("row", "Number of that row, as a spreadsheet shows it", system().map(|s| Some(i64::from(s.record.row) + 1)))
            .always(),
        Column::count("rows_merged", "Number of rows that the system was made from", system().map(|s| s.rows.len() as u64))
            .unit("rows"),
        Column::text(
            "registered_by",
            "Partnership of which a row stands for this municipality; several are separated by semicolons",
            system().map(|s| s.registered_by.as_deref()),
        ),
        Column::owned_text(
            "carried_from",
            "Month for which its first row was sent, when that is an earlier one",
            system().map(|s| s.carried_from.map(|month| month.to_string())),
        ),
    ]
}

#[expect(clippy::cast_precision_loss, reason = "cents of a yearly cost stay far below 2^53")]
fn euro(cents: i64) -> f64 {
    cents as f64 / 100.0
}
