//! `provincie-grootteklasse`: the demonstrable broad share of each province by size class, with the response beside it.

use super::figures::{self, Region, why_absent};
use super::frame::{Heading, SMALL, STRONG, compose};
use super::ink::{EDGE, HATCH, PAPER, QUIET, TEXT, of_share, readable_on};
use super::key::{self, Entry, Ground};
use super::sketch::{Anchor, Area, Sketch, Type};
use super::table::{Row, Table};
use super::{Draft, title_without_figures};
use crate::measure::{Coverage, Measure};
use crate::report::Publication;
use crate::report::words::{ChartWords, Numerals, fill, month_name, size_class_name, target_name};

const SIZE_CLASSES: [u8; 8] = [1, 2, 3, 4, 5, 6, 7, 8];
const HEAD: f64 = 30.0;
const ROW: f64 = 42.0;
/// For the key.
const KEY: f64 = 62.0;
const NAME_ROOM: f64 = 112.0;
/// Around the totals.
const GAP: f64 = 6.0;
const NAME: Type = Type { ink: TEXT, ..SMALL };
const VALUE: Type = Type { size: 18.0, bold: false, ink: TEXT };
const COUNT: Type = Type { size: 15.0, bold: false, ink: TEXT };

/// A row of the grid: a name, a group for each size class, and all sizes.
struct Line<'a> {
    name: &'a str,
    cells: Vec<Region<'a>>,
}

pub(super) fn draft(publication: &Publication) -> Draft {
    let lang = publication.settings.lang;
    let words = ChartWords::of(lang);
    let lines = lines(publication);
    let heading = Heading {
        title: title(publication, &lines),
        subtitle: fill(words.grid_subtitle, &[("month", &month_name(publication.month, lang))]),
        definition: words.grid_definition.to_owned(),
    };
    let height = KEY + HEAD + GAP + rows_height(lines.len());
    Draft {
        name: "provincie-grootteklasse",
        kind: words.grid_kind,
        gist: gist(publication, &lines),
        table: table(publication, &lines, &heading),
        sketch: compose(publication, &heading, height, |sketch, area| draw(sketch, area, publication, &lines)),
        heading,
    }
}

#[expect(clippy::cast_precision_loss, reason = "some dozens of rows")]
const fn rows_height(rows: usize) -> f64 {
    ROW * rows as f64
}

/// The provinces, then the nation; the last cell of each is the group of all sizes.
fn lines(publication: &Publication) -> Vec<Line<'_>> {
    let columns = || SIZE_CLASSES.into_iter().map(Some).chain([None]);
    let by_class: Vec<Vec<Region>> = columns().map(|class| figures::provinces(publication, class)).collect();
    let provinces = figures::provinces(publication, None).into_iter().enumerate();
    let nation = Line {
        name: ChartWords::of(publication.settings.lang).nation,
        cells: columns().map(|class| figures::whole_nation(publication, class)).collect(),
    };
    provinces
        .map(|(row, region)| Line { name: region.name, cells: by_class.iter().map(|column| column[row]).collect() })
        .chain([nation])
        .collect()
}

/// The cells that are neither totals nor without municipalities.
fn groups<'a>(lines: &'a [Line]) -> impl Iterator<Item = &'a Region<'a>> {
    let provinces = lines.split_last().map_or(&[][..], |(_, provinces)| provinces);
    provinces.iter().flat_map(|line| line.cells.iter().take(SIZE_CLASSES.len())).filter(|cell| cell.frame > 0)
}

/// All cells but the nation's, which other charts are about: groups of a province and a size, and the totals of either.
fn below_the_nation<'a>(lines: &'a [Line]) -> impl Iterator<Item = &'a Region<'a>> {
    lines.iter().rev().flat_map(|line| line.cells.iter().rev()).skip(1)
}

fn title(publication: &Publication, lines: &[Line]) -> String {
    let words = ChartWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    if figures::nation_with_systems(publication).is_none() {
        return title_without_figures(publication);
    }
    let met = |coverage: &Coverage| publication.settings.target.met(coverage.weights.broad(), coverage.weights.total());
    let known = || below_the_nation(lines).filter_map(|cell| cell.coverage).filter(|coverage| coverage.weights.total() > 0);
    let (n, all) = (known().filter(|coverage| met(coverage)).count() as u64, known().count() as u64);
    let text = match (n, all) {
        (0, 1) => words.grid_title_only_no,
        (1, 1) => words.grid_title_only_yes,
        (0, _) => words.grid_title_none,
        (1, _) => words.grid_title_one,
        _ => words.grid_title_some,
    };
    let (shown, all) = (numerals.count(n), numerals.count(all));
    fill(text, &[("n", &shown), ("all", &all), ("target", &target_name(&publication.settings))])
}

