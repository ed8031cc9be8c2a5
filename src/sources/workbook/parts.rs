//! Which part of an xlsx or xlsb package holds which sheet. calamine knows it and does not tell.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::binary;
use super::package::Package;
use crate::sources::format::Format;

/// The parts of the sheets, in the order of the sheets.
pub fn of(format: Format, package: &Package<'_>) -> Vec<String> {
    let (folder, name) = match format {
        Format::Xlsb => ("xl/".to_owned(), "workbook.bin".to_owned()),
        _ => workbook(package),
    };
    let relations = elements(&package.part(&format!("{folder}_rels/{name}.rels")), "Relationship");
    let targets: BTreeMap<&str, &str> =
        relations.iter().filter_map(|entry| Some((entry.get("Id")?, entry.get("Target")?))).collect();
    let book = package.part(&format!("{folder}{name}"));
    let sheets = match format {
        Format::Xlsb => binary::sheet_relations(&book),
        _ => elements(&book, "sheet").iter().map(|sheet| sheet.get("id").unwrap_or_default().to_owned()).collect(),
    };
    sheets.iter().map(|relation| part_of(targets.get(relation.as_str()).copied(), &folder)).collect()
}

/// The folder, with a slash at its end, and the name of the part that lists the sheets.
fn workbook(package: &Package<'_>) -> (String, String) {
    let root = elements(&package.part("_rels/.rels"), "Relationship");
    let of_book = |entry: &&Attributes| entry.get("Type").is_some_and(|kind| kind.ends_with("/relationships/officeDocument"));
    let book = root.iter().rfind(of_book).and_then(|entry| entry.get("Target")).unwrap_or_default().trim_start_matches('/');
    let (folder, name) = book.split_at(book.rfind('/').map_or(0, |slash| slash + 1));
    (folder.to_owned(), name.to_owned())
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
