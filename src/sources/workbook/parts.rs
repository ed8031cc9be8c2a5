//! Which part of an xlsx package holds which sheet. calamine knows it and does not tell.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::package::Package;

/// The parts of the sheets, in the order of the sheets.
pub fn sheet_parts(package: &Package) -> Vec<String> {
    let root = elements(&package.part("_rels/.rels"), "Relationship");
    let of_book = |entry: &&Attributes| entry.get("Type").is_some_and(|kind| kind.ends_with("/relationships/officeDocument"));
    let book = root.iter().rfind(of_book).and_then(|entry| entry.get("Target")).unwrap_or_default();
    let (folder, name) = book.rsplit_once('/').map_or(("", book), |(folder, name)| (folder.trim_start_matches('/'), name));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let relations = elements(&package.part(&format!("{folder}_rels/{name}.rels")), "Relationship");
    let target = |id: &str| relations.iter().find(|entry| entry.get("Id") == Some(id)).and_then(|entry| entry.get("Target"));
    let sheets = elements(&package.part(&format!("{folder}{name}")), "sheet");
    sheets.iter().map(|sheet| part_of(target(sheet.get("id").unwrap_or_default()), &folder)).collect()
}

fn part_of(target: Option<&str>, folder: &str) -> String {
    let target = target.unwrap_or_default();
    target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned)
}

/// The attributes of an element, by name without prefix.
struct Attributes(Vec<(String, String)>);

impl Attributes {
    fn of(element: &BytesStart<'_>) -> Self {
        let mut attributes = element.attributes();
        let own = attributes.with_checks(false).flatten().map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default().into_owned();
            (attribute.key.local_name().as_ref().to_owned(), value)
        });
        Self(own.collect())
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// All elements of a name, up to where the text is no XML any more.
fn elements(xml: &[u8], name: &str) -> Vec<Attributes> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut found = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) if element.local_name().as_ref() == name => {
                found.push(Attributes::of(&element));
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}
