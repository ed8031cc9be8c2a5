//! Municipalities, their regions and inhabitants, and the frame of a month: those that exist on its first day.
//!
//! Which municipality a text means is in `resolve`; how the tables are read is in `municipality_tables`.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::region_list::RegionLists;
use super::{SizeClass, SizeClasses};
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
    /// By scheme: `provincie`, `corop`, `veiligheidsregio`, `arbeidsmarktregio`, and those of the lists in `reference/regions`. Former
    /// municipalities have the province alone.
    pub regions: BTreeMap<String, Region>,
    /// The newest number of before the month, or the first that is known.
    pub inhabitants: Option<u64>,
    /// The CBS size class, 1 to 8.
    pub size_class: Option<u8>,
    /// The size class in each scheme, that of CBS and roll-ups of it; none when the inhabitants are not known.
    pub sizes: Vec<Arc<SizeClass>>,
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
        self.municipalities.get(self.place(code)? as usize)
    }

    /// Where a municipality stands in the frame.
    #[must_use]
    pub fn place(&self, code: &str) -> Option<u32> {
        let place = self.municipalities.binary_search_by(|candidate| candidate.code.as_ref().cmp(code)).ok()?;
        u32::try_from(place).ok()
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
    pub(super) region_lists: RegionLists,
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
        let sizes = inhabitants.map_or_else(Vec::new, |number| self.size_classes.all_of(number));
        let size_class = sizes.iter().find(|size| size.scheme == SizeClass::MAIN_SCHEME).map(|size| size.class);
        let mut on_the_day = Municipality { inhabitants, size_class, sizes, ..municipality.clone() };
        on_the_day.regions.extend(self.region_lists.regions_of(&municipality.code, day));
        on_the_day
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

    /// The municipalities that passed as a whole into one that exists on the first day of a month, each with that one; in order of code.
    /// One that was divided among several is followed to none.
    #[must_use]
    pub fn passed_into(&self, month: Month) -> Vec<(&Municipality, Arc<str>)> {
        let day = month.first_day();
        let former = self.all.values().filter(move |one| one.validity.until.is_some_and(|until| until <= day));
        former.filter_map(|one| Some((one, self.find(&one.code, month)?))).collect()
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
