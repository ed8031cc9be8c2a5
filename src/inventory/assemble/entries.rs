//! The rows that count, each with the municipality for which it stands; a partnership's row once for each of its members.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::accounting::Books;
use super::chosen::Chosen;
use super::holder::{Holders, Standing};
use crate::inventory::{Fate, Field, FileExtract, Owner, Record, SheetExtract};
use crate::problem::{Code, Place, Problem};
use crate::terms::Month;

/// One record at one municipality, with where it came from.
pub struct Entry<'a> {
    pub municipality: Arc<str>,
    /// Settled when all entries of the municipality are known.
    pub identity: String,
    /// The partnership that registered it, by name.
    pub registered_by: Option<Arc<str>>,
    pub file: &'a FileExtract,
    pub sheet: usize,
    pub record: Arc<Record>,
}

impl Entry<'_> {
    pub fn sheet(&self) -> &SheetExtract {
        &self.file.sheets[self.sheet]
    }

    /// The order within a system: a municipality's own rows go before those of a partnership, newer ones before older.
    pub fn place(&self) -> (bool, Reverse<Month>, &str, &str, u32) {
        (self.registered_by.is_some(), Reverse(self.file.month), &self.file.file, &self.sheet().name, self.record.row)
    }
}

/// What all files gave.
pub struct Read<'a> {
    /// In order of municipality, identity and place.
    pub entries: Vec<Entry<'a>>,
    /// By file.
    pub problems: BTreeMap<Arc<str>, Vec<Problem>>,
}

/// Reads the files of the window; rows that do not count are booked.
pub fn read<'a>(window: &[&'a FileExtract], holders: &Holders<'_>, chosen: &Chosen<'_>, books: &mut Books) -> Read<'a> {
    let one = |file: &&'a FileExtract| OfFile::read(file, holders, chosen);
    let files: Vec<OfFile<'a>> = window.par_iter().map(one).collect();
    let mut read = Read { entries: Vec::new(), problems: BTreeMap::new() };
    for of_file in files {
        for ((sheet, fate), rows) in of_file.fates {
            books.book(of_file.file, sheet, fate, rows);
        }
        read.problems.insert(of_file.file.file.clone(), of_file.problems);
        read.entries.extend(of_file.entries);
    }
    read
}

struct OfFile<'a> {
    file: &'a FileExtract,
    entries: Vec<Entry<'a>>,
    fates: BTreeMap<(usize, Fate), u64>,
    problems: Vec<Problem>,
}

impl<'a> OfFile<'a> {
    fn read(file: &'a FileExtract, holders: &Holders<'_>, chosen: &Chosen<'_>) -> Self {
        let mut read = Self { file, entries: Vec::new(), fates: BTreeMap::new(), problems: Vec::new() };
        for (sheet, extract) in file.sheets.iter().enumerate() {
            let mut reach: BTreeMap<&Owner, Reach> = BTreeMap::new();
            let mut last: Option<(&Owner, bool)> = None;
            for record in &extract.records {
                let of_file = last.filter(|(owner, _)| **owner == record.owner).map(|(_, used)| used);
                let of_file = of_file.unwrap_or_else(|| chosen.uses_file(file, &record.owner));
                last = Some((&record.owner, of_file));
                let used = of_file && !chosen.is_spoken_of_later(file.month, record);
                match &record.owner {
                    Owner::Municipality(_) => read.own(sheet, record, used, holders),
                    owner => {
                        let reached = read.shared(sheet, record, used, holders);
                        reach.entry(owner).or_default().add(reached, record.participants.is_empty());
                    }
                }
            }
            read.tell_reach(extract, reach, holders);
        }
        read
    }

    fn own(&mut self, sheet: usize, record: &Arc<Record>, used: bool, holders: &Holders<'_>) {
        let Some(municipality) = holders.municipality(&record.owner) else {
            self.book(sheet, Fate::SetAside);
            let place = self.place(sheet, record, Field::Municipality);
            let Owner::Municipality(code) = &record.owner else { return };
            self.problems.push(Problem::new(Code::MunicipalityOutsideFrame, place, &**code).about(&**code));
            return;
        };
        if used {
            self.entries.push(Entry {
                municipality: municipality.clone(),
                identity: String::new(),
                registered_by: None,
                file: self.file,
                sheet,
                record: record.clone(),
            });
        } else {
            self.book(sheet, Fate::Superseded);
        }
    }

