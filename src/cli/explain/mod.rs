//! `tachtig explain`: what a code, a rule or a system is about.

mod conditions;
mod rule;
mod system;
mod words;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;
use serde::Serialize;

use super::read_cells::isolated_reader;
use super::{Common, Format};
use crate::explain::{Inventories, rule_story, story};
use crate::problem::{Code, text};
use crate::report::archive::{self, ArchivedSystem, Report};
use crate::run::Definitions;
use crate::terms::Lang;

/// Tell the story of a problem code, a rule, or a system of the newest report
#[derive(Debug, Args)]
#[command(
    after_help = "Examples: tachtig explain unknown-municipality\n          tachtig explain distinguishing/parking/parking-systems\n          tachtig explain Baarle-Nassau/Zivver"
)]
pub struct Explain {
    /// A problem code, a rule's id, a system's id, municipality/name or municipality/id
    #[arg(value_name = "CODE|RULE|SYSTEM")]
    what: String,
    /// Folder with the reports, for rules and systems
    #[arg(long, value_name = "DIR", default_value = "reports")]
    out: PathBuf,
    /// Folder with the inventories that the report was made from, to show rows as typed
    #[arg(long, value_name = "DIR", default_value = "data/inventories")]
    inventories: PathBuf,
    /// How to write the story of a rule or a system
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    common: Common,
}

impl Explain {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        if let Some(code) = Code::parse(&self.what) {
            explain_code(out, code, self.common.lang)?;
            return Ok(ExitCode::SUCCESS);
        }
        let definitions = Definitions::load(&self.common.data()?)?;
        let report = archive::newest(&self.out)?.map(|folder| Report::open(&folder)).transpose()?;
        if let Some(found) = definitions.book.get(&self.what) {
            let told = rule_story(found, report.as_ref(), &definitions);
            self.write(out, &told, || rule::text(&told, &definitions, self.common.lang))?;
            return Ok(ExitCode::SUCCESS);
        }
        let Some(report) = report else {
            bail!("'{}' is no code and no rule, and {} holds no report to look for a system in", self.what, self.out.display());
        };
        self.explain_system(out, &report, &definitions)
    }

    fn explain_system(&self, out: &mut dyn Write, report: &Report, definitions: &Definitions) -> Result<ExitCode> {
        let found = report.find(&self.what);
        match found.as_slice() {
            [] => bail!("'{}' is no code, no rule, and no system in {}", self.what, report.folder.display()),
            [one] => {
                let inventories = Inventories { folder: self.inventories.clone(), reader: isolated_reader()? };
                let told = story(report, one, definitions, &inventories, self.common.lang)?;
                self.write(out, &told, || system::text(&told, definitions, self.common.lang))?;
                Ok(ExitCode::SUCCESS)
            }
            several => self.list(out, several),
        }
    }

    /// Says that several systems match, and how each can be asked for.
    fn list(&self, out: &mut dyn Write, several: &[ArchivedSystem<'_>]) -> Result<ExitCode> {
        let lang = self.common.lang;
        let text = lang.pick("systemen passen daarbij; vraag naar één ervan:", "systems match; ask for one of them:");
        writeln!(out, "{} {text}", several.len())?;
        for system in several {
            let text = |column: &str| system.text(column).unwrap_or_default();
            writeln!(out, "  {}/{}   {}", text("municipality_code"), text("system_id"), text("municipality"))?;
        }
        Ok(ExitCode::from(2))
    }

    fn write(&self, out: &mut dyn Write, told: &impl Serialize, text: impl FnOnce() -> String) -> Result<()> {
        match self.format {
            Format::Text => out.write_all(text().as_bytes())?,
            Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(told)?)?,
        }
        Ok(())
    }
}

fn explain_code(out: &mut dyn Write, code: Code, lang: Lang) -> Result<()> {
    let text = text(code, lang);
    let (what, effect, next) = (lang.pick("Wat", "What"), lang.pick("Gevolg", "Effect"), lang.pick("Wat te doen", "What to do"));
    writeln!(out, "{} [{}]\n", text.title, code.as_str())?;
    writeln!(out, "{what}: {}{}", text.message, text.with_hint)?;
    writeln!(out, "{effect}: {} ({})", text.effect, code.effect().as_str())?;
    writeln!(out, "{next}: {}", text.next)?;
    if !text.keeper.is_empty() {
        writeln!(out, "{}: {}", lang.pick("Of in de definities", "Or in the definitions"), text.keeper)?;
    }
    Ok(())
}
