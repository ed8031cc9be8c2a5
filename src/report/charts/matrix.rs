//! `niveau-onderscheidend`: where the systems are by level and by whether they distinguish; the room for change in one cell.

use super::figures::{self, part};
use super::frame::{Heading, LABEL, SMALL, STRONG, compose};
use super::ink::{BROAD, EDGE, QUIET, TEXT};
use super::key::{self, Ground};
use super::sketch::{Anchor, Area, Sketch, Stroke, Type};
use super::table::{Row, Table};
use super::{Draft, title_without_figures};
use crate::measure::{Contingency, Coverage, Measure};
use crate::report::Publication;
use crate::report::charts::wrap::wrap;
use crate::report::words::{ChartWords, Numerals, distinguishing_name, fill, level_name, month_name};
use crate::terms::{Distinguishing, Level};

const HEAD: f64 = 48.0;
/// Between lines of a name.
const LINE: f64 = 20.0;
const ROW: f64 = 62.0;
const NAME_ROOM: f64 = 136.0;
const NAME: Type = Type { ink: TEXT, size: 17.0, ..SMALL };

/// The rows and columns of the picture: each value, then all of them.
fn rows() -> impl Iterator<Item = Option<Level>> {
    Level::ALL.into_iter().map(Some).chain([None])
}

fn columns() -> impl Iterator<Item = Option<Distinguishing>> {
    Distinguishing::ALL.into_iter().map(Some).chain([None])
}

fn weight(weights: &Contingency, level: Option<Level>, distinguishing: Option<Distinguishing>) -> u64 {
    weights.sum(|value| level.is_none_or(|level| level == value), |value| distinguishing.is_none_or(|wanted| wanted == value))
}

pub(super) fn draft(publication: &Publication) -> Draft {
    let lang = publication.settings.lang;
    let words = ChartWords::of(lang);
    let heading = Heading {
        title: title(publication),
        subtitle: fill(words.matrix_subtitle, &[("month", &month_name(publication.month, lang))]),
        definition: words.matrix_definition.to_owned(),
    };
    Draft {
        name: "niveau-onderscheidend",
        kind: words.matrix_kind,
        gist: gist(publication),
        table: table(publication, &heading),
        sketch: compose(publication, &heading, 6.0_f64.mul_add(ROW, HEAD), |sketch, area| draw(sketch, area, publication)),
        heading,
    }
}

fn title(publication: &Publication) -> String {
    let words = ChartWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let Some(nation) = figures::nation_with_systems(publication) else { return title_without_figures(publication) };
    let (weights, total) = (&nation.weights, nation.weights.total());
    let known = weights.sum(|level| level != Level::Onbekend, |value| value != Distinguishing::Onbekend);
    if let Some(unknown) = part(total - known, total).filter(|unknown| *unknown > 0.5) {
        return fill(words.matrix_title_unknown, &[("share", &numerals.whole(Some(unknown)))]);
    }
    let room = part(weights.at(Level::Decentraal, Distinguishing::NietOnderscheidend), total);
    fill(words.matrix_title, &[("share", &numerals.whole(room))])
}

fn gist(publication: &Publication) -> String {
    let words = ChartWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let Some(nation) = figures::nation_with_systems(publication) else { return words.no_figures.to_owned() };
    fill(
        words.matrix_alt,
        &[
            ("potential", &numerals.fine(nation.share(Measure::NonDistinguishingShare).lower)),
            ("converted", &numerals.fine(nation.share(Measure::Conversion).lower)),
            ("unknown", &numerals.fine(figures::level_unknown(nation))),
        ],
    )
}

