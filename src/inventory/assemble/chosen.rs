//! Which month and which files count for each municipality: its newest month, and of each submission the newest version.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::inventory::FileExtract;
use crate::reference::Reference;
use crate::terms::Month;

/// The code in the month for every code in the files; absent when the municipality is not in the frame and has no successor.
pub type PresentCodes = BTreeMap<Arc<str>, Option<Arc<str>>>;

/// Follows every code in the files to the month.
pub fn present_codes(window: &[&FileExtract], month: Month, reference: &Reference) -> PresentCodes {
    let records = window.iter().flat_map(|file| &file.sheets).flat_map(|sheet| &sheet.records);
    let codes: BTreeSet<&Arc<str>> = records.map(|record| &record.municipality).collect();
    codes.into_iter().map(|code| (code.clone(), reference.municipalities.find(code, month))).collect()
}

/// Which month and which files count for each municipality.
pub struct Chosen<'a> {
    newest: BTreeMap<Arc<str>, Month>,
    /// By municipality and submission.
    pub files: BTreeMap<(Arc<str>, &'a str), &'a FileExtract>,
}

impl<'a> Chosen<'a> {
    pub fn of(window: &[&'a FileExtract], present: &PresentCodes) -> Self {
        let mut chosen = Self { newest: BTreeMap::new(), files: BTreeMap::new() };
        let named: Vec<(&'a FileExtract, BTreeSet<Arc<str>>)> =
            window.iter().map(|file| (*file, municipalities(file, present))).collect();
        for (file, codes) in &named {
            for code in codes {
                let newest = chosen.newest.entry(code.clone()).or_insert(file.month);
                *newest = (*newest).max(file.month);
            }
        }
        for (file, codes) in &named {
            for code in codes.iter().filter(|code| chosen.newest.get(*code) == Some(&file.month)) {
                let best = chosen.files.entry((code.clone(), file.version.submission.as_str())).or_insert(file);
                if (file.version.age, &file.file) > (best.version.age, &best.file) {
                    *best = file;
                }
            }
        }
        chosen
    }

    pub fn uses(&self, code: &Arc<str>, file: &FileExtract) -> bool {
        let winner = self.files.get(&(code.clone(), file.version.submission.as_str()));
        self.newest.get(code) == Some(&file.month) && winner.is_some_and(|winner| winner.file == file.file)
    }
}

/// The municipalities of the month that a file has rows of.
pub fn municipalities(file: &FileExtract, present: &PresentCodes) -> BTreeSet<Arc<str>> {
    let records = file.sheets.iter().flat_map(|sheet| &sheet.records);
    let mut seen: BTreeSet<&Arc<str>> = BTreeSet::new();
    let codes = records.map(|record| &record.municipality).filter(|code| seen.insert(code));
    codes.filter_map(|code| present.get(code).cloned().flatten()).collect()
}
