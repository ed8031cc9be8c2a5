//! What vendors and products are called: which one a text means, and the comparable form of those that nobody listed.
//!
//! Not for judgement about them: a rule reads what was typed.

mod product;
mod vendor;
mod words;

use super::DataDir;
use super::table::Complaints;
use crate::terms::{legible, name_key};

pub use product::{Product, Products};
pub use vendor::Vendors;
pub use words::NameWords;

/// A vendor's name has at most this many words when it stands before or behind a product's.
const LONGEST_VENDOR: usize = 3;

/// Vendors, products, and the words that may stand beside their names.
#[derive(Debug, Clone, Default)]
pub struct Names {
    pub words: NameWords,
    pub vendors: Vendors,
    pub products: Products,
}

/// What a row's product and vendor are called, whoever typed them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The canonical name, or what was typed without version and environment.
    pub product: Box<str>,
    /// The maker of a listed product; otherwise the canonical name of the vendor that was typed, or that without its legal form.
    pub vendor: Option<Box<str>>,
    /// Whether the product stands in `reference/products.csv`.
    pub listed: bool,
    /// The form in which products are compared.
    pub product_key: Box<str>,
    /// The form in which vendors of one product are compared; empty without a vendor.
    pub vendor_key: Box<str>,
}

impl Names {
    pub(super) fn read(data: &DataDir, complaints: &mut Complaints) -> Self {
        let words = NameWords::read(data, complaints);
        let vendors = Vendors::read(data, &words, complaints);
        let products = Products::read(data, &vendors, complaints);
        Self { words, vendors, products }
    }

    /// What the names in a row stand for (METHOD §1, *normalised product, normalised vendor*).
    #[must_use]
    pub fn of(&self, product: &str, vendor: Option<&str>) -> Named {
        let known = vendor.and_then(|vendor| self.vendors.find(vendor, &self.words));
        if let Some(listed) = self.products.find(product, known, &self.vendors, &self.words) {
            return self.named(listed.name.as_str().into(), Some(listed.vendor.as_str().into()), true);
        }
        let vendor = known.map(Box::from).or_else(|| vendor.map(|vendor| self.words.without_legal_form(vendor)));
        let vendor = vendor.filter(|vendor| !vendor.is_empty());
        let cleaned = self.words.without_version(product, vendor.is_some());
        let product = vendor.as_deref().and_then(|vendor| self.without_vendor(&cleaned, vendor)).unwrap_or(cleaned);
        self.named(product, vendor, false)
    }

    fn named(&self, product: Box<str>, vendor: Option<Box<str>>, listed: bool) -> Named {
        let key = name_key(&legible(&product)).replace(' ', "");
        let product_key = if key.is_empty() { product.clone() } else { key.into() };
        let vendor_key = vendor.as_deref().map(|vendor| self.vendor_key(vendor).into()).unwrap_or_default();
        Named { product, vendor, listed, product_key, vendor_key }
    }

    /// The comparable form of an organisation: that of its canonical name when it is a listed vendor.
    #[must_use]
    pub fn organisation_key(&self, name: &str) -> String {
        self.words.organisation_key(self.vendors.find(name, &self.words).unwrap_or(name))
    }

    /// A vendor without *Nederland*, *Software* and the like, as far as something is left.
    fn vendor_key(&self, vendor: &str) -> String {
        let key = self.words.organisation_key(vendor);
        let shortest = self.words.shorter_keys(&key).pop().filter(|shortest| !shortest.is_empty());
        shortest.unwrap_or(key).replace(' ', "")
    }

    /// *Zilt Rooster* of Zilt Software is *Rooster*; the vendor stands in the identity already.
    fn without_vendor(&self, product: &str, vendor: &str) -> Option<Box<str>> {
        let vendor = self.vendor_key(vendor);
        let ends: Vec<usize> = product.match_indices(' ').take(LONGEST_VENDOR).map(|(at, _)| at).collect();
        ends.into_iter().rev().find_map(|at| {
            let (first, rest) = (product.get(..at)?, product.get(at..)?.trim_start_matches([' ', '-', '–', ':']));
            let same = !vendor.is_empty() && self.vendor_key(first) == vendor;
            (same && rest.chars().any(char::is_alphabetic)).then(|| rest.into())
        })
    }
}
