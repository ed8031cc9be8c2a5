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
    /// A partnership registered it; it stands for a system at each of its members.
    Expanded,
    /// It records a connection between systems, not a system.
    Connection,
    Heading,
    Total,
    /// A title, an explanation, a sheet that is no inventory.
    Note,
}

impl Fate {
    pub const ALL: [Self; 9] = [
        Self::System,
        Self::Merged,
        Self::SetAside,
        Self::Superseded,
        Self::Expanded,
        Self::Connection,
        Self::Heading,
        Self::Total,
        Self::Note,
    ];

    /// The name of the column in `accounts.parquet`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Merged => "merged",
            Self::SetAside => "set_aside",
            Self::Superseded => "superseded",
            Self::Expanded => "expanded",
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
    /// Systems that are known by an expanded row: one for each member that has no row of its own for it.
    pub expanded_systems: u64,
    /// Times that an expanded row joined the system of another row.
    pub expanded_merged: u64,
    fates: [u64; 9],
}

impl Account {
    #[must_use]
    pub fn of_sheet(rows: usize) -> Self {
        Self { rows: rows as u64, ..Self::default() }
    }

    pub fn book(&mut self, fate: Fate, rows: u64) {
        self.fates[fate as usize] += rows;
    }

    /// Adds what was booked elsewhere; the rows stay.
    pub fn add(&mut self, booked: &Self) {
        self.expanded_systems += booked.expanded_systems;
        self.expanded_merged += booked.expanded_merged;
        for (own, more) in self.fates.iter_mut().zip(booked.fates) {
            *own += more;
        }
    }

    /// Adds the account of another part of the sheet.
    pub fn join(&mut self, part: &Self) {
        self.rows += part.rows;
        self.add(part);
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
