//! The words that all stages share: small types without behaviour of their own.
//!
//! Not for anything that reads, decides or writes; that belongs to a stage.

mod address;
mod approximate;
mod certainty;
mod date;
mod distinguishing;
mod lang;
mod legible;
mod level;
mod lookup;
mod memo;
mod month;
mod name_key;
mod nearest;
mod ranges;
mod role;
mod status;

pub use address::{CellRef, column_name};
pub use approximate::{Allowance, Approximate};
pub use certainty::Certainty;
pub use date::{Validity, parse_date};
pub use distinguishing::Distinguishing;
pub use lang::Lang;
pub use legible::legible;
pub use level::Level;
pub use lookup::{Lookup, LookupSet};
pub use memo::Memo;
pub use month::Month;
pub use name_key::{name_key, words};
pub use nearest::Nearest;
pub use ranges::ranges;
pub use role::Role;
pub use status::Status;
