//! Metadata of the public files, for data portals and researchers: `datapackage.json`, `<table>.csv-metadata.json` and `catalog.ttl`.
//!
//! Made from the contracts of the tables and from who publishes; it tells no figure, and nothing of any other tier. It depends on no
//! clock: when something was issued or changed is what a portal knows that takes it in.

mod catalogue;
mod csvw;
mod facts;
mod package;
mod turtle;
mod vocabulary;

use anyhow::{Context, Result};
use serde_json::Value;

pub use facts::Facts;

use super::Tier;
use super::tables::Contract;
use crate::reference::Publisher;
use crate::terms::Lang;

/// The forms in which a public table is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Format {
    ending: &'static str,
    /// As registered with IANA.
    media_type: &'static str,
    /// As the Publications Office of the EU names it.
    file_type: &'static str,
}

const CSV: Format = Format { ending: "csv", media_type: "text/csv", file_type: "CSV" };
const PARQUET: Format = Format { ending: "parquet", media_type: "application/vnd.apache.parquet", file_type: "PARQUET" };

/// One file of a table.
struct File<'a> {
    /// Its name in the folder of public tables.
    name: String,
    format: Format,
    bytes: &'a [u8],
}

impl File<'_> {
    fn sha256(&self) -> String {
        crate::sources::sha256(self.bytes)
    }
}

/// A public table with its files.
struct Described<'a> {
    contract: &'a Contract,
    csv: File<'a>,
    parquet: File<'a>,
}

/// All files of metadata, by path under the month's folder. There is no catalogue where nobody is known to publish.
///
/// # Errors
/// When a table has not been written in every form.
pub fn files(facts: &Facts<'_>, contracts: &[Contract], written: &[(String, Vec<u8>)]) -> Result<Vec<(String, Vec<u8>)>> {
    let mut tables = contracts.iter().map(|contract| described(contract, written)).collect::<Result<Vec<_>>>()?;
    tables.sort_by_key(|table| table.contract.name);
    let mut files = vec![("datapackage.json".to_owned(), package::package(&tables, facts)?)];
    for table in &tables {
        files.push((format!("{}-metadata.json", table.csv.name), csvw::csvw(table, facts)?));
    }
    if let Some(publisher) = facts.publisher {
        files.push(("catalog.ttl".to_owned(), catalogue::catalogue(&tables, facts, publisher).into_bytes()));
    }
    Ok(files.into_iter().map(|(name, bytes)| (Tier::Public.file(&name), bytes)).collect())
}

fn described<'a>(contract: &'a Contract, written: &'a [(String, Vec<u8>)]) -> Result<Described<'a>> {
    let file = |format: Format| {
        let name = format!("{}.{}", contract.name, format.ending);
        let path = Tier::Public.file(&name);
        let (_, bytes) = written.iter().find(|(other, _)| *other == path).with_context(|| format!("{path} was not written"))?;
        anyhow::Ok(File { name, format, bytes })
    };
    Ok(Described { contract, csv: file(CSV)?, parquet: file(PARQUET)? })
}

fn organisation_name(publisher: &Publisher, lang: Lang) -> &str {
    lang.pick(&publisher.organisation.name_nl, &publisher.organisation.name_en)
}

fn json_file(value: &Value) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}
