//! One month, judged and counted: what all its figures are made from. Units and sums are made here, once.

use anyhow::{Context, Result, bail};

use super::Definitions;
use crate::classify::{self, Classified};
use crate::inventory::{self, FileExtract, Inventory};
use crate::measure::estimate::{Estimate, estimates};
use crate::measure::{self, Coverage, Division, Response, Roll, Sensitivity, Sums, Tallies, Target, Units};
use crate::problem::Problem;
use crate::reference::Reference;
use crate::terms::Month;

/// One month, judged and counted, and not yet measured.
pub(super) struct Judged {
    pub inventory: Inventory,
    pub classified: Vec<Classified>,
    pub problems: Vec<Problem>,
    pub response: Vec<Response>,
    pub division: Division,
    units: Units,
    /// What each municipality adds up to, in the order of the frame.
    own: Vec<Tallies>,
}

/// The figures of one month.
pub(super) struct Figures {
    pub coverage: Vec<Coverage>,
    pub sensitivity: Vec<Sensitivity>,
    pub estimates: Vec<Estimate>,
    /// What each municipality brings to them.
    pub roll: Roll,
}

/// Assembles, judges and counts one month.
///
/// # Errors
/// When an account does not close.
pub(super) fn judge(files: &[FileExtract], month: Month, definitions: &Definitions) -> Result<Judged> {
    let reference = &definitions.reference;
    let mut inventory = inventory::assemble(files, month, reference, &definitions.layouts);
    check_accounts(&inventory)?;
    let systems = std::mem::take(&mut inventory.systems);
    let (classified, judged) = classify::classify(&inventory, systems, &definitions.book, &definitions.reviews, reference);
    let mut problems = std::mem::take(&mut inventory.problems);
    problems.extend(judged);
    problems.sort();
    let frame = reference.municipalities.frame(month);
    let response = measure::response(&inventory, &classified, &problems, &frame, |code| {
        reference.municipalities.name(code).unwrap_or(code).to_owned()
    });
    let units = measure::units(&classified, &frame);
    let own = measure::tallies(&units, &frame);
    Ok(Judged { inventory, classified, problems, response, division: Division::of(frame, reference), units, own })
}

fn check_accounts(inventory: &Inventory) -> Result<()> {
    if let Some(open) = inventory.accounts.iter().find(|account| !account.account.closes()) {
        bail!("the rows of sheet '{}' of {} do not add up: {:?}", open.sheet, open.file, open.account);
    }
    Ok(())
}

impl Judged {
    /// What its municipalities add up to.
    pub(super) fn sums(&self) -> Sums<'_> {
        Sums { division: &self.division, response: &self.response, own: &self.own }
    }

    /// Coverage of all groups.
    ///
    /// # Errors
    /// When the sums can't be computed.
    pub(super) fn coverage(&self, reference: &Reference) -> Result<Vec<Coverage>> {
        let month = self.division.frame.month;
        measure::coverage(&self.units, self.sums(), reference).with_context(|| format!("measuring {month}"))
    }

    /// All figures. The units are let go with it: they are many, and nothing else needs them.
    ///
    /// # Errors
    /// When the sums can't be computed.
    pub(super) fn figures(&mut self, reference: &Reference, target: Target) -> Result<Figures> {
        let (coverage, estimates) = rayon::join(|| self.coverage(reference), || estimates(self.sums()));
        let sensitivity = measure::sensitivity(std::mem::take(&mut self.units), target);
        Ok(Figures { coverage: coverage?, sensitivity, estimates, roll: measure::roll(self.sums()) })
    }
}
