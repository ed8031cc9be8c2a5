//! Rows that record connections, under a layout that says so.

use std::sync::Arc;

use super::row::RowReader;
use crate::inventory::connection::{Connection, ConnectionWords};
use crate::inventory::{Account, Fate, Field, Owner};
use crate::problem::Code;
use crate::sources::{Row, Value};

/// The connections of a sheet. Rows that are none are booked.
pub fn read_rows(rows: &[Row], reader: &mut RowReader<'_>, words: &ConnectionWords, account: &mut Account) -> Vec<Connection> {
    let mut connections = Vec::new();
    for row in rows {
        if reader.has_moved(row) {
            account.book(Fate::SetAside, 1);
            continue;
        }
        if let Some(fate) = reader.fate_without_record(row) {
            account.book(fate, 1);
            continue;
        }
        match connection(reader, words, row) {
            Some(connection) => connections.push(connection),
            None => account.book(Fate::SetAside, 1),
        }
    }
    connections
}

fn connection(reader: &mut RowReader<'_>, words: &ConnectionWords, row: &Row) -> Option<Connection> {
    let Some(application) = reader.cells.text(row, Field::Name) else {
        let column = reader.cells.column(Field::Name).unwrap_or_default();
        let found = reader.cells.shown(row);
        reader.cells.problem(Code::NameMissing, row.index, column, &found, None);
        return None;
    };
    let (municipality, organisation) = registered_by(reader, row)?;
    let cells = &mut reader.cells;
    let facility = cells.text(row, Field::Facility);
    Some(Connection {
        municipality,
        organisation,
        row: row.index,
        id: cells.text(row, Field::Id),
        application,
        outside: facility.is_some(),
        far_end: facility.or_else(|| cells.text(row, Field::FarEnd)),
        direction: cells.text(row, Field::Direction).and_then(|text| words.direction(&text)),
        basis: cells.text(row, Field::Basis).and_then(|text| words.basis(&text)),
        standard: cells.text(row, Field::Standard),
        protocol: cells.text(row, Field::Protocol),
        via: cells.text(row, Field::Via),
        status: cells.text(row, Field::Status),
    })
}

/// Who registered it: a municipality, or a partnership, which is kept by name.
fn registered_by(reader: &mut RowReader<'_>, row: &Row) -> Option<(Option<Arc<str>>, Box<str>)> {
    let RowReader { cells, whose, .. } = reader;
    let named = cells.column(Field::Municipality).and_then(|column| row.get(column)).map(Value::shown);
    let named = named.filter(|text| !cells.words.is_nothing(text));
    if let (None, Some(partnership)) = (&named, cells.text(row, Field::Partnership)) {
        return Some((None, partnership));
    }
    let owner = whose.read(cells, row)?;
    let organisation = named.map(|text| text.trim().into());
    match owner {
        Owner::Municipality(code) => Some((Some(code.clone()), organisation.unwrap_or_else(|| (&*code).into()))),
        Owner::Partnership(name) | Owner::Body(name) => Some((None, organisation.unwrap_or_else(|| (&*name).into()))),
    }
}
