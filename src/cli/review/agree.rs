//! `tachtig review agree`: how far two reviewers agree.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use serde_json::json;

use crate::cli::read_cells::isolated_reader;
use crate::cli::{Common, Format, named};
use crate::review::{Agreement, Disagreement, agree};
use crate::terms::Lang;
use crate::workbook::ReviewWords;

/// Compare two filled-in copies of one export: observed agreement, Cohen's kappa, and where the two differ
#[derive(Debug, Args)]
#[command(after_help = "Example: tachtig review agree besluiten-a.xlsx besluiten-b.xlsx --format json")]
pub struct Agree {
    /// What the first reviewer filled in
    #[arg(value_name = "A")]
    first: PathBuf,
    /// What the second filled in
    #[arg(value_name = "B")]
    second: PathBuf,
    /// How to write the outcome
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    common: Common,
}

impl Agree {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        let words = ReviewWords::load(&self.common.data()?)?;
        let reader = isolated_reader()?;
        let (first, second) = (reader.read(&named(&self.first)), reader.read(&named(&self.second)));
        let agreements = agree([&first, &second], &words)?;
        match self.format {
            Format::Text => agreements.iter().try_for_each(|agreement| tell(out, agreement, self.common.lang))?,
            Format::Json => {
                let all: serde_json::Map<_, _> =
                    agreements.iter().map(|agreement| (agreement.axis.as_str().to_owned(), report(agreement))).collect();
                writeln!(out, "{}", serde_json::to_string_pretty(&all)?)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn tell(out: &mut dyn Write, agreement: &Agreement, lang: Lang) -> Result<()> {
    let twice = lang.pick("groepen dubbel beoordeeld", "groups coded twice");
    let alone = lang.pick("alleen door de een of de ander", "by only one or the other");
    let agreed = lang.pick("gelijk", "alike");
    let undefined = lang.pick(
        "niet bepaald: er valt niets te vergelijken, of beiden kozen steeds hetzelfde",
        "undefined: nothing to compare, or both chose one and the same value throughout",
    );
    let coded = &agreement.coded;
    let [first, second] = agreement.alone;
    let observed = coded.observed().map_or_else(String::new, |share| format!(" ({:.1}%)", share * 100.0));
    let kappa = coded.kappa().map_or_else(|| undefined.to_owned(), |kappa| format!("{kappa:.3}"));
    writeln!(out, "{}: {} {twice}, {first} + {second} {alone}", agreement.axis.as_str(), coded.units)?;
    writeln!(out, "  {} {agreed}{observed}; kappa (Cohen 1960) {kappa}", coded.agreed)?;
    for Disagreement { case, about, said: [one, other], because: [why, why_other] } in &agreement.disagreements {
        writeln!(out, "  {case} {about}: {one} ({why}) / {other} ({why_other})")?;
    }
    Ok(())
}

fn report(agreement: &Agreement) -> serde_json::Value {
    let disagreements: Vec<_> = agreement
        .disagreements
        .iter()
        .map(|found| json!({ "case": found.case, "about": found.about, "said": found.said, "because": found.because }))
        .collect();
    json!({
        "coded_twice": agreement.coded.units,
        "only_first": agreement.alone[0],
        "only_second": agreement.alone[1],
        "agreed": agreement.coded.agreed,
        "observed_agreement": agreement.coded.observed(),
        "kappa": agreement.coded.kappa(),
        "disagreements": disagreements,
    })
}
