//! The products that inventories are drawn from, with what a municipality writes beside them.

use anyhow::{Context, Result};

use crate::table;

/// How widely a product's function is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    Everywhere,
    Usual,
    Sometimes,
    /// A facility of the whole government or of all municipalities, listed beside the systems.
    National,
    /// Something local, listed only by the municipalities that the table names.
    Local,
}

/// One product, with the cost and users of a municipality of some thirty thousand inhabitants.
#[derive(Debug, Clone)]
pub struct Product {
    pub function: &'static str,
    pub reach: Reach,
    pub name: &'static str,
    pub vendor: &'static str,
    pub components: Vec<&'static str>,
    pub domain: &'static str,
    pub description: &'static str,
    pub hosting: &'static str,
    /// Euro for each year.
    pub cost: Option<u32>,
    pub users: Option<u32>,
    /// The municipalities that have it, when not drawn by chance.
    pub only: Vec<&'static str>,
}

pub fn products() -> Result<Vec<Product>> {
    table::rows::<11>(include_str!("products.csv"))?.into_iter().map(product).collect()
}

fn product(row: [&'static str; 11]) -> Result<Product> {
    let [function, reach, name, vendor, components, domain, description, hosting, cost, users, only] = row;
    Ok(Product {
        function,
        reach: parse_reach(reach).with_context(|| format!("reach of {name}"))?,
        name,
        vendor,
        components: table::list(components),
        domain,
        description,
        hosting,
        cost: cost.parse().ok(),
        users: users.parse().ok(),
        only: table::list(only),
    })
}

fn parse_reach(text: &str) -> Option<Reach> {
    Some(match text {
        "A" => Reach::Everywhere,
        "B" => Reach::Usual,
        "C" => Reach::Sometimes,
        "N" => Reach::National,
        "D" => Reach::Local,
        _ => return None,
    })
}
