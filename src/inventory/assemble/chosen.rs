//! Which submissions count for each owner: of each the newest version, and of earlier months those that nothing newer stands for.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::holder::Holders;
use super::products::{products_of, same_content};
use crate::inventory::submission::{Extent, Marks};
use crate::inventory::{FileExtract, Owner, Record};
use crate::terms::Month;

/// A newer submission by another name that has this much of the products of an earlier one takes its place: three of five.
const COVERS: (usize, usize) = (3, 5);

/// Why a submission is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// A newer version of it is there.
    NewerVersion,
    /// Another file of the month says the same.
    Duplicate,
    /// A newer submission by another name says as much, or says that it is the whole.
    Covered,
    /// The municipality into which it merged sent one of its own.
    Succeeded,
}

impl LeftOut {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NewerVersion => "newer version",
            Self::Duplicate => "duplicate",
            Self::Covered => "covered by newer",
            Self::Succeeded => "successor sent its own",
        }
    }
}

/// What becomes of the rows that one file has of one owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stand {
    Used,
    LeftOut(LeftOut, Arc<str>),
}

/// The choice for all owners.
pub struct Chosen<'a> {
    /// By owner and file.
    pub stands: BTreeMap<(&'a Owner, &'a str), (&'a FileExtract, Stand)>,
    /// Where submissions of several months are joined: the products that each month speaks of.
    spoken_of: BTreeMap<&'a Owner, BTreeMap<Month, BTreeSet<String>>>,
}

impl<'a> Chosen<'a> {
    pub fn of(window: &[&'a FileExtract], holders: &Holders<'_>, marks: &Marks) -> Self {
        let mut chosen = Self { stands: BTreeMap::new(), spoken_of: BTreeMap::new() };
        for (owner, files) in by_owner(window) {
            chosen.choose(owner, files, marks);
        }
        chosen.let_successors_speak(holders, marks);
        chosen
    }

    /// Whether the rows that a file has of an owner count.
    pub fn uses_file(&self, file: &FileExtract, owner: &Owner) -> bool {
        self.stands.get(&(owner, &*file.file)).is_some_and(|(_, stand)| *stand == Stand::Used)
    }

    /// Whether a submission of a later month speaks of a row's product, so that the row does not count.
    pub fn is_spoken_of_later(&self, month: Month, record: &Record) -> bool {
        let Some(months) = self.spoken_of.get(&record.owner) else { return false };
        months.iter().any(|(later, products)| *later > month && products.contains(&*record.named.product_key))
    }

    fn choose(&mut self, owner: &'a Owner, files: Vec<&'a FileExtract>, marks: &Marks) {
        let mut standing = self.newest_versions(owner, files);
        self.leave_out_duplicates(owner, &mut standing);
        let mut kept: Vec<&'a FileExtract> = Vec::new();
        for of_month in standing.chunk_by(|a, b| a.month == b.month) {
            let joined: Vec<&'a FileExtract> =
                of_month.iter().copied().filter(|file| !self.is_covered(owner, file, &kept, marks)).collect();
            kept.extend(joined);
        }
        if kept.first().map(|file| file.month) != kept.last().map(|file| file.month) {
            let months = self.spoken_of.entry(owner).or_default();
            for file in &kept {
                months.entry(file.month).or_default().extend(products_of(file, owner));
            }
        }
    }

    /// Of each submission the newest version; newest month first.
    fn newest_versions(&mut self, owner: &'a Owner, files: Vec<&'a FileExtract>) -> Vec<&'a FileExtract> {
        let mut newest: BTreeMap<&str, &'a FileExtract> = BTreeMap::new();
        let rank = |file: &'a FileExtract| (file.month, file.version.age, &file.file);
        for file in &files {
            let best = newest.entry(&file.version.submission).or_insert(file);
            if rank(file) > rank(best) {
                *best = file;
            }
        }
        for file in files {
            let best = newest.get(file.version.submission.as_str()).map_or(file, |best| best);
            let stand = if best.file == file.file { Stand::Used } else { Stand::LeftOut(LeftOut::NewerVersion, best.file.clone()) };
            self.stands.insert((owner, &file.file), (file, stand));
        }
        let mut standing: Vec<&'a FileExtract> = newest.into_values().collect();
        standing.sort_by_key(|file| (Reverse(file.month), &file.file));
        standing
    }

