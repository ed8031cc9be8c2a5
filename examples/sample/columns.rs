//! The columns that inventories have, and what stands in each for a system.

use crate::dialect::{Components, Dialect};
use crate::municipality::Municipality;
use crate::system::{Line, System};
use crate::writer::Cell;

/// What a column is about. Contact, phone and personnel number hold made-up personal data that nobody may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Id,
    Municipality,
    Name,
    Vendor,
    Version,
    Description,
    Component,
    Domain,
    Status,
    Hosting,
    Partnership,
    ContractParty,
    Operator,
    ContractEnd,
    Cost,
    Users,
    PersonalData,
    Criticality,
    Owner,
    Contact,
    Phone,
    Note,
}

/// A column with the words above it.
pub type Column = (Field, &'static str);

/// The rows that an office writes for these systems.
pub fn lines<'a>(systems: &'a [System], dialect: &Dialect) -> Vec<Line<'a>> {
    systems.iter().flat_map(|system| system_lines(system, dialect)).collect()
}

fn system_lines<'a>(system: &'a System, dialect: &Dialect) -> Vec<Line<'a>> {
    let components: Vec<String> = match dialect.components {
        Components::Rows if system.product.components.len() > 1 => {
            system.product.components.iter().map(|component| (*component).to_owned()).collect()
        }
        Components::Rows => vec![system.product.components.concat()],
        Components::Joined(separator) => vec![system.product.components.join(separator)],
    };
    let versions = system.versions.iter();
    versions
        .flat_map(|version| components.iter().map(move |components| Line { system, version, components: components.clone() }))
        .collect()
}

/// What stands in this column of this row, if anything.
pub fn cell(field: Field, line: &Line, municipality: &Municipality, dialect: &Dialect) -> Option<Cell> {
    let (system, product) = (line.system, &line.system.product);
    let number = system.number;
    let text = |text: &str| (!text.is_empty()).then(|| Cell::text(text));
    match field {
        Field::Id => Some(Cell::Text(format!("APP-{number:04}"))),
        Field::Municipality => text(municipality.name),
        Field::Name => text(product.name),
        Field::Vendor => text(product.vendor),
        Field::Version => text(line.version),
        Field::Description => text(product.description),
        Field::Component => text(&line.components),
        Field::Domain => text(product.domain),
        Field::Status => text(dialect.status(system.phase, number)),
        Field::Hosting => text(product.hosting),
        Field::Partnership => text(system.partner.partnership),
        Field::ContractParty => contract_party(system),
        Field::Operator => text(system.partner.operator),
        Field::ContractEnd => dialect.date(system.contract_end, number),
        Field::Cost => dialect.amount(system.cost, number),
        Field::Users => users(system, dialect),
        Field::PersonalData => dialect.yes_or_no(system.personal_data),
        Field::Criticality => Some(Cell::Text(system.criticality.map(|level| level.to_string()).join("-"))),
        Field::Owner => Some(owner(system)),
        Field::Contact => Some(Cell::Text(format!("V. Oorbeeld-{number}"))),
        Field::Phone => Some(Cell::Text(format!("06-000000{:02}", number % 100))),
        Field::Note => note(system),
    }
}

/// The partner, or else the vendor, with whom the municipality has its own contract.
fn contract_party(system: &System) -> Option<Cell> {
    let partner = system.partner.contract_party;
    let party = if partner.is_empty() { system.product.vendor } else { partner };
    (!party.is_empty()).then(|| Cell::text(party))
}

/// Here and there a number that was looked up and not found.
fn users(system: &System, dialect: &Dialect) -> Option<Cell> {
    match system.users {
        _ if system.number % 17 == 9 => Some(Cell::Error("#N/A")),
        Some(users) => Some(Cell::Number(f64::from(users))),
        None => dialect.unknown(),
    }
}

fn owner(system: &System) -> Cell {
    if system.number % 19 == 7 { Cell::Error("#REF!") } else { Cell::text(system.owner) }
}

fn note(system: &System) -> Option<Cell> {
    let note = match system.number % 9 {
        2 => "Contract loopt stilzwijgend door",
        5 => "Zie projectplan;\nplanning volgt",
        _ => return None,
    };
    Some(Cell::text(note))
}
