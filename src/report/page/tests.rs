use super::*;
use crate::report::charts::draw_without_png;
use crate::report::made_up::{Case, publication};
use crate::report::summary::summary;
use crate::terms::Lang;

fn page(case: Case, lang: Lang) -> String {
    let publication = publication(case, lang);
    html(&publication, &draw_without_png(&publication).unwrap(), &summary(&publication))
}

#[test]
fn the_page_stands_alone_and_can_be_walked_by_headings() {
    let page = page(Case::ThreeMonths, Lang::Nl);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"));
    assert_eq!(page.matches("<h1>").count(), 1);
    assert_eq!(
        [page.matches("<figure ").count(), page.matches("<figcaption>").count(), page.matches("<table>").count()],
        [4, 4, 5],
        "and a table of the response by size"
    );
    assert_eq!(page.matches("role=\"img\"").count(), 4);
    assert!(page.contains("class=\"skip\" href=\"#main\"") && page.contains("<main id=\"main\">"));
    for outside in ["<script", "<link", "src=", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(!page.contains("NaN"));
}

#[test]
fn every_link_within_the_page_has_its_place() {
    let page = page(Case::OneMonth, Lang::En);
    for link in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert_eq!(page.matches(&format!(" id=\"{link}\"")).count(), 1, "{link}");
    }
}

#[test]
fn only_made_up_figures_carry_the_warning() {
    assert!(page(Case::Nothing, Lang::Nl).contains("<p class=\"warning\">Synthetische voorbeeldgegevens"));
    assert!(!page(Case::FullResponse, Lang::Nl).contains("class=\"warning\""));
}
