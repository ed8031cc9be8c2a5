//! What a municipality notes about how well a system serves it, as typed: room for quality beside coverage (resolution §3.4, R12).
//! No figure uses it, for scales differ from one municipality to the next.

/// The assessments of one system; absent parts were not noted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Quality {
    /// How well it does what it is for.
    pub functional: Option<Box<str>>,
    pub technical: Option<Box<str>>,
    /// How content its users are.
    pub satisfaction: Option<Box<str>>,
    /// What to do with it: tolerate, invest, migrate or eliminate, or in other words.
    pub advice: Option<Box<str>>,
}

impl Quality {
    /// The assessments, when there is any.
    #[must_use]
    pub fn noted(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }
}
