//! The offices: each has its own way of keeping an inventory, and a file of its own here.

mod cmdb;
mod contacts;
mod contracts;
mod grouped;
mod handmade;
mod list;
mod portfolio;
mod register;
mod standard;
mod together;

use anyhow::{Context, Result, bail};

use crate::columns::{Column, Field};
use crate::grid::Grid;
use crate::plan::File;
use crate::portfolio::{Inventory, Stock};
use crate::system::System;
use crate::writer::{Book, Format, Sheet};
use crate::{MONTHS, grid};

/// What an office is asked to write.
pub struct Task {
    pub inventories: Vec<Inventory>,
    pub month: &'static str,
    pub variant: &'static str,
    pub format: Format,
}

/// The workbook of a file in the month with this index.
pub fn book(file: &File, stock: &Stock, month: usize) -> Result<Book> {
    let inventories = stock.inventories(file.municipalities, month)?;
    let task = Task { inventories, month: MONTHS[month], variant: file.variant, format: file.format };
    match file.office {
        "cmdb" => cmdb::book(&task),
        "contacts" => Ok(contacts::book()),
        "contracts" => contracts::book(&task),
        "grouped" => grouped::book(&task),
        "handmade" => handmade::book(&task),
        "list" => list::book(&task),
        "portfolio" => Ok(portfolio::book(&task)),
        "register" => register::book(&task),
        "standard" => standard::book(&task),
        "together" => Ok(together::book(&task)),
        other => bail!("no office '{other}'"),
    }
}

impl Task {
    /// The inventory of an office that writes for one municipality.
    fn only(&self) -> Result<&Inventory> {
        self.inventories.first().context("the file names no municipality")
    }

    /// The day on which the inventory was taken, as text.
    fn reference_day(&self) -> String {
        let (year, month) = self.month.split_once('-').unwrap_or_default();
        format!("Peildatum: 01-{month}-{year}")
    }
}

/// The sum of the known costs, under the column of costs.
fn total_row(grid: Grid, columns: &[Column], systems: &[System]) -> Grid {
    let sum: u32 = systems.iter().filter_map(|system| system.cost).sum();
    let place = columns.iter().position(|(field, _)| *field == Field::Cost);
    grid.total(place.unwrap_or(1), sum)
}

/// A sheet beside the systems that explains them.
fn notes(name: &str, lines: &[&str]) -> Sheet {
    let grid = Grid::new(name).line(&[grid::SYNTHETIC]).blank();
    lines.iter().fold(grid, |grid, text| grid.line(&[text])).done()
}

/// The words that may be chosen in the sheet with systems.
fn choices(hidden: bool) -> Sheet {
    let grid = Grid::new("Keuzelijsten").line(&["Status", "Hosting", "Persoonsgegevens"]);
    let grid = grid.line(&["Gepland", "SaaS", "Ja"]).line(&["In productie", "On-premise", "Nee"]).line(&["Uit te faseren"]);
    if hidden { grid.hidden().done() } else { grid.done() }
}
