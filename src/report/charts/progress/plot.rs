//! The plane of months and shares, and the lines in it.

use super::labels;
use crate::measure::{Coverage, Measure, Share};
use crate::report::Publication;
use crate::report::charts::frame::{LABEL, SMALL};
use crate::report::charts::ink::{BROAD, GRID, POTENTIAL, QUIET, STRICT, TARGET, UNKNOWN_BAND};
use crate::report::charts::sketch::{Anchor, Area, Point, Shape, Sketch, Stroke};
use crate::report::font;
use crate::report::words::{ChartWords, short_month};
use crate::terms::Month;

pub(super) const BROAD_LINE: Stroke = Stroke { width: 4.0, ink: BROAD, dash: None };
pub(super) const STRICT_LINE: Stroke = Stroke { width: 3.0, ink: STRICT, dash: Some((10.0, 6.0)) };
pub(super) const POTENTIAL_LINE: Stroke = Stroke { width: 3.0, ink: POTENTIAL, dash: Some((3.0, 4.0)) };
pub(super) const TARGET_LINE: Stroke = Stroke { width: 4.0, ink: TARGET, dash: None };
pub(super) const UPPER_LINE: Stroke = Stroke { width: 1.5, ink: BROAD, dash: Some((2.0, 3.0)) };

const AXIS_ROOM: f64 = 50.0;
const MONTHS_ROOM: f64 = 46.0;
const LABELS_ROOM: f64 = 218.0;
/// Half the width of the band in a month that has no neighbour, and in one that stands alone.
const BAR: f64 = 14.0;
const LONE_BAR: f64 = 44.0;
/// Between the sides of the plane and the first and last month.
const INSET: f64 = 26.0;

/// Where months and shares are in the picture.
pub(super) struct Plane {
    pub area: Area,
    first: Month,
    months: i64,
}

impl Plane {
    fn new(area: Area, series: &[(Month, Coverage)]) -> Option<Self> {
        let ((first, _), (last, _)) = (series.first()?, series.last()?);
        Some(Self { area, first: *first, months: last.months_after(*first) })
    }

    pub fn y(&self, share: f64) -> f64 {
        self.area.height.mul_add(-share, self.area.bottom())
    }

    fn x(&self, month: Month) -> f64 {
        if self.months == 0 {
            return self.area.middle().0;
        }
        let done = small(month.months_after(self.first)) / small(self.months);
        (self.area.width - 2.0 * INSET).mul_add(done, self.area.left + INSET)
    }

    /// Half the width of the band in a month without neighbours.
    const fn bar(&self) -> f64 {
        if self.months == 0 { LONE_BAR } else { BAR }
    }

    /// How far the marks of the last month reach to its right.
    pub const fn reach(&self) -> f64 {
        if self.months == 0 { LONE_BAR + 4.0 } else { BAR + 2.0 }
    }

