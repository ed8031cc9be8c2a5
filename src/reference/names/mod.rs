//! What vendors and products are called: which one a text means, and the comparable form of those that nobody listed.
//!
//! Not for judgement about them: a rule reads what was typed.

mod product;
mod vendor;
mod words;

use std::sync::Arc;

use super::DataDir;
use super::table::Complaints;
use crate::terms::{Memo, legible, name_key};

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
    asked: Memo<Arc<Named>>,
    vendors_asked: Memo<Option<Arc<VendorNamed>>>,
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

/// What a vendor's cell stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VendorNamed {
    /// Whether it stands in `reference/vendors.csv`; then the name is the canonical one.
    pub listed: bool,
    /// Otherwise what was typed, without legal form.
    pub name: Box<str>,
    /// The form in which vendors of one product are compared.
    pub key: Box<str>,
}

impl Names {
    pub(super) fn read(data: &DataDir, complaints: &mut Complaints) -> Self {
        let words = NameWords::read(data, complaints);
        let vendors = Vendors::read(data, &words, complaints);
        let products = Products::read(data, &vendors, complaints);
        Self { words, vendors, products, asked: Memo::default(), vendors_asked: Memo::default() }
    }

    /// What the names in a row stand for (METHOD §1, *normalised product, normalised vendor*).
    #[must_use]
    pub fn of(&self, product: &str, vendor: Option<&str>) -> Arc<Named> {
        let vendor =
            vendor.and_then(|vendor| Some((vendor, self.vendors_asked.get(vendor, || self.vendor(vendor).map(Arc::new))?)));
        let (typed, vendor) = vendor.unzip();
        // With its length before it no product runs over into its vendor, whatever either holds.
        let pair = format!("{} {product}{}", product.len(), typed.unwrap_or_default());
        self.asked.get(&pair, || Arc::new(self.beside(product, vendor.as_deref())))
    }

    /// What a vendor's cell stands for; nothing when no name is left.
    fn vendor(&self, text: &str) -> Option<VendorNamed> {
        let listed = self.vendors.find(text, &self.words);
        let name = listed.map_or_else(|| self.words.without_legal_form(text), Box::from);
        let key = self.vendor_key(&name).into();
        (!name.is_empty()).then_some(VendorNamed { listed: listed.is_some(), name, key })
    }

    /// What a product's name stands for beside a vendor.
    fn beside(&self, product: &str, vendor: Option<&VendorNamed>) -> Named {
        let known = vendor.filter(|vendor| vendor.listed).map(|vendor| &*vendor.name);
        if let Some(listed) = self.products.find(product, known, &self.vendors, &self.words) {
            let key = self.vendor_key(&listed.vendor).into();
            let maker = VendorNamed { listed: true, name: listed.vendor.as_str().into(), key };
            return named(listed.name.as_str().into(), Some(&maker), true);
        }
        let cleaned = self.words.without_version(product, vendor.is_some());
        let product = vendor.and_then(|vendor| self.without_vendor(&cleaned, &vendor.key)).unwrap_or(cleaned);
        named(product, vendor, false)
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
        let ends: Vec<usize> = product.match_indices(' ').take(LONGEST_VENDOR).map(|(at, _)| at).collect();
        ends.into_iter().rev().find_map(|at| {
            let (first, rest) = (product.get(..at)?, product.get(at..)?.trim_start_matches([' ', '-', '–', ':']));
            let same = !vendor.is_empty() && self.vendor_key(first) == vendor;
            (same && rest.chars().any(char::is_alphabetic)).then(|| rest.into())
        })
    }
}

fn named(product: Box<str>, vendor: Option<&VendorNamed>, listed: bool) -> Named {
    let key = name_key(&legible(&product)).replace(' ', "");
    let product_key = if key.is_empty() { product.clone() } else { key.into() };
    let vendor_key = vendor.map(|vendor| vendor.key.clone()).unwrap_or_default();
    Named { product, vendor: vendor.map(|vendor| vendor.name.clone()), listed, product_key, vendor_key }
}
