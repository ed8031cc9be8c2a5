//! Vintages: what a report was made from, by which two reports of one month are told apart. Read from the manifest.
//!
//! Two runs with the same program, definitions and inputs give the same vintage, whatever the language or the folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::manifest::used_files;
use crate::inventory::{FileExtract, SheetAccount};
use crate::reference::Reference;
use crate::terms::Month;

/// The folder in a month's report that holds its older vintages, each under its name.
pub const VINTAGES_FOLDER: &str = "vintages";
const MANIFEST: &str = "manifest.json";
/// How much of a hash is enough to tell vintages of one month apart.
const FINGERPRINT_DIGITS: usize = 12;
const INPUTS_DIGITS: usize = 8;

/// What a report was made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vintage {
    pub month: String,
    /// The program's version.
    pub version: String,
    /// SHA-256 of all definitions.
    pub fingerprint: String,
    /// SHA-256 of each file of definitions; empty in reports that do not hold them.
    pub definitions: BTreeMap<String, String>,
    /// SHA-256 of each inventory that was used.
    pub inputs: BTreeMap<String, String>,
    /// Whether any of them says of itself that it is made up.
    pub synthetic: bool,
    /// The name of the vintage whose place it took.
    pub replaces: Option<String>,
}

#[derive(Deserialize)]
struct Manifest {
    month: String,
    version: String,
    definitions_sha256: String,
    #[serde(default)]
    definitions: BTreeMap<String, String>,
    inputs: Vec<Input>,
    synthetic: bool,
    #[serde(default)]
    replaces: Option<String>,
}

#[derive(Deserialize)]
struct Input {
    file: String,
    sha256: String,
}

impl Vintage {
    /// That of a month as this program makes it now.
    #[must_use]
    pub fn of(month: Month, files: &[FileExtract], accounts: &[SheetAccount], reference: &Reference) -> Self {
        let used = used_files(month, files, accounts);
        Self {
            month: month.to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            fingerprint: reference.fingerprint.clone(),
            definitions: reference.definition_files.clone(),
            inputs: used.map(|file| (file.file.to_string(), file.sha256.clone())).collect(),
            synthetic: is_synthetic(files),
            replaces: None,
        }
    }

    /// That of a published report; none where there is no report.
    ///
    /// # Errors
    /// When there is a manifest and it can't be read.
    pub fn read(report: &Path) -> Result<Option<Self>> {
        let path = report.join(MANIFEST);
        if !path.exists() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let told: Manifest =
            serde_json::from_str(&text).with_context(|| format!("{} is no manifest of a report", path.display()))?;
        Ok(Some(Self {
            month: told.month,
            version: told.version,
            fingerprint: told.definitions_sha256,
            definitions: told.definitions,
            inputs: told.inputs.into_iter().map(|input| (input.file, input.sha256)).collect(),
            synthetic: told.synthetic,
            replaces: told.replaces,
        }))
    }

    /// The name of its folder: the first digits of the fingerprint, and some of a hash over inputs and program.
    #[must_use]
    pub fn name(&self) -> String {
        let inputs = self.inputs.iter().map(|(file, hash)| format!("{hash} {file}"));
        let lines: Vec<String> = std::iter::once(self.version.clone()).chain(inputs).collect();
        let hash = crate::sources::sha256(lines.join("\n").as_bytes());
        let first = |text: &str, digits: usize| text.chars().take(digits).collect::<String>();
        format!("{}-{}", first(&self.fingerprint, FINGERPRINT_DIGITS), first(&hash, INPUTS_DIGITS))
    }

    /// Whether both were judged in the same way: with the same definitions by the same program.
    #[must_use]
    pub fn judged_like(&self, other: &Self) -> bool {
        (&self.version, &self.fingerprint) == (&other.version, &other.fingerprint)
    }

    /// Files of definitions that are in one only or differ.
    #[must_use]
    pub fn definitions_changed(&self, other: &Self) -> Vec<String> {
        differing(&self.definitions, &other.definitions)
    }

    /// Inventories that are in one only or differ.
    #[must_use]
    pub fn inputs_changed(&self, other: &Self) -> Vec<String> {
        differing(&self.inputs, &other.inputs)
    }
}

/// Whether any inventory says of itself that it is made up. Those of earlier months are in the series, so they count too.
fn is_synthetic(files: &[FileExtract]) -> bool {
    files.iter().any(|file| file.synthetic && file.sheets.iter().any(|sheet| !sheet.records.is_empty()))
}

fn differing(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Vec<String> {
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

/// A vintage that another took the place of, and where its files are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    pub vintage: Vintage,
    pub folder: PathBuf,
}

/// The vintage that a new one of the month takes the place of: what is published now, or, when that is the very same, the one
/// that it once replaced. So a run without any change gives the same bytes.
///
/// # Errors
/// When a manifest can't be read.
pub fn replaced(report: &Path, now: &Vintage) -> Result<Option<Replaced>> {
    let Some(published) = Vintage::read(report)? else { return Ok(None) };
    if published.name() != now.name() {
        return Ok(Some(Replaced { vintage: published, folder: report.to_path_buf() }));
    }
    let Some(name) = published.replaces else { return Ok(None) };
    let folder = report.join(VINTAGES_FOLDER).join(name);
    Ok(Vintage::read(&folder)?.map(|vintage| Replaced { vintage, folder }))
}
