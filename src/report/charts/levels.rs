//! `niveaus-per-provincie`: how the systems of each province are spread over the ladder, the nation on top.
//!
//! In order of province code: provinces are not ranked (R37).

use super::figures::{self, Region, level_unknown, part, why_absent};
use super::frame::{Heading, SMALL, STRONG, compose};
use super::ink::{EDGE, PAPER, TEXT, of_level, readable_on};
use super::key::{self, Entry, Ground};
use super::sketch::{Anchor, Area, Sketch, Type};
use super::table::{Row, Table};
use super::{Draft, title_without_figures};
use crate::measure::{Coverage, Measure};
use crate::report::Publication;
use crate::report::font;
use crate::report::words::{ChartWords, Numerals, fill, level_name, listing, month_name};
use crate::terms::Level;

const ROW: f64 = 36.0;
const BAR: f64 = 28.0;
/// Between the nation and the provinces.
const GAP: f64 = 10.0;
const NAME_ROOM: f64 = 124.0;
const SUM_ROOM: f64 = 84.0;
/// For the names of the columns right of the bars.
const HEAD: f64 = 26.0;
const VALUE: Type = Type { size: 17.0, bold: false, ink: TEXT };

pub(super) fn draft(publication: &Publication) -> Draft {
    let lang = publication.settings.lang;
    let words = ChartWords::of(lang);
    let heading = Heading {
        title: title(publication),
        subtitle: fill(words.levels_subtitle, &[("month", &month_name(publication.month, lang))]),
        definition: words.levels_definition.to_owned(),
    };
    let rows = rows(publication);
    let height = key::height(&entries(publication), super::frame::WIDTH - 2.0 * super::frame::MARGIN) + HEAD + below(rows.len());
    Draft {
        name: "niveaus-per-provincie",
        kind: words.levels_kind,
        gist: gist(publication),
        table: table(publication, &rows, &heading),
        sketch: compose(publication, &heading, height, |sketch, area| draw(sketch, area, publication, &rows)),
        heading,
    }
}

/// The height of so many rows, the nation's apart.
#[expect(clippy::cast_precision_loss, reason = "some dozens of rows")]
const fn below(rows: usize) -> f64 {
    ROW * rows as f64 + GAP
}

/// The nation, then the provinces.
fn rows(publication: &Publication) -> Vec<Region<'_>> {
    let nation = Region { name: ChartWords::of(publication.settings.lang).nation, ..figures::whole_nation(publication, None) };
    [nation].into_iter().chain(figures::provinces(publication, None)).collect()
}

/// The room for the counts, as wide as the name above them.
fn count_room(words: &ChartWords) -> f64 {
    font::width(words.levels_response, SMALL.size, false) + 16.0
}

fn entries(publication: &Publication) -> [Entry<'static>; 5] {
    Level::ALL.map(|level| Entry {
        ground: ground(level),
        name: level_name(level, publication.settings.lang),
        first: level == Level::Decentraal,
    })
}

const fn ground(level: Level) -> Ground {
    match level {
        Level::Onbekend => Ground::Hatched,
        known => Ground::Shade(of_level(known)),
    }
}

fn draw(sketch: &mut Sketch, area: Area, publication: &Publication, rows: &[Region]) {
    let entries = entries(publication);
    key::draw(sketch, &entries, area);
    let top = area.top + key::height(&entries, area.width) + HEAD;
    let words = ChartWords::of(publication.settings.lang);
    sketch.text(words.levels_sum, (area.right() - count_room(words), top - 8.0), Anchor::End, SMALL);
    sketch.text(words.levels_response, (area.right(), top - 8.0), Anchor::End, SMALL);
    for (index, region) in rows.iter().enumerate() {
        let y = top + below(index) - if index == 0 { GAP } else { 0.0 };
        draw_row(sketch, Area::new(area.left, y, area.width, BAR), region, publication);
    }
}

fn draw_row(sketch: &mut Sketch, area: Area, region: &Region, publication: &Publication) {
    let words = ChartWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let style = Type { bold: region.code == "NL", ..VALUE };
    let middle = area.middle().1;
    sketch.centred(region.name, (area.left, middle), Anchor::Start, style);
    let (n, all) = region.response(&numerals);
    let response = format!("{n}/{all}");
    sketch.centred(response, (area.right(), middle), Anchor::End, SMALL);
    let bar = Area::new(area.left + NAME_ROOM, area.top, area.width - NAME_ROOM - SUM_ROOM - count_room(words), area.height);
    match region.coverage.filter(|coverage| coverage.weights.total() > 0) {
        Some(coverage) => {
            draw_bar(sketch, bar, coverage, numerals);
            let sum = numerals.whole(coverage.share(Measure::CollectiveShare).lower);
            sketch.centred(sum, (area.right() - count_room(words), middle), Anchor::End, STRONG);
        }
        None => sketch.centred(
            why_absent(region, publication.settings.lang),
            (bar.left + 6.0, middle),
            Anchor::Start,
            Type { ink: EDGE, ..VALUE },
        ),
    }
}

