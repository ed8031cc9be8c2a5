//! The key above a chart: signs with names, in lines that fit.

use plotters::style::RGBColor;

use super::frame::{LABEL, SMALL};
use super::ink::{EDGE, HATCH, TEXT};
use super::sketch::{Anchor, Area, Sketch, Type};
use crate::report::font;

const SIGN: f64 = 20.0;
/// Between a sign and its name.
const GAP: f64 = 6.0;
const LINE: f64 = 28.0;
const NAME: Type = Type { ink: TEXT, size: 17.0, ..SMALL };

/// One sign and its name.
pub struct Entry<'a> {
    pub ground: Ground,
    pub name: &'a str,
    /// Whether it begins a line.
    pub first: bool,
}

/// How a surface looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ground {
    Shade(RGBColor),
    /// For what is not known, and for what is not there.
    Hatched,
}

/// A surface with its outline.
pub fn surface(sketch: &mut Sketch, area: Area, ground: Ground) {
    match ground {
        Ground::Shade(shade) => sketch.block(area, shade),
        Ground::Hatched => sketch.hatch(area, 8.0, HATCH),
    }
    sketch.outline(area, 1.0, EDGE);
}

/// The height of the key in a room of this width.
#[must_use]
pub fn height(entries: &[Entry], room: f64) -> f64 {
    places(entries, room).last().map_or(0.0, |(_, y)| y + LINE)
}

/// Draws the key from the top left of an area.
pub fn draw(sketch: &mut Sketch, entries: &[Entry], area: Area) {
    for (entry, (x, y)) in entries.iter().zip(places(entries, area.width)) {
        let (x, y) = (area.left + x, area.top + y);
        surface(sketch, Area::new(x, y + 2.0, SIGN, SIGN), entry.ground);
        sketch.centred(entry.name, (x + SIGN + GAP, y + 2.0 + SIGN / 2.0), Anchor::Start, NAME);
    }
}

fn places(entries: &[Entry], room: f64) -> Vec<(f64, f64)> {
    let (mut x, mut y) = (0.0, 0.0);
    let mut places = Vec::new();
    for entry in entries {
        let width = SIGN + GAP + font::width(entry.name, NAME.size, false);
        if x > 0.0 && (entry.first || x + width > room) {
            (x, y) = (0.0, y + LINE);
        }
        places.push((x, y));
        x += width + LABEL.size;
    }
    places
}
