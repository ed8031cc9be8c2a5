//! The rows of a system as they were typed, read again from the inventory, and what each cell was understood as.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::Serialize;

use crate::inventory::{self, Field, FileExtract, Record, SheetExtract, quoted};
use crate::problem::{Place, Problem, message};
use crate::reference::Reference;
use crate::report::archive::{ArchivedSystem, Input};
use crate::run::Definitions;
use crate::sources::{Reader, Sheet, SourceFile, Value};
use crate::terms::{Lang, Month};

/// Where the inventories are, and how they are read.
#[derive(Debug)]
pub struct Inventories {
    pub folder: PathBuf,
    pub reader: Reader,
}

/// The rows of a system as typed, or why only the report can be told from.
#[derive(Debug, Clone, Serialize)]
pub struct Typed {
    pub rows: Vec<TypedRow>,
    /// `missing`, `changed` or `not_found`, when some row could not be read again.
    pub not_read: Option<&'static str>,
}

/// One row.
#[derive(Debug, Clone, Serialize)]
pub struct TypedRow {
    pub file: String,
    pub sheet: String,
    /// Of the name, to paste into a spreadsheet's name box.
    pub address: String,
    pub cells: Vec<Cell>,
    /// What was told about cells of the row when it was read.
    pub told: Vec<String>,
}

/// One cell of a column that is read.
#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    pub field: &'static str,
    pub header: String,
    pub address: String,
    /// Absent when it may be a person.
    pub typed: Option<String>,
    /// What it was understood as; absent when nothing was.
    pub understood: Option<String>,
}

/// Reads the rows of a system again, where their files are still what the report was made from.
pub fn typed(
    archived: &ArchivedSystem<'_>,
    inputs: &[Input],
    inventories: &Inventories,
    definitions: &Definitions,
    lang: Lang,
) -> Typed {
    let mut wanted: BTreeSet<String> = archived.texts("row_addresses").into_iter().collect();
    let first = archived.text("source_file").unwrap_or_default();
    let mut typed = Typed { rows: Vec::new(), not_read: None };
    for input in candidates(inputs, first, &wanted) {
        if wanted.is_empty() {
            break;
        }
        match read_again(input, inventories, definitions) {
            Ok((sheets, extract)) => {
                let rows = Rows { sheets: &sheets, extract: &extract, definitions, lang };
                rows.add(&mut wanted, &mut typed.rows);
            }
            Err(why) => typed.not_read = Some(why),
        }
    }
    if wanted.is_empty() {
        typed.not_read = None;
    } else if typed.not_read.is_none() {
        typed.not_read = Some("not_found");
    }
    typed
}

/// The files in which the rows may stand: that of the first row, then others of the same name as one of the addresses.
fn candidates<'a>(inputs: &'a [Input], first: &str, wanted: &BTreeSet<String>) -> Vec<&'a Input> {
    let named = |input: &&Input| {
        let start = Place::sheet(input.file.as_str().into(), "".into()).address().unwrap_or_default();
        let start = start.trim_end_matches('\'');
        wanted.iter().any(|address| address.starts_with(start))
    };
    let (own, others): (Vec<&Input>, Vec<&Input>) = inputs.iter().filter(named).partition(|input| input.file == first);
    own.into_iter().chain(others).collect()
}

/// A file, when it is there and has not changed: its sheets, and what they are understood as.
fn read_again(
    input: &Input,
    inventories: &Inventories,
    definitions: &Definitions,
) -> Result<(Vec<Sheet>, FileExtract), &'static str> {
    let single = inventories.folder.is_file();
    let path = if single { inventories.folder.clone() } else { inventories.folder.join(&input.file) };
    if !path.is_file() {
        return Err("missing");
    }
    let source = inventories.reader.read(&SourceFile { name: input.file.as_str().into(), path });
    if source.sha256 != input.sha256 {
        return Err("changed");
    }
    let sheets = source.sheets.clone();
    Ok((sheets, inventory::extract(source, input.submitted, &definitions.layouts, &definitions.reference)))
}

/// The rows of one file.
struct Rows<'a> {
    sheets: &'a [Sheet],
    extract: &'a FileExtract,
    definitions: &'a Definitions,
    lang: Lang,
}

