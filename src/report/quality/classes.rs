//! Response by size class of the nation, as a table: of a class that is suppressed only how many municipalities it has.

use std::collections::BTreeMap;

use crate::measure::{Group, SIZE_SCHEME, Unit};
use crate::report::Publication;
use crate::report::charts::figures::part;
use crate::report::charts::{Row, Table};
use crate::report::summary::Paragraph;
use crate::report::words::{Numerals, QualityWords, size_class_name};

/// Response by size class of the nation, as far as it is public; absent when the nation has none.
pub fn classes(publication: &Publication) -> Option<Paragraph> {
    let words = QualityWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let sized = |group: &Group| {
        group.size.as_ref().filter(|size| size.scheme == SIZE_SCHEME && group.is_of_nation()).map(|size| size.class)
    };
    let mut rows: BTreeMap<u8, Row> = BTreeMap::new();
    for line in publication.coverage.iter().filter(|line| line.unit == Unit::Systems) {
        let Some(class) = sized(&line.group) else { continue };
        let (n, all) = (line.municipalities, line.municipalities_frame);
        let cells = vec![numerals.count(n), numerals.count(all), numerals.fine(part(all - n, all))];
        rows.insert(class, Row::new(size_class_name(class), cells));
    }
    for line in publication.withheld.iter().filter(|line| line.unit == Unit::Systems) {
        let Some(class) = sized(&line.group) else { continue };
        let hidden = || words.not_public.to_owned();
        let cells = vec![hidden(), numerals.count(line.municipalities_frame), hidden()];
        rows.insert(class, Row::new(size_class_name(class), cells));
    }
    let columns = [words.class, words.class_n, words.class_frame, words.class_none].map(str::to_owned).into();
    let heading = words.classes.to_owned();
    let table = Table { caption: heading.clone(), columns, rows: rows.into_values().collect() };
    (!table.rows.is_empty()).then(|| Paragraph { heading, text: String::new(), table: Some(table) })
}
