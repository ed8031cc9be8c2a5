//! A drawing before it is ink: marks at places, in the order in which they are drawn.
//!
//! Layout is done once, here, in pixels of the smaller picture; SVG and PNG are made from the same marks.
//! Because text has a measured box, a test can see that nothing overlaps.

use plotters::style::RGBColor;

#[cfg(test)]
use crate::report::font;

/// Where a text or shape is, in pixels from the top left.
pub type Point = (f64, f64);

/// A box with its sides along the axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    #[must_use]
    pub const fn new(left: f64, top: f64, width: f64, height: f64) -> Self {
        Self { left, top, width, height }
    }

    #[must_use]
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    #[must_use]
    pub fn middle(&self) -> Point {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }
}

/// The side of a text at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// Pixels to the em.
    pub size: f64,
    pub bold: bool,
    pub ink: RGBColor,
}

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub width: f64,
    pub ink: RGBColor,
    /// Length of dash and gap; a whole line without.
    pub dash: Option<(f64, f64)>,
}

/// The shape of a point on a line, a second sign beside colour and dash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Disc,
    Square,
    Diamond,
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    Fill { points: Vec<Point>, ink: RGBColor },
    Block { area: Area, ink: RGBColor },
    Line { from: Point, to: Point, stroke: Stroke },
    Disc { centre: Point, radius: f64, ink: RGBColor },
    Text { text: String, at: Point, anchor: Anchor, style: Type },
}

/// A drawing of a known size.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sketch {
    pub width: f64,
    pub height: f64,
    pub marks: Vec<Mark>,
}

impl Sketch {
    /// Text with its baseline at `at`.
    pub fn text(&mut self, text: impl Into<String>, at: Point, anchor: Anchor, style: Type) {
        self.marks.push(Mark::Text { text: text.into(), at, anchor, style });
    }

    /// Text whose capitals stand in the middle of `at`.
    pub fn centred(&mut self, text: impl Into<String>, (x, y): Point, anchor: Anchor, style: Type) {
        self.text(text, (x, y + style.size * 0.36), anchor, style);
    }

    pub fn block(&mut self, area: Area, ink: RGBColor) {
        self.marks.push(Mark::Block { area, ink });
    }

    pub fn fill(&mut self, points: Vec<Point>, ink: RGBColor) {
        self.marks.push(Mark::Fill { points, ink });
    }

    /// A line, cut into dashes when its stroke has them.
    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let (dash, gap) = stroke.dash.unwrap_or((length, 1.0));
        let at = |done: f64| {
            let part = if length > 0.0 { (done / length).min(1.0) } else { 0.0 };
            ((to.0 - from.0).mul_add(part, from.0), (to.1 - from.1).mul_add(part, from.1))
        };
        let mut done = 0.0;
        while done < length {
            self.marks.push(Mark::Line { from: at(done), to: at(done + dash), stroke });
            done += dash + gap;
        }
    }

    /// The outline of a box.
    pub fn outline(&mut self, area: Area, width: f64, ink: RGBColor) {
        let stroke = Stroke { width, ink, dash: None };
        let (left, top, right, bottom) = (area.left, area.top, area.right(), area.bottom());
        let half = width / 2.0;
        self.line((left - half, top), (right + half, top), stroke);
        self.line((left - half, bottom), (right + half, bottom), stroke);
        self.line((left, top), (left, bottom), stroke);
        self.line((right, top), (right, bottom), stroke);
    }

    /// Slanting lines in a box: the sign for what is not known.
    pub fn hatch(&mut self, area: Area, step: f64, ink: RGBColor) {
        let stroke = Stroke { width: 1.0, ink, dash: None };
        let mut shift = step;
        while shift < area.width + area.height {
            let from = (area.left + (shift - area.height).max(0.0), area.top + shift.min(area.height));
            let to = (area.left + shift.min(area.width), area.top + (shift - area.width).max(0.0));
            self.line(from, to, stroke);
            shift += step;
        }
    }

    pub fn point(&mut self, (x, y): Point, radius: f64, shape: Shape, ink: RGBColor) {
        match shape {
            Shape::Disc => self.marks.push(Mark::Disc { centre: (x, y), radius, ink }),
            Shape::Square => self.block(Area::new(x - radius, y - radius, 2.0 * radius, 2.0 * radius), ink),
            Shape::Diamond => {
                let r = radius * 1.3;
                self.fill(vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)], ink);
            }
        }
    }

    /// For tests: the boxes of all texts, from the top of the capitals to just below the baseline.
    #[cfg(test)]
    pub fn text_areas(&self) -> impl Iterator<Item = (&str, Area)> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text { text, at, anchor, style } => Some((text.as_str(), text_area(text, *at, *anchor, *style))),
            _ => None,
        })
    }
}

#[cfg(test)]
fn text_area(text: &str, (x, baseline): Point, anchor: Anchor, style: Type) -> Area {
    let width = font::width(text, style.size, style.bold);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Area::new(left, style.size.mul_add(-0.73, baseline), width, style.size * 0.9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dashed_line_ends_where_it_should() {
        let mut sketch = Sketch::default();
        let stroke = Stroke { width: 1.0, ink: RGBColor(0, 0, 0), dash: Some((4.0, 4.0)) };
        sketch.line((0.0, 0.0), (18.0, 0.0), stroke);
        let ends: Vec<f64> = sketch
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Line { to, .. } => Some(to.0),
                _ => None,
            })
            .collect();
        assert_eq!(ends, [4.0, 12.0, 18.0]);
    }

    #[test]
    fn hatching_stays_within_its_box() {
        let area = Area::new(10.0, 20.0, 30.0, 12.0);
        let mut sketch = Sketch::default();
        sketch.hatch(area, 6.0, RGBColor(0, 0, 0));
        assert!(sketch.marks.len() > 3);
        for mark in &sketch.marks {
            let Mark::Line { from, to, .. } = mark else { panic!("{mark:?}") };
            for (x, y) in [from, to] {
                assert!((10.0..=40.0).contains(x) && (20.0..=32.0).contains(y), "{mark:?}");
            }
        }
    }
}
