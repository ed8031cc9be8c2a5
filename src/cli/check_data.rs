//! `tachtig check-data`: tries all definitions, as a run would.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::reference::DataDir;
use crate::run::Definitions;
use crate::workbook::{ReviewWords, TemplateWords};

/// Check rules, catalogue, reference and layouts; tell everything that is wrong with them
#[derive(Debug, Args)]
#[command(after_help = "Example: tachtig check-data mydata")]
pub struct CheckData {
    /// The folder; the definitions built in when left out
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl CheckData {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        let data = self.dir.as_deref().map_or_else(|| Ok(DataDir::embedded()), DataDir::open)?;
        let definitions = Definitions::load(&data)?;
        TemplateWords::load(&data)?;
        ReviewWords::load(&data)?;
        let reference = &definitions.reference;
        let examples: usize = definitions.book.rules.iter().map(|rule| rule.matches.len() + rule.near_misses.len()).sum();
        writeln!(out, "{}: {} rules with {examples} examples", data.name(), definitions.book.rules.len())?;
        writeln!(
            out,
            "  {} layouts, {} corrections, {} reviews, {} provisions, {} partnerships, {} reference components",
            definitions.layouts.layouts.len(),
            definitions.layouts.corrections.count(),
            definitions.reviews.all().len(),
            reference.provisions.iter().count(),
            reference.partnerships.iter().count(),
            reference.components.iter().count()
        )?;
        let (vendors, vendor_names) = reference.names.vendors.count();
        writeln!(out, "  {vendors} vendors with {vendor_names} names, {} products", reference.names.products.iter().count())?;
        for list in definitions.book.unused_lists() {
            writeln!(out, "  rules/words.toml: no rule asks for the list '{list}'")?;
        }
        writeln!(out, "  fingerprint {}", reference.fingerprint)?;
        Ok(ExitCode::SUCCESS)
    }
}
