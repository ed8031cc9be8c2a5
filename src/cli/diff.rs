//! `tachtig diff`: what changed between two reports, in words, as JSON or as a table.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;
use serde::Serialize;

use super::{Common, Format};
use crate::measure::{Bound, CHANGE_MEASURES, Change, GroupChange, Term, Weight};
use crate::report::words::ChangeWords;
use crate::report::{Settings, change_text, tables};
use crate::run::{Compared, Definitions, compared};
use crate::terms::Lang;

/// Tell what changed between two reports, and what the change is made of
#[derive(Debug, Args)]
#[command(after_help = "Example: tachtig diff reports/2026-10 reports/2026-11")]
pub struct Diff {
    /// Folder of the earlier report, or of an older vintage of it
    before: PathBuf,
    /// Folder of the later report
    now: PathBuf,
    /// Text, or JSON of all groups
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write the change of all groups to this Parquet file, as in change.parquet of a report
    #[arg(long, value_name = "FILE")]
    parquet: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

impl Diff {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        let definitions = Definitions::load(&self.common.data()?)?;
        let compared = compared(&self.before, &self.now, &definitions.reference)?;
        match self.format {
            Format::Text => tell(out, &compared, self.common.lang)?,
            Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(&shown(&compared))?)?,
        }
        if let Some(path) = &self.parquet {
            std::fs::write(path, parquet(&compared)?).with_context(|| format!("writing {}", path.display()))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn tell(out: &mut dyn Write, compared: &Compared, lang: Lang) -> Result<()> {
    let change = &compared.change;
    if compared.synthetic() {
        writeln!(out, "{}\n", lang.pick("SYNTHETISCH VOORBEELD", "SYNTHETIC EXAMPLE"))?;
    }
    let settings = Settings { lang, ..Settings::default() };
    for sentence in change_text::sentences(change, &settings, &compared.now.fingerprint) {
        writeln!(out, "{sentence}")?;
    }
    let asked = CHANGE_MEASURES.into_iter().flat_map(|measure| Weight::ALL.map(|weight| (measure, weight)));
    for national in asked.filter_map(|(measure, weight)| change.national_by(weight, measure, Bound::Lower)) {
        writeln!(out, "\n{}", change_text::heading(change, national, &settings))?;
        terms(out, national, lang)?;
    }
    Ok(())
}

/// One line per set: percentage points with four decimals, systems, municipalities.
fn terms(out: &mut dyn Write, national: &GroupChange, lang: Lang) -> Result<()> {
    for Term { set, systems, municipalities, contribution, .. } in &national.terms {
        let points = contribution.map_or_else(|| "–".to_owned(), |share| format!("{:+.4}", share * 100.0));
        let name = change_text::set_name(*set, ChangeWords::of(lang));
        let municipalities = municipalities.map_or_else(String::new, |n| n.to_string());
        writeln!(out, "  {points:>9} {systems:>7} {municipalities:>4}  {name}")?;
    }
    Ok(())
}

#[derive(Serialize)]
struct ShownChange<'a> {
    month: String,
    month_before: String,
    fingerprint: &'a str,
    fingerprint_before: &'a str,
    basis: &'a str,
    synthetic: bool,
    groups: Vec<ShownGroup<'a>>,
}

#[derive(Serialize)]
struct ShownGroup<'a> {
    dimension: &'a str,
    group_code: &'a str,
    group_name: &'a str,
    size_scheme: Option<&'a str>,
    size_class: Option<u8>,
    weight: &'a str,
    measure: &'a str,
    bound: &'a str,
    units_before: u64,
    units_known_before: u64,
    units_now: u64,
    units_known_now: u64,
    share_before: Option<f64>,
    share_now: Option<f64>,
    share_change: Option<f64>,
    terms: Vec<ShownTerm>,
}

#[derive(Serialize)]
struct ShownTerm {
    set: &'static str,
    systems: u64,
    municipalities: Option<u64>,
    part_change: Option<i64>,
    whole_change: Option<i64>,
    contribution: Option<f64>,
}

fn shown(compared: &Compared) -> ShownChange<'_> {
    let change: &Change = &compared.change;
    ShownChange {
        month: change.month.to_string(),
        month_before: change.month_before.to_string(),
        fingerprint: &compared.now.fingerprint,
        fingerprint_before: &change.fingerprint_before,
        basis: change.basis,
        synthetic: compared.synthetic(),
        groups: change.groups.iter().map(shown_group).collect(),
    }
}

fn shown_group(group: &GroupChange) -> ShownGroup<'_> {
    ShownGroup {
        dimension: group.group.dimension.as_str(),
        group_code: &group.group.code,
        group_name: &group.group.name,
        size_scheme: group.group.size.as_ref().map(|size| size.scheme.as_str()),
        size_class: group.group.size.as_ref().map(|size| size.class),
        weight: group.weight.as_str(),
        measure: group.measure.as_str(),
        bound: group.bound.as_str(),
        units_before: group.before.units,
        units_known_before: group.before.units_known,
        units_now: group.now.units,
        units_known_now: group.now.units_known,
        share_before: group.before.share,
        share_now: group.now.share,
        share_change: group.change(),
        terms: group.terms.iter().map(shown_term).collect(),
    }
}

const fn shown_term(term: &Term) -> ShownTerm {
    ShownTerm {
        set: term.set.as_str(),
        systems: term.systems,
        municipalities: term.municipalities,
        part_change: term.part,
        whole_change: term.whole,
        contribution: term.contribution,
    }
}

fn parquet(compared: &Compared) -> Result<Vec<u8>> {
    let stamp = tables::Stamp {
        month: compared.change.month,
        version: compared.now.version.clone(),
        fingerprint: compared.now.fingerprint.clone(),
        synthetic: compared.synthetic(),
    };
    tables::write(tables::change(&compared.change), &stamp)
}
