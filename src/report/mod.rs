//! Everything that is published for a month: tables, charts, pages, manifest; all of it at once or nothing.

pub mod charts;
mod font;
mod markup;
pub mod page;
mod publication;
pub mod summary;
pub mod words;

#[cfg(test)]
mod made_up;

pub use publication::{Publication, Settings};
