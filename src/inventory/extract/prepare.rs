//! Rows made ready to read: readable columns before columns of ids, ids looked up in other sheets, the status by its dates.
//!
//! Only for layouts that say so; all other sheets are read as they are. The cell that was typed keeps its place and its problem.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::clean::{self, DayOrder};
use super::super::header::Header;
use super::super::words::Words;
use super::cells::shortened;
use super::dated;
use super::directory::{Directory, is_id};
use crate::inventory::{Field, Layout};
use crate::problem::{Code, Place, Problem};
use crate::sources::{Row, Sheet, Value};
use crate::terms::{Month, Status, name_key};

/// Where an id without a name says more than nothing would: an application, an organisation, a far end. Were a partner left out, a
/// shared system would look like one without a partner.
const STAYS: [Field; 6] =
    [Field::Name, Field::Municipality, Field::Partnership, Field::Participants, Field::FarEnd, Field::Facility];

/// Makes the rows of one sheet ready.
pub struct Preparer<'a> {
    layout: &'a Layout,
    words: &'a Words,
    directory: &'a Directory,
    today: NaiveDate,
    place: &'a Place,
    problems: &'a mut Vec<Problem>,
}

/// The columns that are more than one field each.
struct Columns {
    /// Columns of ids, by the field that their readable twins give.
    ids: BTreeMap<Field, u32>,
    /// Days on which a phase begins.
    days: Vec<(u32, Status)>,
    titles: BTreeMap<Field, String>,
}

impl<'a> Preparer<'a> {
    pub fn new(
        layout: &'a Layout,
        words: &'a Words,
        directory: &'a Directory,
        month: Month,
        place: &'a Place,
        problems: &'a mut Vec<Problem>,
    ) -> Self {
        Self { layout, words, directory, today: month.first_day(), place, problems }
    }

    /// The rows with the header's columns turned to the ones to read; nothing where they can be read as they are.
    pub fn rows(&mut self, sheet: &Sheet, header: &mut Header) -> Option<Vec<Row>> {
        if self.layout.twin_prefix.is_none() && self.layout.status_from.is_empty() {
            return None;
        }
        let columns = self.columns(sheet, header);
        let ready = |(position, row): (usize, &Row)| {
            let mut row = row.clone();
            if position > header.last {
                self.read_ids(&mut row, header, &columns);
                self.read_days(&mut row, header, &columns);
            }
            row
        };
        Some(sheet.rows.iter().enumerate().map(ready).collect())
    }

    fn columns(&self, sheet: &Sheet, header: &mut Header) -> Columns {
        let titles = &sheet.rows[header.last];
        // Beyond every column of the file, so that nothing that was typed stands there.
        let mut free = titles.cells.last().map_or(0, |(column, _)| column.saturating_add(1_000));
        let days = self.day_columns(header);
        let ids = self.prefer_twins(titles, header);
        let mut add = |field: Field, column: Option<u32>| {
            header.columns.entry(field).or_insert_with(|| {
                free = free.saturating_add(1);
                column.unwrap_or(free)
            });
        };
        if self.layout.twin_prefix.is_some() {
            // Rows about one application are one system, so what identifies it is the id of the application.
            add(Field::Id, ids.get(&Field::Name).copied());
        }
        if !days.is_empty() {
            add(Field::Status, None);
        }
        let title = |column: u32| titles.get(column).map(Value::shown).unwrap_or_default();
        let titles = header.columns.iter().map(|(field, column)| (*field, title(*column))).collect();
        Columns { ids, days, titles }
    }

    /// Takes the columns of days out of those that are not known.
    fn day_columns(&self, header: &mut Header) -> Vec<(u32, Status)> {
        let mut days = Vec::new();
        header.unknown.retain(|(column, text)| match self.layout.status_from.get(&name_key(text)) {
            Some(status) => {
                days.push((*column, *status));
                false
            }
            None => true,
        });
        days
    }

    /// A readable twin takes the place of its column of ids.
    fn prefer_twins(&self, titles: &Row, header: &mut Header) -> BTreeMap<Field, u32> {
        let mut ids = BTreeMap::new();
        let Some(prefix) = self.layout.twin_prefix.as_deref() else { return ids };
        let is_twin = |column: u32| titles.get(column).and_then(Value::text).is_some_and(|text| text.starts_with(prefix));
        let columns = &mut header.columns;
        header.duplicates.retain(|(column, _, field)| {
            let Some(first) = columns.get_mut(field).filter(|first| is_twin(**first) != is_twin(*column)) else { return true };
            let plain = if is_twin(*first) { *column } else { std::mem::replace(first, *column) };
            ids.insert(*field, plain).is_some()
        });
        ids
    }

