//! `voortgang`: the demonstrable shares month by month, what is unknown, the potential, and the target.

mod labels;
mod plot;

use super::figures::{self, level_unknown};
use super::frame::{Heading, compose};
use super::table::{Row, Table};
use super::{Draft, title_without_figures};
use crate::measure::{Coverage, Measure};
use crate::report::Publication;
use crate::report::words::{ChartWords, Numerals, fill, month_name, target_name};

const HEIGHT: f64 = 370.0;

pub(super) fn draft(publication: &Publication) -> Draft {
    let words = ChartWords::of(publication.settings.lang);
    let heading =
        Heading { title: title(publication), subtitle: subtitle(publication), definition: words.progress_definition.to_owned() };
    Draft {
        name: "voortgang",
        kind: words.progress_kind,
        gist: gist(publication),
        table: table(publication, &heading),
        sketch: compose(publication, &heading, HEIGHT, |sketch, area| plot::draw(sketch, area, publication)),
        heading,
    }
}

fn title(publication: &Publication) -> String {
    let words = ChartWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let Some(nation) = figures::nation_with_systems(publication) else { return title_without_figures(publication) };
    let share = nation.share(Measure::CollectiveShare);
    let text = match level_unknown(nation) {
        Some(unknown) if unknown >= 1.0 => words.progress_title_nothing,
        Some(unknown) if unknown <= 0.0 => words.progress_title_exact,
        _ => words.progress_title,
    };
    fill(text, &[("lower", &numerals.whole(share.lower)), ("upper", &numerals.whole(share.upper))])
}

fn subtitle(publication: &Publication) -> String {
    let lang = publication.settings.lang;
    let words = ChartWords::of(lang);
    let first = publication.series.first().map_or(publication.month, |(month, _)| *month);
    let text = if first == publication.month { words.progress_subtitle_one } else { words.progress_subtitle };
    fill(text, &[("from", &month_name(first, lang)), ("to", &month_name(publication.month, lang))])
}

/// What the chart says of its last month.
fn gist(publication: &Publication) -> String {
    let lang = publication.settings.lang;
    let words = ChartWords::of(lang);
    let numerals = Numerals::new(&publication.settings);
    let target = fill(words.target, &[("target", &target_name(&publication.settings))]);
    let Some((month, coverage)) = publication.series.last() else { return words.no_figures.to_owned() };
    let (broad, strict) = (coverage.share(Measure::CollectiveShare), coverage.share(Measure::NationalShare));
    let potential = coverage.share(Measure::NonDistinguishingShare);
    let figures = fill(
        words.progress_alt,
        &[
            ("month", &month_name(*month, lang)),
            ("broad", &numerals.fine(broad.lower)),
            ("upper", &numerals.fine(broad.upper)),
            ("strict", &numerals.fine(strict.lower)),
            ("potential", &numerals.fine(potential.lower)),
            ("potential_upper", &numerals.fine(potential.upper)),
        ],
    );
    format!("{figures} {target}")
}

fn table(publication: &Publication, heading: &Heading) -> Table {
    let words = ChartWords::of(publication.settings.lang);
    let columns = [
        words.column_month,
        words.column_broad,
        words.column_broad_known,
        words.column_broad_upper,
        words.column_strict,
        words.column_strict_known,
        words.column_strict_upper,
        words.column_potential,
        words.column_potential_upper,
        words.systems,
        words.municipalities,
    ];
    Table {
        caption: heading.subtitle.clone(),
        columns: columns.map(str::to_owned).to_vec(),
        rows: publication
            .series
            .iter()
            .map(|(month, coverage)| Row::new(month_name(*month, publication.settings.lang), cells(coverage, publication)))
            .collect(),
    }
}

fn cells(coverage: &Coverage, publication: &Publication) -> Vec<String> {
    let numerals = Numerals::new(&publication.settings);
    let (broad, strict) = (coverage.share(Measure::CollectiveShare), coverage.share(Measure::NationalShare));
    let potential = coverage.share(Measure::NonDistinguishingShare);
    let shares =
        [broad.lower, broad.known, broad.upper, strict.lower, strict.known, strict.upper, potential.lower, potential.upper];
    let response = fill(
        ChartWords::of(publication.settings.lang).of,
        &[("n", &numerals.count(coverage.municipalities)), ("all", &numerals.count(coverage.municipalities_frame))],
    );
    shares.into_iter().map(|share| numerals.fine(share)).chain([numerals.count(coverage.units), response]).collect()
}
