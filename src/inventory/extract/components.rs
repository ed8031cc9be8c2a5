//! The reference components that a row names, by id, by a name of now or of before, or by one that can only mean one of them.

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
    Nearly(Arc<str>, Arc<str>),
    /// GEMMA's own way to say that no component fits.
    CatchAll,
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
                Component::Nearly(id, name) => {
                    cells.problem(Code::ApproximateComponent, row.index, column, part, Some(name.to_string()));
                    ids.push(id);
                }
                Component::CatchAll => cells.problem(Code::CatchAllComponent, row.index, column, part, None),
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
        let found = self.components.find(text).map_or(Component::Unknown, taken);
        self.known.insert(text.to_owned(), found.clone());
        found
    }
}

fn taken(found: ComponentMatch<'_>) -> Component {
    let component = found.component();
    let (id, name) = (component.gemma_id.as_str().into(), component.name.as_str().into());
    match found {
        _ if component.catch_all => Component::CatchAll,
        ComponentMatch::Current(_) => Component::Current(id),
        ComponentMatch::Former(_) => Component::Former(id, name),
        ComponentMatch::Nearly(_) => Component::Nearly(id, name),
    }
}
