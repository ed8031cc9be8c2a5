//! `tachtig run`: a month from inventories to report.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::read_cells::isolated_reader;
use super::{Common, exit_code, tell};
use crate::problem::Effect;
use crate::report::Settings;
use crate::run::{Definitions, Plan, run};
use crate::terms::Month;

/// Read the inventories of a month and write its report
#[derive(Debug, Args)]
#[command(after_help = "Example: tachtig run --month 2026-11 --inventories inbox --out reports")]
pub struct Run {
    /// The month to report on; the newest that there is when left out
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Month>,
    /// Folder with a folder per month, or with the files of the month given
    #[arg(long, value_name = "DIR", default_value = "data/inventories")]
    inventories: PathBuf,
    /// Folder for the reports, one folder per month
    #[arg(long, value_name = "DIR", default_value = "reports")]
    out: PathBuf,
    /// Exit with 1 when there are problems with this effect or a graver one
    #[arg(long, value_name = "EFFECT", value_enum)]
    deny: Option<Effect>,
    /// Folder of another report (`reports/2026-10`): tell which verdicts moved since, and write them to data/internal/moved.parquet
    #[arg(long, value_name = "DIR")]
    compare_with: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

impl Run {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        let definitions = Definitions::load(&self.common.data()?)?;
        let settings = Settings { lang: self.common.lang, ..Settings::default() };
        let plan = Plan::new(self.month, &self.inventories, self.out.clone(), settings)?;
        let plan = Plan { reader: isolated_reader()?, compare_with: self.compare_with.clone(), ..plan };
        let bar = progress_bar(plan.files.len() as u64);
        let outcome = run(&plan, &definitions, &|| bar.inc(1))?;
        bar.finish_and_clear();
        tell::outcome(out, &outcome, self.common.lang)?;
        Ok(exit_code(&outcome.problems, self.deny))
    }
}

/// Shown on a terminal only, so that nothing but the result goes into a pipe or a log.
fn progress_bar(files: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(files).with_style(style)
}
