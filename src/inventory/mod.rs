//! Sheets in, systems out: layouts, headers, cleaning, identity, submissions, carrying forward; and an account of every row.
//!
//! Not for judgement about systems (that is `classify`): what was typed is read, cleaned and kept.

mod account;
mod assemble;
mod clean;
mod extract;
mod field;
mod header;
mod layout;
mod merge;
mod owner;
mod record;
mod submission;
mod system;
mod words;

pub use account::{Account, Fate};
pub use assemble::{CARRIED_MONTHS, Inventory, Responded, SheetAccount, assemble};
pub use extract::{FileExtract, SheetExtract, UNNAMED_PARTNER, extract};
pub use field::Field;
pub use layout::{Layout, Layouts};
pub use record::Record;
pub use system::System;
pub use words::Words;
