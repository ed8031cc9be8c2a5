//! For whom the rows of a file speak in a month: municipalities followed to the month, partnerships expanded to their members.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::inventory::{FileExtract, Owner, Record};
use crate::reference::Reference;
use crate::terms::Month;

/// Looks owners up in one month.
pub struct Holders<'a> {
    reference: &'a Reference,
    month: Month,
    day: NaiveDate,
    /// The code in the month for every code in the files; absent when the municipality is not in the frame and has no successor.
    present: BTreeMap<Arc<str>, Option<Arc<str>>>,
}

/// For whom one row stands.
#[derive(Debug, Default)]
pub struct Standing {
    /// Municipalities of the month, by code, in order.
    pub municipalities: Vec<Arc<str>>,
    /// The partnership that registered it, by name.
    pub registered_by: Option<Arc<str>>,
    /// Participants that are no municipality of the month, as typed.
    pub unknown: Vec<Box<str>>,
    /// Participants that are no members of the partnership, by code.
    pub not_members: Vec<Arc<str>>,
}

impl<'a> Holders<'a> {
    pub fn of(files: &[&FileExtract], month: Month, reference: &'a Reference) -> Self {
        let records = files.iter().flat_map(|file| &file.sheets).flat_map(|sheet| &sheet.records);
        let codes: BTreeSet<&Arc<str>> = records.filter_map(|record| record.owner.municipality()).collect();
        let present = codes.into_iter().map(|code| (code.clone(), reference.municipalities.find(code, month))).collect();
        Self { reference, month, day: month.first_day(), present }
    }

    /// The municipality of the month that a code of any month stands for.
    pub fn present(&self, code: &str) -> Option<&Arc<str>> {
        self.present.get(code).and_then(Option::as_ref)
    }

    /// The same for an owner; partnerships are followed to nobody.
    pub fn municipality(&self, owner: &Owner) -> Option<&Arc<str>> {
        owner.municipality().and_then(|code| self.present(code))
    }

    /// The month from which a municipality is part of another, when it is in this month.
    pub fn merged_since(&self, code: &str) -> Option<NaiveDate> {
        self.reference.municipalities.ended(code).filter(|ended| *ended <= self.day)
    }

    /// The name of a municipality of now or before.
    pub fn name(&self, code: &str) -> String {
        self.reference.municipalities.name(code).unwrap_or(code).to_owned()
    }

    /// The name of a partnership or body.
    pub fn body(&self, owner: &Owner) -> Option<Arc<str>> {
        match owner {
            Owner::Municipality(_) => None,
            Owner::Partnership(id) => self.reference.partnerships.get(id).map(|known| known.name.clone()),
            Owner::Body(name) => Some(name.clone()),
        }
    }

    /// Whether a partnership has members that are not listed.
    pub fn lists_all_members(&self, owner: &Owner) -> bool {
        let Owner::Partnership(id) = owner else { return true };
        self.reference.partnerships.get(id).is_none_or(crate::reference::Partnership::lists_all_members)
    }

    /// For whom a row stands. A partnership's row that lists participants stands for those, else for the members of the month.
    pub fn standing(&self, record: &Record, sent: Month) -> Standing {
        match &record.owner {
            Owner::Municipality(code) => {
                Standing { municipalities: self.present(code).cloned().into_iter().collect(), ..Standing::default() }
            }
            owner => {
                let mut standing = Standing { registered_by: self.body(owner), ..Standing::default() };
                if record.participants.is_empty() {
                    standing.municipalities = self.members(owner);
                } else {
                    self.read_participants(record, sent, &mut standing);
                }
                standing.municipalities.sort();
                standing.municipalities.dedup();
                standing
            }
        }
    }

    /// The members on the first day of the month, by the code that they have then.
    pub fn members(&self, owner: &Owner) -> Vec<Arc<str>> {
        let Owner::Partnership(id) = owner else { return Vec::new() };
        let listed = self.reference.partnerships.get(id).map(|known| known.members(self.day)).unwrap_or_default();
        let mut members: Vec<Arc<str>> =
            listed.into_iter().filter_map(|code| self.reference.municipalities.find(code, self.month)).collect();
        members.sort();
        members.dedup();
        members
    }

    /// Names are understood as they were in the month of submission, then followed. A name with a comma in it was split.
    fn read_participants(&self, record: &Record, sent: Month, standing: &mut Standing) {
        let members: BTreeSet<Arc<str>> = self.members(&record.owner).into_iter().collect();
        let parts = &record.participants;
        let mut at = 0;
        while at < parts.len() {
            let together = parts.get(at + 1).and_then(|next| self.participant(&format!("{}, {next}", parts[at]), sent));
            let used = if together.is_some() { 2 } else { 1 };
            match together.or_else(|| self.participant(&parts[at], sent)) {
                Some(code) => {
                    if !members.contains(&code) && matches!(record.owner, Owner::Partnership(_)) {
                        standing.not_members.push(code.clone());
                    }
                    standing.municipalities.push(code);
                }
                None => standing.unknown.push(parts[at].clone()),
            }
            at += used;
        }
    }

    fn participant(&self, text: &str, sent: Month) -> Option<Arc<str>> {
        let municipalities = &self.reference.municipalities;
        municipalities.find(text, sent).and_then(|code| municipalities.find(&code, self.month))
    }
}
