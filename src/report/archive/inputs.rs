//! The files that a report was made from, as its manifest lists them.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::terms::Month;

/// A file that a report was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The path under the folder of inventories.
    pub file: String,
    /// The month for which it was sent.
    pub submitted: Month,
    pub sha256: String,
}

#[derive(Deserialize)]
struct Manifest {
    inputs: Vec<ListedInput>,
}

#[derive(Deserialize)]
struct ListedInput {
    file: String,
    submitted: String,
    sha256: String,
}

/// The files that a report was made from, in the order of its manifest.
///
/// # Errors
/// When the report has no readable manifest.
pub fn inputs(report: &Path) -> Result<Vec<Input>> {
    let path = report.join("manifest.json");
    let bytes = std::fs::read(&path).with_context(|| format!("opening {}", path.display()))?;
    let manifest: Manifest = serde_json::from_slice(&bytes).with_context(|| format!("reading {}", path.display()))?;
    let read = |input: ListedInput| -> Result<Input> {
        let submitted = input.submitted.parse().map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
        Ok(Input { file: input.file, submitted, sha256: input.sha256 })
    };
    manifest.inputs.into_iter().map(read).collect()
}
