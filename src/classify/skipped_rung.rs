//! A rung that was skipped: a provision for all could be used in the place of a system on a lower one (R16).

use super::Classified;
use crate::reference::{InPlaceOf, Provision, Reference};
use crate::terms::{Certainty, Month, name_key};

/// The provision that a system passes by.
#[derive(Debug, Clone, Copy)]
pub struct SkippedRung<'a> {
    pub provision: &'a Provision,
    pub ground: &'a InPlaceOf,
}

impl<'a> SkippedRung<'a> {
    /// What a system passes by, when it counts.
    #[must_use]
    pub fn of(classified: &Classified, reference: &'a Reference, month: Month) -> Option<Self> {
        let record = &classified.system.record;
        if !classified.counted() || record.components.is_empty() {
            return None;
        }
        let text = name_key(&format!("{} {}", record.name, record.description.as_deref().unwrap_or_default()));
        let level = classified.verdicts.level.value;
        let above = |id| reference.provisions.above(id, &text, level, month.first_day());
        let (provision, ground) = record.components.iter().find_map(|id| above(id))?;
        Some(Self { provision, ground })
    }

    /// How sure it is: as sure as the level of the provision, and as that it could take the place.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        self.provision.certainty.max(self.ground.certainty)
    }
}
