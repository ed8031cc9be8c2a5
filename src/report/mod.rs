//! Everything that is published for a month: tables, charts, pages, manifest; all of it at once or nothing.

mod accuracy;
pub mod archive;
pub mod change_text;
pub mod charts;
mod estimated;
mod font;
#[cfg(test)]
mod made_up;
mod manifest;
mod markdown;
mod markup;
mod metadata;
pub mod page;
mod publication;
mod publish;
mod quality;
mod revision;
pub mod summary;
pub mod tables;
mod tier;
pub mod vintage;
pub mod words;

use anyhow::Result;
use rayon::prelude::*;

pub use accuracy::{Accuracy, Reached};
pub use publication::{Comparison, Publication, Revised, Settings};
pub use publish::publish;
pub use revision::{Revision, Revisions, revisions};
pub use tier::Tier;
pub use vintage::Vintage;

use crate::classify::{Classified, SkippedRung};
use crate::inventory::{FileExtract, PlacedConnection, SheetAccount};
use crate::measure::estimate::Estimate;
use crate::measure::{self, Change, Coverage, Movement, Response, Sensitivity};
use crate::problem::Problem;
use crate::reference::Reference;
use tables::{Contract, Stamp, SystemRow, Table};

/// All that a report is rendered from.
#[derive(Debug)]
pub struct Material<'a> {
    pub publication: &'a Publication,
    /// All groups, also those that are not public.
    pub coverage: &'a [Coverage],
    pub response: &'a [Response],
    /// Under weights that are not public too.
    pub sensitivity: &'a [Sensitivity],
    /// In every unit and weight.
    pub estimates: &'a [Estimate],
    /// Of all groups.
    pub change: Option<&'a Change>,
    pub classified: &'a [Classified],
    pub problems: &'a [Problem],
    pub accounts: &'a [SheetAccount],
    pub connections: &'a [PlacedConnection],
    pub files: &'a [FileExtract],
    pub division: &'a measure::Division,
    pub reference: &'a Reference,
    /// What moved since another report, when that was asked.
    pub movement: Option<&'a Movement>,
    pub vintage: &'a Vintage,
    /// What differs from the vintage whose place this report takes.
    pub revisions: Option<&'a Revisions>,
}

/// The files of the report, by path under the month's folder, in order; the manifest last.
///
/// # Errors
/// When a table breaks its contract or a chart can't be drawn.
pub fn render(material: &Material<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    let (tables, pages) = rayon::join(|| render_tables(material), || render_pages(material.publication));
    let (mut files, contracts) = tables?;
    files.extend(metadata::files(&metadata::Facts::of(material), &contracts, &files)?);
    files.extend(pages?);
    files.sort();
    let Material { publication, vintage, accounts, reference, .. } = material;
    let manifest = manifest::manifest(publication, &reference.publisher, vintage, material.files, accounts, &files)?;
    files.push(("manifest.json".to_owned(), manifest));
    Ok(files)
}

/// Files by path, with the contracts of the tables among them that are public.
type Tables = (Vec<(String, Vec<u8>)>, Vec<Contract>);

fn render_tables(material: &Material<'_>) -> Result<Tables> {
    let publication = material.publication;
    let stamp = Stamp {
        month: publication.month,
        version: publication.version.clone(),
        fingerprint: publication.fingerprint.clone(),
        synthetic: publication.synthetic,
    };
    let month = publication.month;
    let systems = system_rows(material);
    let builders: [&(dyn Fn() -> Option<Table> + Sync); 15] = [
        &|| Some(tables::systems(month, &systems)),
        &|| Some(tables::coverage(month, material.coverage, publication.settings.target)),
        &|| Some(tables::sensitivity(month, material.sensitivity)),
        &|| Some(tables::public_sensitivity(month, &publication.sensitivity)),
        &|| Some(tables::estimates(month, material.estimates)),
        &|| Some(tables::response(month, material.response)),
        &|| Some(tables::problems(month, material.problems, publication.settings.lang)),
        &|| Some(tables::accounts(month, material.accounts)),
        &|| Some(tables::connections(month, material.connections, |code| material.reference.municipalities.name(code))),
        &|| Some(tables::group_members(month, &material.division.members().collect::<Vec<_>>())),
        &|| Some(tables::component_groups(month, &measure::component_groups(material.reference, month))),
        &|| Some(tables::former_municipalities(month, &material.reference.municipalities.passed_into(month))),
        &|| material.movement.map(tables::moved),
        &|| material.change.map(tables::change),
        &|| material.revisions.map(tables::revisions),
    ];
    let public = tables::public_coverage(
        month,
        publication.settings.target,
        material.coverage,
        &publication.coverage,
        &publication.withheld,
    )?;
    let tables = builders.par_iter().filter_map(|build| build()).chain([public]);
    let synthetic = publication.synthetic;
    let of_tiers =
        tables.flat_map_iter(|table| Tier::ALL.into_iter().filter_map(move |tier| Some((tier, table.for_tier(tier, synthetic)?))));
    let written: Vec<Tables> = of_tiers.map(|(tier, table)| write_table(tier, table, &stamp)).collect::<Result<_>>()?;
    let (files, contracts): (Vec<_>, Vec<_>) = written.into_iter().unzip();
    Ok((files.into_iter().flatten().collect(), contracts.into_iter().flatten().collect()))
}

/// The files of a table; what is public has a copy as CSV. The other tiers have none: a CSV file does not say of itself what it is,
/// of which month and for whom.
fn write_table(tier: Tier, table: Table, stamp: &Stamp) -> Result<Tables> {
    let path = tier.path(table.name);
    if tier != Tier::Public {
        return Ok((vec![(path, tables::write(table, stamp)?)], Vec::new()));
    }
    let (contract, copy) = (Contract::of(&table), (tier.file(&format!("{}.csv", table.name)), tables::csv_copy(&table)?));
    Ok((vec![(path, tables::write(table, stamp)?), copy], vec![contract]))
}

/// The charts, the page that shows them, and the summary in words.
fn render_pages(publication: &Publication) -> Result<Vec<(String, Vec<u8>)>> {
    let charts = charts::draw_all(publication)?;
    let summary = summary::summary(publication);
    let mut files = vec![
        ("index.html".to_owned(), page::html(publication, &charts, &summary).into_bytes()),
        ("samenvatting.md".to_owned(), markdown::markdown(&summary).into_bytes()),
        ("kwaliteit.md".to_owned(), markdown::markdown(&quality::statement(publication)).into_bytes()),
    ];
    for chart in charts {
        files.push((format!("charts/{}.svg", chart.name), chart.svg.into_bytes()));
        files.push((format!("charts/{}.png", chart.name), chart.png));
    }
    Ok(files)
}

fn system_rows<'a>(material: &Material<'a>) -> Vec<SystemRow<'a>> {
    let reference = material.reference;
    let row = |classified: &'a Classified| SystemRow {
        classified,
        municipality: reference.municipalities.name(&classified.system.municipality).unwrap_or_default(),
        components: classified.system.record.components.iter().filter_map(|id| reference.components.get(id)).collect(),
        skipped: SkippedRung::of(classified, reference, material.publication.month),
    };
    material.classified.iter().map(row).collect()
}
