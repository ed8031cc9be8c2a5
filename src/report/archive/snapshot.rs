//! The month of a published report as a comparison needs it. Not for judging its systems again.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, anyhow};

use super::{Row, SYSTEMS, cents, rows, stamp, value};
use crate::measure::{Answer, Observed, Snapshot, Weight};
use crate::terms::Level;

/// The month of a report as a comparison needs it: who answered, and the systems that count.
///
/// # Errors
/// When the report has no readable tables of systems and response, or they hold words that are not of this program.
pub fn snapshot(report: &Path) -> Result<Snapshot> {
    let stamp = stamp(report)?;
    let stamped = |key: &str| stamp.get(key).cloned().unwrap_or_default();
    let (month, fingerprint) = (stamped("month"), stamped("fingerprint"));
    let month = month.parse().map_err(|error: String| anyhow!("{}: {error}", report.display()))?;
    let columns = ["municipality_code", "system_id", "product", "vendor_canonical", "counted", "level", "cost_eur", "users"];
    let counted = rows(report, SYSTEMS, &columns)?.into_iter().filter(|row| value(row, "counted") == Some("true"));
    let systems = counted.map(|row| observed(&row)).collect::<Result<_>>().with_context(|| report.display().to_string())?;
    let response = rows(report, "response", &["municipality_code", "response"])?;
    let answered = response.iter().filter(|row| value(row, "response").is_some_and(Answer::published_is_given));
    let respondents: BTreeSet<_> = answered.filter_map(|row| value(row, "municipality_code")).map(Into::into).collect();
    Ok(Snapshot { month, fingerprint, respondents, systems }.in_order())
}

fn observed(row: &Row) -> Result<Observed> {
    let text = |column: &str| value(row, column).with_context(|| format!("a system without {column}"));
    let level = text("level")?;
    Ok(Observed {
        municipality: text("municipality_code")?.into(),
        id: text("system_id")?.to_owned(),
        product: text("product")?.to_owned(),
        vendor: value(row, "vendor_canonical").map(str::to_owned),
        level: Level::parse(level).with_context(|| format!("'{level}' is no level"))?,
        cost_cents: Weight::Cost.believed(value(row, "cost_eur").and_then(|euro| euro.parse().ok()).map(cents), None),
        users: Weight::Users.believed(None, value(row, "users").and_then(|users| users.parse().ok())),
    })
}