    pub fn at(&self, month: Month, share: f64) -> Point {
        (self.x(month), self.y(share))
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most some dozens of months")]
const fn small(months: i64) -> f64 {
    months as f64
}

pub(super) fn draw(sketch: &mut Sketch, area: Area, publication: &Publication) {
    let words = ChartWords::of(publication.settings.lang);
    let series: Vec<(Month, Coverage)> =
        publication.series.iter().filter(|(_, coverage)| coverage.weights.total() > 0).cloned().collect();
    let width = area.width - AXIS_ROOM - LABELS_ROOM;
    let inner = Area::new(area.left + AXIS_ROOM, area.top + 8.0, width, area.height - MONTHS_ROOM - 8.0);
    let Some(plane) = Plane::new(inner, &series) else {
        return sketch.centred(words.no_figures, area.middle(), Anchor::Middle, LABEL);
    };
    unknown_band(sketch, &plane, &series);
    axes(sketch, &plane, &series, publication);
    band_name(sketch, &plane, &series, words.label_unknown);
    track(
        sketch,
        &plane,
        &series,
        Track { measure: Measure::NonDistinguishingShare, stroke: POTENTIAL_LINE, shape: Shape::Diamond },
    );
    track(sketch, &plane, &series, Track { measure: Measure::NationalShare, stroke: STRICT_LINE, shape: Shape::Square });
    track(sketch, &plane, &series, Track { measure: Measure::CollectiveShare, stroke: BROAD_LINE, shape: Shape::Disc });
    whisker(sketch, &plane, &series);
    labels::draw(sketch, &plane, &series, publication);
}

fn axes(sketch: &mut Sketch, plane: &Plane, series: &[(Month, Coverage)], publication: &Publication) {
    let grid = Stroke { width: 1.0, ink: GRID, dash: None };
    for percent in [0_u8, 20, 40, 60, 80, 100] {
        let y = plane.y(f64::from(percent) / 100.0);
        sketch.line((plane.area.left, y), (plane.area.right(), y), if percent == 0 { Stroke { ink: QUIET, ..grid } } else { grid });
        sketch.centred(format!("{percent}%"), (plane.area.left - 8.0, y), Anchor::End, SMALL);
    }
    let target = plane.y(labels::target_share(publication));
    sketch.line((plane.area.left, target), (plane.area.right(), target), TARGET_LINE);
    months(sketch, plane, series, publication);
}

/// Names of months, as many as fit, the last one always; each with its year where the year is new.
fn months(sketch: &mut Sketch, plane: &Plane, series: &[(Month, Coverage)], publication: &Publication) {
    let y = plane.area.bottom();
    for (month, _) in series {
        let x = plane.x(*month);
        sketch.line((x, y), (x, y + 5.0), Stroke { width: 1.0, ink: QUIET, dash: None });
    }
    let mut year = None;
    for month in named(plane, series) {
        let x = plane.x(month);
        sketch.text(short_month(month, publication.settings.lang), (x, y + 21.0), Anchor::Middle, SMALL);
        if year != Some(month.year()) {
            sketch.text(month.year().to_string(), (x, y + 40.0), Anchor::Middle, SMALL);
        }
        year = Some(month.year());
    }
}

/// The months with room for a name, from the last one back, in order.
fn named(plane: &Plane, series: &[(Month, Coverage)]) -> Vec<Month> {
    let room = font::width("0000", SMALL.size, false) + 6.0;
    let mut named: Vec<Month> = Vec::new();
    for (month, _) in series.iter().rev() {
        if named.last().is_none_or(|next| plane.x(*next) - plane.x(*month) >= room) {
            named.push(*month);
        }
    }
    named.reverse();
    named
}

/// Months without a gap between them. Nothing is drawn over a month without figures.
fn runs(series: &[(Month, Coverage)]) -> impl Iterator<Item = &[(Month, Coverage)]> {
    series.chunk_by(|(one, _), (next, _)| next.months_after(*one) == 1)
}

fn points(plane: &Plane, run: &[(Month, Coverage)], measure: Measure, bound: impl Fn(Share) -> Option<f64>) -> Vec<Point> {
    run.iter().filter_map(|(month, coverage)| bound(coverage.share(measure)).map(|share| plane.at(*month, share))).collect()
}

/// The lower and the upper edge of what is unknown.
fn band(plane: &Plane, run: &[(Month, Coverage)]) -> (Vec<Point>, Vec<Point>) {
    let edge = |bound: fn(Share) -> Option<f64>| match points(plane, run, Measure::CollectiveShare, bound).as_slice() {
        [(x, y)] => vec![(x - plane.bar(), *y), (x + plane.bar(), *y)],
        points => points.to_vec(),
    };
    (edge(|share| share.lower), edge(|share| share.upper))
}

fn unknown_band(sketch: &mut Sketch, plane: &Plane, series: &[(Month, Coverage)]) {
    for run in runs(series) {
        let (lower, upper) = band(plane, run);
        if lower == upper {
            continue;
        }
        sketch.fill(lower.iter().chain(upper.iter().rev()).copied().collect(), UNKNOWN_BAND);
        polyline(sketch, &upper, UPPER_LINE);
    }
}

/// The word in the band, where the band is high enough and the potential does not run through it.
fn band_name(sketch: &mut Sketch, plane: &Plane, series: &[(Month, Coverage)], name: &str) {
    if let [lone] = series {
        return beside_band(sketch, plane, lone, name);
    }
    let half = font::width(name, LABEL.size, false) / 2.0 + 4.0;
    let spot = runs(series).find_map(|run| {
        let (lower, upper) = band(plane, run);
        let potential = points(plane, run, Measure::NonDistinguishingShare, |share| share.lower);
        lower.windows(2).find_map(|pair| {
            let x = f64::midpoint(pair[0].0, pair[1].0).max(plane.area.left + half);
            let (low, high, other) = (extent(&lower, x, half)?, extent(&upper, x, half)?, extent(&potential, x, half)?);
            let at = |part: f64| (low.0 - high.1).mul_add(part, high.1);
            let clear = |y: &f64| y - 12.0 > high.1 && y + 12.0 < low.0 && (y + 14.0 < other.0 || y - 14.0 > other.1);
            [0.5, 0.25, 0.75].map(at).into_iter().find(clear).map(|y| (x, y))
        })
    });
    if let Some(spot) = spot {
        sketch.centred(name, spot, Anchor::Middle, LABEL);
    }
}

/// The word left of the band of a month that stands alone.
fn beside_band(sketch: &mut Sketch, plane: &Plane, (month, coverage): &(Month, Coverage), name: &str) {
    let share = coverage.share(Measure::CollectiveShare);
    if let (Some(lower), Some(upper)) = (share.lower, share.upper)
        && lower < upper
    {
        let (x, y) = plane.at(*month, f64::midpoint(lower, upper));
        sketch.centred(name, (x - plane.bar() - 8.0, y), Anchor::End, LABEL);
    }
}

/// The least and greatest height of a line within `half` of `x`; none where the line does not reach.
fn extent(line: &[Point], x: f64, half: f64) -> Option<(f64, f64)> {
    let heights: Vec<f64> = [x - half, x, x + half].into_iter().filter_map(|x| height_at(line, x)).collect();
    (heights.len() == 3).then(|| heights.iter().fold((f64::MAX, f64::MIN), |(low, high), y| (low.min(*y), high.max(*y))))
}

fn height_at(line: &[Point], x: f64) -> Option<f64> {
    line.windows(2).find(|pair| (pair[0].0..=pair[1].0).contains(&x)).map(|pair| {
        let part = (x - pair[0].0) / (pair[1].0 - pair[0].0);
        (pair[1].1 - pair[0].1).mul_add(part, pair[0].1)
    })
}

/// The bounds of the potential in the last month. A second band over the first would hide both.
fn whisker(sketch: &mut Sketch, plane: &Plane, series: &[(Month, Coverage)]) {
    let Some((month, coverage)) = series.last() else { return };
    let potential = coverage.share(Measure::NonDistinguishingShare);
    let (Some(lower), Some(upper)) = (potential.lower, potential.upper) else { return };
    let ((x, low), (_, high)) = (plane.at(*month, lower), plane.at(*month, upper));
    let stroke = Stroke { dash: None, ..POTENTIAL_LINE };
    sketch.line((x, low), (x, high), stroke);
    sketch.line((x - 7.0, high), (x + 7.0, high), stroke);
}

#[derive(Clone, Copy)]
struct Track {
    measure: Measure,
    stroke: Stroke,
    shape: Shape,
}

fn track(sketch: &mut Sketch, plane: &Plane, series: &[(Month, Coverage)], track: Track) {
    for run in runs(series) {
        let points = points(plane, run, track.measure, |share| share.lower);
        polyline(sketch, &points, track.stroke);
        for point in points {
            sketch.point(point, 6.0, track.shape, track.stroke.ink);
        }
    }
}

fn polyline(sketch: &mut Sketch, points: &[Point], stroke: Stroke) {
    for pair in points.windows(2) {
        sketch.line(pair[0], pair[1], stroke);
    }
}
