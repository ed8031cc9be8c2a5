//! Municipalities of two months as one list of places, and the groups that they are in, in the division of the later month (R56).
//!
//! A municipality that passed as a whole into another is at its successor's place, so its systems neither stop nor start. One that was
//! divided among several is followed to none: it keeps a place of its own, in the groups that it was in.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result};

use crate::measure::Group;
use crate::measure::membership::membership;
use crate::reference::{Frame, Reference};
use crate::terms::Month;

/// The places of two months.
#[derive(Debug)]
pub struct Places {
    by_code: BTreeMap<Arc<str>, usize>,
    /// For each group its places, in order.
    pub groups: BTreeMap<Group, Vec<usize>>,
    pub count: usize,
}

impl Places {
    pub fn of(before: Month, now: Month, reference: &Reference) -> Self {
        let municipalities = &reference.municipalities;
        let frame = municipalities.frame(now);
        let mut by_code: BTreeMap<Arc<str>, usize> =
            frame.municipalities.iter().enumerate().map(|(at, one)| (one.code.clone(), at)).collect();
        let mut followed_to_none = Vec::new();
        for one in municipalities.frame(before).municipalities {
            if by_code.contains_key(&one.code) {
                continue;
            }
            let successor = municipalities.find(&one.code, now).and_then(|code| by_code.get(&code).copied());
            by_code.insert(one.code.clone(), successor.unwrap_or(frame.municipalities.len() + followed_to_none.len()));
            if successor.is_none() {
                followed_to_none.push(one);
            }
        }
        let gone = Frame { month: before, municipalities: followed_to_none };
        let count = frame.municipalities.len() + gone.municipalities.len();
        let mut groups = groups(&frame, 0, reference);
        for (group, places) in self::groups(&gone, frame.municipalities.len(), reference) {
            groups.entry(group).or_default().extend(places);
        }
        Self { by_code, groups, count }
    }

    /// The place of a code of either month.
    ///
    /// # Errors
    /// When it is in neither frame, so that reports and reference do not belong together.
    pub fn find(&self, code: &str) -> Result<usize> {
        self.by_code.get(code).copied().with_context(|| {
            format!("{code} is no municipality of either month; compare reports with the definitions they were made with (--data)")
        })
    }
}

fn groups(frame: &Frame, first: usize, reference: &Reference) -> BTreeMap<Group, Vec<usize>> {
    let placed = |positions: Vec<u32>| positions.into_iter().map(|at| first + at as usize).collect();
    membership(frame, reference).into_iter().map(|(group, positions)| (group, placed(positions))).collect()
}
