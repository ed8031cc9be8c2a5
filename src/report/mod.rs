//! Everything that is published for a month: tables, charts, pages, manifest; all of it at once or nothing.

pub mod archive;
mod manifest;
mod publication;
mod publish;
pub mod tables;

use anyhow::Result;
use rayon::prelude::*;

pub use publication::{Publication, Settings};
pub use publish::publish;

use crate::classify::Classified;
use crate::inventory::{FileExtract, SheetAccount};
use crate::problem::Problem;
use crate::reference::Reference;
use tables::{Stamp, SystemRow, Table};

/// All that a report is rendered from.
#[derive(Debug)]
pub struct Material<'a> {
    pub publication: &'a Publication,
    pub classified: &'a [Classified],
    pub problems: &'a [Problem],
    pub accounts: &'a [SheetAccount],
    pub files: &'a [FileExtract],
    pub reference: &'a Reference,
}

/// The files of the report, by path under the month's folder, in order; the manifest last.
///
/// # Errors
/// When a table breaks its contract or a chart can't be drawn.
pub fn render(material: &Material<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = render_tables(material)?;
    files.sort();
    let manifest = manifest::manifest(material.publication, material.files, material.accounts, &files)?;
    files.push(("manifest.json".to_owned(), manifest));
    Ok(files)
}

fn render_tables(material: &Material<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    let publication = material.publication;
    let stamp = Stamp {
        month: publication.month,
        version: publication.version.clone(),
        fingerprint: publication.fingerprint.clone(),
        synthetic: publication.synthetic,
    };
    let month = publication.month;
    let builders: [&(dyn Fn() -> Table + Sync); 5] = [
        &|| tables::systems(month, &system_rows(material)),
        &|| tables::coverage(month, &publication.coverage),
        &|| tables::response(month, &publication.response),
        &|| tables::problems(month, material.problems, publication.settings.lang),
        &|| tables::accounts(month, material.accounts),
    ];
    let written = builders.par_iter().map(|build| {
        let table = build();
        let path = format!("data/{}.parquet", table.name);
        Ok((path, tables::write(table, &stamp)?))
    });
    written.collect()
}

fn system_rows<'a>(material: &Material<'a>) -> Vec<SystemRow<'a>> {
    let reference = material.reference;
    let row = |classified: &'a Classified| SystemRow {
        classified,
        municipality: reference.municipalities.name(&classified.system.municipality).unwrap_or_default(),
        components: classified
            .system
            .record
            .components
            .iter()
            .filter_map(|id| reference.components.get(id))
            .map(|component| component.name.as_str())
            .collect(),
    };
    material.classified.iter().map(row).collect()
}
