//! A connection between two applications, or of one with a facility outside the municipality: recorded beside the systems, in no
//! numerator and no denominator (METHOD §1, *Not a system*).

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Result;
use serde::Deserialize;

use super::words::by_word;
use crate::problem::Place;
use crate::reference::DataDir;
use crate::terms::{Month, name_key};

const PATH: &str = "layouts/words/connections.toml";

/// Which way data goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    ToFarEnd,
    FromFarEnd,
    Both,
}

impl Direction {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ToFarEnd => "to_far_end",
            Self::FromFarEnd => "from_far_end",
            Self::Both => "both",
        }
    }

    /// The same seen from the other end.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::ToFarEnd => Self::FromFarEnd,
            Self::FromFarEnd => Self::ToFarEnd,
            Self::Both => Self::Both,
        }
    }
}

/// Whether it follows a standard or was made to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Standard,
    Custom,
}

impl Basis {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Custom => "custom",
        }
    }
}

/// A connection as one row or relation records it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Connection {
    /// Code of the municipality that registered it, on the first day of the month of submission; absent for a partnership.
    pub municipality: Option<Arc<str>>,
    /// Who registered it, as typed.
    pub organisation: Box<str>,
    /// The row on its sheet, from zero.
    pub row: u32,
    pub id: Option<Box<str>>,
    /// The application at this end.
    pub application: Box<str>,
    /// The application or facility at the other end.
    pub far_end: Option<Box<str>>,
    /// Whether the record itself says that the far end is outside the municipality.
    pub outside: bool,
    pub direction: Option<Direction>,
    pub basis: Option<Basis>,
    pub standard: Option<Box<str>>,
    pub protocol: Option<Box<str>>,
    pub via: Option<Box<str>>,
    /// The phase of the connection as typed.
    pub status: Option<Box<str>>,
}

/// A connection of the newest records of who registered it, with where it stands and which facility it leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedConnection {
    /// As it is in the month that is reported on.
    pub connection: Connection,
    /// Id and name of the collective provision at the far end, when its name is one's.
    pub provision: Option<(String, String)>,
    pub place: Place,
    /// The month of the file, when that is an earlier one.
    pub carried_from: Option<Month>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    direction: BTreeMap<Direction, Vec<String>>,
    basis: BTreeMap<Basis, Vec<String>>,
}

/// The words for directions and bases, by comparable form.
#[derive(Debug)]
pub struct ConnectionWords {
    direction: BTreeMap<String, Direction>,
    basis: BTreeMap<String, Basis>,
}

impl ConnectionWords {
    pub(super) fn load(data: &DataDir) -> Result<Self> {
        let file: WordsFile = data.toml(PATH)?;
        Ok(Self { direction: by_word(PATH, name_key, file.direction)?, basis: by_word(PATH, name_key, file.basis)? })
    }

    #[must_use]
    pub fn direction(&self, text: &str) -> Option<Direction> {
        self.direction.get(&name_key(text)).copied()
    }

    #[must_use]
    pub fn basis(&self, text: &str) -> Option<Basis> {
        self.basis.get(&name_key(text)).copied()
    }
}
