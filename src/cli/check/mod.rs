//! `tachtig check`: what a municipality runs before it sends. One file is read, assembled and judged as if it were the whole month.

mod counts;
mod findings;
mod inputs;
mod json;
pub(super) mod lines;
mod plain;
mod sheets;
mod tell;
mod verdict;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;

use super::read_cells::isolated_reader;
use super::{Common, Format, exit_code, present};
use crate::inventory::{self, FileExtract, SheetAccount, SheetExtract};
use crate::problem::{Effect, Problem};
use crate::run::{Definitions, MonthResult, month};
use crate::sources::{Reader, Sheet, SourceFile};
use crate::terms::{Lang, Month};
use crate::workbook;
pub use inputs::new_workbook;

/// Tell how a file is read, what would count, and what to mend before it is sent
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tachtig check applicaties.xlsx
  tachtig check applicaties.xlsx --annotate nagekeken.xlsx   marks each problem in a copy
  tachtig check inbox --month 2026-11 --lang en              all files of a folder, and a table
  tachtig check applicaties.xlsx --format json               for programs

Addresses such as C5:C9;C12 can be pasted into the name box of a spreadsheet, left above the cells.
Exit code: 0 can be sent as it is, 1 mend something first (see --deny), 2 could not be checked.")]
pub struct Check {
    /// The files to check, or folders with files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The month that the files are of; the present one when left out
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Month>,
    /// How to write the outcome
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write a copy of the workbook in which each problem is marked and explained
    #[arg(long, value_name = "OUT.xlsx")]
    annotate: Option<PathBuf>,
    /// Exit with 1 when there are problems with this effect or a graver one
    #[arg(long, value_name = "EFFECT", value_enum, default_value_t = Effect::RowSetAside)]
    deny: Effect,
    #[command(flatten)]
    common: Common,
}

/// What checking one file gave.
struct Checked {
    extract: FileExtract,
    result: MonthResult,
    /// The problems with codes and fields in words, in the order of `result.problems`.
    plain: Vec<Problem>,
}

impl Checked {
    /// The tables of all sheets; with the first of each sheet the account of that sheet.
    fn tables(&self) -> impl Iterator<Item = (&SheetExtract, Option<&SheetAccount>)> {
        let of_sheets = self.extract.sheets.chunk_by(|a, b| a.position == b.position);
        let accounts = of_sheets.zip(&self.result.inventory.accounts);
        accounts
            .flat_map(|(tables, account)| tables.iter().enumerate().map(move |(at, table)| (table, (at == 0).then_some(account))))
    }
}

/// How the outcome is told.
#[derive(Clone, Copy)]
struct Telling<'a> {
    definitions: &'a Definitions,
    month: Month,
    lang: Lang,
    deny: Effect,
}

impl Check {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        let files = inputs::files(&self.files)?;
        if let Some(copy) = &self.annotate {
            inputs::check_copy(copy, &files)?;
        }
        let definitions = Definitions::load(&self.common.data()?)?;
        let month = self.month.unwrap_or_else(present::month);
        let telling = Telling { definitions: &definitions, month, lang: self.common.lang, deny: self.deny };
        let reader = isolated_reader()?;
        let mut problems = Vec::new();
        let mut reports = Vec::new();
        let mut summary = Vec::new();
        for file in &files {
            let (checked, sheets) = one(&reader, file, telling, self.annotate.is_some())?;
            match self.format {
                Format::Text => out.write_all(tell::file(&checked, telling).as_bytes())?,
                Format::Json => reports.push(json::report(&checked, telling)),
            }
            if let Some(copy) = &self.annotate {
                self.write_copy(copy, &checked, &sheets, telling, out)?;
            }
            summary.push(tell::summary_line(&checked, telling));
            problems.extend(checked.result.problems);
        }
        match self.format {
            Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(&reports)?)?,
            Format::Text if files.len() > 1 => out.write_all(tell::summary(&summary, telling).as_bytes())?,
            Format::Text => {}
        }
        Ok(exit_code(&problems, Some(self.deny)))
    }

    fn write_copy(
        &self,
        copy: &PathBuf,
        checked: &Checked,
        sheets: &[Sheet],
        telling: Telling<'_>,
        out: &mut dyn Write,
    ) -> Result<()> {
        let input = workbook::Annotated {
            file: &checked.extract.file,
            month: telling.month,
            sheets,
            recognised: checked.tables().filter(|(_, account)| account.is_some()).map(|(table, _)| &table.recognised).collect(),
            problems: &checked.plain,
            lang: telling.lang,
        };
        let bytes = workbook::annotate(&input).with_context(|| format!("marking the problems of {}", checked.extract.file))?;
        std::fs::write(copy, bytes).with_context(|| format!("writing {}", copy.display()))?;
        if self.format == Format::Text {
            writeln!(out, "\n{}", tell::copy_written(copy, telling.lang))?;
        }
        Ok(())
    }
}

/// Reads, assembles and judges one file. The sheets themselves are kept only when they are asked for.
fn one(reader: &Reader, file: &SourceFile, telling: Telling<'_>, keep_sheets: bool) -> Result<(Checked, Vec<Sheet>)> {
    let definitions = telling.definitions;
    let source = reader.read(file);
    let sheets = if keep_sheets { source.sheets.clone() } else { Vec::new() };
    let extract = inventory::extract(source, telling.month, &definitions.layouts, &definitions.reference);
    let files = [extract];
    let result = month(&files, telling.month, definitions)?;
    let plain = result.problems.iter().map(|problem| plain::plain(problem, definitions, telling.lang)).collect();
    let [extract] = files;
    Ok((Checked { extract, result, plain }, sheets))
}
