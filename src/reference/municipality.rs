//! Municipalities, their regions and inhabitants, and the frame of a month: those that exist on its first day.
//!
//! Which municipality a text means is in `resolve`; how the tables are read is in `municipality_tables`.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::SizeClasses;
use crate::terms::{Month, Validity};

/// A region of some scheme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Region {
    pub code: String,
    pub name: String,
}

/// One municipality as it is in some month.
#[derive(Debug, Clone)]
pub struct Municipality {
    /// The CBS code, `GM0014`.
    pub code: Arc<str>,
    pub name: Arc<str>,
    pub province: Region,
    /// By scheme: `provincie`, `corop`, `veiligheidsregio`, `arbeidsmarktregio`. Former municipalities have the province alone.
    pub regions: BTreeMap<String, Region>,
    /// The newest number of before the month, or the first that is known.
    pub inhabitants: Option<u64>,
    pub size_class: Option<u8>,
    pub validity: Validity,
}

/// The municipalities that exist on the first day of a month (METHOD §1).
#[derive(Debug, Clone)]
pub struct Frame {
    pub month: Month,
    /// In order of code.
    pub municipalities: Vec<Municipality>,
}

impl Frame {
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Municipality> {
        let place = self.municipalities.binary_search_by(|candidate| candidate.code.as_ref().cmp(code)).ok()?;
        self.municipalities.get(place)
    }
}

/// How a municipality passed into another.
#[derive(Debug, Clone)]
pub(super) struct Succession {
    pub date: NaiveDate,
    pub to: Arc<str>,
    /// The whole municipality went into `to`, not a part of it.
    pub full: bool,
}

/// A name of a municipality that ended before the frames that are known, and the one that it became.
#[derive(Debug, Clone)]
pub(super) struct FormerName {
    pub name: Arc<str>,
    pub from: Arc<str>,
    pub to: Arc<str>,
}

/// All municipalities that exist or existed, with everything needed to find them.
#[derive(Debug, Clone, Default)]
pub struct Municipalities {
    pub(super) all: BTreeMap<Arc<str>, Municipality>,
    /// Numbers by reference date.
    pub(super) inhabitants: BTreeMap<Arc<str>, BTreeMap<NaiveDate, u64>>,
    pub(super) successions: BTreeMap<Arc<str>, Vec<Succession>>,
    /// Codes by comparable name or other spelling.
    pub(super) by_name: BTreeMap<String, Vec<Arc<str>>>,
    /// Codes by themselves in small letters, and by the number in them; absent when two codes have that number.
    pub(super) by_code: BTreeMap<String, Arc<str>>,
    pub(super) by_number: BTreeMap<String, Option<Arc<str>>>,
    pub(super) former_names: BTreeMap<String, FormerName>,
    /// Codes of provinces by how they are written behind a municipality's name.
    pub(super) province_forms: BTreeMap<String, String>,
    pub(super) size_classes: SizeClasses,
}

impl Municipalities {
    /// The municipalities that exist on the first day of a month.
    #[must_use]
    pub fn frame(&self, month: Month) -> Frame {
        let day = month.first_day();
        let existing = self.all.values().filter(|municipality| municipality.validity.holds_on(day));
        Frame { month, municipalities: existing.map(|municipality| self.on(municipality, day)).collect() }
    }

    fn on(&self, municipality: &Municipality, day: NaiveDate) -> Municipality {
        let inhabitants = self.inhabitants_of(&municipality.code, day);
        let size_class = inhabitants.and_then(|number| self.size_classes.of(number));
        Municipality { inhabitants, size_class, ..municipality.clone() }
    }

    fn inhabitants_of(&self, code: &str, day: NaiveDate) -> Option<u64> {
        let numbers = self.inhabitants.get(code)?;
        let newest = numbers.range(..=day).next_back().or_else(|| numbers.iter().next());
        newest.map(|(_, number)| *number)
    }

    /// The official name of a code of now or of before.
    #[must_use]
    pub fn name(&self, code: &str) -> Option<&str> {
        let former = || self.former_names.values().find(|former| former.from.as_ref() == code).map(|former| former.name.as_ref());
        self.all.get(code).map(|municipality| municipality.name.as_ref()).or_else(former)
    }

    /// The day on which a municipality ceased to exist, if it did.
    #[must_use]
    pub fn ended(&self, code: &str) -> Option<NaiveDate> {
        self.all.get(code).and_then(|municipality| municipality.validity.until)
    }

    /// Whether a code is or was that of a municipality of the table.
    #[must_use]
    pub fn contains(&self, code: &str) -> bool {
        self.all.contains_key(code)
    }
}
