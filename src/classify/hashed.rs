//! Evidence with its hash, so that a map of verdicts reads each piece once, however often the map grows or is asked.
//!
//! Boxed, for a map moves its keys when it grows. Not a name for anything outside the program; that is the evidence's id.

use std::hash::{BuildHasher, Hash, Hasher};

use super::evidence::Evidence;

/// A piece of evidence as a key.
#[derive(Debug, PartialEq, Eq)]
pub struct Hashed<'a> {
    /// First, for it is what differs when the evidence does.
    hash: u64,
    evidence: Box<Evidence<'a>>,
}

impl<'a> Hashed<'a> {
    pub fn new(evidence: Evidence<'a>) -> Self {
        let hash = foldhash::fast::FixedState::default().hash_one(&evidence);
        Self { hash, evidence: Box::new(evidence) }
    }

    pub const fn evidence(&self) -> &Evidence<'a> {
        &self.evidence
    }
}

impl Hash for Hashed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}
