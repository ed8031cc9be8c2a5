//! The published tables. Each file here is the contract of one table: names, types, units, descriptions, and how it is filled.

mod accounts;
mod basis;
mod beside;
mod change;
mod column;
mod connections;
mod coverage;
mod coverage_parts;
mod dictionary;
mod divisions;
mod estimates;
mod file;
mod moved;
mod problems;
mod public;
mod response;
mod revisions;
mod sensitivity;
mod systems;

pub use accounts::accounts;
pub use change::change;
pub use column::{Column, Table};
pub use connections::connections;
pub use coverage::coverage;
pub use dictionary::dictionary;
pub use divisions::{component_groups, former_municipalities, group_members};
pub use estimates::estimates;
pub use file::{Stamp, write};
pub use moved::moved;
pub use problems::problems;
pub use public::public_coverage;
pub use response::response;
pub use revisions::revisions;
pub use sensitivity::{public_sensitivity, sensitivity};
pub use systems::{SystemRow, systems};
