//! No inventory at all: a list of people, sent along by mistake. Everybody in it is made up.

use crate::grid::Grid;
use crate::writer::Book;

pub fn book() -> Book {
    let grid = Grid::synthetic("Contacten").line(&["Contactpersonen beheer"]).blank();
    let mut grid = grid.line(&["Achternaam", "Voornaam", "Functie", "E-mailadres", "Telefoon", "Aanwezig op"]);
    let functions = ["Functioneel beheerder", "Informatiemanager", "Contractmanager", "Gegevensbeheerder"];
    for (number, function) in (1..=12).zip(functions.iter().cycle()) {
        let (surname, mail) = (format!("Oorbeeld-{number}"), format!("v.oorbeeld{number}@voorbeeld.invalid"));
        let phone = format!("06-000001{number:02}");
        grid = grid.line(&[&surname, "V.", function, &mail, &phone, "ma, di, do"]);
    }
    Book { sheets: vec![grid.done()] }
}
