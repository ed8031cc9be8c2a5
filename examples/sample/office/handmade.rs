//! The inventory of Baarle-Nassau, row by row from a table, small enough to be counted by hand.

use anyhow::Result;
use chrono::NaiveDate;

use super::{Task, notes};
use crate::grid::Grid;
use crate::table;
use crate::writer::{Book, Cell};

const NAMES: [&str; 13] = [
    "Applicatie",
    "Leverancier",
    "Versie",
    "Referentiecomponent",
    "Omschrijving",
    "Status",
    "Hosting",
    "Samenwerkingsverband",
    "Contractpartij",
    "Einddatum contract",
    "Jaarlijkse kosten",
    "Aantal gebruikers",
    "Persoonsgegevens",
];

pub fn book(task: &Task) -> Result<Book> {
    let grid = Grid::synthetic("Applicaties").merged(0, 12).line(&["Applicaties gemeente Baarle-Nassau"]);
    let mut grid = grid.line(&[&task.reference_day()]).blank().line(&NAMES);
    let rows = table::rows::<15>(include_str!("../baarle_nassau.csv"))?;
    let current: Vec<[&str; 15]> = rows.into_iter().filter(|row| holds(row[0], row[1], task.month)).collect();
    for row in &current {
        grid = grid.cells(row[2..].iter().map(|field| cell(field)).collect());
    }
    let sum = current.iter().filter_map(|row| row[12].parse::<u32>().ok()).sum();
    let systems = grid.total(10, sum).done();
    Ok(Book { sheets: vec![systems, notes("Toelichting", &["Met de hand gemaakt voor een controle."])] })
}

/// Whether a row stands in the month: from its first month up to and with its last.
fn holds(since: &str, until: &str, month: &str) -> bool {
    since <= month && (until.is_empty() || month <= until)
}

/// A day and a number are stored as such, everything else as it was typed.
fn cell(field: &str) -> Option<Cell> {
    if field.is_empty() {
        return None;
    }
    if let Ok(day) = NaiveDate::parse_from_str(field, "%Y-%m-%d") {
        return Some(Cell::Date(day));
    }
    let is_number = !field.contains('.') && field.parse::<f64>().is_ok();
    Some(if is_number { Cell::Number(field.parse().unwrap_or_default()) } else { Cell::text(field) })
}
