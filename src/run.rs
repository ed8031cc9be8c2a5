//! A month from end to end: what was asked becomes a plan, and the stages are called in order.

mod judged;
mod past;
mod public;
mod restate;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use rayon::prelude::*;

use crate::classify::{Classified, Reviews, Rulebook};
use crate::inventory::{self, CARRIED_MONTHS, FileExtract, Inventory, Layouts};
use crate::measure::{self, disclosure};
use crate::problem::Problem;
use crate::reference::{DataDir, Reference};
use crate::report::{self, Publication, Settings};
use crate::sources::{self, Reader, SourceFile};
use crate::terms::Month;
use judged::{Judged, judge};
use past::{Edition, Past};

pub use past::{Compared, compared};
pub use restate::{Span, restate};

/// How many months the series of national figures spans, this month included.
const SERIES_MONTHS: u32 = 12;

/// All definitions, loaded and checked.
#[derive(Debug)]
pub struct Definitions {
    pub reference: Reference,
    pub layouts: Layouts,
    pub book: Rulebook,
    pub reviews: Reviews,
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
        let reviews = Reviews::load(data, &reference)?;
        Ok(Self { reference, layouts, book, reviews })
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
        for submitted in months.iter().copied().filter(|submitted| (oldest_needed(month)..=month).contains(submitted)) {
            files.extend(files_of(inventories, submitted)?);
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

/// The oldest month whose files a report leans on: those that the first month of its series carries forward.
fn oldest_needed(month: Month) -> Month {
    month.minus(CARRIED_MONTHS + SERIES_MONTHS - 1)
}

/// The files in the folder of a month.
fn files_of(inventories: &Path, submitted: Month) -> Result<Vec<(Month, SourceFile)>> {
    let found = sources::list_files(inventories, &inventories.join(submitted.to_string()))?;
    Ok(found.into_iter().map(|file| (submitted, file)).collect())
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
    /// All groups, also those that are not public.
    pub coverage: Vec<measure::Coverage>,
    pub response: Vec<measure::Response>,
    pub problems: Vec<Problem>,
    pub accounts: Vec<inventory::SheetAccount>,
    pub folder: PathBuf,
    pub movement: Option<measure::Movement>,
    /// What differs from the vintage whose place the report took.
    pub revisions: Option<report::Revisions>,
}

/// Runs the plan. `progress` hears of every file that was read.
///
/// # Errors
/// When an account does not close, the terms of a change do not add up, or the report can't be written.
pub fn run(plan: &Plan, definitions: &Definitions, progress: &(dyn Fn() + Sync)) -> Result<Outcome> {
    let files = read(&plan.files, &plan.reader, definitions, progress);
    let past = Past::of(&files, plan.month, definitions)?;
    let judged = judge(&files, plan.month, definitions)?;
    let edition = Edition::of(plan.month, &files, &judged, &definitions.reference);
    let outcome = publish(plan, definitions, &files, &past, &edition, judged);
    let_go(files);
    outcome
}

/// Frees what is large beside other work. A month has millions of small texts, and nobody waits for them.
fn let_go(large: impl Send + 'static) {
    rayon::spawn(move || drop(large));
}

/// Compares a month with what went before, and publishes it.
fn publish(
    plan: &Plan,
    definitions: &Definitions,
    files: &[FileExtract],
    past: &Past,
    edition: &Edition,
    mut judged: Judged,
) -> Result<Outcome> {
    let reference = &definitions.reference;
    judged.problems.extend(definitions.reviews.unmatched(&judged.classified, plan.month, reference));
    judged.problems.sort();
    let earlier = plan.compare_with.as_deref().map(report::archive::earlier).transpose()?;
    let movement = earlier.map(|earlier| measure::movement(plan.month, &judged.classified, &earlier));
    let figures = judged.figures(reference, plan.settings.target)?;
    let change = past.change(&plan.out, edition, reference)?;
    let bars = &reference.disclosure;
    let public_before = past.public_before(&plan.out, plan.month, bars)?;
    let flow = change.as_ref().map_or_else(Default::default, |change| change.behind.flow.clone());
    let disclosed = disclosure::disclose(&figures.coverage, &figures.roll, &public_before, &flow, bars);
    let revisions = revised(plan, &edition.vintage, &figures.coverage)?;
    let publication = Publication {
        month: plan.month,
        settings: plan.settings,
        synthetic: edition.vintage.synthetic,
        version: edition.vintage.version.clone(),
        fingerprint: reference.fingerprint.clone(),
        series: past.series(plan.month, &figures, bars),
        change: public::change(change.as_ref(), &disclosed, past.nation_was_public(&plan.out, plan.month, bars)?, bars),
        sensitivity: public::sensitivity(&figures.sensitivity, &disclosed),
        estimates: public::estimates(&figures.estimates, &disclosed),
        quality: public::quality(&judged, &disclosed, bars),
        accuracy: public::accuracy(reference),
        comparison: public::comparison(&judged.division.frame, reference),
        revised: revisions.as_ref().map(public::revised),
        coverage: disclosed.published,
        withheld: disclosed.withheld,
    };
    let replaces = revisions.as_ref().map(|revisions| revisions.before.name());
    let material = report::Material {
        publication: &publication,
        coverage: &figures.coverage,
        response: &judged.response,
        sensitivity: &figures.sensitivity,
        estimates: &figures.estimates,
        change: change.as_ref(),
        classified: &judged.classified,
        problems: &judged.problems,
        accounts: &judged.inventory.accounts,
        connections: &judged.inventory.connections,
        files,
        division: &judged.division,
        reference,
        movement: movement.as_ref(),
        vintage: &report::Vintage { replaces, ..edition.vintage.clone() },
        revisions: revisions.as_ref(),
    };
    let name = plan.month.to_string();
    let folder = report::publish(&plan.out, &name, &edition.vintage.name(), &report::render(&material)?)?;
    let Judged { response, problems, inventory, classified, .. } = judged;
    let_go(classified);
    let (coverage, accounts) = (figures.coverage, inventory.accounts);
    Ok(Outcome { publication, coverage, response, problems, accounts, folder, movement, revisions })
}

/// What differs from the vintage that is published now.
fn revised(plan: &Plan, now: &report::Vintage, coverage: &[measure::Coverage]) -> Result<Option<report::Revisions>> {
    let replaced = report::vintage::replaced(&plan.out.join(&now.month), now)?;
    let coverage = || report::tables::coverage(plan.month, coverage, plan.settings.target);
    replaced.map(|replaced| report::revisions(&replaced, now, coverage())).transpose()
}

fn read(
    files: &[(Month, SourceFile)],
    reader: &Reader,
    definitions: &Definitions,
    progress: &(dyn Fn() + Sync),
) -> Vec<FileExtract> {
    let one = |(month, file): &(Month, SourceFile)| {
        let extract = inventory::extract(reader.read(file), *month, &definitions.layouts, &definitions.reference);
        progress();
        extract
    };
    let mut files: Vec<FileExtract> = files.par_iter().map(one).collect();
    files.sort_by(|a, b| (a.month, &a.file).cmp(&(b.month, &b.file)));
    files
}

/// Assembles, judges and measures one month.
///
/// # Errors
/// When an account does not close.
pub fn month(files: &[FileExtract], month: Month, definitions: &Definitions) -> Result<MonthResult> {
    let judged = judge(files, month, definitions)?;
    let coverage = judged.coverage(&definitions.reference)?;
    let Judged { inventory, classified, problems, response, .. } = judged;
    Ok(MonthResult { inventory, classified, problems, response, coverage })
}
