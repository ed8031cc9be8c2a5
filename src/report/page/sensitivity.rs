//! The section on definitions: how far the headline moves when one of them is another.

use std::fmt::Write as _;

use super::{PageWords, section, table};
use crate::measure::{Reading, Sensitivity, Unit, Weight};
use crate::report::Publication;
use crate::report::charts::{Row, Table};
use crate::report::markup::escape;
use crate::report::words::{Numerals, SensitivityWords, fill, target_name};

/// One definition other than the method's: its name, and which reading, unit and weight it is.
type Change = (&'static str, Reading, Unit, Weight);

/// Writes the section; nothing when there is no figure to vary.
pub(super) fn write(page: &mut String, page_words: &PageWords, publication: &Publication) {
    let words = SensitivityWords::of(publication.settings.lang);
    let rows: Vec<Row> = changes(words).iter().filter_map(|change| row(publication, change)).collect();
    if rows.is_empty() {
        return;
    }
    section(page, "definitions", words.heading);
    for text in [words.lead.to_owned(), range(publication, words), words.caution.to_owned()] {
        _ = writeln!(page, "<p>{}</p>", escape(&text));
    }
    let columns =
        [words.column_definition, words.column_broad, words.column_strict, words.column_target].map(str::to_owned).to_vec();
    table(page, page_words, &Table { caption: words.caption.to_owned(), columns, rows });
    page.push_str("</section>\n");
}

/// The method's own definition, then others that differ from it in one thing, then the widest.
fn changes(words: &SensitivityWords) -> [Change; 8] {
    let own = Reading::default();
    let (systems, count) = (Unit::Systems, Weight::Count);
    let (built, contract) = (Reading { with_built: true, ..own }, Reading { with_contract: true, ..own });
    [
        (words.headline, own, systems, count),
        (words.cells, own, Unit::Cells, count),
        (words.cost, own, systems, Weight::Cost),
        (words.users, own, systems, Weight::Users),
        (words.built, built, systems, count),
        (words.contract, contract, systems, count),
        (words.uncertain, Reading { uncertain_as_unknown: true, ..own }, systems, count),
        (words.widest, Reading { with_contract: true, ..built }, systems, count),
    ]
}

fn row(publication: &Publication, (name, reading, unit, weight): &Change) -> Option<Row> {
    let words = SensitivityWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let of = |strict: bool| {
        publication.sensitivity.iter().find(|one| {
            let own = &one.definition;
            (own.reading, own.unit, own.weight) == (*reading, *unit, *weight)
                && own.strict == strict
                && own.exclusive == publication.settings.target.exclusive
        })
    };
    let bounds = |one: &Sensitivity| {
        let [lower, upper] = [one.share.lower, one.share.upper].map(|share| numerals.fine(share));
        let text = fill(words.bounds, &[("lower", &lower), ("upper", &upper)]);
        if one.share.lower.is_some() { text } else { words.not_available.to_owned() }
    };
    let (broad, strict) = (of(false)?, of(true)?);
    let reached = match broad.reached {
        None => words.not_available,
        Some([true, _]) => words.reached_yes,
        Some([false, true]) => words.reached_maybe,
        Some([false, false]) => words.reached_no,
    };
    Some(Row::new(*name, vec![bounds(broad), bounds(strict), reached.to_owned()]))
}

/// From the least to the greatest demonstrable share over all combinations, each line by itself.
fn range(publication: &Publication, words: &SensitivityWords) -> String {
    let numerals = Numerals::new(&publication.settings);
    let shares = |strict: bool| {
        let shares = publication.sensitivity.iter().filter(move |one| one.definition.strict == strict);
        shares.filter_map(|one| one.share.lower)
    };
    let [least, most, strict_least, strict_most] = [
        shares(false).min_by(f64::total_cmp),
        shares(false).max_by(f64::total_cmp),
        shares(true).min_by(f64::total_cmp),
        shares(true).max_by(f64::total_cmp),
    ]
    .map(|share| numerals.fine(share));
    let with_share = || publication.sensitivity.iter().filter(|one| one.reached.is_some());
    let reached = with_share().filter(|one| one.reached.is_some_and(|[lower, _]| lower)).count() as u64;
    fill(
        words.range,
        &[
            ("least", &least),
            ("most", &most),
            ("strict_least", &strict_least),
            ("strict_most", &strict_most),
            ("n", &numerals.count(reached)),
            ("all", &numerals.count(with_share().count() as u64)),
            ("target", &target_name(&publication.settings)),
        ],
    )
}
