//! Markup as steps: begin, text, end; with the path of open elements and the line. Bounded in depth; entities are never defined.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::super::unreadable::Unreadable;
use crate::problem::Code;

/// Exchange files nest eight deep in the parts that are read, and views somewhat deeper.
const MAX_DEPTH: usize = 200;
/// No part has more attributes than a handful; the rest is passed over.
const MAX_ATTRIBUTES: usize = 100;

/// Name without prefix (with it for `xmlns:` and the like), and value.
pub type Attributes<'a> = Vec<(&'a str, Cow<'a, str>)>;

/// What comes next in the text.
pub enum Step<'a> {
    Begin(Attributes<'a>),
    Text(Cow<'a, str>),
    End,
    Finished,
}

/// A walk through markup.
pub struct Markup<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    path: Vec<&'a str>,
    ended: Option<&'a str>,
    /// Lines before the place up to which they were counted.
    line: u32,
    counted: usize,
}

impl<'a> Markup<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { text, reader, path: Vec::new(), ended: None, line: 0, counted: 0 }
    }

    /// Names of the open elements without prefix, from the root.
    pub fn path(&self) -> &[&'a str] {
        &self.path
    }

    /// The path of the element that has just ended, itself included.
    pub fn ended(&self) -> (&[&'a str], &'a str) {
        (&self.path, self.ended.unwrap_or_default())
    }

    /// The line, from zero, on which the element begun last begins.
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// The next step.
    pub fn step(&mut self) -> Result<Step<'a>, Unreadable> {
        loop {
            let begins = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
            let event = self.reader.read_event();
            match event.map_err(|error| self.broken(&error.to_string()))? {
                Event::Start(tag) => {
                    self.count_lines(begins);
                    return self.begin(&tag);
                }
                Event::End(_) => {
                    self.ended = self.path.pop();
                    return Ok(Step::End);
                }
                Event::Text(text) => return Ok(Step::Text(text.into_inner())),
                Event::CData(text) => return Ok(Step::Text(text.into_inner())),
                Event::GeneralRef(entity) => return Ok(Step::Text(replaced(&entity))),
                Event::DocType(_) => return Err(self.broken("it declares entities or a document type of its own")),
                Event::Eof => return self.finish(),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    fn begin(&mut self, tag: &BytesStart<'a>) -> Result<Step<'a>, Unreadable> {
        if self.path.len() >= MAX_DEPTH {
            return Err(self.broken(&format!("elements lie more than {MAX_DEPTH} deep in one another")));
        }
        let begins = self.counted;
        // The tag borrows from itself, not from the text, so its name and attributes are found in the text again.
        let inside = self.text.get(begins + 1..begins + 1 + tag.len()).unwrap_or_default();
        let name_end = tag.name().into_inner().len();
        let name = inside.get(..name_end).unwrap_or_default();
        self.path.push(name.rsplit(':').next().unwrap_or(name));
        Ok(Step::Begin(attributes(inside, name_end)))
    }

    fn finish(&self) -> Result<Step<'a>, Unreadable> {
        match self.path.last() {
            Some(open) => Err(Unreadable::new(Code::UnreadableModel, format!("it ends within <{open}>"))),
            None => Ok(Step::Finished),
        }
    }

    fn count_lines(&mut self, until: usize) {
        let lines = self.text.get(self.counted..until).unwrap_or_default().matches('\n').count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.counted = until;
    }

    fn broken(&mut self, reason: &str) -> Unreadable {
        self.count_lines(usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX).min(self.text.len()));
        Unreadable::new(Code::UnreadableModel, format!("line {}: {reason}", self.line + 1))
    }
}

/// Attributes are not compared with one another: that takes the square of their number.
fn attributes(inside: &str, name_end: usize) -> Attributes<'_> {
    let mut all = quick_xml::events::attributes::Attributes::new(inside, name_end);
    all.with_checks(false);
    let read = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        attribute.normalized_value(XmlVersion::Implicit1_0).map_or_else(|_| attribute.value.to_string(), Cow::into_owned)
    };
    all.flatten()
        .take(MAX_ATTRIBUTES)
        .map(|attribute| {
            let key = attribute.key.into_inner();
            let local = if key.starts_with("xmlns") { key } else { key.rsplit(':').next().unwrap_or(key) };
            (local, Cow::Owned(read(attribute)))
        })
        .collect()
}

/// A character reference or one of the five entities that XML has of itself; any other stays as it is written.
fn replaced<'a>(entity: &BytesRef<'a>) -> Cow<'a, str> {
    if let Ok(Some(character)) = entity.resolve_char_ref() {
        return Cow::Owned(character.to_string());
    }
    let name = entity.borrow().into_inner();
    resolve_predefined_entity(&name).map_or_else(|| Cow::Owned(format!("&{name};")), Cow::Borrowed)
}