    /// A partnership's row becomes an entry for each municipality that it stands for. Gives those municipalities.
    fn shared(&mut self, sheet: usize, record: &Record, used: bool, holders: &Holders<'_>) -> Vec<Arc<str>> {
        let standing = holders.standing(record, self.file.month);
        let name = standing.registered_by.clone().unwrap_or_default();
        if standing.municipalities.is_empty() {
            self.book(sheet, Fate::SetAside);
            let place = self.place(sheet, record, Field::Municipality);
            self.problems.push(Problem::new(Code::PartnershipWithoutMembers, place, &*name));
            return Vec::new();
        }
        if !used {
            self.book(sheet, Fate::Superseded);
            return Vec::new();
        }
        self.book(sheet, Fate::Expanded);
        self.tell_participants(sheet, record, &standing, &name, holders);
        let shared = Arc::new(of_one_member(record));
        for municipality in &standing.municipalities {
            self.entries.push(Entry {
                municipality: municipality.clone(),
                identity: String::new(),
                registered_by: standing.registered_by.clone(),
                file: self.file,
                sheet,
                record: shared.clone(),
            });
        }
        standing.municipalities
    }

    fn tell_participants(&mut self, sheet: usize, record: &Record, standing: &Standing, partnership: &str, holders: &Holders<'_>) {
        let place = self.place(sheet, record, Field::Participants);
        for unknown in &standing.unknown {
            self.problems.push(Problem::new(Code::UnknownParticipant, place.clone(), &**unknown));
        }
        for code in &standing.not_members {
            let problem = Problem::new(Code::ParticipantNotAMember, place.clone(), holders.name(code)).with_hint(Some(partnership));
            self.problems.push(problem.about(&**code));
        }
    }

    /// For whom the rows of each partnership stand, once a sheet.
    fn tell_reach(&mut self, sheet: &SheetExtract, reach: BTreeMap<&Owner, Reach>, holders: &Holders<'_>) {
        let place = Place::sheet(self.file.file.clone(), sheet.name.clone());
        for (owner, reach) in reach.into_iter().filter(|(_, reach)| !reach.municipalities.is_empty()) {
            let name = holders.body(owner).unwrap_or_default();
            let names: Vec<String> = reach.municipalities.iter().map(|code| holders.name(code)).collect();
            let hint = Some(names.join(", "));
            self.problems.push(Problem::new(Code::PartnershipExpanded, place.clone(), &*name).with_hint(hint));
            if reach.by_membership && !holders.lists_all_members(owner) {
                self.problems.push(Problem::new(Code::PartnershipMembersPartial, place.clone(), &*name));
            }
        }
    }

    fn book(&mut self, sheet: usize, fate: Fate) {
        *self.fates.entry((sheet, fate)).or_insert(0) += 1;
    }

    fn place(&self, sheet: usize, record: &Record, field: Field) -> Place {
        let sheet = &self.file.sheets[sheet];
        let column = sheet.columns.get(&field).or_else(|| sheet.columns.get(&Field::Name)).copied().unwrap_or_default();
        Place::sheet(self.file.file.clone(), sheet.name.clone()).at(record.row, column)
    }
}

/// For whom the rows that one partnership has on a sheet stand.
#[derive(Default)]
struct Reach {
    municipalities: BTreeSet<Arc<str>>,
    /// Some row lists no participants, so that the members are meant.
    by_membership: bool,
}

impl Reach {
    fn add(&mut self, municipalities: Vec<Arc<str>>, by_membership: bool) {
        self.by_membership |= by_membership && !municipalities.is_empty();
        self.municipalities.extend(municipalities);
    }
}

/// What a partnership's row says of one member. Cost and users are of all together: of one they are unknown, not zero.
fn of_one_member(record: &Record) -> Record {
    Record { cost_cents: None, users: None, id: None, ..record.clone() }
}
