//! A simple list for a text file. It says that it is synthetic in a first line, or in a column.

use anyhow::Result;

use super::Task;
use crate::columns::{Column, Field, cell, lines};
use crate::dialect::{Amounts, Components, Dates, Dialect, Statuses, YesNo};
use crate::grid::{Grid, SYNTHETIC};
use crate::writer::{Book, Cell};

const COLUMNS: [Column; 10] = [
    (Field::Name, "Applicatie"),
    (Field::Vendor, "Leverancier"),
    (Field::Component, "Referentiecomponent"),
    (Field::Description, "Beschrijving"),
    (Field::Status, "Status"),
    (Field::Hosting, "SaaS/on-premise"),
    (Field::Partnership, "Samenwerkingsverband"),
    (Field::ContractEnd, "Einddatum"),
    (Field::Cost, "Jaarkosten"),
    (Field::Contact, "Contactpersoon"),
];

const DIALECT: Dialect = Dialect {
    dates: Dates::Mixed,
    amounts: Amounts::Mixed,
    statuses: Statuses::Plain,
    components: Components::Joined(", "),
    yes_no: YesNo::Words("Ja", "Nee"),
    unknown: "",
};

pub fn book(task: &Task) -> Result<Book> {
    let inventory = task.only()?;
    if task.variant == "note" {
        let grid = Grid::synthetic("Lijst").header(&COLUMNS);
        let sheet = grid.systems(&inventory.systems, &COLUMNS, &inventory.municipality, &DIALECT, 0).done();
        return Ok(Book { sheets: vec![sheet] });
    }
    let names: Vec<&str> = COLUMNS.iter().map(|(_, words)| *words).chain(["Toelichting"]).collect();
    let mut grid = Grid::new("Lijst").line(&names);
    for line in lines(&inventory.systems, &DIALECT) {
        let cells = COLUMNS.iter().map(|(field, _)| cell(*field, &line, &inventory.municipality, &DIALECT));
        grid = grid.cells(cells.chain([Some(Cell::text(SYNTHETIC))]).collect());
    }
    Ok(Book { sheets: vec![grid.done()] })
}
