//! Classified systems in, coverage and response out (METHOD §3).
//!
//! Counts are integers until the last step; a share of nothing is absent. Not for pictures or files.

mod contingency;
mod cover;
mod coverage;
pub mod estimate;
mod facts;
mod group;
mod membership;
mod moved;
mod respond;
mod response;

pub use contingency::Contingency;
pub use cover::coverage;
pub use coverage::{Coverage, Measure, Share, Unit, Weight};
pub use group::{Group, NATIONAL_SCHEME, PROVINCE_SCHEME};
pub use moved::{Axis, Before, Earlier, Moved, Movement, movement};
pub use respond::response;
pub use response::{Answer, Response};
