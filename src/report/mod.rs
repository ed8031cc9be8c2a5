//! Everything that is published for a month: tables, charts, pages, manifest; all of it at once or nothing.

mod publication;

pub use publication::{Publication, Settings};
