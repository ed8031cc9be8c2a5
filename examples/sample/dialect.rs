//! How an office writes values down: dates, amounts, yes and no, statuses, and what it does not know.

use chrono::{Datelike, NaiveDate};

use crate::system::Phase;
use crate::writer::Cell;

const MONTH_NAMES: [&str; 12] = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// The ways in which dates are written. Mixed takes turns, as in a file that several people fill.
#[derive(Debug, Clone, Copy)]
pub enum Dates {
    Serial,
    Dutch,
    Iso,
    Long,
    Mixed,
}

/// The ways in which amounts are written.
#[derive(Debug, Clone, Copy)]
pub enum Amounts {
    Number,
    Text,
    Mixed,
}

/// The words for the phase of a system.
#[derive(Debug, Clone, Copy)]
pub enum Statuses {
    Softwarecatalogus,
    Topdesk,
    Plain,
}

/// Whether a system with several reference components takes several rows.
#[derive(Debug, Clone, Copy)]
pub enum Components {
    Rows,
    Joined(&'static str),
}

/// How yes and no are written.
#[derive(Debug, Clone, Copy)]
pub enum YesNo {
    Words(&'static str, &'static str),
    Checkbox,
}

/// One office's habits.
#[derive(Debug, Clone, Copy)]
pub struct Dialect {
    pub dates: Dates,
    pub amounts: Amounts,
    pub statuses: Statuses,
    pub components: Components,
    pub yes_no: YesNo,
    /// What it writes for a value that it does not know; empty for a blank cell.
    pub unknown: &'static str,
}

impl Dialect {
    pub fn date(&self, day: Option<NaiveDate>, row: usize) -> Option<Cell> {
        let Some(day) = day else { return self.unknown() };
        let (dutch, iso) = (day.format("%d-%m-%Y").to_string(), day.format("%Y-%m-%d").to_string());
        Some(match (self.dates, row % 4) {
            (Dates::Serial, _) | (Dates::Mixed, 0) => Cell::Date(day),
            (Dates::Dutch, _) | (Dates::Mixed, 1) => Cell::Text(dutch),
            (Dates::Iso, _) | (Dates::Mixed, 2) => Cell::Text(iso),
            (Dates::Long | Dates::Mixed, _) => Cell::Text(long(day)),
        })
    }

    pub fn amount(&self, euro: Option<u32>, row: usize) -> Option<Cell> {
        let Some(euro) = euro else { return self.unknown() };
        let number = Cell::Money(f64::from(euro));
        Some(match (self.amounts, row % 3) {
            (Amounts::Number, _) | (Amounts::Mixed, 0) => number,
            (Amounts::Mixed, 1) => Cell::Number(f64::from(euro)),
            (Amounts::Text | Amounts::Mixed, _) => Cell::Text(format!("€ {},00", grouped(euro))),
        })
    }

    pub fn yes_or_no(&self, value: Option<bool>) -> Option<Cell> {
        let Some(value) = value else { return self.unknown() };
        match self.yes_no {
            YesNo::Checkbox => Some(Cell::Bool(value)),
            YesNo::Words(yes, no) => Some(if value { yes } else { no }).filter(|word| !word.is_empty()).map(Cell::text),
        }
    }

    pub fn unknown(&self) -> Option<Cell> {
        (!self.unknown.is_empty()).then(|| Cell::text(self.unknown))
    }

    pub fn status(&self, phase: Phase, row: usize) -> &'static str {
        let words = match self.statuses {
            Statuses::Softwarecatalogus => ["Verwerving", "Gepland", "In productie", "Uit te faseren", "Uitgefaseerd"],
            Statuses::Topdesk if row.is_multiple_of(5) => {
                ["Wordt getest", "In voorraad", "Stand-by voor continuïteit", "Moet verwijderd worden", "Verwijderd"]
            }
            Statuses::Topdesk => ["Besteld", "In ontwikkeling", "In productie", "Uit te faseren", "Uitgefaseerd"],
            Statuses::Plain => ["Aanbesteding loopt", "Gepland", "In gebruik", "Wordt uitgefaseerd", "Niet meer in gebruik"],
        };
        match phase {
            Phase::Acquiring => words[0],
            Phase::Planned => words[1],
            Phase::Production => words[2],
            Phase::Leaving => words[3],
            Phase::Retired => words[4],
        }
    }
}

/// A day as `31 dec 2027`.
fn long(day: NaiveDate) -> String {
    let month = MONTH_NAMES.get(day.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// A whole number with points between the thousands.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}
