//! `tachtig review import`: the decisions in a filled-in workbook become data.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::cli::named;
use crate::cli::read_cells::isolated_reader;
use crate::reference::DataDir;
use crate::review::{Import, import};
use crate::run::Definitions;
use crate::terms::Lang;
use crate::workbook::ReviewWords;

/// Turn a filled-in workbook into decisions under DIR/reviews; the next run with --data DIR applies them
#[derive(Debug, Args)]
#[command(
    after_help = "Example: tachtig init eigen && tachtig review import besluiten.xlsx --data eigen && tachtig run --data eigen

All decisions are taken, or none when a cell is half filled or contradicts another. The same workbook twice changes nothing."
)]
pub struct ImportCommand {
    /// The workbook, in any format that is read
    #[arg(value_name = "FILE")]
    workbook: PathBuf,
    /// Folder with the definitions, as `tachtig init` writes it
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Language of messages
    #[arg(long, value_enum, default_value_t = Lang::Nl)]
    lang: Lang,
}

impl ImportCommand {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        let data = DataDir::open(&self.data)?;
        let (definitions, words) = (Definitions::load(&data)?, ReviewWords::load(&data)?);
        let source = isolated_reader()?.read(&named(&self.workbook));
        tell(out, &import(&source, &self.data, &definitions, &words)?, self.lang)?;
        Ok(ExitCode::SUCCESS)
    }
}

fn tell(out: &mut dyn Write, import: &Import, lang: Lang) -> Result<()> {
    for decision in &import.taken {
        let said = [&decision.role, &decision.level, &decision.distinguishing];
        let said: Vec<&str> = said.into_iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        let whose = [decision.municipality.as_str(), &decision.system_id].into_iter().filter(|part| !part.is_empty());
        let about = std::iter::once(decision.scope.as_str()).chain(whose).collect::<Vec<_>>().join(" ");
        writeln!(out, "  {} ({about}): {}", decision.product, said.join(", "))?;
    }
    let taken = lang.pick("besluiten overgenomen", "decisions taken");
    let known = lang.pick("stonden er al", "stood there already");
    let empty = lang.pick("rijen zonder besluit", "rows without a decision");
    writeln!(out, "{} {taken}, {} {known}, {} {empty}", import.taken.len(), import.known, import.empty)?;
    match &import.path {
        Some(path) => writeln!(out, "{}: {}", lang.pick("Geschreven", "Written"), path.display())?,
        None => writeln!(out, "{}", lang.pick("Er is niets veranderd.", "Nothing was changed."))?,
    }
    Ok(())
}
