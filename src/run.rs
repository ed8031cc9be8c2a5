//! A month from end to end: what was asked becomes a plan, and the stages are called in order.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use crate::classify::{self, Classified, Rulebook};
use crate::inventory::{self, CARRIED_MONTHS, FileExtract, Inventory, Layouts};
use crate::measure::{self, Unit};
use crate::problem::Problem;
use crate::reference::{DataDir, Reference};
use crate::report::{self, Publication, Settings};
use crate::sources::{self, Reader, SourceFile};
use crate::terms::Month;

/// How many months the series of national figures spans, this month included.
const SERIES_MONTHS: u32 = 12;

/// All definitions, loaded and checked.
#[derive(Debug)]
pub struct Definitions {
    pub reference: Reference,
    pub layouts: Layouts,
    pub book: Rulebook,
}

impl Definitions {
    /// Loads everything from a data folder.
    ///
    /// # Errors
    /// Lists what is wrong with the data.
    pub fn load(data: &DataDir) -> Result<Self> {
        let reference = Reference::load(data)?;
        let layouts = Layouts::load(data)?;
        layouts.corrections.check(&reference)?;
        let book = Rulebook::load(data, &reference)?;
        Ok(Self { reference, layouts, book })
    }
}

/// What a run is to do.
#[derive(Debug, Clone)]
pub struct Plan {
    pub month: Month,
    /// The files to read, each with the month for which it was sent.
    pub files: Vec<(Month, SourceFile)>,
    pub out: PathBuf,
    pub settings: Settings,
    /// How the files are read; in this process unless said otherwise.
    pub reader: Reader,
    /// The folder of another report, to say which verdicts moved since.
    pub compare_with: Option<PathBuf>,
}

impl Plan {
    /// Finds the month and its files: folders of months under `inventories`, or, with a month given and no folder for it, all
    /// files straight in there.
    ///
    /// # Errors
    /// When there is nothing to report on.
    pub fn new(month: Option<Month>, inventories: &Path, out: PathBuf, settings: Settings) -> Result<Self> {
        if let (Some(month), true) = (month, inventories.is_file()) {
            let name = inventories.file_name().unwrap_or_default().to_string_lossy();
            let file = SourceFile { name: name.as_ref().into(), path: inventories.to_path_buf() };
            return Ok(Self::of(month, vec![(month, file)], out, settings));
        }
        let months = sources::find_months(inventories)?;
        let Some(month) = month.or_else(|| months.last().copied()) else {
            bail!(
                "{} has no folder of a month such as 2026-11; make one, or say with --month which month its files are of",
                inventories.display()
            );
        };
        let mut files = Vec::new();
        let oldest = month.minus(CARRIED_MONTHS + SERIES_MONTHS - 1);
        for submitted in months.iter().copied().filter(|submitted| (oldest..=month).contains(submitted)) {
            let found = sources::list_files(inventories, &inventories.join(submitted.to_string()))?;
            files.extend(found.into_iter().map(|file| (submitted, file)));
        }
        if !months.contains(&month) && months.is_empty() {
            files.extend(sources::list_files(inventories, inventories)?.into_iter().map(|file| (month, file)));
        }
        if files.is_empty() {
            bail!("{} has no files for {month} or the year before", inventories.display());
        }
        Ok(Self::of(month, files, out, settings))
    }

    fn of(month: Month, files: Vec<(Month, SourceFile)>, out: PathBuf, settings: Settings) -> Self {
        Self { month, files, out, settings, reader: Reader::in_process(), compare_with: None }
    }
}

/// One month, judged and measured.
#[derive(Debug)]
pub struct MonthResult {
    pub inventory: Inventory,
    pub classified: Vec<Classified>,
    pub problems: Vec<Problem>,
    pub response: Vec<measure::Response>,
    pub coverage: Vec<measure::Coverage>,
}

/// What a run gave, for the command to tell.
#[derive(Debug)]
pub struct Outcome {
    pub publication: Publication,
    pub problems: Vec<Problem>,
    pub accounts: Vec<inventory::SheetAccount>,
    pub folder: PathBuf,
    pub movement: Option<measure::Movement>,
}

