//! `tachtig evaluate`: how often the verdicts are right on a labelled set.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use serde_json::json;

use super::{Common, Format, named};
use crate::evaluate::{Evaluation, Miss, Score, evaluate};
use crate::run::Definitions;
use crate::terms::{Lang, Month};

/// Measure verdicts against a labelled set: precision, recall, what is left unknown, and the rows that came out wrong
#[derive(Debug, Args)]
#[command(after_help = "Example: tachtig evaluate tests/labels/classification/write.csv --month 2026-11")]
pub struct Evaluate {
    /// A table with the columns of docs/evaluate.md
    #[arg(value_name = "LABELS")]
    labels: PathBuf,
    /// The month whose definitions hold
    #[arg(long, value_name = "YYYY-MM", default_value_t = Month::EXAMPLE)]
    month: Month,
    /// How to write the outcome
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    common: Common,
}

impl Evaluate {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        let definitions = Definitions::load(&self.common.data()?)?;
        let evaluation = evaluate(&named(&self.labels), self.month, &definitions)?;
        match self.format {
            Format::Text => tell(out, &evaluation, self.common.lang)?,
            Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(&report(&evaluation))?)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn tell(out: &mut dyn Write, evaluation: &Evaluation, lang: Lang) -> Result<()> {
    let (rows, not_read) = (lang.pick("rijen", "rows"), lang.pick("niet gelezen", "not read"));
    writeln!(out, "{} {rows}, {} {not_read}", evaluation.rows, evaluation.not_read)?;
    tell_score(out, lang.pick("niveau", "level"), &evaluation.level, lang)?;
    tell_score(out, lang.pick("onderscheidend", "distinguishing"), &evaluation.distinguishing, lang)?;
    let (label, verdict) = (lang.pick("is", "is"), lang.pick("werd", "became"));
    for miss in &evaluation.misses {
        let Miss { row, municipality, name, axis, label: right, verdict: given, grounds } = miss;
        writeln!(out, "  {row:>5}  {axis:<14} {municipality} {name}: {label} {right}, {verdict} {given} ({grounds})")?;
    }
    Ok(())
}

fn tell_score(out: &mut dyn Write, axis: &str, score: &Score, lang: Lang) -> Result<()> {
    let answered = score.answered();
    let (right, of, unknown) =
        (lang.pick("goed", "right"), lang.pick("van de gegeven oordelen", "of verdicts given"), lang.pick("onbekend", "unknown"));
    writeln!(
        out,
        "\n{axis}: {} {right} {of}, {} {unknown} ({} {})",
        percent(answered.precision()),
        percent(score.unknown_share()),
        score.rows(),
        lang.pick("rijen vergeleken", "rows compared")
    )?;
    let shown: Vec<&&str> = score.classes.iter().filter(|class| seen(score, class)).collect();
    let width = shown.iter().map(|class| class.len()).max().unwrap_or(0).max(8);
    let heads: Vec<String> = shown.iter().map(|class| format!("{class:>width$}")).collect();
    writeln!(out, "  {:<width$} {} {:>9} {:>9} {unknown:>9}", "label", heads.join(" "), "precision", "recall")?;
    for class in &shown {
        let cells: Vec<String> = shown.iter().map(|given| format!("{:>width$}", score.of(class, given))).collect();
        let tally = score.tally(class);
        let shares = [tally.precision(), tally.recall(), tally.unknown_share()].map(|share| format!("{:>9}", percent(share)));
        writeln!(out, "  {class:<width$} {} {}", cells.join(" "), shares.join(" "))?;
    }
    Ok(())
}

fn seen(score: &Score, class: &str) -> bool {
    let tally = score.tally(class);
    tally.labelled + tally.given > 0
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1}%", share * 100.0))
}

fn report(evaluation: &Evaluation) -> serde_json::Value {
    let misses: Vec<_> = evaluation.misses.iter().map(entry).collect();
    json!({
        "rows": evaluation.rows,
        "not_read": evaluation.not_read,
        "level": axis(&evaluation.level),
        "distinguishing": axis(&evaluation.distinguishing),
        "misses": misses,
    })
}

fn axis(score: &Score) -> serde_json::Value {
    let classes: serde_json::Map<_, _> = score.classes.iter().map(|class| ((*class).to_owned(), one_class(score, class))).collect();
    json!({
        "rows": score.rows(),
        "precision": score.answered().precision(),
        "unknown_share": score.unknown_share(),
        "classes": classes,
    })
}

fn one_class(score: &Score, class: &str) -> serde_json::Value {
    let tally = score.tally(class);
    let given: serde_json::Map<_, _> =
        score.classes.iter().map(|given| ((*given).to_owned(), score.of(class, given).into())).collect();
    json!({
        "labelled": tally.labelled,
        "given": tally.given,
        "right": tally.right,
        "precision": tally.precision(),
        "recall": tally.recall(),
        "unknown_share": tally.unknown_share(),
        "became": given,
    })
}

fn entry(miss: &Miss) -> serde_json::Value {
    json!({
        "row": miss.row,
        "municipality": miss.municipality,
        "name": miss.name,
        "axis": miss.axis,
        "label": miss.label,
        "verdict": miss.verdict,
        "grounds": miss.grounds,
    })
}
