//! Who answered: one line per municipality of the frame (METHOD §3, *Response*).

use crate::terms::Month;

/// What became of one municipality's inventory in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It sent an inventory for the month.
    Responded,
    /// Its newest inventory of at most twelve months ago is used.
    CarriedForward(Month),
    /// Nothing to go by.
    NoResponse,
}

impl Answer {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Responded => "responded",
            Self::CarriedForward(_) => "carried_forward",
            Self::NoResponse => "no_response",
        }
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
    /// The files that its inventory was read from, in order.
    pub files: Vec<String>,
    /// Rows that became or joined a system.
    pub rows: u64,
    pub systems: u64,
    /// Systems that count: in use, and a system rather than a connection.
    pub systems_counted: u64,
    pub level_unknown: u64,
    pub distinguishing_unknown: u64,
}
