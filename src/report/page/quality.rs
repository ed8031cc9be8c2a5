//! The quality statement as a section of the page.

use std::fmt::Write as _;

use super::{PageWords, escape, section, table};
use crate::report::Publication;
use crate::report::quality::statement;
use crate::report::words::QualityWords;

/// Writes the section.
pub fn write(page: &mut String, words: &PageWords, publication: &Publication) {
    let statement = statement(publication);
    section(page, "quality", QualityWords::of(publication.settings.lang).heading);
    let _ = writeln!(page, "<p>{}</p>", escape(&statement.summary.headline));
    for paragraph in &statement.summary.paragraphs {
        let _ = writeln!(page, "<h3>{}</h3>\n<p>{}</p>", escape(&paragraph.heading), escape(&paragraph.text));
    }
    table(page, words, &statement.classes);
    page.push_str("</section>\n");
}
