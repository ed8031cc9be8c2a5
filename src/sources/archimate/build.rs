//! Steps through markup become a model: its parts, with their properties under the names that the file defines for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::unreadable::Unreadable;
use super::markup::Attributes;
use crate::problem::Code;
use crate::terms::name_key;

/// The most elements, relations and definitions that are kept of one model; ten times the architecture of all municipalities.
const MAX_PARTS: usize = 600_000;
/// The most properties of all of them together.
const MAX_PROPERTIES: usize = 6_000_000;
/// Of a longer text only this much is kept, in bytes.
const MAX_TEXT: usize = 32 * 1024;

/// A model: elements, and relations between them.
#[derive(Debug, Default)]
pub struct Model {
    pub name: String,
    /// Where the model begins, from zero.
    pub line: u32,
    pub elements: Vec<Part>,
    pub relations: Vec<Part>,
}

/// An element or a relation.
#[derive(Debug, Default)]
pub struct Part {
    /// The line on which it begins, from zero.
    pub line: u32,
    pub identifier: Box<str>,
    /// The `ArchiMate` type, without *Relationship* behind it.
    pub kind: Box<str>,
    pub name: Box<str>,
    pub documentation: Box<str>,
    /// Identifiers of what a relation leads from and to; empty for an element.
    pub source: Box<str>,
    pub target: Box<str>,
    /// Names in comparable form, with values.
    properties: Vec<(Arc<str>, Box<str>)>,
}

impl Part {
    /// The first filled property that goes by one of these names, which are in comparable form.
    #[must_use]
    pub fn property(&self, names: &[String]) -> Option<&str> {
        let filled = |name: &String| self.properties.iter().find(|(key, value)| **key == **name && !value.is_empty());
        names.iter().find_map(filled).map(|(_, value)| &**value)
    }
}

/// Puts a model together.
#[derive(Default)]
pub struct Builder {
    model: Model,
    text: String,
    /// Names of properties by the identifier that values refer to.
    definitions: BTreeMap<Box<str>, Arc<str>>,
    definition: Box<str>,
    property: Box<str>,
    parts: usize,
    properties: usize,
}

impl Builder {
    pub fn new(line: u32) -> Self {
        Self { model: Model { line, ..Model::default() }, ..Self::default() }
    }

    /// An element of the markup begins; `path` ends with it.
    pub fn begin(&mut self, path: &[&str], line: u32, attributes: &Attributes<'_>) -> Result<(), Unreadable> {
        self.text.clear();
        let value = |names: &[&str]| -> Box<str> {
            let found = names.iter().find_map(|name| attributes.iter().find(|(key, _)| key == name));
            found.map(|(_, value)| cut(value).into()).unwrap_or_default()
        };
        match path {
            ["model", "elements", "element"] => self.model.elements.push(part(line, &value)),
            ["model", "relationships", "relationship"] => self.model.relations.push(part(line, &value)),
            ["model", _, _, "properties", "property"] => {
                self.property = value(&["propertyDefinitionRef", "identifierref"]);
                self.properties += 1;
                return self.within_bounds();
            }
            // The second is of the format's version 2.
            ["model", "propertyDefinitions", "propertyDefinition"] | ["model", "propertydefs", "propertydef"] => {
                self.definition = value(&["identifier"]);
                let name = value(&["name"]);
                if !name.is_empty() {
                    self.define(&name);
                }
            }
            _ => return Ok(()),
        }
        self.parts += 1;
        self.within_bounds()
    }

    fn within_bounds(&self) -> Result<(), Unreadable> {
        if self.parts > MAX_PARTS || self.properties > MAX_PROPERTIES {
            return Err(Unreadable::new(
                Code::FileTooLarge,
                format!("more than {MAX_PARTS} elements and relations, or {MAX_PROPERTIES} properties"),
            ));
        }
        Ok(())
    }

    pub fn text(&mut self, text: &str) {
        if self.text.len() < MAX_TEXT {
            self.text.push_str(cut(text));
        }
    }

    /// An element of the markup ends: what is open around it, and its name.
    pub fn end(&mut self, (path, name): (&[&str], &str)) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        match (path, name) {
            (["model"], "name") if self.model.name.is_empty() => text.clone_into(&mut self.model.name),
            (["model", "propertyDefinitions", "propertyDefinition"], "name") => self.define(text),
            // Version 2 of the format has a label for a name.
            (["model", list, _], "name" | "label") => keep_first(self.open(list).map(|part| &mut part.name), text),
            (["model", list, _], "documentation") => keep_first(self.open(list).map(|part| &mut part.documentation), text),
            (["model", list, _, "properties", "property"], "value") => {
                let property = Arc::from(&*self.property);
                if let Some(part) = self.open(list) {
                    part.properties.push((property, text.into()));
                }
            }
            _ => {}
        }
    }

    /// The part that is being read in one of the two lists.
    fn open(&mut self, list: &str) -> Option<&mut Part> {
        match list {
            "elements" => self.model.elements.last_mut(),
            "relationships" => self.model.relations.last_mut(),
            _ => None,
        }
    }

    fn define(&mut self, name: &str) {
        self.definitions.entry(self.definition.clone()).or_insert_with(|| name_key(name).into());
    }

    /// Definitions stand behind the parts that use them, so names are filled in at the end.
    pub fn finish(mut self) -> Model {
        let parts = self.model.elements.iter_mut().chain(&mut self.model.relations);
        for (property, _) in parts.flat_map(|part| &mut part.properties) {
            if let Some(name) = self.definitions.get(&**property) {
                *property = name.clone();
            }
        }
        self.model
    }
}

fn part(line: u32, value: &impl Fn(&[&str]) -> Box<str>) -> Part {
    let kind = value(&["type"]);
    let kind = kind.strip_suffix("Relationship").map_or_else(|| kind.clone(), Box::from);
    Part {
        line,
        identifier: value(&["identifier"]),
        kind,
        source: value(&["source"]),
        target: value(&["target"]),
        ..Part::default()
    }
}

/// Of texts in several languages the first stands.
fn keep_first(place: Option<&mut Box<str>>, text: &str) {
    if let Some(place) = place.filter(|place| place.is_empty()) {
        *place = text.into();
    }
}

fn cut(text: &str) -> &str {
    let end = (0..=MAX_TEXT.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    text.get(..end).unwrap_or(text)
}
