//! `tachtig explain`: what a code, a rule or a system is about.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use super::Common;
use crate::classify::Rule;
use crate::problem::{Code, text};
use crate::report::archive;
use crate::run::Definitions;
use crate::terms::Lang;

/// Explain a problem code, a rule, or a system of the newest report
#[derive(Debug, Args)]
#[command(
    after_help = "Examples: tachtig explain unknown-municipality\n          tachtig explain distinguishing/parking/parking-systems\n          tachtig explain Baarle-Nassau/Zivver"
)]
pub struct Explain {
    /// A problem code, a rule's id, a system's id, or municipality/name
    #[arg(value_name = "CODE|RULE|SYSTEM")]
    what: String,
    /// Folder with the reports, for systems
    #[arg(long, value_name = "DIR", default_value = "reports")]
    out: PathBuf,
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
        if let Some(rule) = definitions.book.get(&self.what) {
            self.explain_rule(out, rule)?;
            return Ok(ExitCode::SUCCESS);
        }
        self.explain_system(out, &definitions)
    }

    fn explain_rule(&self, out: &mut dyn Write, rule: &Rule) -> Result<()> {
        writeln!(out, "data/rules/{}.toml\n\n{}", rule.id, rule.text.trim_end())?;
        if let Some(report) = archive::newest(&self.out)? {
            let decided = archive::decided_by(&report, &rule.id)?;
            let text = self
                .common
                .lang
                .pick("systemen in dit rapport beslist door deze regel", "systems in this report decided by this rule");
            writeln!(out, "\n{}: {decided} {text}", report.display())?;
        }
        Ok(())
    }

    fn explain_system(&self, out: &mut dyn Write, definitions: &Definitions) -> Result<ExitCode> {
        let Some(report) = archive::newest(&self.out)? else {
            bail!("'{}' is no code and no rule, and {} holds no report to look for a system in", self.what, self.out.display());
        };
        let systems = archive::find_systems(&report, &self.what)?;
        if systems.is_empty() {
            bail!("'{}' is no code, no rule, and no system in {}", self.what, report.display());
        }
        for system in systems {
            writeln!(out, "{}", report.display())?;
            for (column, value) in &system {
                writeln!(out, "  {column:<22} {value}")?;
            }
            let grounds =
                ["level_rule", "distinguishing_rule"].iter().filter_map(|column| system.iter().find(|(name, _)| name == column));
            for rule in grounds.flat_map(|(_, ids)| ids.split(" | ")).filter_map(|id| definitions.book.get(id)) {
                writeln!(out, "  {}: {} ({})", rule.id, rule.because, rule.source)?;
            }
            writeln!(out)?;
        }
        Ok(ExitCode::SUCCESS)
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
