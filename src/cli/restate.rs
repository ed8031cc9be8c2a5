//! `tachtig restate`: months that were published, made again with today's definitions.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::read_cells::isolated_reader;
use super::{Common, tell};
use crate::report::Settings;
use crate::run::{Definitions, Span, restate};
use crate::terms::Month;

/// Make the reports of several months again with today's definitions, keeping what was published before
#[derive(Debug, Args)]
#[command(after_help = "Example: tachtig restate --from 2026-09 --to 2026-11")]
pub struct Restate {
    /// The first month
    #[arg(long, value_name = "YYYY-MM")]
    from: Month,
    /// The last month
    #[arg(long, value_name = "YYYY-MM")]
    to: Month,
    /// Folder with a folder per month
    #[arg(long, value_name = "DIR", default_value = "data/inventories")]
    inventories: PathBuf,
    /// Folder with the reports, one folder per month
    #[arg(long, value_name = "DIR", default_value = "reports")]
    out: PathBuf,
    #[command(flatten)]
    common: Common,
}

impl Restate {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        let definitions = Definitions::load(&self.common.data()?)?;
        let lang = self.common.lang;
        let span = Span {
            from: self.from,
            to: self.to,
            inventories: self.inventories.clone(),
            out: self.out.clone(),
            settings: Settings { lang, ..Settings::default() },
            reader: isolated_reader()?,
        };
        restate(&span, &definitions, &mut |outcome| {
            tell::figures(out, outcome, lang)?;
            tell::revised(out, outcome, lang)?;
            Ok(out.flush()?)
        })?;
        Ok(ExitCode::SUCCESS)
    }
}
