//! Names by id, from the sheets of a workbook that list applications and organisations beside the sheet that refers to them.

use std::collections::BTreeMap;

use crate::inventory::header::{self, Spelling};
use crate::inventory::layout::Holds;
use crate::inventory::{Field, Layouts};
use crate::sources::{Sheet, Value};

/// What ids of one workbook stand for.
#[derive(Debug, Default)]
pub struct Directory {
    names: BTreeMap<String, Box<str>>,
}

impl Directory {
    /// Looks through the sheets that hold no use. One sheet alone has nothing to look in.
    pub fn of(sheets: &[Sheet], layouts: &Layouts) -> Self {
        let mut directory = Self::default();
        for sheet in sheets.iter().filter(|sheet| sheets.len() > 1 && sheet.visible && has_ids(sheet)) {
            let lines = header::lines(sheet, &layouts.header_words);
            let supply = layouts.layouts.iter().filter(|layout| layout.is_particular() && layout.holds == Holds::NoUse);
            let found = supply.into_iter().find_map(|layout| header::find(&lines, layout, Spelling::Exact));
            let Some(header) = found else { continue };
            let (Some(id), Some(name)) = (header.columns.get(&Field::Id), header.columns.get(&Field::Name)) else { continue };
            for row in &sheet.rows[header.last + 1..] {
                let text = |column: &u32| row.get(*column).and_then(Value::text);
                if let (Some(id), Some(name)) = (text(id).filter(|id| is_id(id)), text(name).filter(|name| !name.is_empty())) {
                    directory.names.entry(id.to_lowercase()).or_insert_with(|| name.into());
                }
            }
        }
        directory
    }

    pub fn name(&self, id: &str) -> Option<&str> {
        self.names.get(&id.trim().to_lowercase()).map(AsRef::as_ref)
    }
}

/// Whether any cell holds such an id: few workbooks have one, and a header is dear to look for.
fn has_ids(sheet: &Sheet) -> bool {
    sheet.rows.iter().flat_map(|row| &row.cells).any(|(_, value)| value.text().is_some_and(is_id))
}

/// Whether a text is an id that means nothing to a person: `3f2b8c1e-4a5d-4c7b-9e21-0d6f5a4b3c2d`.
pub fn is_id(text: &str) -> bool {
    let text = text.trim();
    text.len() == 36
        && text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
        && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn ids_are_told_from_names() {
        assert!(is_id("3f2b8c1e-4a5d-4c7b-9e21-0d6f5a4b3c2d") && is_id(" 3F2B8C1E-4A5D-4C7B-9E21-0D6F5A4B3C2D "));
        for name in ["", "Suite", "3f2b8c1e-4a5d-4c7b-9e21", "3f2b8c1e-4a5d-4c7b-9e21-0d6f5a4b3c2x", "GM0664"] {
            assert!(!is_id(name), "{name}");
        }
    }
}
