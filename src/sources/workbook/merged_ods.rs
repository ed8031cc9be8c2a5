//! The merged cells of an open document: a cell says over how many rows and columns it spans. Rows and cells may stand for
//! many of their kind, so they have to be counted.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::merged::MAX_REGIONS;
use crate::sources::Region;
use crate::terms::CellRef;

/// The regions of each table, by its name, up to where the text is no XML any more.
pub fn merged_regions(bytes: &[u8]) -> BTreeMap<String, Vec<Region>> {
    let mut walk = Walk::default();
    if let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes))
        && let Ok(part) = archive.by_name("content.xml")
    {
        walk.over(BufReader::new(part));
    }
    walk.tables
}

#[derive(Default)]
struct Walk {
    tables: BTreeMap<String, Vec<Region>>,
    table: String,
    row: u32,
    /// How many rows the present one stands for.
    rows: u32,
    column: u32,
}

impl Walk {
    fn over(&mut self, content: impl std::io::BufRead) {
        let mut reader = Reader::from_reader(content);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.expand_empty_elements = true;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => self.start(&element),
                Ok(Event::End(element)) if element.local_name().as_ref() == "table-row" => {
                    self.row = self.row.saturating_add(self.rows);
                }
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "table" => {
                self.table = attribute(element, "table:name").unwrap_or_default();
                self.row = 0;
            }
            "table-row" => {
                self.rows = number(element, "table:number-rows-repeated");
                self.column = 0;
            }
            "table-cell" => {
                self.span(number(element, "table:number-rows-spanned"), number(element, "table:number-columns-spanned"));
                self.column = self.column.saturating_add(number(element, "table:number-columns-repeated"));
            }
            "covered-table-cell" => {
                self.column = self.column.saturating_add(number(element, "table:number-columns-repeated"));
            }
            _ => {}
        }
    }

    fn span(&mut self, rows: u32, columns: u32) {
        let regions = self.tables.entry(self.table.clone()).or_default();
        if (rows, columns) != (1, 1) && regions.len() < MAX_REGIONS {
            let last = CellRef::new(self.row.saturating_add(rows - 1), self.column.saturating_add(columns - 1));
            regions.push(Region::between(CellRef::new(self.row, self.column), last));
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// A count of at least one.
fn number(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}
