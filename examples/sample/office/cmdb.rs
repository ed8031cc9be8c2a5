//! An export of a service desk tool: every cell is a formula over a hidden sheet, on two sheets and an archive.

use anyhow::Result;
use chrono::NaiveDate;

use super::{Task, notes};
use crate::columns::{Column, Field, cell};
use crate::dialect::{Amounts, Components, Dates, Dialect, Statuses, YesNo};
use crate::grid::Grid;
use crate::municipality::Municipality;
use crate::system::{Line, Phase, System};
use crate::writer::{Book, Cell, Sheet};

const RAW: &str = "Invoer APP data";

const COLUMNS: [Column; 15] = [
    (Field::Id, "APPID"),
    (Field::Name, "Applicatie Naam:"),
    (Field::Description, "Functionele Omschrijving ⚡"),
    (Field::Component, "Referentiecomponenten"),
    (Field::Vendor, "Vendor"),
    (Field::ContractParty, "Leverancier"),
    (Field::Operator, "Hostingpartij"),
    (Field::Hosting, "Cloud"),
    (Field::Status, "Applicatie Status:"),
    (Field::Domain, "Cluster"),
    (Field::Owner, "Eigenaar afdeling"),
    (Field::Contact, "FB contactpersoon 1"),
    (Field::ContractEnd, "Einddatum contract:"),
    (Field::Cost, "Kosten per jaar"),
    (Field::Users, "Gebruikers"),
];

const DIALECT: Dialect = Dialect {
    dates: Dates::Serial,
    amounts: Amounts::Number,
    statuses: Statuses::Topdesk,
    components: Components::Joined("; "),
    yes_no: YesNo::Words("Ja", "Nee"),
    unknown: "",
};

pub fn book(task: &Task) -> Result<Book> {
    let inventory = task.only()?;
    let municipality = &inventory.municipality;
    let (retired, current): (Vec<System>, Vec<System>) =
        inventory.systems.iter().cloned().partition(|system| system.phase == Phase::Retired);
    let title = format!("Gemeente {}, {}", municipality.spoken(), task.reference_day());
    let managed = |managed: bool| (0_u32..).zip(&current).filter(move |(_, system)| (system.number % 4 != 0) == managed);
    let sheets = vec![
        notes("Leeswijzer", &[&title, "Tabbladen met CMDB worden gelezen uit de invoer."]),
        formulas("Beheerde Applicaties CMDB", managed(true).collect(), municipality),
        formulas("Onbeh Applicaties CMDB", managed(false).collect(), municipality),
        Grid::synthetic(RAW).header(&COLUMNS).systems(&current, &COLUMNS, municipality, &DIALECT, 0).hidden().done(),
        Grid::synthetic("Gearchiveerde Applicaties").header(&COLUMNS).systems(&retired, &COLUMNS, municipality, &DIALECT, 0).done(),
    ];
    Ok(Book { sheets })
}

/// A sheet whose cells refer to the rows of these systems in the hidden sheet.
fn formulas(name: &str, systems: Vec<(u32, &System)>, municipality: &Municipality) -> Sheet {
    let mut grid = Grid::synthetic(name).header(&COLUMNS);
    for (place, system) in systems {
        grid = grid.cells(row(place, system, municipality));
    }
    grid.done()
}

fn row(place: u32, system: &System, municipality: &Municipality) -> Vec<Option<Cell>> {
    let components = system.product.components.join("; ");
    let line = Line { system, version: "", components };
    let referred = |(letter, (field, _)): (char, &Column)| {
        let value = cell(*field, &line, municipality, &DIALECT).unwrap_or_else(|| absent(*field));
        Some(Cell::Formula { text: format!("='{RAW}'!{letter}{}", place + 3), cached: Box::new(value) })
    };
    ('A'..).zip(&COLUMNS).map(referred).collect()
}

/// A reference to an empty cell shows 0; the tool fills in a far day where there is no date.
fn absent(field: Field) -> Cell {
    match field {
        Field::ContractEnd => NaiveDate::from_ymd_opt(2099, 12, 31).map_or(Cell::Number(0.0), Cell::Date),
        Field::Cost | Field::Users => Cell::text(""),
        _ => Cell::Number(0.0),
    }
}
