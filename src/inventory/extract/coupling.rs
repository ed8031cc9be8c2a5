//! Rows that record connections, under a layout that says so.

use std::sync::Arc;

use super::super::header::Header;
use super::row::RowReader;
use crate::inventory::connection::{Connection, ConnectionWords};
use crate::inventory::{Account, Fate, Field};
use crate::problem::Code;
use crate::sources::{Row, Value};

/// The connections of a sheet. Rows that are none are booked.
pub fn read_rows(
    rows: &[Row],
    header: &Header,
    reader: &mut RowReader<'_>,
    words: &ConnectionWords,
    account: &mut Account,
) -> Vec<Connection> {
    let mut connections = Vec::new();
    for row in &rows[header.last + 1..] {
        if reader.has_moved(row, &rows[header.last]) {
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
        let found = row.cells.iter().take(4).map(|(_, value)| value.shown()).collect::<Vec<_>>().join(" | ");
        reader.cells.problem(Code::NameMissing, row.index, column, &super::cells::shortened(&found), None);
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
    let partnership = cells.text(row, Field::Partnership);
    match (named.filter(|text| !cells.words.is_nothing(text)), partnership) {
        (Some(text), _) if whose.names_partnership(&text) => Some((None, text.trim().into())),
        (None, Some(partnership)) => Some((None, partnership)),
        (named, _) => {
            let code = whose.read(cells, row)?;
            let organisation = named.map_or_else(|| Box::from(&*code), |text| text.trim().into());
            Some((Some(code), organisation))
        }
    }
}
