//! One file for several municipalities: a column that names them, or a sheet for each.

use super::{Task, notes};
use crate::columns::{Column, Field, cell, lines};
use crate::dialect::{Amounts, Components, Dates, Dialect, Statuses, YesNo};
use crate::grid::{Grid, SYNTHETIC};
use crate::portfolio::Inventory;
use crate::writer::{Book, Cell, Format, Sheet};

const COLUMNS: [Column; 12] = [
    (Field::Municipality, "Gemeente"),
    (Field::Name, "Naam applicatie"),
    (Field::Vendor, "Leverancier"),
    (Field::Version, "Huidige versie"),
    (Field::Component, "Ref. component"),
    (Field::Description, "Korte omschrijving"),
    (Field::Status, "Status"),
    (Field::Partnership, "Samenwerkingsverband"),
    (Field::Operator, "Beheerorganisatie"),
    (Field::ContractEnd, "Einddatum contract"),
    (Field::Cost, "Kosten per jaar"),
    (Field::Phone, "Telefoon"),
];

const DIALECT: Dialect = Dialect {
    dates: Dates::Iso,
    amounts: Amounts::Number,
    statuses: Statuses::Softwarecatalogus,
    components: Components::Joined(", "),
    yes_no: YesNo::Words("Ja", "Nee"),
    unknown: "",
};

pub fn book(task: &Task) -> Book {
    if task.variant == "sheets" {
        let about = notes("Toelichting", &["Elke gemeente heeft een eigen tabblad.", &task.reference_day()]);
        let sheets = task.inventories.iter().map(own_sheet).chain([about]).collect();
        return Book { sheets };
    }
    Book { sheets: vec![shared_sheet(task)] }
}

/// The sheet of one municipality, which is named by its tab alone.
fn own_sheet(inventory: &Inventory) -> Sheet {
    let columns = &COLUMNS[1..];
    let grid = Grid::synthetic(inventory.municipality.spoken()).header(columns);
    grid.systems(&inventory.systems, columns, &inventory.municipality, &DIALECT, 0).done()
}

fn shared_sheet(task: &Task) -> Sheet {
    let names: Vec<&str> = COLUMNS.iter().map(|(_, words)| *words).chain(["Toelichting"]).collect();
    let is_text = matches!(task.format, Format::Csv { .. });
    let grid = if is_text { Grid::new("Lijst") } else { Grid::synthetic("Gezamenlijke lijst").blank() };
    let mut grid = grid.line(&names);
    for inventory in &task.inventories {
        for line in lines(&inventory.systems, &DIALECT) {
            let cells = COLUMNS.iter().map(|(field, _)| cell(*field, &line, &inventory.municipality, &DIALECT));
            grid = grid.cells(cells.chain([Some(Cell::text(SYNTHETIC))]).collect());
        }
    }
    if task.variant == "ambiguous" { odd_rows(grid).done() } else { grid.done() }
}

/// A name that two municipalities bear, and a misspelt one.
fn odd_rows(grid: Grid) -> Grid {
    let row = |municipality: &'static str, product: &'static str, vendor: &'static str| {
        [municipality, product, vendor, "", "", "", "In productie", "", "", "", "", "", SYNTHETIC]
    };
    grid.line(&row("Bergen", "Fixi", "Decos Information Solutions")).line(&row("Nederwert", "Zivver", "Zivver"))
}
