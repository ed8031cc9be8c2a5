//! Everything that is read from `data/` except rules and layouts: loaded once, validated, dated, fingerprinted.
//!
//! Not for judgement about single systems (that is `classify`), and not for input (that is `sources`).

mod component;
mod component_nearly;
mod data_dir;
mod disclosure;
mod focus;
mod form;
mod in_place_of;
mod mention;
mod municipality;
mod municipality_tables;
mod names;
mod origin;
mod partnership;
mod partnership_kind;
mod provision;
mod publisher;
mod region_list;
mod resolve;
mod short_names;
mod size_class;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use anyhow::{Context, Result};

pub use component::{Component, ComponentDefault, ComponentMatch, Components};
pub use data_dir::DataDir;
pub use disclosure::DisclosureBars;
pub use focus::Focuses;
pub use form::{LegalForm, OrganisationForm, Reach};
pub use in_place_of::InPlaceOf;
pub use municipality::{Frame, Municipalities, Municipality, Region};
pub use names::{Named, Names, Product, Products, VendorNamed, Vendors};
pub use origin::Origin;
pub use partnership::{Partnership, Partnerships};
pub use provision::{CoverageRole, Provision, Provisions};
pub use publisher::{Licence, Publisher};
pub use resolve::Resolution;
pub use size_class::{SizeClass, SizeClasses};

pub(crate) use table::{Complaints, Table};

/// All reference data and the catalogue, checked against each other.
#[derive(Debug, Clone)]
pub struct Reference {
    pub municipalities: Municipalities,
    pub partnerships: Partnerships,
    pub components: Components,
    pub provisions: Provisions,
    /// Which components are in the focus of which programme.
    pub focuses: Focuses,
    pub size_classes: SizeClasses,
    /// What vendors and products are called.
    pub names: Names,
    /// When a figure is kept out of the public tables.
    pub disclosure: DisclosureBars,
    /// Who publishes the reports, and on what terms.
    pub publisher: Publisher,
    /// Where the tables come from, by table (`reference/municipalities.csv`).
    pub origins: BTreeMap<String, Origin>,
    /// SHA-256 over all definitions, rules and layouts included.
    pub fingerprint: String,
    /// SHA-256 of each file of definitions, by path.
    pub definition_files: BTreeMap<String, String>,
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
        let focuses = Focuses::read(data, &components, &mut complaints);
        let publisher = Publisher::read(data, &mut complaints);
        complaints.into_result()?;
        Ok(Self {
            municipalities,
            partnerships,
            components,
            provisions,
            focuses,
            size_classes,
            names,
            disclosure,
            publisher: publisher.context("who publishes is not known")?,
            origins,
            fingerprint: data.fingerprint(),
            definition_files: data.hashes(),
        })
    }
}
