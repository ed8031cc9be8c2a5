//! Classified systems in, coverage and response out (METHOD §3).
//!
//! Counts are integers until the last step; a share of nothing is absent. Not for pictures or files.

mod by_system;
pub mod change;
mod contingency;
mod counted;
mod cover;
mod coverage;
pub mod disclosure;
mod distribution;
pub mod estimate;
mod facet;
mod group;
mod membership;
mod moved;
mod of_groups;
mod parts;
mod population;
mod quality;
mod respond;
mod response;
mod roll;
mod sensitivity;
mod share;
mod streamed;
mod sums;
mod tally;
mod target;
mod weight;

pub use by_system::component_groups;
pub use change::{
    Change, GroupChange, MEASURES as CHANGE_MEASURES, MonthShare, Observed, Rest, Restated, Set, Snapshot, Term, change,
};
pub use contingency::Contingency;
pub use counted::{Units, units};
pub use cover::{coverage, national_coverage, of_municipalities};
pub use coverage::{Absence, Age, Coverage};
pub use distribution::{Distribution, MeasureSpread, SPREAD_MEASURES, Spread};
pub use facet::{Facet, Facets};
pub use group::{Dimension, Group, NATIONAL_SCHEME, PROVINCE_SCHEME, SIZE_SCHEME, Size};
pub use membership::Division;
pub use moved::{Axis, Before, Earlier, Moved, Movement, movement};
pub use parts::{Bound, Parts};
pub use quality::{Answers, Item, Quality, quality};
pub use respond::response;
pub use response::{Answer, Response};
pub use roll::{Entry, Roll, roll};
pub use sensitivity::{Definition, Reading, Sensitivity, sensitivity};
pub use share::{Measure, Share};
pub use streamed::{Passing, Streamed};
pub use sums::{Sums, tallies};
pub use tally::{LocalFacets, Tallies, Tally};
pub use target::Target;
pub use weight::{Basis, Unit, Weight};
