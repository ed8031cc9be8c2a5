//! Which connections hold in a month: of each municipality or partnership those of the newest file that records any.
//!
//! They make nobody a respondent and no system: files of connections are sent beside inventories.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Inventory;
use super::accounting::Books;
use crate::inventory::{Connection, Direction, Fate, Field, FileExtract, PlacedConnection};
use crate::problem::{Code, Place, Problem};
use crate::reference::Reference;
use crate::terms::{Month, name_key};

/// A record with where it came from and who it is of.
struct Found<'a> {
    owner: String,
    /// Its code in the month that is reported on.
    municipality: Option<Arc<str>>,
    file: &'a FileExtract,
    sheet: usize,
    connection: &'a Connection,
}

/// Adds the connections that hold to the inventory, books their rows, and says which files they are from.
pub fn collect(window: &[&FileExtract], reference: &Reference, inventory: &mut Inventory, books: &mut Books) -> BTreeSet<Arc<str>> {
    let mut found = Vec::new();
    for file in window {
        of_file(file, reference, inventory, books, &mut found);
    }
    let (newest, versions) = newest(&found);
    let mut needed = BTreeSet::new();
    for one in &found {
        let version = versions.get(&(one.owner.as_str(), one.file.month, one.file.version.submission.as_str()));
        if newest.get(one.owner.as_str()) == Some(&one.file.month) && version == Some(&(one.file.version.age, &*one.file.file)) {
            books.book(one.file, one.sheet, Fate::Connection, 1);
            needed.insert(one.file.file.clone());
            inventory.connections.push(placed(one, inventory.month, reference));
        } else {
            books.book(one.file, one.sheet, Fate::Superseded, 1);
        }
    }
    inventory.connections.sort_by(|a, b| {
        let order = |one: &PlacedConnection| (one.connection.municipality.clone(), one.place.clone());
        order(a).cmp(&order(b))
    });
    needed
}

/// The records of one file; those of municipalities that have gone are set aside and told.
fn of_file<'a>(
    file: &'a FileExtract,
    reference: &Reference,
    inventory: &mut Inventory,
    books: &mut Books,
    found: &mut Vec<Found<'a>>,
) {
    for (sheet, extract) in file.sheets.iter().enumerate() {
        for connection in &extract.connections {
            let present = |code: &Arc<str>| reference.municipalities.find(code, inventory.month);
            let municipality = connection.municipality.as_ref().and_then(present);
            if let (Some(code), None) = (&connection.municipality, &municipality) {
                books.book(file, sheet, Fate::SetAside, 1);
                // A file of an earlier month that nobody leans on is not accounted for, so nothing is told of it either.
                if file.month == inventory.month || inventory.answered.values().any(|one| one.own.contains_key(&file.file)) {
                    let place = Place::sheet(file.file.clone(), extract.name.clone()).at(connection.row, 0);
                    inventory.problems.push(Problem::new(Code::MunicipalityOutsideFrame, place, &**code).about(&**code));
                }
                continue;
            }
            let owner = municipality.as_deref().map_or_else(|| name_key(&connection.organisation), str::to_owned);
            found.push(Found { owner, municipality, file, sheet, connection });
        }
    }
}

type Newest<'a> = BTreeMap<&'a str, Month>;
type Versions<'a> = BTreeMap<(&'a str, Month, &'a str), ((u32, u32, bool), &'a str)>;

/// The newest month of each owner, and of each submission its newest version.
fn newest<'a>(found: &'a [Found<'_>]) -> (Newest<'a>, Versions<'a>) {
    let (mut months, mut versions) = (Newest::new(), Versions::new());
    for one in found {
        let month = months.entry(one.owner.as_str()).or_insert(one.file.month);
        *month = (*month).max(one.file.month);
        let this = (one.file.version.age, &*one.file.file);
        let best = versions.entry((&one.owner, one.file.month, &one.file.version.submission)).or_insert(this);
        *best = (*best).max(this);
    }
    (months, versions)
}

/// A facility stands at the far end, whichever of the two ends it was typed at.
fn placed(one: &Found<'_>, month: Month, reference: &Reference) -> PlacedConnection {
    let mut connection = Connection { municipality: one.municipality.clone(), ..one.connection.clone() };
    let named = |name: &str| reference.provisions.named(name, month.first_day());
    let mut provision = connection.far_end.as_deref().and_then(named);
    if let (None, Some(here), Some(far)) = (provision, named(&connection.application), &mut connection.far_end) {
        std::mem::swap(&mut connection.application, far);
        connection.direction = connection.direction.map(Direction::turned);
        provision = Some(here);
    }
    let sheet = &one.file.sheets[one.sheet];
    let column = sheet.columns.get(&Field::Name).copied().unwrap_or_default();
    PlacedConnection {
        provision: provision.map(|provision| (provision.id.clone(), provision.name.clone())),
        place: Place::sheet(one.file.file.clone(), sheet.name.clone()).at(connection.row, column),
        carried_from: (one.file.month < month).then_some(one.file.month),
        connection,
    }
}
