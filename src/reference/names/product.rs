//! Products that municipalities use, and which one a text means: the whole name decides, a part of it never.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::super::DataDir;
use super::super::table::{Complaints, Row, Table};
use super::LONGEST_VENDOR;
use super::vendor::Vendors;
use super::words::NameWords;
use crate::terms::{Allowance, Approximate, Lookup, legible, name_key};

/// A wrong letter is borne in names of this length. Shorter ones are other products too often.
const ALLOWANCE: Allowance = Allowance { one_from: 12, two_from: usize::MAX };

/// One product.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Product {
    pub name: String,
    /// Who makes it, by canonical name.
    pub vendor: String,
}

/// All listed products by what they are called.
#[derive(Debug, Clone, Default)]
pub struct Products {
    all: Vec<Product>,
    alone: Lookup<String, usize>,
    /// Names that count only beside the vendor.
    beside: Lookup<String, Vec<usize>>,
    approximate: Option<Approximate<usize>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProductRow {
    product: String,
    vendor: String,
    aliases: String,
    with_vendor: String,
    source: String,
}

impl Products {
    pub(super) fn read(data: &DataDir, vendors: &Vendors, complaints: &mut Complaints) -> Self {
        let mut table = Table::new("reference/products.csv", complaints);
        let rows = table.rows::<ProductRow>(data);
        table.unique(&rows, |row| format!("{} of {}", row.product, row.vendor));
        let mut products = Self::default();
        let mut names = BTreeSet::new();
        for Row { line, value: row } in rows {
            table.filled(line, "source", &row.source);
            if !vendors.contains(&row.vendor) {
                table.complain(line, format!("'{}' is no vendor of reference/vendors.csv", row.vendor));
            }
            names.extend(std::iter::once(&*row.product).chain(listed(&row.aliases)).map(|name| key_words(name).concat()));
            products.add(line, row, &mut table);
        }
        let names = names.into_iter().filter_map(|key| products.alone.get(&key).map(|at| (key.clone(), *at)));
        products.approximate = Some(Approximate::new(names, ALLOWANCE));
        products
    }

    fn add(&mut self, line: u64, row: ProductRow, table: &mut Table<'_>) {
        let at = self.all.len();
        let beside: BTreeSet<String> = listed(&row.with_vendor).map(|name| key_words(name).concat()).collect();
        for name in std::iter::once(row.product.as_str()).chain(listed(&row.aliases)) {
            let key = key_words(name).concat();
            if beside.contains(&key) {
                continue;
            }
            match self.alone.insert(key, at).filter(|other| *other != at) {
                Some(other) => table.complain(line, format!("'{name}' also stands for {}", self.all[other].name)),
                None if name != row.product && key_words(name) == key_words(&row.product) => {
                    table.complain(line, format!("'{name}' adds nothing: it compares as the product's own name"));
                }
                None => {}
            }
        }
        for key in beside {
            self.beside.entry(key).or_default().push(at);
        }
        self.all.push(Product { name: row.product, vendor: row.vendor });
    }

    /// The product that a name means beside a vendor, which is given by its canonical name.
    #[must_use]
    pub fn find(&self, name: &str, vendor: Option<&str>, vendors: &Vendors, words: &NameWords) -> Option<&Product> {
        let name = legible(name);
        let whole = key_words(&name);
        let bracketed = name.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(head, _)| key_words(head));
        let by_name = |form: &[String]| self.without_asides(form, vendor, vendors, words);
        let found = by_name(&whole).or_else(|| by_name(bracketed.as_deref()?));
        found.or_else(|| self.nearly(&whole, words)).map(|at| &self.all[at])
    }

    /// Leaves out word after word from the end as long as they are asides, and the vendor before or behind.
    fn without_asides(&self, form: &[String], vendor: Option<&str>, vendors: &Vendors, words: &NameWords) -> Option<usize> {
        let mut left = form;
        loop {
            let found = self.exactly(left, vendor).or_else(|| self.beside_vendor(left, vendors));
            match left.split_last() {
                _ if found.is_some() => return found,
                Some((last, rest)) if !rest.is_empty() && words.is_aside_of_product(last) => left = rest,
                _ => return None,
            }
        }
    }

    fn exactly(&self, form: &[String], vendor: Option<&str>) -> Option<usize> {
        let key = form.concat();
        let beside = || self.beside.get(&key)?.iter().copied().find(|at| vendor == Some(self.all[*at].vendor.as_str()));
        self.alone.get(&key).copied().or_else(beside)
    }

    /// A name with its own vendor's before or behind it.
    fn beside_vendor(&self, form: &[String], vendors: &Vendors) -> Option<usize> {
        (1..form.len().min(LONGEST_VENDOR + 1)).find_map(|length| {
            let (first, rest) = form.split_at(length);
            let (start, last) = form.split_at(form.len() - length);
            [(first, rest), (last, start)].into_iter().find_map(|(vendor, product)| {
                let vendor = vendors.of_words(vendor)?;
                self.exactly(product, Some(vendor)).filter(|at| self.all[*at].vendor == vendor)
            })
        })
    }

    fn nearly(&self, form: &[String], words: &NameWords) -> Option<usize> {
        let mut left = form;
        while let Some((last, rest)) = left.split_last().filter(|(last, rest)| !rest.is_empty() && words.is_aside_of_product(last))
        {
            let _ = last;
            left = rest;
        }
        let approximate = self.approximate.as_ref()?;
        approximate.find(&form.concat()).or_else(|| approximate.find(&left.concat()))
    }

    /// All products, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Product> {
        self.all.iter()
    }
}

fn listed(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|name| !name.is_empty())
}

/// The words of a name in comparable form; *&* and *and* are *en*.
fn key_words(name: &str) -> Vec<String> {
    let key = name_key(&name.replace('&', " en "));
    key.split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| if word == "and" { "en".to_owned() } else { word.to_owned() })
        .collect()
}
