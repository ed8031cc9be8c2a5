//! What each municipality of a month brings to the figures, and since when: what disclosure control needs to know of the figures behind the sums.

use std::sync::Arc;

use anyhow::Result;

use super::membership::{Membership, membership};
use super::{Answer, Response, Unit, facts};
use crate::classify::Classified;
use crate::reference::Frame;
use crate::terms::Month;

/// One municipality of the frame.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The CBS code.
    pub code: Arc<str>,
    /// Counted units, in the order of [`Unit::ALL`]; zero without an answer.
    pub weights: [u64; Unit::ALL.len()],
    /// The month of its inventory, when that is an earlier one as a whole.
    pub carried_from: Option<Month>,
}

/// All municipalities of a month, and the groups that they are in.
#[derive(Debug, Clone)]
pub struct Roll {
    pub month: Month,
    /// In order of the frame.
    pub entries: Vec<Entry>,
    pub membership: Membership,
}

/// Calls the roll of a month.
///
/// # Errors
/// When a table can't be computed.
pub fn roll(classified: &[Classified], frame: &Frame, response: &[Response]) -> Result<Roll> {
    let systems = facts::totals(facts::systems(classified, frame)?)?;
    let cells = facts::totals(facts::cells(classified, frame)?)?;
    let entry = |(response, at): (&Response, u32)| Entry {
        code: response.municipality_code.as_str().into(),
        weights: Unit::ALL.map(|unit| match unit {
            Unit::Systems => systems.get(&at).copied().unwrap_or_default(),
            Unit::Cells => cells.get(&at).copied().unwrap_or_default(),
        }),
        carried_from: match response.answer {
            Answer::CarriedForward(month) => Some(month),
            _ => None,
        },
    };
    let entries = response.iter().zip(0..).map(entry).collect();
    Ok(Roll { month: frame.month, entries, membership: membership(frame) })
}
