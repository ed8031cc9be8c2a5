//! Every chart of every made-up publication: nothing overlaps or sticks out, the markup is sound, and the words fit the figures.

use super::sketch::Area;
use super::*;
use crate::report::made_up::{Case, publication};
use crate::terms::Lang;

fn all() -> impl Iterator<Item = (String, Publication)> {
    let languages = [Lang::Nl, Lang::En];
    Case::ALL.into_iter().flat_map(move |case| languages.map(|lang| (format!("{case:?} {}", lang.tag()), publication(case, lang))))
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.left < other.right() && other.left < one.right() && one.top < other.bottom() && other.top < one.bottom()
}

#[test]
fn texts_stay_inside_and_apart() {
    for (case, publication) in all() {
        for draft in drafts(&publication) {
            let texts: Vec<(&str, Area)> = draft.sketch.text_areas().collect();
            for (index, (text, area)) in texts.iter().enumerate() {
                let inside = area.left >= 4.0 && area.right() <= draft.sketch.width - 4.0 && area.top >= 0.0;
                assert!(inside && area.bottom() <= draft.sketch.height, "{case}, {}: '{text}' sticks out: {area:?}", draft.name);
                for (other, place) in &texts[index + 1..] {
                    assert!(!overlap(area, place), "{case}, {}: '{text}' is over '{other}'", draft.name);
                }
            }
        }
    }
}

/// A pass over the tags: every one that opens closes, and nothing that markup forbids is left in the text.
fn assert_sound(xml: &str) {
    let mut open = Vec::new();
    let mut rest = xml;
    while let Some((text, after)) = rest.split_once('<') {
        assert!(text.split('&').skip(1).all(|entity| entity.contains(';')), "{text}");
        let (tag, behind) = after.split_once('>').expect("a tag ends");
        match (tag.strip_prefix('/'), tag.ends_with('/')) {
            (Some(name), _) => assert_eq!(open.pop(), Some(name), "{tag}"),
            (None, false) => open.push(tag.split_whitespace().next().unwrap_or_default()),
            (None, true) => {}
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        rest = behind;
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn pictures_are_described_and_well_formed() {
    let mut odd = publication(Case::ThreeMonths, Lang::Nl);
    for coverage in &mut odd.coverage {
        coverage.group.name = coverage.group.name.replace("Zeeland", "<Z> & \"o\"\u{1}");
    }
    for chart in draw_without_png(&odd).unwrap() {
        assert_sound(&chart.svg);
        assert!(chart.svg.contains("role=\"img\"") && chart.svg.contains("lang=\"nl\""));
        assert!(chart.svg.contains("<title id=") && chart.svg.contains("<desc id="));
        assert!(!chart.svg.contains("NaN") && !chart.svg.contains('\u{1}'));
        assert!(chart.alt.contains(chart.title.trim_end_matches('.')), "{}", chart.alt);
    }
}

#[test]
fn the_same_figures_give_the_same_bytes() {
    let publication = publication(Case::OneMonth, Lang::En);
    for (one, other) in draw_without_png(&publication).unwrap().into_iter().zip(draw_without_png(&publication).unwrap()) {
        assert!(one.svg == other.svg, "{}", one.name);
    }
    let png = || paint::png(&drafts(&publication)[0].sketch).unwrap();
    let first = png();
    assert!(first.starts_with(b"\x89PNG") && first == png());
}

#[test]
fn made_up_figures_say_so_in_every_picture_and_description() {
    for (case, publication) in all() {
        for draft in drafts(&publication) {
            let warned = draft.sketch.text_areas().any(|(text, _)| text.starts_with("Synthe"));
            assert_eq!(warned, publication.synthetic, "{case}, {}", draft.name);
        }
    }
}

#[test]
fn every_table_row_has_a_cell_under_every_heading() {
    for (case, publication) in all() {
        for draft in drafts(&publication) {
            for row in &draft.table.rows {
                assert_eq!(row.cells.len() + 1, draft.table.columns.len(), "{case}, {}, {}", draft.name, row.name);
                assert!(row.cells.iter().all(|cell| !cell.contains("NaN")), "{case}, {row:?}");
            }
        }
    }
}

#[test]
fn a_province_without_inventories_has_no_share_at_all() {
    let publication = publication(Case::ThreeMonths, Lang::Nl);
    let levels = &drafts(&publication)[1];
    let row = levels.table.rows.iter().find(|row| row.name == "Limburg").unwrap();
    assert!(row.cells[..7].iter().all(|cell| cell == "geen inventaris"), "{row:?}");
    assert!(row.cells[7].starts_with("0 van "), "{row:?}");
}

#[test]
fn titles_are_conclusions() {
    let titles = |case| drafts(&publication(case, Lang::Nl)).map(|draft| draft.heading.title);
    for title in titles(Case::Nothing) {
        assert_eq!(title, "Over november 2026 is nog niets te zeggen: geen gemeente leverde een inventaris");
    }
    assert_eq!(titles(Case::AllUnknown)[1], "Van 88% van de systemen is nog onbekend op welk niveau ze georganiseerd zijn");
    assert!(titles(Case::FullResponse)[2].starts_with("In 76 van de 76 groepen"), "{:?}", titles(Case::FullResponse));
}
