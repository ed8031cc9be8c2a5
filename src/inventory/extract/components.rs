//! The reference components that a row names, by id, by a name of now or by one of before.

use std::sync::Arc;

use super::super::clean;
use super::cells::{Cells, shortened};
use crate::inventory::Field;
use crate::problem::Code;
use crate::reference::{ComponentMatch, Components};
use crate::sources::{Row, Value};
use crate::terms::Lookup;

/// Looks up each spelling once.
pub struct ComponentCells<'a> {
    components: &'a Components,
    known: Lookup<String, Component>,
}

#[derive(Clone)]
enum Component {
    Current(Arc<str>),
    Former(Arc<str>, Arc<str>),
    Unknown,
}

impl<'a> ComponentCells<'a> {
    pub fn new(components: &'a Components) -> Self {
        Self { components, known: Lookup::default() }
    }

    /// The ids of the components in the row's cell, in order.
    pub fn read(&mut self, cells: &mut Cells<'_>, row: &Row) -> Vec<Arc<str>> {
        let Some((column, Value::Text(text))) = cells.cell(row, Field::Component) else { return Vec::new() };
        let mut ids = Vec::new();
        let parts = clean::list(text, |part| !matches!(self.component(part), Component::Unknown));
        for part in &parts {
            match self.component(part) {
                Component::Current(id) => ids.push(id),
                Component::Former(id, name) => {
                    cells.problem(Code::FormerComponent, row.index, column, part, Some(name.to_string()));
                    ids.push(id);
                }
                Component::Unknown => {
                    let nearest = self.components.nearest(part).map(str::to_owned);
                    cells.problem(Code::UnknownComponent, row.index, column, &shortened(part), nearest);
                }
            }
        }
        ids.sort();
        ids.dedup();
        ids
    }

    fn component(&mut self, text: &str) -> Component {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let found = match self.components.find(text) {
            Some(ComponentMatch::Current(component)) => Component::Current(component.gemma_id.as_str().into()),
            Some(ComponentMatch::Former(component)) => {
                Component::Former(component.gemma_id.as_str().into(), component.name.as_str().into())
            }
            None => Component::Unknown,
        };
        self.known.insert(text.to_owned(), found.clone());
        found
    }
}
