//! `tachtig template`: writes an inventory workbook to fill in.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;

use super::{Common, check, present};
use crate::run::Definitions;
use crate::terms::Month;
use crate::workbook::{Template, TemplateWords, template};

/// Write an inventory workbook to fill in, with lists to choose from and an explanation per column
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tachtig template applicaties.xlsx
  tachtig template applications.xlsx --lang en

Nobody has to use it: a list in your own form is read as well. Try with `tachtig check FILE`.
An existing file is left alone.")]
pub struct TemplateCommand {
    /// The workbook to write; must not exist yet
    #[arg(value_name = "OUT.xlsx")]
    out: PathBuf,
    /// The month whose municipalities and partnerships can be chosen; the present one when left out
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Month>,
    #[command(flatten)]
    common: Common,
}

impl TemplateCommand {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        check::new_workbook(&self.out)?;
        let data = self.common.data()?;
        let definitions = Definitions::load(&data)?;
        let words = TemplateWords::load(&data)?;
        let lang = self.common.lang;
        let bytes = template(&Template {
            words: &words,
            fields: &definitions.layouts.fields,
            reference: &definitions.reference,
            month: self.month.unwrap_or_else(present::month),
            lang,
        })?;
        std::fs::write(&self.out, bytes).with_context(|| format!("writing {}", self.out.display()))?;
        let (written, then) =
            (lang.pick("Geschreven", "Written"), lang.pick("Vul het in en controleer het met", "Fill it in and check it with"));
        writeln!(out, "{written}: {}\n{then}: tachtig check {}", self.out.display(), self.out.display())?;
        Ok(ExitCode::SUCCESS)
    }
}
