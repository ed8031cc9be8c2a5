//! Cells to values: text, amounts, counts, dates, lists. Each is idempotent on what it gives, and none breaks on any text.
//!
//! What a word means is data (`data/layouts/words`); what to say about a value that can't be used is for `extract`.

mod amount;
mod clock;
mod contact;
mod date_pieces;
mod day;
mod escape;
mod list;
mod mojibake;
mod numeral;
mod person;
mod phrase;
mod repair;
mod unit;

pub use amount::{AmountWord, Refusal, cents, count};
pub use contact::{masked, without_contacts};
pub use day::{DateWord, DayOrder, NoDay, Period, order_shown, period};
pub use list::list;
pub use person::{PersonWords, is_person};
pub use phrase::Phrases;
pub use repair::{is_damaged, repaired, shown};
pub use unit::Unit;
