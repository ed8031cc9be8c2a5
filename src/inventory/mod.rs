//! Sheets in, systems out: layouts, headers, cleaning, identity, submissions, carrying forward; and an account of every row.
//!
//! Not for judgement about systems (that is `classify`): what was typed is read, cleaned and kept.

mod account;
mod assemble;
mod clean;
mod connection;
mod correction;
mod extract;
mod field;
mod field_texts;
mod header;
mod kinds;
mod layout;
mod merge;
mod organisation;
mod owner;
mod portfolio;
mod quality;
mod recognised;
mod record;
mod sheet_words;
mod submission;
mod system;
mod words;

pub use account::{Account, Fate};
pub use assemble::{Answered, CARRIED_MONTHS, Inventory, LeftOut, SheetAccount, assemble};
pub use connection::{Basis, Connection, Direction, PlacedConnection};
pub use correction::{Concerned, Corrections};
pub use extract::{FileExtract, SheetExtract, UNNAMED_PARTNER, euro, extract, quoted};
pub use field::Field;
pub use field_texts::{FieldText, FieldTexts, InBoth};
pub use kinds::Kinds;
pub use layout::{Layout, Layouts};
pub use owner::Owner;
pub use quality::Quality;
pub use recognised::{Column, ReadAs, Recognised, SheetLeftOut};
pub use record::Record;
pub use system::System;
pub use words::Words;
