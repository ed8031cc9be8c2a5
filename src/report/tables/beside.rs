//! Columns of `systems.parquet` that stand beside the verdicts and are in no share: the form of organisation (R18), and how well a
//! system serves and how critical it is (R12).

use super::{Column, SystemRow};
use crate::inventory::Quality;
use crate::reference::{LegalForm, Reach};

/// The columns, in the order in which they are published.
pub fn columns(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let mut columns = form(rows);
    columns.extend(quality(rows));
    columns.extend(criticality(rows));
    columns
}

fn form(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let form = || rows.iter().map(|row| row.classified.verdicts.form);
    vec![
        Column::text(
            "organisation_form",
            "How far whoever organises it reaches: europees, landelijk, regionaal; beside the level, absent when not known (R18)",
            form().map(|form| form.and_then(|form| form.reach).map(Reach::as_str)),
        ),
        Column::text(
            "legal_form",
            "Legal form of whoever organises it: openbaar_lichaam, centrumgemeente, cooperatie, ...; absent when not known (R18)",
            form().map(|form| form.and_then(|form| form.legal).map(LegalForm::as_str)),
        ),
    ]
}

fn quality(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let text = |name, description, field: for<'r> fn(&'r Quality) -> &'r Option<Box<str>>| {
        let quality = rows.iter().map(|row| row.classified.system.record.quality.as_deref());
        Column::text(name, description, quality.map(|quality| quality.and_then(|quality| field(quality).as_deref())))
    };
    vec![
        text("functional_quality", "How well it does what it is for, as the municipality notes it; in no share (R12)", |quality| {
            &quality.functional
        }),
        text("technical_quality", "How sound it is technically, as the municipality notes it; in no share (R12)", |quality| {
            &quality.technical
        }),
        text("satisfaction", "How content its users are, as the municipality notes it; in no share (R12)", |quality| {
            &quality.satisfaction
        }),
        text(
            "portfolio_advice",
            "Tolerate, invest, migrate or eliminate, as the municipality notes it; in no share (R12)",
            |quality| &quality.advice,
        ),
    ]
}

fn criticality(rows: &[SystemRow<'_>]) -> Vec<Column> {
    let given = |text: &&str| !text.is_empty();
    vec![
        Column::owned_text(
            "biv",
            "Highest scores of its components for availability, integrity and confidentiality, each 1 to 3; in no share (R12)",
            rows.iter().map(|row| highest(row.components.iter().map(|component| component.biv.as_str()))),
        ),
        Column::texts(
            "bbn",
            "Baseline levels of security of its components, as GEMMA words them; in no share (R12)",
            rows.iter().map(move |row| row.components.iter().map(|component| component.bbn.as_str()).filter(given)),
        ),
    ]
}

/// Of scores such as `122` and `211` the highest in each place: `222`.
fn highest<'a>(scores: impl Iterator<Item = &'a str>) -> Option<String> {
    let higher = |a: String, b: &str| a.chars().zip(b.chars()).map(|(a, b)| a.max(b)).collect();
    scores
        .filter(|score| !score.is_empty())
        .fold(None, |sum, score| Some(sum.map_or_else(|| score.to_owned(), |sum| higher(sum, score))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_score_in_each_place_counts_and_none_is_none() {
        assert_eq!(highest(["122", "", "211"].into_iter()).as_deref(), Some("222"));
        assert_eq!(highest([""].into_iter()), None);
    }
}
