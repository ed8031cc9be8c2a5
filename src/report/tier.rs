//! The three tiers of disclosure, each a folder of tables for another circle of readers (METHOD §3, *Disclosure*, R55).
//!
//! Says who may see what. Not for deciding which groups are suppressed: that is `measure`.

/// A circle of readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Who makes the figures: everything.
    Internal,
    /// Those who take part: aggregates down to a municipality, no systems and no addresses.
    Shared,
    /// Everybody: aggregates from which no municipality's figure can be derived.
    Public,
}

impl Tier {
    pub const ALL: [Self; 3] = [Self::Internal, Self::Shared, Self::Public];

    /// The folder under `data/`.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Shared => "shared",
            Self::Public => "public",
        }
    }

    /// Where a table of this tier is, relative to the report.
    #[must_use]
    pub fn path(self, table: &str) -> String {
        self.file(&format!("{table}.parquet"))
    }

    /// Where a file of this tier is, relative to the report.
    #[must_use]
    pub fn file(self, name: &str) -> String {
        format!("data/{}/{name}", self.folder())
    }
}
