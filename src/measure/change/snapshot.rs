//! A month as far as a comparison needs it: who answered, and the systems that count. Made by a run or read from a report.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::classify::Classified;
use crate::measure::{Response, Weight};
use crate::terms::{Level, Month};

/// One system that counts, as it was in its month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// The code of its month.
    pub municipality: Arc<str>,
    /// The published id, unique within the municipality.
    pub id: String,
    /// Canonical names, as they are published.
    pub product: String,
    pub vendor: Option<String>,
    pub level: Level,
    /// A year; where it is known and can be ([`Weight::believed`]).
    pub cost_cents: Option<u64>,
    pub users: Option<u64>,
}

impl Observed {
    /// What it weighs; absent where that is not known.
    #[must_use]
    pub const fn weight(&self, weight: Weight) -> Option<u64> {
        match weight {
            Weight::Count => Some(1),
            Weight::Cost => self.cost_cents,
            Weight::Users => self.users,
        }
    }
}

/// A month to compare with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    pub month: Month,
    /// Of the definitions that it was judged with.
    pub fingerprint: String,
    /// Codes of the municipalities that answered.
    pub respondents: BTreeSet<Arc<str>>,
    /// In order of municipality and id.
    pub systems: Vec<Observed>,
}

impl Snapshot {
    /// The month that a run just judged.
    #[must_use]
    pub fn of(month: Month, fingerprint: &str, classified: &[Classified], response: &[Response]) -> Self {
        let answered = response.iter().filter(|one| one.answer.is_given());
        let systems = classified.iter().filter(|one| one.counted()).map(observed).collect();
        Self {
            month,
            fingerprint: fingerprint.to_owned(),
            respondents: answered.map(|one| one.municipality_code.as_str().into()).collect(),
            systems,
        }
        .in_order()
    }

    /// The same with its systems in order, for sources that have another.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.systems.sort_by(|a, b| (&a.municipality, &a.id).cmp(&(&b.municipality, &b.id)));
        self
    }
}

fn observed(one: &Classified) -> Observed {
    let named = &one.system.record.named;
    Observed {
        municipality: one.system.municipality.clone(),
        id: one.system.id.clone(),
        product: named.product.to_string(),
        vendor: named.vendor.as_deref().map(str::to_owned),
        level: one.verdicts.level.value,
        cost_cents: Weight::Cost.of(&one.system.record),
        users: Weight::Users.of(&one.system.record),
    }
}
