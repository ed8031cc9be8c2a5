//! Reads the tables of municipalities, inhabitants, mergers and aliases, and checks them against each other.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::DataDir;
use super::municipality::{FormerName, Municipalities, Municipality, Region, Succession};
use super::region_list::RegionLists;
use super::size_class::SizeClasses;
use super::table::{Complaints, Row, Table};
use crate::terms::{Validity, name_key, parse_date};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MunicipalityRow {
    code: String,
    name: String,
    since: String,
    until: String,
    province_code: String,
    province: String,
    corop_code: String,
    corop: String,
    safety_region_code: String,
    safety_region: String,
    labour_market_region_code: String,
    labour_market_region: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InhabitantsRow {
    code: String,
    reference_date: String,
    inhabitants: u64,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum MergerKind {
    MergeNew,
    MergeInto,
    SplitMain,
    SplitPart,
    BorderChange,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MergerRow {
    date: String,
    old_code: String,
    new_code: String,
    kind: MergerKind,
    #[serde(rename = "certainty")]
    _certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Certainty {
    Certain,
    Planned,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AliasRow {
    alias: String,
    code: String,
    #[serde(rename = "kind")]
    _kind: String,
    former_code: Option<String>,
    source: String,
    ambiguous: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvinceRow {
    province_code: String,
    name: String,
    source: String,
}

impl Municipalities {
    pub(super) fn read(data: &DataDir, size_classes: &SizeClasses, complaints: &mut Complaints) -> Self {
        let mut municipalities = Self { size_classes: size_classes.clone(), ..Self::default() };
        municipalities.read_municipalities(data, complaints);
        municipalities.read_inhabitants(data, complaints);
        municipalities.read_mergers(data, complaints);
        municipalities.read_aliases(data, complaints);
        municipalities.read_provinces(data, complaints);
        municipalities.region_lists = RegionLists::read(data, |code| municipalities.contains(code), complaints);
        municipalities
    }

    fn read_municipalities(&mut self, data: &DataDir, complaints: &mut Complaints) {
        let mut table = Table::new("reference/municipalities.csv", complaints);
        let rows = table.rows::<MunicipalityRow>(data);
        table.unique(&rows, |row| row.code.clone());
        for Row { line, value: row } in rows {
            let validity = table.validity(line, &row.since, &row.until);
            if !is_code(&row.code) {
                table.complain(line, format!("'{}' is not a code; write it as GM0014: capitals and digits", row.code));
            }
            self.by_name.entry(name_key(&row.name)).or_default().push(row.code.as_str().into());
            self.note_code(&row.code);
            let municipality = row.into_municipality(line, validity, &mut table);
            self.all.insert(municipality.code.clone(), municipality);
        }
    }

    /// Makes a code known in small letters, and by its number without letters and noughts as far as no other code has that number.
    fn note_code(&mut self, code: &str) {
        let small = code.to_ascii_lowercase();
        let number = small.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_start_matches('0');
        if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
            self.by_number.entry(number.to_owned()).and_modify(|known| *known = None).or_insert_with(|| Some(code.into()));
        }
        self.by_code.insert(small, code.into());
    }

    fn read_inhabitants(&mut self, data: &DataDir, complaints: &mut Complaints) {
        let mut table = Table::new("reference/inhabitants.csv", complaints);
        let rows = table.rows::<InhabitantsRow>(data);
        table.unique(&rows, |row| format!("{} {}", row.code, row.reference_date));
        for Row { line, value: row } in rows {
            self.check_code(&row.code, line, &mut table);
            match parse_date(&row.reference_date) {
                Some(on) => {
                    self.inhabitants.entry(row.code.into()).or_default().insert(on, row.inhabitants);
                }
                None => table.complain(line, format!("'{}' is not a date; write it as 2026-01-01", row.reference_date)),
            }
        }
    }

    fn read_mergers(&mut self, data: &DataDir, complaints: &mut Complaints) {
        let mut table = Table::new("reference/mergers.csv", complaints);
        let rows = table.rows::<MergerRow>(data);
        table.unique(&rows, |row| format!("{} {} {}", row.date, row.old_code, row.new_code));
        for Row { line, value: row } in rows {
            self.check_code(&row.old_code, line, &mut table);
            self.check_code(&row.new_code, line, &mut table);
            let Some(on) = parse_date(&row.date) else {
                table.complain(line, format!("'{}' is not a date; write it as 2026-01-01", row.date));
                continue;
            };
            if row.kind == MergerKind::BorderChange {
                continue;
            }
            let full = matches!(row.kind, MergerKind::MergeNew | MergerKind::MergeInto);
            if self.all.get(row.old_code.as_str()).is_some_and(|old| old.validity.until != Some(on)) {
                table.complain(line, format!("{} does not end on {on} in the table of municipalities", row.old_code));
            }
            self.successions.entry(row.old_code.into()).or_default().push(Succession { date: on, to: row.new_code.into(), full });
        }
        self.check_endings(complaints);
    }

    fn check_endings(&self, complaints: &mut Complaints) {
        let ended = self.all.values().filter(|municipality| municipality.validity.until.is_some());
        for municipality in ended.filter(|municipality| !self.successions.contains_key(&municipality.code)) {
            let what = format!("{} ended, but no row says into which it passed", municipality.code);
            complaints.file("reference/mergers.csv", what);
        }
    }

    fn read_aliases(&mut self, data: &DataDir, complaints: &mut Complaints) {
        let mut table = Table::new("reference/aliases.csv", complaints);
        let rows = table.rows::<AliasRow>(data);
        let official: BTreeSet<String> = self.by_name.keys().cloned().collect();
        let mut owners: BTreeMap<String, (String, bool)> = BTreeMap::new();
        for Row { line, value: row } in rows {
            self.check_code(&row.code, line, &mut table);
            table.filled(line, "source", &row.source);
            let (key, ambiguous) = (name_key(&row.alias), row.ambiguous == "yes");
            if official.contains(&key) {
                table.complain(line, format!("'{}' is the official name of a municipality", row.alias));
            }
            match owners.insert(key.clone(), (row.code.clone(), ambiguous)) {
                Some((other, also)) if !(ambiguous && also) || other == row.code => {
                    table.complain(
                        line,
                        format!("'{}' also stands for {other}; say ambiguous = yes in both, or drop one", row.alias),
                    );
                }
                _ => self.add_alias(key, row),
            }
        }
    }

    fn read_provinces(&mut self, data: &DataDir, complaints: &mut Complaints) {
        let mut table = Table::new("reference/province_names.csv", complaints);
        let rows = table.rows::<ProvinceRow>(data);
        table.unique(&rows, |row| name_key(&row.name).replace(' ', ""));
        let codes: BTreeSet<&String> = self.all.values().map(|municipality| &municipality.province.code).collect();
        for Row { line, value: row } in &rows {
            table.filled(*line, "source", &row.source);
            if !codes.contains(&row.province_code) {
                table.complain(*line, format!("'{}' is no province of the table of municipalities", row.province_code));
            }
        }
        let form = |row: Row<ProvinceRow>| (name_key(&row.value.name).replace(' ', ""), row.value.province_code);
        self.province_forms = rows.into_iter().map(form).collect();
    }

    fn add_alias(&mut self, key: String, row: AliasRow) {
        match row.former_code {
            Some(from) => {
                self.former_names.insert(key, FormerName { name: row.alias.into(), from: from.into(), to: row.code.into() });
            }
            None => self.by_name.entry(key).or_default().push(row.code.into()),
        }
    }

    fn check_code(&self, code: &str, line: u64, table: &mut Table<'_>) {
        if !self.contains(code) {
            table.complain(line, format!("'{code}' is no municipality of the table"));
        }
    }
}

impl MunicipalityRow {
    fn into_municipality(self, line: u64, validity: Validity, table: &mut Table<'_>) -> Municipality {
        let province = Region { code: self.province_code, name: self.province };
        let schemes = [
            ("provincie", province.code.clone(), province.name.clone()),
            ("corop", self.corop_code, self.corop),
            ("veiligheidsregio", self.safety_region_code, self.safety_region),
            ("arbeidsmarktregio", self.labour_market_region_code, self.labour_market_region),
        ];
        let mut regions = BTreeMap::new();
        for (scheme, code, name) in schemes {
            let needed = validity.until.is_none() || scheme == "provincie";
            if code.is_empty() != name.is_empty() || (needed && code.is_empty()) {
                table.complain(line, format!("the region of scheme {scheme} is not complete"));
            }
            if !code.is_empty() {
                regions.insert(scheme.to_owned(), Region { code, name });
            }
        }
        Municipality {
            code: self.code.into(),
            name: self.name.into(),
            province,
            regions,
            inhabitants: None,
            size_class: None,
            sizes: Vec::new(),
            validity,
        }
    }
}

/// A code of any country: capitals and digits, from two to twelve.
fn is_code(text: &str) -> bool {
    (2..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}