/// Runs the plan. `progress` hears of every file that was read.
///
/// # Errors
/// When an account does not close, or the report can't be written.
pub fn run(plan: &Plan, definitions: &Definitions, progress: &(dyn Fn() + Sync)) -> Result<Outcome> {
    let files = read(plan, definitions, progress);
    let month = month(&files, plan.month, definitions)?;
    let earlier = plan.compare_with.as_deref().map(report::archive::earlier).transpose()?;
    let movement = earlier.map(|earlier| measure::movement(plan.month, &month.classified, &earlier));
    let frame = definitions.reference.municipalities.frame(plan.month);
    let estimates = measure::estimate::estimates(&month.classified, &frame, &month.response).context("estimating for all")?;
    let publication = Publication {
        month: plan.month,
        settings: plan.settings,
        synthetic: is_synthetic(&files),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        fingerprint: definitions.reference.fingerprint.clone(),
        series: series(&files, plan.month, &month, definitions)?,
        coverage: month.coverage,
        response: month.response,
        estimates,
    };
    let material = report::Material {
        publication: &publication,
        classified: &month.classified,
        problems: &month.problems,
        accounts: &month.inventory.accounts,
        connections: &month.inventory.connections,
        files: &files,
        reference: &definitions.reference,
        movement: movement.as_ref(),
    };
    let folder = report::publish(&plan.out, &plan.month.to_string(), &report::render(&material)?)?;
    Ok(Outcome { publication, problems: month.problems, accounts: month.inventory.accounts, folder, movement })
}

fn read(plan: &Plan, definitions: &Definitions, progress: &(dyn Fn() + Sync)) -> Vec<FileExtract> {
    let one = |(month, file): &(Month, SourceFile)| {
        let extract = inventory::extract(plan.reader.read(file), *month, &definitions.layouts, &definitions.reference);
        progress();
        extract
    };
    let mut files: Vec<FileExtract> = plan.files.par_iter().map(one).collect();
    files.sort_by(|a, b| (a.month, &a.file).cmp(&(b.month, &b.file)));
    files
}

/// Assembles, judges and measures one month.
///
/// # Errors
/// When an account does not close.
pub fn month(files: &[FileExtract], month: Month, definitions: &Definitions) -> Result<MonthResult> {
    let reference = &definitions.reference;
    let mut inventory = inventory::assemble(files, month, reference, &definitions.layouts);
    check_accounts(&inventory)?;
    let systems = std::mem::take(&mut inventory.systems);
    let (classified, judged) = classify::classify(&inventory, systems, &definitions.book, reference);
    let mut problems = std::mem::take(&mut inventory.problems);
    problems.extend(judged);
    problems.sort();
    let frame = reference.municipalities.frame(month);
    let response = measure::response(&inventory, &classified, &problems, &frame, |code| {
        reference.municipalities.name(code).unwrap_or(code).to_owned()
    });
    let coverage = measure::coverage(&classified, &frame, &response).with_context(|| format!("measuring {month}"))?;
    Ok(MonthResult { inventory, classified, problems, response, coverage })
}

fn check_accounts(inventory: &Inventory) -> Result<()> {
    if let Some(open) = inventory.accounts.iter().find(|account| !account.account.closes()) {
        bail!("the rows of sheet '{}' of {} do not add up: {:?}", open.sheet, open.file, open.account);
    }
    Ok(())
}

/// Whether any inventory says of itself that it is made up. Those of earlier months are in the series, so they count too.
fn is_synthetic(files: &[FileExtract]) -> bool {
    files.iter().any(|file| file.synthetic && file.sheets.iter().any(|sheet| !sheet.records.is_empty()))
}

/// The national figures of the months before, made again with today's definitions, and this month's.
fn series(
    files: &[FileExtract],
    until: Month,
    this: &MonthResult,
    definitions: &Definitions,
) -> Result<Vec<(Month, measure::Coverage)>> {
    let national = |coverage: &[measure::Coverage]| {
        coverage.iter().find(|coverage| coverage.unit == Unit::Systems && coverage.group.is_national()).cloned()
    };
    let mut series = Vec::new();
    for earlier in (1..SERIES_MONTHS).rev().map(|count| until.minus(count)) {
        if files.iter().any(|file| (earlier.minus(CARRIED_MONTHS)..=earlier).contains(&file.month)) {
            let result = month(files, earlier, definitions)?;
            series.extend(national(&result.coverage).map(|coverage| (earlier, coverage)));
        }
    }
    series.extend(national(&this.coverage).map(|coverage| (until, coverage)));
    Ok(series)
}
