//! What became of every row (METHOD §6). A file whose account does not close fails the run.

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It became a system, or the place by which a merged system is known.
    System,
    /// It joined the system of another row.
    Merged,
    /// It is in nobody's figure, and a problem says why.
    SetAside,
    /// A newer submission of the municipality stands in its place.
    Superseded,
    /// It records a connection between systems, not a system.
    Connection,
    Heading,
    Total,
    /// A title, an explanation, a sheet that is no inventory.
    Note,
}

impl Fate {
    pub const ALL: [Self; 8] =
        [Self::System, Self::Merged, Self::SetAside, Self::Superseded, Self::Connection, Self::Heading, Self::Total, Self::Note];

    /// The name of the column in `accounts.parquet`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Merged => "merged",
            Self::SetAside => "set_aside",
            Self::Superseded => "superseded",
            Self::Connection => "connection",
            Self::Heading => "heading",
            Self::Total => "total",
            Self::Note => "note",
        }
    }
}

/// The rows of one sheet by fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Account {
    /// Non-empty rows that the sheet has.
    pub rows: u64,
    fates: [u64; 8],
}

impl Account {
    #[must_use]
    pub fn of_sheet(rows: usize) -> Self {
        Self { rows: rows as u64, fates: [0; 8] }
    }

    pub fn book(&mut self, fate: Fate, rows: u64) {
        self.fates[fate as usize] += rows;
    }

    #[must_use]
    pub const fn of(&self, fate: Fate) -> u64 {
        self.fates[fate as usize]
    }

    /// Whether every row has one fate.
    #[must_use]
    pub fn closes(&self) -> bool {
        self.fates.iter().sum::<u64>() == self.rows
    }
}
