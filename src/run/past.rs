//! The months before the one that is reported on, judged with today's definitions: the series of the chart, and what to compare with.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::judged::{Figures, Judged, judge};
use super::{Definitions, SERIES_MONTHS};
use crate::inventory::{CARRIED_MONTHS, FileExtract};
use crate::measure::{self, Basis, Change, Coverage, Group, Restated, Roll, Snapshot, disclosure};
use crate::reference::{DisclosureBars, Reference};
use crate::report::{Vintage, archive};
use crate::terms::Month;

/// A month with what it was made from.
#[derive(Debug, Clone)]
pub struct Edition {
    pub vintage: Vintage,
    pub snapshot: Snapshot,
}

impl Edition {
    pub(super) fn of(of: Month, files: &[FileExtract], judged: &Judged, reference: &Reference) -> Self {
        Self {
            vintage: Vintage::of(of, files, &judged.inventory.accounts, reference),
            snapshot: Snapshot::of(of, &reference.fingerprint, &judged.classified, &judged.response),
        }
    }

    /// A published report.
    ///
    /// # Errors
    /// When there is a report and it can't be read.
    fn read(report: &Path) -> Result<Option<Self>> {
        let Some(vintage) = Vintage::read(report)? else { return Ok(None) };
        Ok(Some(Self { vintage, snapshot: archive::snapshot(report)? }))
    }
}

/// A month before, as far as later months need it.
#[derive(Debug)]
pub(super) struct MonthBefore {
    /// The national figure in systems.
    national: Option<Coverage>,
    roll: Roll,
}

impl MonthBefore {
    pub(super) fn of(judged: &Judged) -> Self {
        let sums = judged.sums();
        Self { national: headline(&measure::national_coverage(sums)), roll: measure::roll(sums) }
    }
}

/// What is kept of the months before.
#[derive(Debug, Default)]
pub struct Past {
    /// By month, in order.
    months: Vec<MonthBefore>,
    /// The last month.
    last: Option<Edition>,
}

impl Past {
    /// The months that the series of a month needs, made again with today's definitions.
    ///
    /// # Errors
    /// When an account does not close.
    pub fn of(files: &[FileExtract], until: Month, definitions: &Definitions) -> Result<Self> {
        let mut past = Self::default();
        for earlier in (1..SERIES_MONTHS).rev().map(|count| until.minus(count)).filter(|earlier| is_known(files, *earlier)) {
            let judged = judge(files, earlier, definitions)?;
            past.months.push(MonthBefore::of(&judged));
            if earlier == until.minus(1) {
                past.last = Some(Edition::of(earlier, files, &judged, &definitions.reference));
            }
        }
        Ok(past)
    }

    /// Adds the month that was just made, and lets go of what no later month needs.
    pub(super) fn add(&mut self, month: MonthBefore, edition: Edition) {
        let oldest = month.roll.month.minus(SERIES_MONTHS - 1);
        self.months.push(month);
        self.months.retain(|month| month.roll.month > oldest);
        self.last = Some(edition);
    }

    /// The series that ends with this month, as far as it may be public.
    pub(super) fn series(&self, until: Month, this: &Figures, bars: &DisclosureBars) -> Vec<(Month, Coverage)> {
        let before = self.months.iter().filter(|month| month.roll.month > until.minus(SERIES_MONTHS));
        let all = before.map(|month| (month.national.clone(), &month.roll)).chain([(headline(&this.coverage), &this.roll)]);
        all.filter(|(_, roll)| disclosure::fit_for_series(roll, bars)).filter_map(|(one, roll)| Some((roll.month, one?))).collect()
    }

