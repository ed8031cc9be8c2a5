//! Columns of `systems.parquet` with all that verdicts are made from, so that a system can be judged again from the table alone
//! (METHOD §2, *Verdict and evidence*). Cleaned as everywhere: no column of people, no addresses or telephone numbers.

use super::{Column, SystemRow};
use crate::inventory::Record;
use crate::problem::Place;
use crate::terms::{Distinguishing, Level};

/// The columns, in the order in which they are published.
pub fn columns(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let mut columns = typed(rows);
    columns.extend(declared(rows));
    columns.extend(circumstances(rows));
    columns
}

fn typed(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let text = |name, description, field: for<'r> fn(&'r Record) -> &'r Option<Box<str>>| {
        Column::text(name, description, rows.iter().map(|row| field(&row.classified.system.record).as_deref()))
    };
    vec![
        text("description", "What it is for, as typed", |record| &record.description),
        text("domain", "Policy field, department or domain, as typed", |record| &record.domain),
        text("typed_hosting", "Form of hosting as typed", |record| &record.hosting),
        text("typed_hosting_party", "Who hosts it, as typed", |record| &record.hosting_party),
        text("typed_contract_party", "Who holds the contract, as typed", |record| &record.contract_party),
        text("typed_steered_by", "Who decides about it, as typed", |record| &record.steered_by),
        text("typed_operator", "Who operates it, as typed", |record| &record.operator),
        text("typed_partnership", "The partnership that it is shared in, as typed", |record| &record.partnership),
    ]
}

fn declared(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let record = || rows.iter().map(|row| &row.classified.system.record);
    vec![
        Column::text(
            "declared_level",
            "The level that the municipality declares in its inventory",
            record().map(|r| r.level.map(Level::as_str)),
        ),
        Column::text(
            "declared_distinguishing",
            "Distinguishing or not, as the municipality declares it in its inventory",
            record().map(|r| r.distinguishing.map(Distinguishing::as_str)),
        ),
    ]
}

fn circumstances(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let system = || rows.iter().map(|row| &row.classified.system);
    vec![
        Column::flag(
            "could_name_partner",
            "Its inventory has a column in which a partner could have been named (METHOD §2, Presumption)",
            system().map(|s| s.could_name_partner),
        ),
        Column::flag(
            "partner_not_known",
            "A column for a partner says that it is not known",
            system().map(|s| s.record.partner_not_known),
        ),
        Column::flag("of_respondent", "Its municipality sent an inventory itself", system().map(|s| s.of_respondent)),
        Column::text("layout", "Id of the layout by which its first row was read", system().map(|s| Some(&*s.layout))).always(),
        Column::texts(
            "row_addresses",
            "The cell of the name in each of its rows, the first one first, to paste into a spreadsheet's name box",
            system().map(|s| s.rows.iter().filter_map(Place::address)),
        ),
    ]
}
