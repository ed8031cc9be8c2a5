//! Corrections: what somebody asked about and put right in what was sent, as data in `data/corrections/`.
//!
//! A correction says what it expects to find. Where it finds something else it does nothing and says so, so that it can be taken
//! away once the source is mended. Here is what a correction is; `apply` carries it out on the cells, before any value is read.

mod apply;
mod cells;
mod written;

use std::sync::Arc;

use anyhow::{Result, bail};

pub use apply::{ForFile, OfSheet};

use super::Field;
use crate::reference::{DataDir, Reference, Resolution};
use crate::terms::{CellRef, Month};

/// What is to be done, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Another value in one cell; an empty one clears it.
    SetValue { cell: CellRef, value: String },
    /// The row of a cell is no system of anybody.
    SetAsideRow { cell: CellRef },
    /// Whose the file or sheet is, by code or name, for rows that do not say.
    SetMunicipality { municipality: String },
    /// By which layout a sheet is read, and in which row (from zero) its header stands.
    UseLayout { layout: String, header: u32 },
    /// The sheet is no inventory.
    IgnoreSheet,
    /// A value in one field, wherever a municipality has it.
    ReplaceValue { municipality: String, field: Field, value: String },
}

/// One correction.
#[derive(Debug, Clone)]
pub struct Correction {
    pub id: Arc<str>,
    /// The file of `data/corrections/` that it stands in.
    pub path: String,
    /// The first month of submission in which it holds.
    pub since: Option<Month>,
    /// The first month in which it holds no more.
    pub until: Option<Month>,
    /// The end of the path of the file that it is about; absent for a municipality's whole inventory.
    pub file: Option<String>,
    pub sheet: Option<String>,
    /// What must stand there for it to be carried out; empty for nothing.
    pub expect: String,
    pub because: String,
    /// Who was asked, by role.
    pub asked: String,
    pub action: Action,
}

/// That a correction by value met a municipality's rows in a file, and whether it found its value there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concerned {
    pub id: Arc<str>,
    /// The value that it looks for.
    pub about: String,
    pub used: bool,
}

/// All corrections, in order of id.
#[derive(Debug, Clone, Default)]
pub struct Corrections {
    all: Vec<Correction>,
}

impl Corrections {
    /// Reads `data/corrections/`, which may be absent.
    ///
    /// # Errors
    /// Lists what is wrong with any correction, one complaint a line.
    pub fn load(data: &DataDir, is_layout: impl Fn(&str) -> bool) -> Result<Self> {
        let mut complaints = Vec::new();
        let mut all = Vec::new();
        for path in data.list("corrections", ".toml") {
            match written::read(path, data.text(path)?) {
                Ok(read) => all.extend(read),
                Err(error) => complaints.push(format!("{error:#}")),
            }
        }
        all.sort_by(|a: &Correction, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
        for pair in all.windows(2).filter(|pair| pair[0].id == pair[1].id) {
            complaints.push(format!("{}: the id '{}' stands in {} too", pair[1].path, pair[1].id, pair[0].path));
        }
        for correction in &all {
            if let Action::UseLayout { layout, .. } = &correction.action
                && !is_layout(layout)
            {
                complaints.push(correction.complaint(&format!("'{layout}' is no layout")));
            }
        }
        if complaints.is_empty() { Ok(Self { all }) } else { bail!(complaints.join("\n")) }
    }

    /// Checks the municipalities that corrections name.
    ///
    /// # Errors
    /// Lists the corrections that name no municipality.
    pub fn check(&self, reference: &Reference) -> Result<()> {
        let mut complaints = Vec::new();
        for correction in &self.all {
            let (Action::SetMunicipality { municipality } | Action::ReplaceValue { municipality, .. }) = &correction.action else {
                continue;
            };
            let month = correction.since.unwrap_or(Month::EXAMPLE);
            if !matches!(reference.municipalities.resolve(municipality, month), Resolution::Found(_)) {
                complaints.push(correction.complaint(&format!("'{municipality}' is no municipality in {month}")));
            }
        }
        if complaints.is_empty() { Ok(()) } else { bail!(complaints.join("\n")) }
    }

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.all.len()
    }

    /// Those that may be about a file that was sent for a month.
    #[must_use]
    pub fn for_file<'a>(&'a self, file: &Arc<str>, month: Month) -> ForFile<'a> {
        ForFile::new(self.all.iter().filter(|correction| correction.concerns(file, month)).collect(), file)
    }
}

impl Correction {
    fn concerns(&self, file: &str, month: Month) -> bool {
        let holds = self.since.is_none_or(|since| since <= month) && self.until.is_none_or(|until| month < until);
        let ends_so = |end: &String| file == end || file.strip_suffix(end.as_str()).is_some_and(|rest| rest.ends_with('/'));
        holds && self.file.as_ref().is_none_or(ends_so)
    }

    fn complaint(&self, what: &str) -> String {
        format!("{}: correction '{}': {what}", self.path, self.id)
    }
}