    /// Of files of one month that say the same, the first by name stays.
    fn leave_out_duplicates(&mut self, owner: &'a Owner, standing: &mut Vec<&'a FileExtract>) {
        let mut kept: Vec<&'a FileExtract> = Vec::new();
        for file in standing.iter() {
            match kept.iter().find(|other| other.month == file.month && same_content(other, file, owner)) {
                Some(other) => self.leave_out(owner, file, LeftOut::Duplicate, &other.file),
                None => kept.push(file),
            }
        }
        *standing = kept;
    }

    /// Whether what was sent later stands for this file; notes it.
    fn is_covered(&mut self, owner: &'a Owner, file: &'a FileExtract, later: &[&'a FileExtract], marks: &Marks) -> bool {
        let by = |extent: Extent| later.iter().filter(move |other| extent_of(other, owner, marks) == extent);
        let whole = by(Extent::Whole).next();
        let covering = whole.or_else(|| {
            let own = products_of(file, owner);
            let spoken: BTreeSet<String> = by(Extent::Unsaid).flat_map(|other| products_of(other, owner)).collect();
            let shared = own.intersection(&spoken).count();
            (shared * COVERS.1 >= own.len() * COVERS.0).then(|| by(Extent::Unsaid).next()).flatten()
        });
        if let Some(covering) = covering {
            self.leave_out(owner, file, LeftOut::Covered, &covering.file);
        }
        covering.is_some()
    }

    fn leave_out(&mut self, owner: &'a Owner, file: &'a FileExtract, because: LeftOut, by: &Arc<str>) {
        self.stands.insert((owner, &file.file), (file, Stand::LeftOut(because, by.clone())));
    }

    /// A municipality that others merged into speaks for them with its first own submission since then, unless that is a part.
    fn let_successors_speak(&mut self, holders: &Holders<'_>, marks: &Marks) {
        let mut succeeded: Vec<(&'a Owner, &'a FileExtract, Arc<str>)> = Vec::new();
        for ((owner, _), (file, _)) in self.stands.iter().filter(|(_, (_, stand))| *stand == Stand::Used) {
            let Owner::Municipality(code) = owner else { continue };
            let (Some(since), Some(present)) = (holders.merged_since(code), holders.present(code)) else { continue };
            let successor = Owner::Municipality(present.clone());
            let own = self.stands.iter().find(|((other, _), (file, stand))| {
                **other == successor
                    && *stand == Stand::Used
                    && file.month.first_day() >= since
                    && extent_of(file, &successor, marks) != Extent::Part
            });
            if let Some((_, (own, _))) = own {
                succeeded.push((owner, file, own.file.clone()));
            }
        }
        for (owner, file, by) in succeeded {
            self.leave_out(owner, file, LeftOut::Succeeded, &by);
        }
    }
}

/// How much a file says that it holds of an owner: by its name, or by that of the only sheet that speaks of the owner.
pub fn extent_of(file: &FileExtract, owner: &Owner, marks: &Marks) -> Extent {
    let mut sheets = file.sheets.iter().filter(|sheet| sheet.records.iter().any(|record| record.owner == *owner));
    match (file.version.extent, sheets.next(), sheets.next()) {
        (Extent::Unsaid, Some(only), None) if marks.extent(&only.name) == Extent::Part => Extent::Part,
        (extent, ..) => extent,
    }
}

/// The files that have rows of each owner.
fn by_owner<'a>(window: &[&'a FileExtract]) -> BTreeMap<&'a Owner, Vec<&'a FileExtract>> {
    let mut files: BTreeMap<&'a Owner, Vec<&'a FileExtract>> = BTreeMap::new();
    for file in window {
        let mut last: Option<&'a Owner> = None;
        for record in file.sheets.iter().flat_map(|sheet| &sheet.records) {
            if last == Some(&record.owner) {
                continue;
            }
            last = Some(&record.owner);
            let of_owner = files.entry(&record.owner).or_default();
            if of_owner.last().is_none_or(|other| other.file != file.file) {
                of_owner.push(file);
            }
        }
    }
    files
}
