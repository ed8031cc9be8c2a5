//! Who runs what with whom: the partnerships that municipalities name, and from which month on.
//!
//! The memberships are facts, but for Middelburg, which names a tax partnership that it is no member of. Which systems
//! a partnership runs is made up.

use anyhow::Result;

use crate::table;

/// The names that an inventory gives for a partner; empty where it leaves the column blank.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Partner {
    pub partnership: &'static str,
    pub contract_party: &'static str,
    pub operator: &'static str,
}

/// A partner for some functions of some municipalities.
pub struct Arrangement {
    codes: Vec<&'static str>,
    since: &'static str,
    functions: Vec<&'static str>,
    partner: Partner,
}

pub fn arrangements() -> Result<Vec<Arrangement>> {
    let rows = table::rows::<6>(include_str!("arrangements.csv"))?;
    Ok(rows.into_iter().map(arrangement).collect())
}

fn arrangement([codes, since, functions, partnership, contract_party, operator]: [&'static str; 6]) -> Arrangement {
    Arrangement {
        codes: table::list(codes),
        since,
        functions: table::list(functions),
        partner: Partner { partnership, contract_party, operator },
    }
}

impl Arrangement {
    /// The partner, if it runs this function for this municipality in this month.
    pub fn partner(&self, code: &str, function: &str, month: &str) -> Option<Partner> {
        let applies = self.codes.contains(&code) && self.functions.contains(&function) && self.since <= month;
        applies.then_some(self.partner)
    }
}