fn draw(sketch: &mut Sketch, area: Area, publication: &Publication) {
    let lang = publication.settings.lang;
    let words = ChartWords::of(lang);
    let Some(nation) = figures::nation_with_systems(publication) else {
        return sketch.centred(words.no_figures, area.middle(), Anchor::Middle, LABEL);
    };
    for (index, column) in columns().enumerate() {
        let name = column.map_or(words.total, |value| distinguishing_name(value, lang));
        let above = cell(area, 0, index);
        let head = Area::new(above.left, area.top, above.width, HEAD - 4.0);
        draw_name(sketch, name, head, head.left + 6.0, column.is_none());
    }
    for (row, level) in rows().enumerate() {
        let name = level.map_or(words.total, |level| level_name(level, lang));
        draw_name(sketch, name, cell(area, row, 0), area.left, level.is_none());
        for (index, column) in columns().enumerate() {
            draw_cell(sketch, cell(area, row, index), nation, (level, column), publication);
        }
    }
    let room = cell(area, Level::Decentraal as usize, Distinguishing::NietOnderscheidend as usize);
    sketch.outline(Area::new(room.left, room.top + 3.0, room.width - 6.0, room.height - 6.0), 2.5, TEXT);
    let divide = cell(area, 5, 0).top;
    sketch.line((area.left, divide), (area.right(), divide), Stroke { width: 2.0, ink: QUIET, dash: None });
}

fn draw_name(sketch: &mut Sketch, name: &str, beside: Area, left: f64, bold: bool) {
    let parts = wrap(name, NAME_ROOM - 10.0, NAME.size, bold);
    let mut y = beside.middle().1 - LINE / 2.0 * (f64::from(u8::try_from(parts.len()).unwrap_or(1)) - 1.0);
    for part in parts {
        sketch.centred(part, (left, y), Anchor::Start, Type { bold, ..NAME });
        y += LINE;
    }
}

#[expect(clippy::cast_precision_loss, reason = "six rows of four")]
fn cell(area: Area, row: usize, column: usize) -> Area {
    let width = (area.width - NAME_ROOM) / 4.0;
    let (left, top) = (area.left + NAME_ROOM, area.top + HEAD);
    Area::new(width.mul_add(column as f64, left), ROW.mul_add(row as f64, top), width, ROW)
}

fn draw_cell(
    sketch: &mut Sketch,
    area: Area,
    nation: &Coverage,
    (level, column): (Option<Level>, Option<Distinguishing>),
    publication: &Publication,
) {
    let numerals = Numerals::new(&publication.settings);
    let number = weight(&nation.weights, level, column);
    let share = part(number, nation.weights.total());
    let room = area.width - 18.0;
    sketch.line((area.left, area.top), (area.right(), area.top), Stroke { width: 1.0, ink: super::ink::GRID, dash: None });
    let y = area.top + 19.0;
    let style = if level.is_none() || column.is_none() { STRONG } else { LABEL };
    sketch.centred(numerals.whole(share), (area.left + 6.0, y), Anchor::Start, style);
    sketch.centred(numerals.count(number), (area.left + 6.0 + room, y), Anchor::End, SMALL);
    let bar = Area::new(area.left + 6.0, area.top + 35.0, room * share.unwrap_or(0.0), 16.0);
    if number > 0 && level.is_some() && column.is_some() {
        let unknown = level == Some(Level::Onbekend) || column == Some(Distinguishing::Onbekend);
        key::surface(sketch, bar, if unknown { Ground::Hatched } else { Ground::Shade(BROAD) });
    } else if number > 0 {
        key::surface(sketch, bar, Ground::Shade(EDGE));
    }
}

fn table(publication: &Publication, heading: &Heading) -> Table {
    let lang = publication.settings.lang;
    let words = ChartWords::of(lang);
    let names = columns().map(|column| column.map_or(words.total, |value| distinguishing_name(value, lang)).to_owned());
    let nation = figures::nation_with_systems(publication);
    let row = |level: Option<Level>| {
        let cells = columns().map(|column| in_words(nation, level, column, publication)).collect();
        Row::new(level.map_or(words.total, |level| level_name(level, lang)), cells)
    };
    Table {
        caption: heading.subtitle.clone(),
        columns: [words.column_level.to_owned()].into_iter().chain(names).collect(),
        rows: rows().map(row).collect(),
    }
}

fn in_words(nation: Option<&Coverage>, level: Option<Level>, column: Option<Distinguishing>, publication: &Publication) -> String {
    let numerals = Numerals::new(&publication.settings);
    nation.map_or_else(
        || ChartWords::of(publication.settings.lang).no_figures.to_owned(),
        |nation| {
            let number = weight(&nation.weights, level, column);
            format!("{} ({})", numerals.count(number), numerals.fine(part(number, nation.weights.total())))
        },
    )
}