fn draw_bar(sketch: &mut Sketch, bar: Area, coverage: &Coverage, numerals: Numerals) {
    let total = coverage.weights.total();
    let mut before = 0;
    for level in Level::ALL {
        let weight = coverage.weights.level(level);
        let (Some(start), Some(end)) = (part(before, total), part(before + weight, total)) else { return };
        before += weight;
        let piece = Area::new(bar.width.mul_add(start, bar.left), bar.top, bar.width * (end - start), bar.height);
        if weight > 0 {
            key::surface(sketch, piece, ground(level));
            value(sketch, piece, &numerals.whole(part(weight, total)), level);
        }
    }
}

/// The share in its piece of the bar, where it fits.
fn value(sketch: &mut Sketch, piece: Area, text: &str, level: Level) {
    let width = font::width(text, VALUE.size, false);
    if width + 6.0 > piece.width {
        return;
    }
    let (x, y) = piece.middle();
    if level == Level::Onbekend {
        sketch.block(Area::new(x - width / 2.0 - 2.0, y - 10.0, width + 4.0, 20.0), PAPER);
    }
    sketch.centred(text, (x, y), Anchor::Middle, Type { ink: readable_on(of_level(level)), ..VALUE });
}

fn title(publication: &Publication) -> String {
    let words = ChartWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let Some(nation) = figures::nation_with_systems(publication) else { return title_without_figures(publication) };
    if let Some(unknown) = level_unknown(nation).filter(|unknown| *unknown > 0.5) {
        return fill(words.levels_title_unknown, &[("share", &numerals.whole(Some(unknown)))]);
    }
    let shares = figures::province_shares(publication, Measure::CollectiveShare);
    let (least, most) = figures::ends(&shares);
    let (least, most) = (numerals.whole(least), numerals.whole(most));
    match shares.as_slice() {
        [] => fill(words.progress_title_exact, &[("lower", &numerals.whole(nation.share(Measure::CollectiveShare).lower))]),
        [(region, _)] => fill(words.levels_title_one, &[("province", region.name), ("share", &least)]),
        _ if least == most => fill(words.levels_title_same, &[("share", &least)]),
        _ => fill(words.levels_title, &[("least", &least), ("most", &most)]),
    }
}

fn gist(publication: &Publication) -> String {
    let lang = publication.settings.lang;
    let words = ChartWords::of(lang);
    let numerals = Numerals::new(&publication.settings);
    let Some(nation) = figures::nation_with_systems(publication) else { return words.no_figures.to_owned() };
    let share = |level: Level| numerals.whole(part(nation.weights.level(level), nation.weights.total()));
    let levels: Vec<String> =
        Level::ALL.map(|level| format!("{} {}", level_name(level, lang).to_lowercase(), share(level))).to_vec();
    let mut text = fill(words.levels_alt, &[("figures", &listing(&levels, lang))]);
    let absent = figures::not_public(publication);
    if !absent.is_empty() {
        text.push(' ');
        text.push_str(&fill(words.levels_alt_absent, &[("provinces", &listing(&absent, lang))]));
    }
    text
}

fn table(publication: &Publication, rows: &[Region], heading: &Heading) -> Table {
    let lang = publication.settings.lang;
    let words = ChartWords::of(lang);
    let levels = Level::ALL.map(|level| format!("{} (%)", level_name(level, lang)));
    let last = [words.column_collective, words.systems, words.municipalities].map(str::to_owned);
    Table {
        caption: heading.subtitle.clone(),
        columns: [words.column_province.to_owned()].into_iter().chain(levels).chain(last).collect(),
        rows: rows.iter().map(|region| Row::new(region.name, cells(region, publication))).collect(),
    }
}

fn cells(region: &Region, publication: &Publication) -> Vec<String> {
    let words = ChartWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let (n, all) = region.response(&numerals);
    let response = fill(words.of, &[("n", &n), ("all", &all)]);
    let Some(coverage) = region.coverage else {
        return vec![why_absent(region, publication.settings.lang).to_owned(); 7].into_iter().chain([response]).collect();
    };
    let total = coverage.weights.total();
    let levels = Level::ALL.map(|level| numerals.fine(part(coverage.weights.level(level), total)));
    let collective = numerals.fine(coverage.share(Measure::CollectiveShare).lower);
    levels.into_iter().chain([collective, numerals.count(coverage.units), response]).collect()
}
