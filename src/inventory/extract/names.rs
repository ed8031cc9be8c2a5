//! What the product and vendor of a row are called, looked up once for each pair of texts.

use std::sync::Arc;

use crate::reference::{Named, Names, VendorNamed};
use crate::terms::Lookup;

/// A product and its vendor as typed.
type Typed = (Box<str>, Option<Box<str>>);

/// Inventories repeat their names, so each pair, and each vendor, is matched once for each sheet.
pub struct NameCells<'a> {
    names: &'a Names,
    known: Lookup<Typed, Arc<Named>>,
    vendors: Lookup<Box<str>, Option<VendorNamed>>,
}

impl<'a> NameCells<'a> {
    pub fn new(names: &'a Names) -> Self {
        Self { names, known: Lookup::default(), vendors: Lookup::default() }
    }

    pub fn named(&mut self, product: &str, vendor: Option<&str>) -> Arc<Named> {
        let pair: Typed = (product.into(), vendor.map(Box::from));
        if let Some(known) = self.known.get(&pair) {
            return known.clone();
        }
        let names = self.names;
        let vendor = vendor.and_then(|vendor| self.vendors.entry(vendor.into()).or_insert_with(|| names.vendor(vendor)).as_ref());
        let found = Arc::new(names.beside(product, vendor));
        self.known.insert(pair, found.clone());
        found
    }
}