fn gist(publication: &Publication, lines: &[Line]) -> String {
    let numerals = Numerals::new(&publication.settings);
    let share = figures::nation_with_systems(publication).and_then(|nation| nation.share(Measure::CollectiveShare).lower);
    let absent = groups(lines).filter(|cell| cell.coverage.is_none()).count() as u64;
    fill(
        ChartWords::of(publication.settings.lang).grid_alt,
        &[
            ("share", &numerals.fine(share)),
            ("groups", &numerals.count(groups(lines).count() as u64)),
            ("absent", &numerals.count(absent)),
        ],
    )
}

fn draw(sketch: &mut Sketch, area: Area, publication: &Publication, lines: &[Line]) {
    let words = ChartWords::of(publication.settings.lang);
    shade_key(sketch, area, words);
    let top = area.top + KEY;
    let column = |index: usize| column(area, index);
    for (index, class) in SIZE_CLASSES.into_iter().enumerate() {
        sketch.centred(size_class_name(class), (column(index).middle().0, top + HEAD / 2.0), Anchor::Middle, COUNT);
    }
    let total = column(SIZE_CLASSES.len()).middle().0;
    sketch.centred(words.total, (total, top + HEAD / 2.0), Anchor::Middle, Type { bold: true, ..NAME });
    for (row, line) in lines.iter().enumerate() {
        let y = top + HEAD + rows_height(row) + if row + 1 == lines.len() { GAP } else { 0.0 };
        let bold = row + 1 == lines.len();
        sketch.centred(line.name, (area.left, y + ROW / 2.0), Anchor::Start, Type { bold, ..NAME });
        for (index, cell) in line.cells.iter().enumerate() {
            let place = Area { top: y + 1.0, height: ROW - 2.0, ..column(index) };
            draw_cell(sketch, place, cell, publication, bold || index == SIZE_CLASSES.len());
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "nine columns")]
fn column(area: Area, index: usize) -> Area {
    let width = (area.width - NAME_ROOM - GAP) / 9.0;
    let gap = if index == SIZE_CLASSES.len() { GAP } else { 0.0 };
    Area::new(width.mul_add(index as f64, area.left + NAME_ROOM + gap) + 1.0, 0.0, width - 2.0, 0.0)
}

fn shade_key(sketch: &mut Sketch, area: Area, words: &ChartWords) {
    let shades = [(0.1, "<20%"), (0.3, "20–40%"), (0.5, "40–60%"), (0.7, "60–80%"), (0.9, "≥80%")];
    let shades = shades.map(|(share, name)| Entry { ground: Ground::Shade(of_share(share)), name, first: false });
    let absent = Entry { ground: Ground::Hatched, name: words.grid_withheld, first: false };
    let entries: Vec<Entry> = shades.into_iter().chain([absent]).collect();
    key::draw(sketch, &entries, area);
}

fn draw_cell(sketch: &mut Sketch, area: Area, cell: &Region, publication: &Publication, bold: bool) {
    let words = ChartWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let (x, y) = area.middle();
    if cell.frame == 0 {
        return sketch.centred("–", (x, y), Anchor::Middle, Type { ink: QUIET, ..VALUE });
    }
    let (n, all) = cell.response(&numerals);
    let share = cell.coverage.and_then(|coverage| coverage.share(Measure::CollectiveShare).lower);
    let ink = if let Some(share) = share {
        sketch.block(area, of_share(share));
        readable_on(of_share(share))
    } else {
        key::surface(sketch, area, Ground::Hatched);
        sketch.block(Area::new(x - 24.0, area.top + 3.0, 48.0, area.height - 6.0), PAPER);
        TEXT
    };
    sketch.outline(area, 1.0, if share.is_some() { EDGE } else { HATCH });
    let value = share.map_or_else(|| words.grid_closed.to_owned(), |share| numerals.whole(Some(share)));
    let style = if bold { STRONG } else { VALUE };
    sketch.centred(value, (x, y - 9.0), Anchor::Middle, Type { ink, ..style });
    sketch.centred(format!("{n}/{all}"), (x, y + 11.0), Anchor::Middle, Type { ink, ..COUNT });
}

fn table(publication: &Publication, lines: &[Line], heading: &Heading) -> Table {
    let words = ChartWords::of(publication.settings.lang);
    let classes = SIZE_CLASSES.map(|class| size_class_name(class).to_owned());
    Table {
        caption: heading.subtitle.clone(),
        columns: [words.column_province.to_owned()].into_iter().chain(classes).chain([words.total.to_owned()]).collect(),
        rows: lines
            .iter()
            .map(|line| Row::new(line.name, line.cells.iter().map(|cell| in_words(cell, publication)).collect()))
            .collect(),
    }
}

fn in_words(cell: &Region, publication: &Publication) -> String {
    let numerals = Numerals::new(&publication.settings);
    if cell.frame == 0 {
        return "–".to_owned();
    }
    let (n, all) = cell.response(&numerals);
    let share = cell.coverage.and_then(|coverage| coverage.share(Measure::CollectiveShare).lower);
    let shown = share.map_or_else(|| why_absent(cell, publication.settings.lang).to_owned(), |share| numerals.fine(Some(share)));
    format!("{shown} ({n}/{all})")
}
