//! `index.html`: summary, charts with their tables, and links to the data, in one file that needs no other.
//!
//! Made for everybody: headings in order, a skip link, a text and a table for every picture, no script, nothing by colour alone
//! (EN 301 549 chapter 9, WCAG 2.1 AA).

mod quality;
mod sensitivity;

use std::fmt::Write as _;

use super::charts::{Chart, Table};
use super::markup::escape;
use super::summary::Summary;
use super::words::{PageWords, QualityWords, SensitivityWords, fill, month_name, target_name};
use super::{Publication, Tier};

const STYLE: &str = include_str!("style.css");
/// The folder of the pictures, relative to the page.
pub const CHARTS_FOLDER: &str = "charts";

/// The page of a month.
#[must_use]
pub fn html(publication: &Publication, charts: &[Chart], summary: &Summary) -> String {
    let lang = publication.settings.lang;
    let words = PageWords::of(lang);
    let title = fill(words.title, &[("month", &month_name(publication.month, lang))]);
    let warning = summary.warning.as_ref().map_or(String::new(), |text| format!("<p class=\"warning\">{}</p>\n", escape(text)));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">{}</a>\n{warning}<header>\n<h1>{}</h1>\n</header>\n<main id=\"main\">\n",
        lang.tag(),
        escape(&title),
        escape(words.skip),
        escape(&title),
    );
    contents(&mut page, words, charts, publication);
    summary_section(&mut page, words, summary);
    section(&mut page, "charts", words.charts);
    for chart in charts {
        figure(&mut page, words, chart);
    }
    page.push_str("</section>\n");
    sensitivity::write(&mut page, words, publication);
    quality::write(&mut page, words, publication);
    data(&mut page, words);
    about(&mut page, words, publication);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn section(page: &mut String, id: &str, heading: &str) {
    let _ = write!(page, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n", escape(heading));
}

fn contents(page: &mut String, words: &PageWords, charts: &[Chart], publication: &Publication) {
    let _ = write!(
        page,
        "<nav aria-label=\"{}\">\n<ul>\n<li><a href=\"#summary\">{}</a></li>\n",
        escape(words.contents),
        escape(words.summary)
    );
    for chart in charts {
        let _ = writeln!(page, "<li><a href=\"#{}\">{}</a></li>", chart.name, escape(&chart.title));
    }
    if !publication.sensitivity.is_empty() {
        let heading = SensitivityWords::of(publication.settings.lang).heading;
        let _ = writeln!(page, "<li><a href=\"#definitions\">{}</a></li>", escape(heading));
    }
    let _ = write!(
        page,
        "<li><a href=\"#quality\">{}</a></li>\n<li><a href=\"#data\">{}</a></li>\n<li><a href=\"#about\">{}</a></li>\n</ul>\n</nav>\n",
        escape(QualityWords::of(publication.settings.lang).heading),
        escape(words.data),
        escape(words.about)
    );
}

fn summary_section(page: &mut String, words: &PageWords, summary: &Summary) {
    section(page, "summary", words.summary);
    let _ = writeln!(page, "<p class=\"headline\">{}</p>", escape(&summary.headline));
    for paragraph in &summary.paragraphs {
        let _ = writeln!(page, "<h3>{}</h3>\n<p>{}</p>", escape(&paragraph.heading), escape(&paragraph.text));
    }
    page.push_str("</section>\n");
}

fn figure(page: &mut String, words: &PageWords, chart: &Chart) {
    let Chart { name, title, alt, svg, .. } = chart;
    // The picture shows its title itself; the heading is for those who move from heading to heading.
    let _ = write!(page, "<h3 class=\"heard\">{}</h3>\n<figure id=\"{name}\">\n{svg}", escape(title));
    let _ = writeln!(page, "<figcaption>{}</figcaption>", escape(alt));
    let _ = write!(page, "<details>\n<summary>{}</summary>\n", escape(words.show_table));
    table(page, words, &chart.table);
    let _ = writeln!(
        page,
        "</details>\n<p class=\"download\">{} <a href=\"{CHARTS_FOLDER}/{name}.svg\">{name}.svg</a>, \
         <a href=\"{CHARTS_FOLDER}/{name}.png\">{name}.png</a></p>\n</figure>",
        escape(words.download),
    );
}

/// A wide table scrolls in its own box, which the keyboard can reach.
fn table(page: &mut String, words: &PageWords, table: &Table) {
    let caption = escape(&table.caption);
    let label = escape(&fill(words.scroll, &[("caption", &table.caption)]));
    let _ = write!(
        page,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n<table>\n<caption>{caption}</caption>\n<thead>\n<tr>"
    );
    for column in &table.columns {
        let _ = write!(page, "<th scope=\"col\">{}</th>", escape(column));
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        let _ = write!(page, "<tr><th scope=\"row\">{}</th>", escape(&row.name));
        for cell in &row.cells {
            let _ = write!(page, "<td>{}</td>", escape(cell));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}

fn data(page: &mut String, words: &PageWords) {
    section(page, "data", words.data);
    let _ = write!(page, "<p>{}</p>\n<ul class=\"files\">\n", escape(words.data_text));
    for (table, about) in [("coverage", words.data_coverage), ("sensitivity", words.data_sensitivity)] {
        let (copy, file) = (Tier::Public.file(&format!("{table}.csv")), Tier::Public.path(table));
        let _ = writeln!(
            page,
            "<li><a href=\"{copy}\">{table}.csv</a>, <a href=\"{file}\">{table}.parquet</a>: {}</li>",
            escape(about)
        );
    }
    page.push_str("</ul>\n</section>\n");
}

fn about(page: &mut String, words: &PageWords, publication: &Publication) {
    section(page, "about", words.about);
    let settings = &publication.settings;
    let facts = [
        (words.month, month_name(publication.month, settings.lang)),
        (words.target, target_name(settings)),
        (words.fingerprint, publication.fingerprint.clone()),
        (words.version, publication.version.clone()),
    ];
    page.push_str("<dl>\n");
    for (name, value) in facts {
        let _ = writeln!(page, "<dt>{}</dt><dd>{}</dd>", escape(name), escape(&value));
    }
    page.push_str("</dl>\n</section>\n");
}

#[cfg(test)]
mod tests;
