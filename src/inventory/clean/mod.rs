//! Cells to values: text, amounts, counts, dates, lists. Each is idempotent on what it gives.

mod amount;
mod day;
mod list;

pub use amount::{cents, count};
pub use day::day;
pub use list::split_list;
