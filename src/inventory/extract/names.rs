//! What the product and vendor of a row are called, looked up once for each pair of texts.

use std::sync::Arc;

use crate::reference::{Named, Names};
use crate::terms::Lookup;

/// A product and its vendor as typed.
type Typed = (Box<str>, Option<Box<str>>);

/// Inventories repeat their names, so each pair is matched once for each sheet.
pub struct NameCells<'a> {
    names: &'a Names,
    known: Lookup<Typed, Arc<Named>>,
}

impl<'a> NameCells<'a> {
    pub fn new(names: &'a Names) -> Self {
        Self { names, known: Lookup::default() }
    }

    pub fn named(&mut self, product: &str, vendor: Option<&str>) -> Arc<Named> {
        let pair: Typed = (product.into(), vendor.map(Box::from));
        self.known.entry(pair).or_insert_with(|| Arc::new(self.names.of(product, vendor))).clone()
    }
}