    /// The public tables of earlier months that lie beside this report: what this month's are compared with.
    ///
    /// # Errors
    /// When such a table is there and can't be read.
    pub(super) fn public_before(&self, out: &Path, until: Month, bars: &DisclosureBars) -> Result<Vec<disclosure::Past>> {
        let near = self.months.iter().rev().filter(|month| month.roll.month >= until.minus(bars.months_back));
        let public = near.map(|month| {
            let public = archive::public_groups(&out.join(month.roll.month.to_string()))?;
            Ok(disclosure::Past { roll: month.roll.clone(), public })
        });
        public.collect()
    }

    /// Whether the nation of the month before is public: in its report, or in the series.
    ///
    /// # Errors
    /// When there is a report of it and it can't be read.
    pub(super) fn nation_was_public(&self, out: &Path, until: Month, bars: &DisclosureBars) -> Result<bool> {
        let before = until.minus(1);
        let last = self.months.iter().find(|month| month.roll.month == before);
        let told = archive::public_groups(&out.join(before.to_string()))?;
        Ok(told.contains(&disclosure::key(&Group::national()))
            || last.is_some_and(|last| disclosure::fit_for_series(&last.roll, bars)))
    }

    /// What changed since the month before: against its report where one was published, else against what its inventories give.
    ///
    /// # Errors
    /// When its report can't be read, or the terms do not add up.
    pub(super) fn change(&self, out: &Path, now: &Edition, reference: &Reference) -> Result<Option<Change>> {
        let before = now.snapshot.month.minus(1);
        let again = self.last.as_ref().filter(|last| last.snapshot.month == before);
        let folder = out.join(before.to_string());
        let published =
            Vintage::read(&folder)?.filter(|published| again.is_none_or(|again| published.name() != again.vintage.name()));
        let published = if published.is_some() { Edition::read(&folder)? } else { None };
        published.as_ref().or(again).map(|before| change(before, again, now, reference)).transpose()
    }
}

/// Two published reports and what changed between them.
#[derive(Debug)]
pub struct Compared {
    pub before: Vintage,
    pub now: Vintage,
    pub change: Change,
}

impl Compared {
    /// Whether either was made from inventories that are made up.
    #[must_use]
    pub const fn synthetic(&self) -> bool {
        self.before.synthetic || self.now.synthetic
    }
}

/// Decomposes what changed between two published reports.
///
/// # Errors
/// When either is no report, they are in the wrong order, or the terms do not add up.
pub fn compared(before: &Path, now: &Path, reference: &Reference) -> Result<Compared> {
    let read = |report: &Path| Edition::read(report)?.with_context(|| format!("{} holds no report", report.display()));
    let (before, now) = (read(before)?, read(now)?);
    let (earlier, later) = (before.snapshot.month, now.snapshot.month);
    ensure!(earlier <= later, "{earlier} does not come before {later}; name the earlier report first");
    // Two vintages of one month from the same inventories differ by their definitions alone.
    let again = (earlier == later).then_some(&now);
    let change = change(&before, again, &now, reference)?;
    Ok(Compared { before: before.vintage, now: now.vintage, change })
}

/// `again` is the earlier month as today's definitions judge it.
fn change(before: &Edition, again: Option<&Edition>, now: &Edition, reference: &Reference) -> Result<Change> {
    let same_inputs = again.filter(|again| again.vintage.inputs == before.vintage.inputs);
    let basis = match same_inputs {
        _ if before.vintage.judged_like(&now.vintage) => Restated::SameDefinitions,
        Some(again) => Restated::JudgedAgain(&again.snapshot),
        None => Restated::NotToldApart,
    };
    measure::change(&before.snapshot, basis, &now.snapshot, reference)
}

/// Whether any file can speak for a month.
pub(super) fn is_known(files: &[FileExtract], of: Month) -> bool {
    files.iter().any(|file| (of.minus(CARRIED_MONTHS)..=of).contains(&file.month))
}

fn headline(coverage: &[Coverage]) -> Option<Coverage> {
    coverage.iter().find(|coverage| coverage.basis() == Basis::HEADLINE && coverage.group.is_national()).cloned()
}
