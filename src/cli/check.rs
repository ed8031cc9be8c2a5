//! `tachtig check`: what a municipality runs before it sends.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};
use serde_json::json;

use super::{Common, exit_code, tell};
use crate::inventory::{FileExtract, SheetAccount};
use crate::problem::{Effect, Problem, message, text};
use crate::run::{Definitions, MonthResult, month};
use crate::sources::{self, SourceFile};
use crate::terms::{Lang, Month};

/// Tell what is wrong with one or more files, without a report
#[derive(Debug, Args)]
#[command(after_help = "Example: tachtig check applicaties.xlsx --format json")]
pub struct Check {
    /// The files to check
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The month that the files are of; the present one when left out
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Month>,
    /// How to write the outcome
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Exit with 1 when there are problems with this effect or a graver one
    #[arg(long, value_name = "EFFECT", value_enum, default_value_t = Effect::RowSetAside)]
    deny: Effect,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Check {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        let definitions = Definitions::load(&self.common.data()?)?;
        let month_of_files = self.month.unwrap_or_else(present_month);
        let mut problems = Vec::new();
        let mut reports = Vec::new();
        for path in &self.files {
            let extract = crate::inventory::extract(
                sources::read(&named(path)),
                month_of_files,
                &definitions.layouts,
                &definitions.reference,
            );
            let files = [extract];
            let result = month(&files, month_of_files, &definitions)?;
            match self.format {
                Format::Text => tell_file(out, &files[0], &result, self.common.lang)?,
                Format::Json => reports.push(report(&files[0], &result, self.common.lang)),
            }
            problems.extend(result.problems);
        }
        if self.format == Format::Json {
            writeln!(out, "{}", serde_json::to_string_pretty(&reports)?)?;
        }
        Ok(exit_code(&problems, Some(self.deny)))
    }
}

fn named(path: &Path) -> SourceFile {
    SourceFile { name: path.to_string_lossy().replace('\\', "/").into(), path: path.to_path_buf() }
}

/// The month of today in UTC.
#[expect(clippy::disallowed_methods, reason = "what is checked without a month is of today; no report is made from it")]
fn present_month() -> Month {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_secs();
    let days = i32::try_from(seconds / 86_400).unwrap_or_default();
    chrono::NaiveDate::from_num_days_from_ce_opt(719_163 + days).map_or(Month::EXAMPLE, Month::containing)
}

fn tell_file(out: &mut dyn Write, file: &FileExtract, result: &MonthResult, lang: Lang) -> Result<()> {
    writeln!(out, "{}", file.file)?;
    for account in &result.inventory.accounts {
        let layout = account.layout.as_deref().unwrap_or_else(|| lang.pick("geen inventaris", "no inventory"));
        let records = account.account.rows - set_apart(account);
        let rows = lang.pick("rijen gelezen als inventaris", "rows read as inventory");
        writeln!(out, "  '{}': {layout}, {records} / {} {rows}", account.sheet, account.account.rows)?;
    }
    let counted = result.classified.iter().filter(|one| one.counted()).count();
    let (systems, counts) = (lang.pick("systemen, waarvan tellen er", "systems, of which count"), result.classified.len());
    writeln!(out, "  {counts} {systems} {counted}\n")?;
    tell::problems(out, &result.problems, None, lang)
}

/// Rows that are no part of an inventory: headings, totals and notes.
fn set_apart(account: &SheetAccount) -> u64 {
    use crate::inventory::Fate::{Heading, Note, Total};
    [Heading, Note, Total].into_iter().map(|fate| account.account.of(fate)).sum()
}

fn report(file: &FileExtract, result: &MonthResult, lang: Lang) -> serde_json::Value {
    let sheets: Vec<_> = result.inventory.accounts.iter().map(sheet).collect();
    json!({
        "file": &*file.file,
        "sha256": file.sha256,
        "sheets": sheets,
        "systems": result.classified.len(),
        "systems_counted": result.classified.iter().filter(|one| one.counted()).count(),
        "problems": result.problems.iter().map(|problem| entry(problem, lang)).collect::<Vec<_>>(),
    })
}

fn sheet(account: &SheetAccount) -> serde_json::Value {
    let fates = crate::inventory::Fate::ALL.into_iter().map(|fate| (fate.as_str().to_owned(), account.account.of(fate).into()));
    json!({
        "sheet": &*account.sheet,
        "layout": account.layout.as_deref(),
        "rows": account.account.rows,
        "fates": fates.collect::<serde_json::Map<_, _>>(),
    })
}

fn entry(problem: &Problem, lang: Lang) -> serde_json::Value {
    json!({
        "code": problem.code.as_str(),
        "effect": problem.effect().as_str(),
        "sheet": problem.place.sheet.as_deref(),
        "cell": problem.place.spot(),
        "address": problem.place.address(),
        "found": problem.found,
        "hint": problem.hint,
        "message": message(problem, lang),
        "next_step": text(problem.code, lang).next,
    })
}
