//! What comparable systems are, as a hint to who decides: the most frequent verdict on the same product, else on the same components.

use std::collections::BTreeMap;

use super::case::{Case, Material, OPEN, Standing, TableRow, cell};
use crate::classify::review::Axis;
use crate::terms::name_key;

/// What makes systems comparable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Like {
    Product,
    Components,
}

/// The most frequent verdict.
#[derive(Debug, PartialEq, Eq)]
pub struct Proposal<'a> {
    pub value: &'a str,
    /// Systems with it, of all comparable ones whose verdict is known.
    pub count: u64,
    pub of: u64,
    pub like: Like,
}

/// How often each verdict was given on systems that are alike.
#[derive(Debug, Default)]
pub struct Comparable<'a> {
    counts: BTreeMap<(Axis, Like, String), BTreeMap<&'a str, u64>>,
}

impl<'a> Comparable<'a> {
    pub fn of(material: &'a Material) -> Self {
        let mut counts: BTreeMap<_, BTreeMap<&str, u64>> = BTreeMap::new();
        for row in &material.systems {
            for axis in OPEN {
                let standing = Standing::of(row, axis);
                for like in [Like::Product, Like::Components].into_iter().filter(|_| !standing.is_open()) {
                    if let Some(key) = key(row, like) {
                        *counts.entry((axis, like, key)).or_default().entry(standing.value).or_insert(0) += 1;
                    }
                }
            }
        }
        Self { counts }
    }

    /// The proposal for a group, where anything is comparable. Of equally frequent verdicts the first in the alphabet.
    pub fn proposal(&self, case: &Case<'_>, axis: Axis) -> Option<Proposal<'a>> {
        [Like::Product, Like::Components].into_iter().find_map(|like| {
            let counts = self.counts.get(&(axis, like, key(case.first()?, like)?))?;
            let (value, count) = counts.iter().max_by(|a, b| (a.1, b.0).cmp(&(b.1, a.0)))?;
            Some(Proposal { value, count: *count, of: counts.values().sum(), like })
        })
    }
}

fn key(row: &TableRow, like: Like) -> Option<String> {
    match like {
        Like::Product => Some(format!("{}\n{}", name_key(cell(row, "product")), name_key(cell(row, "vendor_canonical")))),
        Like::Components => Some(cell(row, "component_ids").to_owned()).filter(|ids| ids.len() > "[]".len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn system(pairs: &[(&str, &str)]) -> TableRow {
        pairs.iter().map(|(column, value)| ((*column).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_same_product_goes_before_the_same_components_and_the_most_frequent_wins() {
        let row = |product, components, level| {
            system(&[("product", product), ("component_ids", components), ("level", level), ("distinguishing", "onbekend")])
        };
        let material = Material {
            month: crate::terms::Month::EXAMPLE,
            synthetic: true,
            systems: vec![
                row("A", "[1]", "onbekend"),
                row("A", "[2]", "regionaal"),
                row("A", "[1]", "decentraal"),
                row("A", "[1]", "decentraal"),
                row("B", "[1]", "onbekend"),
                row("C", "[]", "onbekend"),
            ],
            evidence: BTreeMap::new(),
        };
        let comparable = Comparable::of(&material);
        let empty = TableRow::new();
        let of = |at: usize, axis| {
            comparable.proposal(&Case { code: String::new(), systems: vec![&material.systems[at]], evidence: &empty }, axis)
        };
        let product = Proposal { value: "decentraal", count: 2, of: 3, like: Like::Product };
        assert_eq!(of(0, Axis::Level), Some(product));
        assert_eq!(of(4, Axis::Level), Some(Proposal { value: "decentraal", count: 2, of: 2, like: Like::Components }));
        assert_eq!(of(5, Axis::Level), None, "no component is no likeness");
        assert_eq!(of(0, Axis::Distinguishing), None, "nothing is known anywhere");
    }
}
