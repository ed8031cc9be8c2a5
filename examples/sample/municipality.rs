//! The municipalities that are in the sample. Name and code are real, so that they resolve.

use anyhow::{Context, Result};

use crate::table;

/// A municipality as on 1 January 2026 (CBS).
#[derive(Debug, Clone)]
pub struct Municipality {
    pub code: &'static str,
    pub name: &'static str,
    /// The eight size classes of the CBS.
    pub size_class: usize,
}

pub fn municipalities() -> Result<Vec<Municipality>> {
    let rows = table::rows::<5>(include_str!("municipalities.csv"))?;
    rows.into_iter()
        .map(|[code, name, _province, _inhabitants, class]| {
            let size_class = class.parse().with_context(|| format!("size class of {name}"))?;
            Ok(Municipality { code, name, size_class })
        })
        .collect()
}

impl Municipality {
    /// The name as people say it, without the letter that tells namesakes of other provinces apart.
    pub fn spoken(&self) -> &'static str {
        self.name.strip_suffix(" (Z.)").unwrap_or(self.name)
    }

    /// How many systems its made-up inventory has, before change.
    pub fn systems(&self) -> usize {
        [15, 15, 18, 22, 28, 36, 43, 50, 58][self.size_class.min(8)]
    }

    /// The cost of a system here, in percent of the cost in a municipality of some thirty thousand inhabitants.
    pub fn cost_percent(&self) -> u32 {
        [100, 8, 15, 45, 100, 180, 300, 450, 900][self.size_class.min(8)]
    }
}
