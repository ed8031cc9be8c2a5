//! What surrounds every chart: the warning, the title, the subtitle; and below, what the figures rest on.

use super::figures;
use super::ink::{self, QUIET, TEXT};
use super::sketch::{Anchor, Area, Sketch, Stroke, Type};
use super::wrap::{greedy, wrap};
use crate::report::Publication;
use crate::report::words::{ChartWords, Numerals, fill, month_name};

/// Wide enough for a slide, narrow enough that its text can be read on a phone.
pub const WIDTH: f64 = 720.0;
pub const MARGIN: f64 = 20.0;
const ROOM: f64 = WIDTH - 2.0 * MARGIN;

pub const TITLE: Type = Type { size: 29.0, bold: true, ink: TEXT };
pub const LABEL: Type = Type { size: 18.0, bold: false, ink: TEXT };
pub const STRONG: Type = Type { size: 18.0, bold: true, ink: TEXT };
pub const SMALL: Type = Type { size: 16.0, bold: false, ink: QUIET };
const WARNING: Type = Type { size: 19.0, bold: true, ink: TEXT };
const SUBTITLE: Type = Type { size: 18.0, bold: false, ink: QUIET };

/// The texts around one chart.
#[derive(Debug, Clone)]
pub struct Heading {
    pub title: String,
    pub subtitle: String,
    pub definition: String,
}

/// Lays out one chart: the frame, and in its middle what `body` draws in the room that it asked for.
pub fn compose(publication: &Publication, heading: &Heading, height: f64, body: impl FnOnce(&mut Sketch, Area)) -> Sketch {
    let mut sketch = Sketch { width: WIDTH, ..Sketch::default() };
    let mut y = 0.0;
    if publication.synthetic {
        y = warn(&mut sketch, ChartWords::of(publication.settings.lang).synthetic);
    }
    y = lines(&mut sketch, &wrap(&heading.title, ROOM, TITLE.size, true), y + 12.0, TITLE);
    y = lines(&mut sketch, &wrap(&heading.subtitle, ROOM, SUBTITLE.size, false), y + 4.0, SUBTITLE);
    body(&mut sketch, Area::new(MARGIN, y + 14.0, ROOM, height));
    y = foot(&mut sketch, publication, &heading.definition, y + 14.0 + height + 14.0);
    sketch.height = (y + 12.0).ceil();
    sketch
}

/// A strip over the whole width, so that no cut-out of the title can lose it.
fn warn(sketch: &mut Sketch, text: &str) -> f64 {
    let parts = wrap(text, ROOM, WARNING.size, true);
    let bottom = line_height(WARNING).mul_add(count(&parts), 12.0);
    let strip = Area::new(0.0, 0.0, WIDTH, bottom);
    sketch.block(strip, ink::WARNING);
    sketch.line((0.0, bottom), (WIDTH, bottom), Stroke { width: 2.0, ink: TEXT, dash: None });
    for (index, part) in parts.iter().enumerate() {
        sketch.centred(part, (WIDTH / 2.0, line_height(WARNING).mul_add(index_f64(index) + 0.5, 6.0)), Anchor::Middle, WARNING);
    }
    bottom
}

fn foot(sketch: &mut Sketch, publication: &Publication, definition: &str, top: f64) -> f64 {
    sketch.line((MARGIN, top), (WIDTH - MARGIN, top), Stroke { width: 1.0, ink: QUIET, dash: None });
    let mut y = top + 4.0;
    for text in [definition.to_owned(), response(publication), vintage(publication)] {
        y = lines(sketch, &greedy(&text, ROOM, SMALL.size, false), y + 3.0, SMALL);
    }
    y
}

/// Draws lines of text below each other and gives the bottom of the last.
pub fn lines(sketch: &mut Sketch, lines: &[String], top: f64, style: Type) -> f64 {
    let mut y = top;
    for line in lines {
        y += line_height(style);
        sketch.text(line, (MARGIN, style.size.mul_add(-0.28, y)), Anchor::Start, style);
    }
    y
}

fn line_height(style: Type) -> f64 {
    (style.size * 1.25).round()
}

#[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
const fn index_f64(index: usize) -> f64 {
    index as f64
}

const fn count(parts: &[String]) -> f64 {
    index_f64(parts.len())
}

/// n of N, in municipalities and inhabitants.
fn response(publication: &Publication) -> String {
    let words = ChartWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let Some(nation) = figures::nation(publication) else { return words.no_figures.to_owned() };
    let share = figures::part(nation.inhabitants, nation.inhabitants_frame);
    let mut text = fill(
        words.response,
        &[
            ("n", &numerals.count(nation.municipalities)),
            ("all", &numerals.count(nation.municipalities_frame)),
            ("inhabitants", &numerals.count(nation.inhabitants)),
            ("share", &numerals.whole(share)),
        ],
    );
    if nation.municipalities_carried > 0 {
        text.push(' ');
        text.push_str(&fill(words.carried, &[("n", &numerals.count(nation.municipalities_carried))]));
    }
    text
}

fn vintage(publication: &Publication) -> String {
    let words = ChartWords::of(publication.settings.lang);
    fill(
        words.vintage,
        &[
            ("month", &month_name(publication.month, publication.settings.lang)),
            ("fingerprint", publication.short_fingerprint()),
            ("version", &publication.version),
        ],
    )
}
