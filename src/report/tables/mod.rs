//! The published tables. Each file here is the contract of one table: names, types, units, descriptions, and how it is filled.

mod accounts;
mod column;
mod connections;
mod coverage;
mod dictionary;
mod estimates;
mod file;
mod moved;
mod problems;
mod response;
mod systems;

pub use accounts::accounts;
pub use column::{Column, Table};
pub use connections::connections;
pub use coverage::coverage;
pub use dictionary::dictionary;
pub use estimates::estimates;
pub use file::{Stamp, write};
pub use moved::moved;
pub use problems::problems;
pub use response::response;
pub use systems::{SystemRow, systems};
