//! Whose inventory a sheet or file is, when its rows do not say: from the sheet's name, a title row, the file's name or folder.

use std::sync::Arc;

use crate::reference::Municipalities;
use crate::sources::Row;
use crate::terms::Month;

/// The municipality that a sheet is about, if exactly one is named.
pub fn of_sheet(municipalities: &Municipalities, month: Month, sheet: &str, titles: &[Row], file: &str) -> Option<Arc<str>> {
    let named = |text: &str| municipalities.named_as_such(text, month);
    let title = || titles.iter().flat_map(|row| &row.cells).filter_map(|(_, value)| value.text()).find_map(named);
    municipalities.find(sheet, month).or_else(|| named(sheet)).or_else(title).or_else(|| of_path(municipalities, month, file))
}

/// The one municipality named in a path; the name of the file goes before that of its folders.
fn of_path(municipalities: &Municipalities, month: Month, path: &str) -> Option<Arc<str>> {
    path.rsplit('/').find_map(|part| {
        let stem = part.rsplit_once('.').map_or(part, |(stem, _)| stem).replace('_', " ");
        municipalities.named_as_such(&stem, month).or_else(|| municipalities.named_anywhere(&stem, month))
    })
}
