//! `tachtig review`: what people decide about systems, out to a workbook, back as data, and compared.

mod agree;
mod export;
mod import;

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Subcommand};

/// Let people decide what the tool leaves open: export the open systems, import decisions, compare two reviewers
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tachtig review export besluiten.xlsx
  tachtig review import besluiten.xlsx --data eigen
  tachtig review agree besluiten-a.xlsx besluiten-b.xlsx")]
pub struct Review {
    #[command(subcommand)]
    step: Step,
}

#[derive(Debug, Subcommand)]
enum Step {
    Export(export::Export),
    Import(import::ImportCommand),
    Agree(agree::Agree),
}

impl Review {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        match &self.step {
            Step::Export(step) => step.run(out),
            Step::Import(step) => step.run(out),
            Step::Agree(step) => step.run(out),
        }
    }
}
