//! What can be typed: one file per command. The only place that prints, and the only one that asks for the time.

mod check;
mod check_data;
mod diff;
mod evaluate;
mod explain;
mod init;
mod present;
mod read_cells;
mod restate;
mod review;
mod run;
mod tell;
mod template;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::problem::{Code, Effect, Problem};
use crate::reference::DataDir;
use crate::sources::SourceFile;
use crate::terms::Lang;

/// Measures how much of the digitalisation of Dutch municipalities is organised collectively
#[derive(Debug, Parser)]
#[command(
    version,
    max_term_width = 110,
    after_help = "\
Examples:
  tachtig check applicaties.xlsx      what is wrong with a list, before it is sent
  tachtig template applicaties.xlsx   an empty list to fill in
  tachtig run                         reads data/inventories and writes reports/<newest month>/"
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Run(run::Run),
    Restate(restate::Restate),
    Diff(diff::Diff),
    Check(check::Check),
    Evaluate(evaluate::Evaluate),
    Template(template::TemplateCommand),
    Review(review::Review),
    Explain(explain::Explain),
    Init(init::Init),
    CheckData(check_data::CheckData),
    #[command(hide = true)]
    ReadCells(read_cells::ReadCells),
}

/// Options that several commands have.
#[derive(Debug, Args)]
struct Common {
    /// Folder with rules, catalogue, reference and layouts, instead of those built in
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Language of reports and messages
    #[arg(long, value_enum, default_value_t = Lang::Nl)]
    lang: Lang,
}

/// How a command writes its outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// A file that was named on the command line, called as it was typed.
fn named(path: &Path) -> SourceFile {
    SourceFile { name: path.to_string_lossy().replace('\\', "/").into(), path: path.to_path_buf() }
}

impl Common {
    fn data(&self) -> Result<DataDir> {
        self.data.as_deref().map_or_else(|| Ok(DataDir::embedded()), DataDir::open)
    }
}

impl Cli {
    /// Carries out what was asked and says how it ended.
    ///
    /// # Errors
    /// When it could not be carried out; problems with the data are no error.
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        crate::sources::silence_guarded_panics();
        match &self.command {
            Command::Run(command) => command.run(out),
            Command::Restate(command) => command.run(out),
            Command::Diff(command) => command.run(out),
            Command::Check(command) => command.run(out),
            Command::Evaluate(command) => command.run(out),
            Command::Template(command) => command.run(out),
            Command::Review(command) => command.run(out),
            Command::Explain(command) => command.run(out),
            Command::Init(command) => command.run(out),
            Command::CheckData(command) => command.run(out),
            Command::ReadCells(command) => command.run(out),
        }
    }
}

/// 1 when a problem is as grave as the user wants to know of, or a correction or review no longer finds what it expects; else 0.
fn exit_code(problems: &[Problem], deny: Option<Effect>) -> ExitCode {
    let denied = deny.is_some_and(|deny| problems.iter().any(|problem| problem.effect() >= deny));
    let misses = problems.iter().any(|problem| matches!(problem.code, Code::CorrectionMisses | Code::ReviewMisses));
    ExitCode::from(u8::from(denied || misses))
}
