//! The plain inventory: title rows, one header, a total, notes beside it. Three orders of columns and wordings.

use anyhow::Result;

use super::{Task, choices, notes, total_row};
use crate::columns::{Column, Field};
use crate::dialect::{Amounts, Components, Dates, Dialect, Statuses, YesNo};
use crate::grid::Grid;
use crate::random::Random;
use crate::writer::Book;

const FIRST: [Column; 15] = [
    (Field::Id, "Nr"),
    (Field::Name, "Applicatienaam"),
    (Field::Vendor, "Leverancier"),
    (Field::Version, "Versie"),
    (Field::Description, "Omschrijving"),
    (Field::Component, "GEMMA referentiecomponent"),
    (Field::Domain, "Domein"),
    (Field::Status, "Status"),
    (Field::Hosting, "Hosting"),
    (Field::Partnership, "Samenwerkingsverband"),
    (Field::ContractParty, "Contractpartij"),
    (Field::ContractEnd, "Einddatum contract"),
    (Field::Cost, "Jaarlijkse kosten"),
    (Field::Users, "Aantal gebruikers"),
    (Field::Contact, "Contactpersoon"),
];

const SECOND: [Column; 14] = [
    (Field::Domain, "Beleidsdomein"),
    (Field::Name, "Applicatie:"),
    (Field::Description, "Functionele\nomschrijving"),
    (Field::Component, "Referentiecomponenten"),
    (Field::Vendor, "Leverancier / fabrikant"),
    (Field::Partnership, "GR / samenwerking"),
    (Field::Operator, "Beheerder"),
    (Field::Hosting, "Hostingvorm"),
    (Field::Status, "Fase"),
    (Field::Cost, "Kosten per jaar (€)"),
    (Field::ContractEnd, "Contract einddatum"),
    (Field::PersonalData, "Persoonsgegevens J/N"),
    (Field::Owner, "Proceseigenaar"),
    (Field::Note, "Opmerkingen"),
];

const THIRD: [Column; 13] = [
    (Field::Name, "Naam systeem"),
    (Field::Version, "Versienummer"),
    (Field::Vendor, "Vendor"),
    (Field::Status, "Levensfase"),
    (Field::ContractEnd, "Expiratiedatum"),
    (Field::Component, "GEMMA-component"),
    (Field::Partnership, "Regionaal / via"),
    (Field::Description, "Doel"),
    (Field::Users, "# gebruikers"),
    (Field::Cost, "Licentiekosten"),
    (Field::Criticality, "BIV"),
    (Field::Contact, "Functioneel beheerder"),
    (Field::Phone, "Telefoonnummer"),
];

const DIALECT: Dialect = Dialect {
    dates: Dates::Serial,
    amounts: Amounts::Number,
    statuses: Statuses::Softwarecatalogus,
    components: Components::Joined(", "),
    yes_no: YesNo::Words("J", "N"),
    unknown: "",
};

pub fn book(task: &Task) -> Result<Book> {
    let inventory = task.only()?;
    let municipality = &inventory.municipality;
    let (columns, dialect) = habits(municipality.code);
    let title = match task.variant {
        "title" => format!("Gemeente: {}", municipality.spoken()),
        _ => format!("Applicatieoverzicht gemeente {}", municipality.spoken()),
    };
    let grid = Grid::synthetic("Applicaties").line(&[&title]).line(&[&task.reference_day()]).blank().header(columns);
    let grid = grid.systems(&inventory.systems, columns, municipality, &dialect, 0).blank();
    let systems = total_row(grid, columns, &inventory.systems).done();
    let about = notes("Toelichting", &["Eén regel per applicatie.", "Vragen: zie het team informatiebeheer."]);
    Ok(Book { sheets: vec![systems, about, choices(true)] })
}

fn habits(code: &str) -> (&'static [Column], Dialect) {
    match Random::of(&["standard", code]).below(3) {
        0 => (&FIRST, DIALECT),
        1 => (&SECOND, Dialect { statuses: Statuses::Plain, amounts: Amounts::Mixed, components: Components::Rows, ..DIALECT }),
        _ => (&THIRD, Dialect { dates: Dates::Mixed, components: Components::Joined("; "), unknown: "#N/B", ..DIALECT }),
    }
}
