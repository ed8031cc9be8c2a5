//! The inventories of one month: for each municipality the submissions that count, merged into systems, and every row accounted for.

mod accounting;
mod answered;
mod chosen;
mod connections;
mod entries;
mod holder;
mod identities;
mod products;
mod systems;
#[cfg(test)]
mod tests;
mod told;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use answered::Answered;
pub use chosen::LeftOut;

use accounting::Books;
use chosen::Chosen;
use holder::Holders;

use crate::inventory::{Account, FileExtract, Layouts, PlacedConnection, System};
use crate::problem::Problem;
use crate::reference::Reference;
use crate::terms::Month;

/// An inventory older than this many months is no answer any more (METHOD §1).
pub const CARRIED_MONTHS: u32 = 12;

/// The account of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetAccount {
    pub file: Arc<str>,
    /// The month for which the file was sent.
    pub submitted: Month,
    pub sheet: Arc<str>,
    pub layout: Option<Arc<str>>,
    pub account: Account,
}

/// All inventories of one month.
#[derive(Debug)]
pub struct Inventory {
    pub month: Month,
    /// In order of municipality and id.
    pub systems: Vec<System>,
    /// By code of the month: every municipality that any file up to the month, or a partnership's row of the month, speaks of.
    pub answered: BTreeMap<Arc<str>, Answered>,
    /// Of the files of the month, and of earlier files that were needed.
    pub accounts: Vec<SheetAccount>,
    pub problems: Vec<Problem>,
    /// Recorded beside the systems, in order of municipality and place.
    pub connections: Vec<PlacedConnection>,
}

/// Puts together what is known for a month from files of that month and of the twelve before.
#[must_use]
pub fn assemble(files: &[FileExtract], month: Month, reference: &Reference, layouts: &Layouts) -> Inventory {
    let mut known: Vec<&FileExtract> = files.iter().filter(|file| file.month <= month).collect();
    known.sort_by(|a, b| (a.month, &a.file).cmp(&(b.month, &b.file)));
    let oldest = month.minus(CARRIED_MONTHS);
    let window: Vec<&FileExtract> = known.iter().copied().filter(|file| file.month >= oldest).collect();
    let holders = Holders::of(&known, month, reference);
    let chosen = Chosen::of(&window, &holders, &layouts.marks);
    let mut books = Books::default();
    let mut read = entries::read(&window, &holders, &chosen, &mut books);
    let twice = identities::settle(&mut read.entries);
    let mut answered = answered::answered(&read.entries, &known, &holders, &chosen, layouts, month);
    let mut inventory = Inventory {
        month,
        systems: Vec::new(),
        answered: BTreeMap::new(),
        accounts: Vec::new(),
        problems: twice,
        connections: Vec::new(),
    };
    for group in read.entries.chunk_by(|a, b| a.municipality == b.municipality && a.identity == b.identity) {
        let of_respondent = answered.get(&group[0].municipality).is_some_and(Answered::is_own);
        inventory.systems.push(systems::system(group, month, of_respondent, &reference.names, &mut inventory.problems));
        books.book_group(group);
        if let Some(answered) = answered.get_mut(&group[0].municipality) {
            answered.rows += group.len() as u64;
        }
    }
    inventory.answered = answered;
    let connecting = connections::collect(&window, reference, &mut inventory, &mut books);
    let accounted = accounting::accounted_files(&window, month, &read.entries, &connecting);
    inventory.accounts = accounting::accounts(&accounted, &books);
    inventory.problems.extend(told::submissions(month, &holders, &chosen, &inventory.answered, &read.entries));
    inventory.problems.extend(told::rows(&accounted, &mut read.problems, &holders));
    inventory.problems.extend(told::unused_corrections(&accounted));
    inventory.problems.sort();
    inventory
}
