//! A model in place of sheets: its portfolio is read as rows, and every element and relation is accounted for.

use std::sync::Arc;

use super::super::portfolio::{Coupling, Portfolio, portfolio};
use super::SheetExtract;
use super::sheet::{Known, SheetReader, left_out};
use super::tables::tables;
use crate::inventory::correction::OfSheet;
use crate::inventory::{Account, Connection, Direction, Fate, Owner, SheetLeftOut, header, owner};
use crate::problem::{Code, Place, Problem};
use crate::sources::{Model, Row, Sheet};

/// What the parts of a model are called together, where a workbook has the name of a sheet.
const SHEET: &str = "model";

/// Reads the portfolio of a model.
pub fn read(model: &Model, asked: &mut SheetReader<'_, '_>, problems: &mut Vec<Problem>) -> SheetExtract {
    let place = Place::sheet(asked.file.clone(), SHEET.into());
    let parts = model.elements.len() + model.relations.len();
    let mut account = Account::of_sheet(parts);
    let Some(found) = portfolio(model, &asked.layouts.portfolio, &asked.layouts.words, &asked.reference.components) else {
        problems.push(Problem::new(Code::FileTooLarge, Place::file(asked.file.clone()), format!("{parts} elements and relations")));
        account.book(Fate::Note, parts as u64);
        return SheetExtract { account, ..left_out(&sheet_of(Vec::new()), SheetLeftOut::NoHeader, None) };
    };
    account.book(Fate::Heading, found.headings as u64);
    account.book(Fate::Note, found.notes as u64);
    account.book(Fate::SetAside, (found.repeats.len() + found.dangling.len()) as u64);
    tell(&found, &place, problems);
    let owner = owner_of(model, asked);
    let code = owner.as_ref().and_then(Owner::municipality);
    let connections: Vec<Connection> =
        found.couplings.iter().filter_map(|coupling| connection(coupling, code, asked, &place, problems)).collect();
    account.book(Fate::SetAside, (found.couplings.len() - connections.len()) as u64);
    let is_empty = found.rows.len() == 1;
    if is_empty && connections.is_empty() {
        problems.push(Problem::new(Code::NoUse, place.clone(), model.name.clone()).with_hint(Some(model.name.clone())));
    }
    let sheet = sheet_of(found.rows);
    let lines = header::lines(&sheet, &asked.layouts.header_words);
    let Some((layout, header)) = asked.recognise(&lines) else {
        account.book(Fate::Note, (sheet.rows.len() - 1) as u64);
        problems.push(Problem::new(Code::SheetLeftOut, place, SHEET));
        return SheetExtract { account, connections, ..left_out(&sheet, SheetLeftOut::NoHeader, None) };
    };
    let corrected = OfSheet::default();
    let mut tables = tables(&sheet, &lines, header, layout, &asked.layouts.header_words);
    let known = Known { sheet: &sheet, layout, corrected: &corrected, owner, account };
    let extract = asked.table(tables.swap_remove(0), known, problems);
    // A model without a use says so itself; it is no list that lacks its rows.
    SheetExtract { holds_systems: !is_empty, connections, ..extract }
}

fn sheet_of(rows: Vec<Row>) -> Sheet {
    Sheet { name: SHEET.into(), visible: true, rows, merged: Vec::new() }
}

fn tell(found: &Portfolio, place: &Place, problems: &mut Vec<Problem>) {
    for (line, identifier, first) in &found.repeats {
        let problem = Problem::new(Code::DuplicateIdentifier, place.at(*line, 0), &**identifier);
        problems.push(problem.with_hint(Some((first + 1).to_string())));
    }
    for (line, name, ends) in &found.dangling {
        problems.push(Problem::new(Code::DanglingRelation, place.at(*line, 0), &**name).with_hint(Some(ends)));
    }
}

/// The municipality that the file's name or the model's names, for what no relation says.
fn owner_of(model: &Model, asked: &SheetReader<'_, '_>) -> Option<Owner> {
    let municipalities = &asked.reference.municipalities;
    let by_model = || {
        municipalities.named_as_such(&model.name, asked.month).or_else(|| municipalities.named_anywhere(&model.name, asked.month))
    };
    owner::of_sheet(asked.reference, asked.month, SHEET, &[], asked.file).or_else(|| by_model().map(Owner::Municipality))
}

/// A coupling with who registered it. Of several users none is chosen.
fn connection(
    coupling: &Coupling,
    owner: Option<&Arc<str>>,
    asked: &SheetReader<'_, '_>,
    place: &Place,
    problems: &mut Vec<Problem>,
) -> Option<Connection> {
    let words = &asked.layouts.connections;
    let code = |(name, code): &(Box<str>, Option<Box<str>>)| {
        let find = |text: &str| asked.reference.municipalities.find(text, asked.month);
        code.as_deref().and_then(find).or_else(|| find(name))
    };
    let names: Vec<&str> = coupling.users.iter().map(|(name, _)| &**name).collect();
    let municipality = match coupling.users.as_slice() {
        [] => owner.cloned(),
        [user] => code(user),
        _ => None,
    };
    if municipality.is_none() && names.is_empty() {
        let found = format!("{} → {}", coupling.application, coupling.far_end);
        problems.push(Problem::new(Code::MunicipalityMissing, place.at(coupling.line, 0), found));
        return None;
    }
    let organisation = if names.is_empty() { municipality.as_deref().unwrap_or_default().into() } else { names.join("; ").into() };
    let direction = coupling.direction.as_deref().and_then(|text| words.direction(text));
    Some(Connection {
        municipality,
        organisation,
        row: coupling.line,
        id: coupling.id.clone(),
        application: coupling.application.clone(),
        far_end: Some(coupling.far_end.clone()).filter(|name| !name.is_empty()),
        outside: coupling.outside,
        direction: if coupling.turned { direction.map(Direction::turned) } else { direction },
        basis: coupling.basis.as_deref().and_then(|text| words.basis(text)),
        standard: coupling.standard.clone(),
        protocol: coupling.protocol.clone(),
        via: coupling.via.clone(),
        status: coupling.status.clone(),
    })
}
