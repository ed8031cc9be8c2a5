//! Problems are values: what is wrong with the data, where, what it does to the figures, and what to do about it.
//!
//! A problem never stops a run and is never printed where it is found: stages return it, the command shows it folded and the
//! report publishes it whole. What stops a run (an unreadable data folder, an invalid rule) is an error, not a problem.

mod code;
mod effect;
mod kinds;
mod place;
mod printable;
mod render;
mod text;

pub use code::Code;
pub use effect::Effect;
pub use kinds::{Finding, Kind, by_kind};
pub use place::Place;
pub use printable::printable;
pub use render::{Folded, fold, render};
pub use text::{CodeText, Texts, kind_name, message, text};

/// One thing that is wrong with the data.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub place: Place,
    pub code: Code,
    /// What stands there, as typed; shown in the message as `{found}`.
    pub found: String,
    /// What it was compared with or turned into, where the code has such a thing; shown as `{hint}`.
    pub hint: Option<String>,
    /// The municipality that it concerns, by code, when that is known.
    pub municipality: Option<String>,
}

impl Problem {
    #[must_use]
    pub fn new(code: Code, place: Place, found: impl Into<String>) -> Self {
        Self { place, code, found: found.into(), hint: None, municipality: None }
    }

    #[must_use]
    pub fn with_hint(mut self, hint: Option<impl Into<String>>) -> Self {
        self.hint = hint.map(Into::into);
        self
    }

    #[must_use]
    pub fn about(mut self, municipality: impl Into<String>) -> Self {
        self.municipality = Some(municipality.into());
        self
    }

    #[must_use]
    pub const fn effect(&self) -> Effect {
        self.code.effect()
    }
}
