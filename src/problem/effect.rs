//! What a problem does to the figures. Its severity follows from this and from nothing else.

use clap::ValueEnum;

/// From harmless to grave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ValueEnum)]
pub enum Effect {
    /// Nothing changes; somebody should know.
    Noted,
    /// A value was read as something else than was typed; the original is kept.
    ValueRepaired,
    /// The system counts, but without a verdict on one axis.
    LeftUnclassified,
    /// A value could not be used; the row still counts.
    ValueDropped,
    /// A row is in nobody's figure.
    RowSetAside,
    /// A whole file is in nobody's figure.
    FileSetAside,
}

impl Effect {
    /// All effects, from harmless to grave.
    pub const ALL: [Self; 6] =
        [Self::Noted, Self::ValueRepaired, Self::LeftUnclassified, Self::ValueDropped, Self::RowSetAside, Self::FileSetAside];

    /// The name as it is published and typed.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Noted => "noted",
            Self::ValueRepaired => "value-repaired",
            Self::LeftUnclassified => "left-unclassified",
            Self::ValueDropped => "value-dropped",
            Self::RowSetAside => "row-set-aside",
            Self::FileSetAside => "file-set-aside",
        }
    }
}
