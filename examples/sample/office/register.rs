//! A register of information systems kept for privacy and security. It has no column in which a partner could stand.

use anyhow::Result;

use super::{Task, notes};
use crate::columns::{Column, Field};
use crate::dialect::{Amounts, Components, Dates, Dialect, Statuses, YesNo};
use crate::grid::Grid;
use crate::writer::Book;

const COLUMNS: [Column; 11] = [
    (Field::Id, "Volgnr"),
    (Field::Name, "Informatiesysteem"),
    (Field::Description, "Doel van de verwerking"),
    (Field::Component, "Component (GEMMA)"),
    (Field::Vendor, "Softwareleverancier"),
    (Field::PersonalData, "Bevat persoonsgegevens?"),
    (Field::Criticality, "BIV-classificatie"),
    (Field::Status, "Status applicatie"),
    (Field::Owner, "Eigenaar (afdeling)"),
    (Field::Contact, "Contactpersoon"),
    (Field::ContractEnd, "Contract loopt tot"),
];

const DIALECT: Dialect = Dialect {
    dates: Dates::Long,
    amounts: Amounts::Text,
    statuses: Statuses::Plain,
    components: Components::Joined(", "),
    yes_no: YesNo::Checkbox,
    unknown: "onbekend",
};

pub fn book(task: &Task) -> Result<Book> {
    let inventory = task.only()?;
    let title = match task.variant {
        "nameless" => "Register informatiesystemen".to_owned(),
        _ => format!("Register informatiesystemen {}", inventory.municipality.spoken()),
    };
    let about = notes("Uitleg", &[&title, "BIV: beschikbaarheid, integriteit, vertrouwelijkheid (1 laag, 3 hoog)."]);
    let grid = Grid::synthetic("Register").line(&[&title]).header(&COLUMNS);
    let register = grid.systems(&inventory.systems, &COLUMNS, &inventory.municipality, &DIALECT, 10).done();
    Ok(Book { sheets: vec![about, register] })
}