impl Rows<'_> {
    /// Adds the rows at the addresses that are wanted, and strikes these off.
    fn add(&self, wanted: &mut BTreeSet<String>, rows: &mut Vec<TypedRow>) {
        for sheet in &self.extract.sheets {
            let place = Place::sheet(self.extract.file.clone(), sheet.name.clone());
            let name = sheet.columns.get(&Field::Name).copied().unwrap_or_default();
            for record in &sheet.records {
                let Some(address) = place.at(record.row, name).address().filter(|address| wanted.remove(address)) else { continue };
                rows.push(self.row(sheet, record, &place, address));
            }
        }
    }

    fn row(&self, sheet: &SheetExtract, record: &Record, place: &Place, address: String) -> TypedRow {
        let raw = self.sheets.get(sheet.position).and_then(|raw| raw.rows.iter().find(|row| row.index == record.row));
        let mut columns: Vec<(u32, Field)> = sheet.columns.iter().map(|(field, column)| (*column, *field)).collect();
        columns.sort_unstable();
        let cell = |(column, field): (u32, Field)| {
            let value = raw.and_then(|row| row.get(column))?;
            let header = sheet.recognised.columns.iter().find(|known| known.column == column);
            let understood = understood(record, field, &self.definitions.reference, self.extract.month);
            Some(Cell {
                field: field.as_str(),
                header: header.map(|known| known.header.clone()).unwrap_or_default(),
                address: place.at(record.row, column).spot().unwrap_or_default(),
                typed: shown(value, field, understood.is_some()),
                understood,
            })
        };
        let own = |problem: &&Problem| {
            problem.place.sheet == place.sheet && problem.place.cell.is_some_and(|cell| cell.row == record.row)
        };
        let told = self.extract.problems.iter().filter(own);
        TypedRow {
            file: self.extract.file.to_string(),
            sheet: sheet.name.to_string(),
            address,
            cells: columns.into_iter().filter_map(cell).collect(),
            told: told.map(|problem| message(problem, self.lang)).collect(),
        }
    }
}

/// What was typed, without addresses and telephone numbers. A party that was not understood may be a person.
fn shown(value: &Value, field: Field, is_understood: bool) -> Option<String> {
    let is_party = Field::PARTNERS.contains(&field) || field == Field::HostingParty;
    (!is_party || is_understood).then(|| quoted(&value.shown()))
}

/// What a cell was understood as.
fn understood(record: &Record, field: Field, reference: &Reference, month: Month) -> Option<String> {
    let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    match field {
        Field::Id => text(&record.id),
        Field::Name => Some(record.named.product.to_string()),
        Field::Vendor => text(&record.named.vendor),
        Field::Version => text(&record.version),
        Field::Description => text(&record.description),
        Field::Component => reference.components.names(&record.components),
        Field::Domain => text(&record.domain),
        Field::Status => record.status.map(|status| status.as_str().to_owned()),
        Field::Hosting => text(&record.hosting_form),
        Field::HostingParty => text(&record.hosting_party),
        Field::ContractParty => text(&record.contract_party),
        Field::SteeredBy => text(&record.steered_by),
        Field::Operator => text(&record.operator),
        Field::Partnership => text(&record.partnership),
        Field::Participants => (!record.participants.is_empty()).then(|| record.participants.join("; ")),
        Field::Municipality | Field::MunicipalityCode => Some(owner(record, reference, month)),
        Field::Level => record.level.map(|level| level.as_str().to_owned()),
        Field::Distinguishing => record.distinguishing.map(|value| value.as_str().to_owned()),
        Field::Cost => record.cost_cents.map(inventory::euro),
        Field::Users => record.users.map(|users| users.to_string()),
        Field::ContractEnd => record.contract_end.map(|day| day.to_string()),
        Field::FunctionalQuality => record.quality.as_ref().and_then(|quality| text(&quality.functional)),
        Field::TechnicalQuality => record.quality.as_ref().and_then(|quality| text(&quality.technical)),
        Field::Satisfaction => record.quality.as_ref().and_then(|quality| text(&quality.satisfaction)),
        Field::PortfolioAdvice => record.quality.as_ref().and_then(|quality| text(&quality.advice)),
        Field::FarEnd | Field::Facility | Field::Direction | Field::Basis | Field::Standard | Field::Protocol | Field::Via => None,
    }
}

fn owner(record: &Record, reference: &Reference, month: Month) -> String {
    let name = record.owner.name(reference);
    match record.owner.municipality() {
        Some(code) => format!("{name} ({code}, {month})"),
        None => name.to_owned(),
    }
}
