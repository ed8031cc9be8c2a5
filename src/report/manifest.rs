//! `manifest.json`: what the report was made from and with. It holds no time of day, so that the same input gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use serde::Serialize;

use super::{Publication, Vintage};
use crate::inventory::{FileExtract, SheetAccount};
use crate::reference::Publisher;
use crate::terms::Month;

#[derive(Debug, Serialize)]
struct Manifest<'a> {
    program: &'static str,
    version: &'a str,
    month: String,
    synthetic: bool,
    /// SHA-256 over everything in the data folder that holds definitions.
    definitions_sha256: &'a str,
    /// The name that this vintage of the month has once another takes its place.
    vintage: String,
    /// The name of the vintage whose place it took, under `vintages/`.
    replaces: Option<&'a str>,
    /// SHA-256 of the facts about who publishes, which are no definitions.
    publisher_sha256: &'a str,
    /// SHA-256 of each file of definitions.
    definitions: &'a BTreeMap<String, String>,
    settings: SettingsEntry,
    inputs: Vec<InputEntry<'a>>,
    outputs: Vec<OutputEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct SettingsEntry {
    lang: &'static str,
    target_percent: u64,
    target_is_exclusive: bool,
}

#[derive(Debug, Serialize)]
struct InputEntry<'a> {
    file: &'a str,
    submitted: String,
    bytes: u64,
    sha256: &'a str,
    rows: u64,
    synthetic: bool,
}

#[derive(Debug, Serialize)]
struct OutputEntry<'a> {
    file: &'a str,
    bytes: u64,
    sha256: String,
}

/// The manifest's bytes. Lists the files of the month, and the earlier ones that were needed.
///
/// # Errors
/// Never in practice: the manifest is plain data.
pub fn manifest(
    publication: &Publication,
    publisher: &Publisher,
    vintage: &Vintage,
    files: &[FileExtract],
    accounts: &[SheetAccount],
    outputs: &[(String, Vec<u8>)],
) -> Result<Vec<u8>> {
    let manifest = Manifest {
        program: "tachtig",
        version: &publication.version,
        month: publication.month.to_string(),
        synthetic: publication.synthetic,
        definitions_sha256: &publication.fingerprint,
        vintage: vintage.name(),
        replaces: vintage.replaces.as_deref(),
        publisher_sha256: &publisher.sha256,
        definitions: &vintage.definitions,
        settings: SettingsEntry {
            lang: publication.settings.lang.tag(),
            target_percent: publication.settings.target.percent,
            target_is_exclusive: publication.settings.target.exclusive,
        },
        inputs: used_files(publication.month, files, accounts).map(input).collect(),
        outputs: outputs.iter().map(|(file, bytes)| output(file, bytes)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The files of the month, and the earlier ones that were needed.
pub fn used_files<'a>(month: Month, files: &'a [FileExtract], accounts: &[SheetAccount]) -> impl Iterator<Item = &'a FileExtract> {
    let needed: BTreeSet<&str> = accounts.iter().map(|account| &*account.file).collect();
    let used: Vec<&FileExtract> = files.iter().filter(|file| file.month == month || needed.contains(&*file.file)).collect();
    used.into_iter()
}

fn input(file: &FileExtract) -> InputEntry<'_> {
    let rows = file.sheets.iter().map(|sheet| sheet.account.rows).sum();
    InputEntry {
        file: &file.file,
        submitted: file.month.to_string(),
        bytes: file.bytes,
        sha256: &file.sha256,
        rows,
        synthetic: file.synthetic,
    }
}

fn output<'a>(file: &'a str, bytes: &[u8]) -> OutputEntry<'a> {
    OutputEntry { file, bytes: bytes.len() as u64, sha256: crate::sources::sha256(bytes) }
}
