//! `tachtig review export`: what a report leaves open, as a workbook to decide in.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::cli::{Common, check};
use crate::report::archive;
use crate::review::{Material, export};
use crate::run::Definitions;
use crate::terms::Month;
use crate::workbook::ReviewWords;

/// Write a workbook with the systems that are unknown or contested, the heaviest groups first
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tachtig review export besluiten.xlsx
  tachtig review export besluiten.xlsx --month 2026-11 --out reports --data eigen

The systems and verdicts are those of the report. Give --data as in its run: rules are looked up there to say what they conclude.
An existing file is left alone.")]
pub struct Export {
    /// The workbook to write; must not exist yet
    #[arg(value_name = "OUT.xlsx")]
    workbook: PathBuf,
    /// The month of the report; the newest when left out
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Month>,
    /// Folder with the reports
    #[arg(long, value_name = "DIR", default_value = "reports")]
    out: PathBuf,
    #[command(flatten)]
    common: Common,
}

impl Export {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        check::new_workbook(&self.workbook)?;
        let data = self.common.data()?;
        let (definitions, words) = (Definitions::load(&data)?, ReviewWords::load(&data)?);
        let report = match self.month {
            Some(month) => self.out.join(month.to_string()),
            None => match archive::newest(&self.out)? {
                Some(newest) => newest,
                None => bail!("{} holds no report; make one with 'tachtig run'", self.out.display()),
            },
        };
        let material = Material::read(&report)?;
        let (bytes, lead) = export(&material, &definitions, &words, self.common.lang)?;
        std::fs::write(&self.workbook, bytes).with_context(|| format!("writing {}", self.workbook.display()))?;
        let lang = self.common.lang;
        let written = lang.pick("Geschreven", "Written");
        let then = lang.pick("Vul het in en lees het in met", "Fill it in and read it in with");
        writeln!(out, "{lead}\n{written}: {}", self.workbook.display())?;
        writeln!(out, "{then}: tachtig review import {} --data DIR", self.workbook.display())?;
        Ok(ExitCode::SUCCESS)
    }
}
