//! A list that grew out of contract management: amounts as text, `NB` for what is not known, header words on two lines.

use anyhow::Result;

use super::{Task, choices, notes, total_row};
use crate::columns::{Column, Field};
use crate::dialect::{Amounts, Components, Dates, Dialect, Statuses, YesNo};
use crate::grid::Grid;
use crate::writer::Book;

const COLUMNS: [Column; 13] = [
    (Field::ContractParty, "Contract-\npartij"),
    (Field::Name, "Product / applicatie"),
    (Field::Vendor, "Producent"),
    (Field::Cost, "Contractwaarde\nper jaar"),
    (Field::ContractEnd, "Looptijd t/m"),
    (Field::Partnership, "Samenwerking / GR:"),
    (Field::Operator, "Uitgevoerd door"),
    (Field::Component, "Gebruikt voor"),
    (Field::Description, "Toelichting applicatie"),
    (Field::Status, "Lifecycle"),
    (Field::PersonalData, "AVG"),
    (Field::Contact, "Contractbeheerder"),
    (Field::Phone, "Tel."),
];

const DIALECT: Dialect = Dialect {
    dates: Dates::Dutch,
    amounts: Amounts::Text,
    statuses: Statuses::Plain,
    components: Components::Joined(" ; "),
    yes_no: YesNo::Words("x", ""),
    unknown: "NB",
};

pub fn book(task: &Task) -> Result<Book> {
    let inventory = task.only()?;
    let name = inventory.municipality.spoken();
    let about = notes("Lees mij", &[&format!("Contracten en applicaties {name}"), "NB = niet bekend", &task.reference_day()]);
    let grid = Grid::synthetic("Contracten").merged(0, 12).line(&[&format!("Contracten en applicaties gemeente {name}")]);
    let grid = grid.blank().header(&COLUMNS);
    let grid = grid.systems(&inventory.systems, &COLUMNS, &inventory.municipality, &DIALECT, 12);
    let contracts = total_row(grid, &COLUMNS, &inventory.systems).done();
    Ok(Book { sheets: vec![about, contracts, choices(true)] })
}
