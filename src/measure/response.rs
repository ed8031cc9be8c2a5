//! Who answered: one line per municipality of the frame (METHOD §3, *Response*).

use crate::problem::Effect;
use crate::terms::Month;

/// What became of one municipality's inventory in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It sent an inventory for the month.
    Responded,
    /// It sent something for the month, and a part of its inventory is of an earlier month; or all that it sent is parts.
    Partial,
    /// Its newest inventory of at most twelve months ago is used.
    CarriedForward(Month),
    /// It sent nothing that can be used; a partnership has rows for it. That is no inventory of the municipality.
    OnlyThroughPartnership,
    /// Its last inventory is older than twelve months.
    TooOld(Month),
    /// Nothing to go by.
    NoResponse,
}

impl Answer {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Responded => "responded",
            Self::Partial => "partial",
            Self::CarriedForward(_) => "carried_forward",
            Self::OnlyThroughPartnership => "only_through_partnership",
            Self::TooOld(_) => "too_old",
            Self::NoResponse => "no_response",
        }
    }

    /// Whether a published value says that the municipality is in the figures.
    #[must_use]
    pub fn published_is_given(value: &str) -> bool {
        ["responded", "partial", "carried_forward"].contains(&value)
    }

    /// Whether the municipality is in the figures.
    #[must_use]
    pub const fn is_given(&self) -> bool {
        matches!(self, Self::Responded | Self::Partial | Self::CarriedForward(_))
    }
}

/// One municipality's response.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    pub municipality_code: String,
    pub municipality: String,
    pub province_code: String,
    pub province: String,
    pub size_class: Option<u8>,
    pub inhabitants: Option<u64>,
    pub answer: Answer,
    /// The oldest month of its own inventory, when that is not the month that is reported on.
    pub carried_from: Option<Month>,
    /// The newest month for which it sent anything, used or not, as far back as files were read.
    pub last_sent: Option<Month>,
    /// How many months ago that is.
    pub months_since: Option<i64>,
    /// The files that its systems were read from, in order; those of partnerships too.
    pub files: Vec<String>,
    /// Files that have rows of it and were not used, each with why.
    pub files_left_out: Vec<String>,
    /// Names of the municipalities that merged into it and whose inventories it was read from.
    pub predecessors: Vec<String>,
    /// Names of the partnerships that have rows for it.
    pub partnerships: Vec<String>,
    /// Rows that became or joined a system.
    pub rows: u64,
    pub systems: u64,
    pub systems_in_use: u64,
    /// Systems that count: in use, a system rather than a connection, of a municipality that answered.
    pub systems_counted: u64,
    /// Systems for which a partnership's row stands.
    pub systems_registered: u64,
    pub level_unknown: u64,
    pub distinguishing_unknown: u64,
    /// Problems that concern it, by effect, in the order of [`Effect::ALL`].
    pub problems: [u64; Effect::ALL.len()],
}
