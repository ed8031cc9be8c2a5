//! The quality statement as a section of the page.

use std::fmt::Write as _;

use super::{PageWords, escape, section, table};
use crate::report::Publication;
use crate::report::quality::statement;
use crate::report::summary::{Paragraph, Summary};
use crate::report::words::QualityWords;

/// Writes the section.
pub fn write(page: &mut String, words: &PageWords, publication: &Publication) {
    let Summary { headline, paragraphs, .. } = statement(publication);
    section(page, "quality", QualityWords::of(publication.settings.lang).heading);
    let _ = writeln!(page, "<p>{}</p>", escape(&headline));
    for Paragraph { heading, text, table: own } in &paragraphs {
        if !text.is_empty() {
            let _ = writeln!(page, "<h3>{}</h3>\n<p>{}</p>", escape(heading), escape(text));
        }
        // Its caption is its heading.
        if let Some(own) = own {
            table(page, words, own);
        }
    }
    page.push_str("</section>\n");
}
