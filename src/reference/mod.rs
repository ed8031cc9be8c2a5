//! Everything that is read from `data/` except rules and layouts: loaded once, validated, dated, fingerprinted.
//!
//! Not for judgement about single systems (that is `classify`), and not for input (that is `sources`).

mod component;
mod component_nearly;
mod data_dir;
mod disclosure;
mod mention;
mod municipality;
mod municipality_tables;
mod names;
mod origin;
mod partnership;
mod provision;
mod resolve;
mod short_names;
mod size_class;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use anyhow::Result;

pub use component::{Component, ComponentDefault, ComponentMatch, Components};
pub use data_dir::DataDir;
pub use disclosure::DisclosureBars;
pub use municipality::{Frame, Municipalities, Municipality, Region};
pub use names::{Named, Names, Product, Products, VendorNamed, Vendors};
pub use origin::Origin;
pub use partnership::{Partnership, Partnerships};
pub use provision::{CoverageRole, Provision, Provisions};
pub use resolve::Resolution;
pub use size_class::{SizeClass, SizeClasses};

use table::Complaints;

/// All reference data and the catalogue, checked against each other.
#[derive(Debug, Clone)]
pub struct Reference {
    pub municipalities: Municipalities,
    pub partnerships: Partnerships,
    pub components: Components,
    pub provisions: Provisions,
    pub size_classes: SizeClasses,
    /// What vendors and products are called.
    pub names: Names,
    /// When a figure is kept out of the public tables.
    pub disclosure: DisclosureBars,
    /// Where the tables come from, by table (`reference/municipalities.csv`).
    pub origins: BTreeMap<String, Origin>,
    /// SHA-256 over all definitions, rules and layouts included.
    pub fingerprint: String,
}

impl Reference {
    /// Reads and checks all tables.
    ///
    /// # Errors
    /// Lists everything that is wrong with any table, one complaint a line, each with file and line.
    pub fn load(data: &DataDir) -> Result<Self> {
        let mut complaints = Complaints::about(data);
        let origins = origin::read(data, &mut complaints);
        let size_classes = SizeClasses::read(data, &mut complaints);
        let municipalities = Municipalities::read(data, &size_classes, &mut complaints);
        let partnerships = Partnerships::read(data, |code| municipalities.contains(code), &mut complaints);
        let names = Names::read(data, &mut complaints);
        let components = Components::read(data, &names.words, &mut complaints);
        let provisions = Provisions::read(data, &components.ids(), &mut complaints);
        let disclosure = DisclosureBars::read(data, &mut complaints);
        complaints.into_result()?;
        let fingerprint = data.fingerprint();
        Ok(Self { municipalities, partnerships, components, provisions, size_classes, names, disclosure, origins, fingerprint })
    }
}
