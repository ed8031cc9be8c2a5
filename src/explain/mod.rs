//! The story of one system or one rule, made from a published report, the definitions, and the inventory where it is still there.
//!
//! Everything in it is found by judging again, never by prose about how judging works. Not for new figures.

mod alteration;
mod axis;
mod change;
mod ground;
mod rule;
mod story;
mod typed;

pub use axis::{Axis, Lost, Organised, Presumption};
pub use change::{Change, Moved};
pub use ground::{Asked, Ground, HeldAt};
pub use rule::{NearMiss, Reach, RuleStory, Seen, rule_story};
pub use story::{Skipped, Story, story};
pub use typed::{Cell, Inventories, Typed, TypedRow};
