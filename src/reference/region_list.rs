//! Regions beside those of the table of municipalities: lists that an analyst adds as files in `reference/regions`.
//!
//! One row is a municipality's place in a region over a period. A list need not hold all municipalities; those that it leaves out are in
//! no region of its scheme. A municipality is in one region of a scheme at a time, so that the regions can be added up.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Deserialize;

use super::DataDir;
use super::municipality::Region;
use super::table::{Complaints, Row, Table};
use crate::terms::Validity;

const FOLDER: &str = "reference/regions";

/// Schemes that the table of municipalities has itself, and names of dimensions that are no schemes.
const TAKEN: [&str; 9] = [
    "land",
    "provincie",
    "corop",
    "veiligheidsregio",
    "arbeidsmarktregio",
    "samenwerkingsverband",
    "gemeente",
    "domein",
    "referentiecomponent",
];

/// Where each municipality stands in the schemes of all lists.
#[derive(Debug, Clone, Default)]
pub(super) struct RegionLists {
    places: BTreeMap<Arc<str>, Vec<Place>>,
}

#[derive(Debug, Clone)]
struct Place {
    scheme: String,
    region: Region,
    validity: Validity,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegionRow {
    scheme: String,
    region_code: String,
    region: String,
    code: String,
    since: String,
    until: String,
}

impl RegionLists {
    pub fn read(data: &DataDir, is_municipality: impl Fn(&str) -> bool, complaints: &mut Complaints) -> Self {
        let mut lists = Self::default();
        let mut names = BTreeMap::new();
        for path in data.list(FOLDER, ".csv") {
            let mut table = Table::new(path, complaints);
            for Row { line, value: row } in table.rows::<RegionRow>(data) {
                if !is_municipality(&row.code) {
                    table.complain(line, format!("'{}' is no municipality of the table", row.code));
                }
                check_words(&row, line, &mut table);
                let name = names.entry((row.scheme.clone(), row.region_code.clone())).or_insert_with(|| row.region.clone());
                if *name != row.region {
                    table.complain(line, format!("region {} is called '{name}' elsewhere, not '{}'", row.region_code, row.region));
                }
                lists.add(row, line, &mut table);
            }
        }
        lists
    }

    fn add(&mut self, row: RegionRow, line: u64, table: &mut Table<'_>) {
        let validity = table.validity(line, &row.since, &row.until);
        let places = self.places.entry(row.code.as_str().into()).or_default();
        let also = places.iter().find(|place| place.scheme == row.scheme && place.validity.overlaps(&validity));
        if let Some(also) = also {
            let what = format!("{} is in region {} of {} at the same time", row.code, also.region.code, row.scheme);
            table.complain(line, what);
        }
        let region = Region { code: row.region_code, name: row.region };
        places.push(Place { scheme: row.scheme, region, validity });
    }

    /// The regions of a municipality on a day, by scheme.
    pub fn regions_of(&self, code: &str, day: NaiveDate) -> impl Iterator<Item = (String, Region)> {
        let places = self.places.get(code).into_iter().flatten();
        places.filter(move |place| place.validity.holds_on(day)).map(|place| (place.scheme.clone(), place.region.clone()))
    }
}

/// The scheme's name becomes a value in published tables.
fn check_words(row: &RegionRow, line: u64, table: &mut Table<'_>) {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if row.scheme.is_empty() || !row.scheme.chars().all(plain) {
        table.complain(line, format!("scheme is '{}'; write it in small letters, digits and _", row.scheme));
    }
    if TAKEN.contains(&row.scheme.as_str()) {
        table.complain(
            line,
            format!("'{}' is a division that the program has already; give the list a name of its own", row.scheme),
        );
    }
    table.filled(line, "region_code", &row.region_code);
    table.filled(line, "region", &row.region);
}