    /// Puts names where ids stand. Reference components are known by id, so they stay.
    fn read_ids(&mut self, row: &mut Row, header: &Header, columns: &Columns) {
        if self.layout.twin_prefix.is_none() {
            return;
        }
        let id_of_name = columns.ids.get(&Field::Name).or_else(|| header.columns.get(&Field::Name));
        let id = id_of_name.and_then(|column| self.texts(row, *column).into_iter().next()).filter(|id| is_id(id));
        for (field, column) in &header.columns {
            let fallback = columns.ids.get(field);
            let read = std::iter::once(column).chain(fallback).find(|column| !self.texts(row, **column).is_empty());
            if let Some(texts) = read.map(|read| self.texts(row, *read)).filter(|_| *field != Field::Id) {
                let named =
                    if *field == Field::Component { texts } else { self.named(&texts, *field, row.index, *column, columns) };
                put(row, *column, named.join("; "));
            }
        }
        if let (Some(column), Some(id)) = (header.columns.get(&Field::Id), id)
            && Some(column) != id_of_name
        {
            put(row, *column, id);
        }
    }

    /// The names behind texts; an id that nothing is known of is told, and stays only where a row can't do without.
    fn named(&mut self, texts: &[String], field: Field, row: u32, column: u32, columns: &Columns) -> Vec<String> {
        let mut named = Vec::new();
        for text in texts {
            match self.directory.name(text) {
                Some(name) => named.push(name.to_owned()),
                None if !is_id(text) => named.push(text.clone()),
                None => {
                    if field != Field::Municipality {
                        let title = columns.titles.get(&field).cloned().unwrap_or_default();
                        let problem = Problem::new(Code::UnresolvedReference, self.place.at(row, column), title);
                        self.problems.push(problem.with_hint(Some(text)));
                    }
                    if STAYS.contains(&field) {
                        named.push(text.clone());
                    }
                }
            }
        }
        named
    }

    /// The texts of a cell; several when it holds a JSON array.
    fn texts(&self, row: &Row, column: u32) -> Vec<String> {
        let Some(text) = row.get(column).map(Value::shown).filter(|text| !self.words.is_nothing(text)) else { return Vec::new() };
        let array = text.trim().starts_with('[').then(|| serde_json::from_str::<Vec<String>>(text.trim()).ok()).flatten();
        array.unwrap_or_else(|| vec![text])
    }

    /// The status by the dates goes before the one that is written.
    fn read_days(&mut self, row: &mut Row, header: &Header, columns: &Columns) {
        let days: Vec<(Status, NaiveDate)> =
            columns.days.iter().filter_map(|(column, status)| Some((*status, self.day(row, *column)?))).collect();
        let (Some(by_dates), Some(column)) = (dated::status(&days, self.today), header.columns.get(&Field::Status)) else { return };
        if let Some(text) = self.texts(row, *column).first().filter(|text| self.words.status(text) != Some(by_dates)) {
            let problem = Problem::new(Code::StatusAgainstDates, self.place.at(row.index, *column), shortened(text));
            self.problems.push(problem.with_hint(Some(by_dates.as_str())));
        }
        put(row, *column, by_dates.as_str().to_owned());
    }

    fn day(&mut self, row: &Row, column: u32) -> Option<NaiveDate> {
        let value = row.get(column).filter(|value| value.text().is_none_or(|text| !self.words.is_nothing(text)))?;
        let period = clean::period(value, DayOrder::DayFirst, &self.words.date);
        let day = period.ok().filter(|period| period.literal).map(|period| period.last);
        if day.is_none() {
            let found = shortened(&value.shown());
            self.problems.push(Problem::new(Code::UnreadableDate, self.place.at(row.index, column), found));
        }
        day.filter(|day| !self.words.is_no_date(*day))
    }
}

fn put(row: &mut Row, column: u32, text: String) {
    let value = Value::Text(text.into());
    match row.cells.binary_search_by_key(&column, |(column, _)| *column) {
        Ok(at) => row.cells[at].1 = value,
        Err(at) => row.cells.insert(at, (column, value)),
    }
}
