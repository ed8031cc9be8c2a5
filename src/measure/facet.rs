//! The ways in which municipalities do something together without, or beside, running it together (resolution §3.5, R43).

/// One way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    SamenDenken,
    SamenBouwen,
    SamenExploiteren,
    CollectiefContract,
}

impl Facet {
    pub const ALL: [Self; 4] = [Self::SamenDenken, Self::SamenBouwen, Self::SamenExploiteren, Self::CollectiefContract];

    /// The value as it is published, and as rules give it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SamenDenken => "samen_denken",
            Self::SamenBouwen => "samen_bouwen",
            Self::SamenExploiteren => "samen_exploiteren",
            Self::CollectiefContract => "collectief_contract",
        }
    }
}

/// The facets of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facets(u8);

impl Facets {
    /// The facets that verdicts name.
    #[must_use]
    pub fn named(names: &[impl AsRef<str>]) -> Self {
        let shown = Facet::ALL.into_iter().filter(|facet| names.iter().any(|name| name.as_ref() == facet.as_str()));
        shown.fold(Self::default(), |facets, facet| Self(facets.0 | 1 << facet as u8))
    }

    #[must_use]
    pub const fn has(self, facet: Facet) -> bool {
        self.0 & 1 << facet as u8 != 0
    }

    /// A number that is equal for equal facets.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The facets that either has.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
