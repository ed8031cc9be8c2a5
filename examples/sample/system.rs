//! One made-up system of a municipality, before an office writes it down in its own way.

use chrono::NaiveDate;

use crate::arrangement::Partner;
use crate::product::Product;

/// The phase of its use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Acquiring,
    Planned,
    Production,
    Leaving,
    Retired,
}

/// A system in one month.
#[derive(Debug, Clone)]
pub struct System {
    /// Unique within the municipality and the same in every month.
    pub number: usize,
    pub product: Product,
    /// Usually one; an inventory may list each version in a row of its own.
    pub versions: Vec<String>,
    pub phase: Phase,
    pub partner: Partner,
    pub contract_end: Option<NaiveDate>,
    /// Euro for each year.
    pub cost: Option<u32>,
    pub users: Option<u32>,
    pub personal_data: Option<bool>,
    /// Availability, integrity and confidentiality, each 1 to 3.
    pub criticality: [usize; 3],
    pub owner: &'static str,
}

/// A row of an inventory: a system with one of its versions and some of its components.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    pub system: &'a System,
    pub version: &'a str,
    pub components: String,
}
