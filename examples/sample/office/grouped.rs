//! Two header lines: groups in merged cells over the real names, sorted by domain, each component in a row of its own.

use anyhow::Result;

use super::{Task, choices};
use crate::columns::{Column, Field, lines};
use crate::dialect::{Amounts, Components, Dates, Dialect, Statuses, YesNo};
use crate::grid::Grid;
use crate::system::{Phase, System};
use crate::writer::{Book, Format, Sheet};

const COLUMNS: [Column; 15] = [
    (Field::Domain, "Werkveld"),
    (Field::Name, "Naam"),
    (Field::Version, "Versie"),
    (Field::Description, "Omschrijving:"),
    (Field::Component, "Referentie-\ncomponent"),
    (Field::Status, "Status gebruik"),
    (Field::Vendor, "Fabrikant"),
    (Field::ContractParty, "Contract met"),
    (Field::ContractEnd, "Einddatum"),
    (Field::Cost, "Kosten p/j"),
    (Field::Partnership, "Samenwerking"),
    (Field::Operator, "Beheer door"),
    (Field::Hosting, "Hosting"),
    (Field::Users, "Gebruikers"),
    (Field::Phone, "Telefoon contactpersoon"),
];

/// Each group with its first and last column.
const GROUPS: [(&str, u16, u16); 4] =
    [("Applicatie", 0, 5), ("Leverancier en contract", 6, 9), ("Organisatie", 10, 11), ("Gebruik", 12, 14)];

/// The first of the rows with systems: below two title rows, a blank one and two header lines.
const FIRST_ROW: u32 = 5;

const DIALECT: Dialect = Dialect {
    dates: Dates::Mixed,
    amounts: Amounts::Mixed,
    statuses: Statuses::Softwarecatalogus,
    components: Components::Rows,
    yes_no: YesNo::Words("ja", "nee"),
    unknown: "NB",
};

pub fn book(task: &Task) -> Result<Book> {
    let inventory = task.only()?;
    let mut systems = inventory.systems.clone();
    if task.variant == "draft" {
        make_draft(&mut systems);
    }
    systems.sort_by_key(|system| (system.product.domain, system.number));
    let state = if task.variant == "draft" { " (concept)" } else { "" };
    let title = format!("Inventarisatie applicaties {}{state}, {}", inventory.municipality.spoken(), task.month);
    let grid = Grid::synthetic("Overzicht").merged(0, 14).line(&[&title]).blank();
    let grid = group_line(grid).header(&COLUMNS);
    let mut sheet = grid.systems(&systems, &COLUMNS, &inventory.municipality, &DIALECT, 0).done();
    // Readers know of merged cells in this format alone, besides the oldest.
    if task.format == Format::Xlsx {
        merge_domains(&mut sheet, &systems);
    }
    Ok(Book { sheets: vec![sheet, choices(false)] })
}

/// An early version of the same file: the last systems are missing and nothing is being phased out yet.
fn make_draft(systems: &mut Vec<System>) {
    systems.truncate(systems.len().saturating_sub(4));
    for system in systems.iter_mut().filter(|system| system.phase == Phase::Leaving) {
        system.phase = Phase::Production;
    }
}

fn group_line(grid: Grid) -> Grid {
    let mut texts = [""; 15];
    for (group, first, _) in GROUPS {
        texts[usize::from(first)] = group;
    }
    GROUPS.iter().fold(grid.line(&texts), |grid, (_, first, last)| grid.merged(*first, *last))
}

/// Merges the cells of each domain, so that the first alone holds its name.
fn merge_domains(sheet: &mut Sheet, systems: &[System]) {
    let lines = lines(systems, &DIALECT);
    let domains: Vec<&str> = lines.iter().map(|line| line.system.product.domain).collect();
    let mut row = FIRST_ROW;
    for block in domains.chunk_by(|a, b| a == b) {
        let last = row + u32::try_from(block.len()).unwrap_or(1) - 1;
        if last > row {
            sheet.merges.push((row, 0, last, 0));
            sheet.cells.retain(|(at, column), _| *column != 0 || *at <= row || *at > last);
        }
        row = last + 1;
    }
}
