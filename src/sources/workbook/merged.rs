//! The merged cells of a sheet in XML, which stand behind its cells.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::sources::Region;
use crate::terms::CellRef;

/// The most regions that are kept of one sheet.
pub const MAX_REGIONS: usize = 100_000;

/// The regions listed in what stands behind the cells, up to where the text is no XML any more.
pub fn merged_regions(behind_cells: &[u8]) -> Vec<Region> {
    let mut reader = Reader::from_reader(behind_cells);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut regions = Vec::new();
    let mut buffer = Vec::new();
    while regions.len() < MAX_REGIONS {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) if element.local_name().as_ref() == "mergeCell" => {
                regions.extend(region(&element));
            }
            Ok(Event::End(element)) if element.local_name().as_ref() == "mergeCells" => break,
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    regions
}

fn region(element: &BytesStart<'_>) -> Option<Region> {
    let reference = element.try_get_attribute("ref").ok()??;
    let (first, last) = reference.value.split_once(':').unwrap_or((&reference.value, &reference.value));
    Some(Region::between(CellRef::parse(first)?, CellRef::parse(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_read_whatever_stands_around_them() {
        let shown = |xml: &str| merged_regions(xml.as_bytes()).iter().map(ToString::to_string).collect::<Vec<_>>();
        for (xml, regions) in [
            (
                r#"<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="D5:D9"/></mergeCells></worksheet>"#,
                vec!["A1:C2", "D5:D9"],
            ),
            ("<x:pageMargins/><x:mergeCells><x:mergeCell ref='C2:A1'></x:mergeCell></x:mergeCells>", vec!["A1:C2"]),
            (r#"<!-- <mergeCell ref="A1:B1"/> --><dataValidations/></worksheet>"#, vec![]),
            (r#"<mergeCell ref="B2"/><mergeCell ref="A0:B"/><mergeCell/><mergeCell ref="A1:"#, vec!["B2:B2"]),
            ("", vec![]),
        ] {
            assert_eq!(shown(xml), regions, "{xml}");
        }
    }
}
