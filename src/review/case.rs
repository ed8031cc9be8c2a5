//! What a report leaves open, as groups of systems with the same evidence and the same verdicts.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use crate::classify::review::{Axis, expectation};
use crate::report::archive;
use crate::sources::sha256;
use crate::terms::Month;

/// The word of a verdict that says nothing.
const UNKNOWN: &str = "onbekend";
/// Digits in a group's name: enough to tell the groups of one report apart.
const DIGITS: usize = 10;

/// The axes on which a figure depends when they are open.
pub const OPEN: [Axis; 2] = [Axis::Level, Axis::Distinguishing];

/// What is read of the table of systems.
const COLUMNS: [&str; 34] = [
    "municipality_code",
    "municipality",
    "system_id",
    "name",
    "product",
    "vendor_canonical",
    "component_ids",
    "counted",
    "evidence",
    "role",
    "role_source",
    "role_rule",
    "level",
    "level_source",
    "level_rule",
    "distinguishing",
    "distinguishing_source",
    "distinguishing_rule",
    "source_file",
    "sheet",
    "row",
    "components",
    "description",
    "domain",
    "typed_hosting",
    "typed_hosting_party",
    "typed_contract_party",
    "typed_steered_by",
    "typed_operator",
    "typed_partnership",
    "registered_by",
    "declared_level",
    "declared_distinguishing",
    "could_name_partner",
];
/// One row of a published table.
pub type TableRow = BTreeMap<String, String>;

/// What a report says of its systems, as far as reviews need it.
#[derive(Debug)]
pub struct Material {
    pub month: Month,
    pub synthetic: bool,
    /// Systems that count.
    pub systems: Vec<TableRow>,
}

/// A verdict as it is published.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    pub value: &'a str,
    pub source: Option<&'a str>,
    pub grounds: Option<&'a str>,
}

impl<'a> Standing<'a> {
    /// The verdict of a row of `systems` on an axis.
    pub fn of(row: &'a TableRow, axis: Axis) -> Self {
        let axis = axis.as_str();
        let cell = |name: &str| row.get(name).map(String::as_str);
        Self {
            value: cell(axis).unwrap_or_default(),
            source: cell(&format!("{axis}_source")),
            grounds: cell(&format!("{axis}_rule")),
        }
    }

    pub fn is_open(&self) -> bool {
        self.value == UNKNOWN
    }

    /// What a decision made now expects.
    pub fn expectation(&self) -> String {
        expectation(self.value, self.source, self.grounds)
    }
}

/// A cell of a table, empty when absent.
pub fn cell<'a>(row: &'a TableRow, column: &str) -> &'a str {
    row.get(column).map_or("", String::as_str)
}

/// Systems that one decision can settle.
#[derive(Debug)]
pub struct Case<'a> {
    pub code: String,
    /// In order of municipality and id; at least one.
    pub systems: Vec<&'a TableRow>,
    /// The first of them; in what a group is made by they are all alike.
    pub first: &'a TableRow,
}

impl Case<'_> {
    pub fn standing(&self, axis: Axis) -> Standing<'_> {
        Standing::of(self.first, axis)
    }

    /// Verdicts that a decision on an axis settles: one per system, none where the axis is known.
    pub fn open(&self, axis: Axis) -> u64 {
        if self.standing(axis).is_open() { self.systems.len() as u64 } else { 0 }
    }

    /// All verdicts that it leaves open: systems times axes.
    pub fn weight(&self) -> u64 {
        OPEN.into_iter().map(|axis| self.open(axis)).sum()
    }
}

/// What a group is called: the same for the same evidence, product and verdicts.
pub fn code(parts: &[&str]) -> String {
    format!("G{}", &sha256(parts.join("\n").as_bytes())[..DIGITS])
}

/// How much the first decisions settle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// How many decisions.
    pub first: usize,
    /// Verdicts that they settle, and all that are open; by axis the open ones.
    pub verdicts: u64,
    pub open: u64,
    pub level: u64,
    pub distinguishing: u64,
}

impl Settled {
    /// What the first so many groups settle.
    #[must_use]
    pub fn by_first(most: usize, cases: &[Case<'_>]) -> Self {
        let first = most.min(cases.len());
        let sum = |axis| cases.iter().map(|case| case.open(axis)).sum();
        let (level, distinguishing): (u64, u64) = (sum(Axis::Level), sum(Axis::Distinguishing));
        let verdicts = cases[..first].iter().map(Case::weight).sum();
        Self { first, verdicts, open: level + distinguishing, level, distinguishing }
    }
}

impl Material {
    /// Reads the systems of a report.
    ///
    /// # Errors
    /// When the report has no readable table of systems.
    pub fn read(report: &Path) -> Result<Self> {
        let stamp = archive::stamp(report)?;
        let text = |key: &str| stamp.get(key).map_or("", String::as_str);
        let month = text("month").parse().map_err(anyhow::Error::msg).with_context(|| format!("in {}", report.display()))?;
        let systems =
            archive::rows(report, "systems", &COLUMNS)?.into_iter().filter(|row| cell(row, "counted") == "true").collect();
        Ok(Self { month, synthetic: text("synthetic") == "true", systems })
    }

    /// The groups that leave anything open, the heaviest first.
    #[must_use]
    pub fn cases(&self) -> Vec<Case<'_>> {
        let mut groups: BTreeMap<String, Vec<&TableRow>> = BTreeMap::new();
        for row in self.systems.iter().filter(|row| OPEN.into_iter().any(|axis| Standing::of(row, axis).is_open())) {
            groups.entry(code_of(row)).or_default().push(row);
        }
        let mut cases: Vec<Case<'_>> = groups.into_iter().filter_map(|(code, systems)| case(code, systems)).collect();
        cases.sort_by_cached_key(|case| (Reverse(case.weight()), cell(case.first, "product").to_owned(), case.code.clone()));
        cases
    }
}

fn case(code: String, mut systems: Vec<&TableRow>) -> Option<Case<'_>> {
    systems.sort_by_key(|row| (cell(row, "municipality_code"), cell(row, "system_id")));
    let first = *systems.first()?;
    Some(Case { code, systems, first })
}

fn code_of(row: &TableRow) -> String {
    let [role, level, distinguishing] = Axis::ALL.map(|axis| Standing::of(row, axis).expectation());
    code(&[cell(row, "evidence"), cell(row, "product"), cell(row, "vendor_canonical"), &role, &level, &distinguishing])
}
