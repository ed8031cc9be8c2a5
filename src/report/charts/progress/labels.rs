//! The names beside the last month, instead of a key: each line says what it is and where it stands.

use super::plot::{BROAD_LINE, POTENTIAL_LINE, Plane, STRICT_LINE, TARGET_LINE, UPPER_LINE};
use crate::measure::{Coverage, Measure};
use crate::report::Publication;
use crate::report::charts::frame::{LABEL, SMALL, STRONG};
use crate::report::charts::ink::{HATCH, TEXT, UNKNOWN_BAND};
use crate::report::charts::sketch::{Anchor, Area, Shape, Sketch, Stroke, Type};
use crate::report::words::{ChartWords, Numerals, target_name};
use crate::terms::{Lang, Month};

/// The height that one label takes.
const STEP: f64 = 46.0;
const SAMPLE: f64 = 34.0;
const NAME: Type = Type { ink: TEXT, ..SMALL };

struct Label {
    /// The share that it names.
    share: f64,
    /// Whether there is a mark at the last month that it belongs to.
    marked: bool,
    value: String,
    name: String,
    stroke: Stroke,
    shape: Option<Shape>,
}

/// The target as a fraction of one.
#[expect(clippy::cast_precision_loss, reason = "a target is a whole percentage")]
pub(super) const fn target_share(publication: &Publication) -> f64 {
    publication.settings.target.percent as f64 / 100.0
}

pub(super) fn draw(sketch: &mut Sketch, plane: &Plane, series: &[(Month, Coverage)], publication: &Publication) {
    let Some((month, coverage)) = series.last() else { return };
    let mut labels = labels(coverage, publication);
    labels.sort_by(|one, other| other.share.total_cmp(&one.share));
    let wanted: Vec<f64> = labels.iter().map(|label| plane.y(label.share)).collect();
    let places = spread(&wanted, STEP, plane.area.top + 10.0, plane.area.bottom() + 6.0);
    for (label, y) in labels.iter().zip(places) {
        let mut from = plane.at(*month, label.share);
        from.0 = if label.marked { from.0 + plane.reach() } else { plane.area.right() + 2.0 };
        draw_label(sketch, label, from, (plane.area.right() + 26.0, y));
    }
}

fn labels(coverage: &Coverage, publication: &Publication) -> Vec<Label> {
    let words = ChartWords::of(publication.settings.lang);
    let numerals = Numerals::new(&publication.settings);
    let (broad, strict) = (coverage.share(Measure::CollectiveShare), coverage.share(Measure::NationalShare));
    let potential = coverage.share(Measure::NonDistinguishingShare);
    let label = |share: Option<f64>, name: String, stroke: Stroke, shape: Option<Shape>| {
        Some(Label { share: share?, marked: true, value: numerals.whole(share), name, stroke, shape })
    };
    let demonstrable = |name: &str| format!("{name}, {}", words.label_demonstrable);
    let unknown = broad.upper.filter(|upper| Some(*upper) != broad.lower);
    let target = Label {
        share: target_share(publication),
        marked: false,
        value: words.label_target.to_owned(),
        name: target_name(&publication.settings),
        stroke: TARGET_LINE,
        shape: None,
    };
    let potential_label = label(potential.lower, words.label_potential.to_owned(), POTENTIAL_LINE, Some(Shape::Diamond))
        .map(|label| Label { value: range(potential.lower, potential.upper, &numerals, publication.settings.lang), ..label });
    [
        Some(target),
        potential_label,
        label(unknown, words.label_upper.to_owned(), UPPER_LINE, None),
        label(broad.lower, demonstrable(words.label_broad), BROAD_LINE, Some(Shape::Disc)),
        label(strict.lower, demonstrable(words.label_strict), STRICT_LINE, Some(Shape::Square)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn range(lower: Option<f64>, upper: Option<f64>, numerals: &Numerals, lang: Lang) -> String {
    match (numerals.whole(lower), numerals.whole(upper)) {
        (lower, upper) if lower == upper => lower,
        (lower, upper) => format!("{lower} {} {upper}", lang.pick("tot", "to")),
    }
}

fn draw_label(sketch: &mut Sketch, label: &Label, from: (f64, f64), (x, y): (f64, f64)) {
    sketch.line(from, (x - 4.0, y), Stroke { width: 1.0, ink: HATCH, dash: None });
    if label.stroke == UPPER_LINE {
        sketch.block(Area::new(x, y, SAMPLE, 10.0), UNKNOWN_BAND);
    }
    sketch.line((x, y), (x + SAMPLE, y), label.stroke);
    if let Some(shape) = label.shape {
        sketch.point((x + SAMPLE / 2.0, y), 6.0, shape, label.stroke.ink);
    }
    sketch.centred(&label.value, (x + SAMPLE + 8.0, y), Anchor::Start, STRONG);
    sketch.centred(&label.name, (x + SAMPLE + 8.0, y + LABEL.size + 2.0), Anchor::Start, NAME);
}

/// Places at least `step` apart, in order, as near to the wanted ones as that allows, between `top` and `bottom`.
///
/// Neighbours that would overlap become a block around the middle of what they want; blocks that then overlap are merged.
fn spread(wanted: &[f64], step: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut blocks: Vec<(f64, u8)> = Vec::new();
    for y in wanted {
        let mut block = (*y, 1_u8);
        while let Some((above, many)) = blocks.last().copied().filter(|above| starts(block, step) < ends(*above, step)) {
            let (one, other) = (f64::from(many), f64::from(block.1));
            block = (above.mul_add(one, block.0 * other) / (one + other), many + block.1);
            blocks.pop();
        }
        blocks.push(block);
    }
    let mut places: Vec<f64> = Vec::with_capacity(wanted.len());
    for block in blocks {
        places.extend((0..block.1).map(|index| step.mul_add(f64::from(index) + 0.5, starts(block, step))));
    }
    within(&mut places, step, top, bottom);
    places
}

fn starts((middle, many): (f64, u8), step: f64) -> f64 {
    (step * f64::from(many)).mul_add(-0.5, middle)
}

fn ends((middle, many): (f64, u8), step: f64) -> f64 {
    (step * f64::from(many)).mul_add(0.5, middle)
}

/// Pushes places that stick out back inside, and their neighbours with them.
fn within(places: &mut [f64], step: f64, top: f64, bottom: f64) {
    let mut least = top;
    for place in places.iter_mut() {
        *place = place.max(least);
        least = *place + step;
    }
    let mut most = bottom - step / 2.0;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - step;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_distance_and_their_order() {
        let places = spread(&[10.0, 12.0, 200.0, 290.0, 300.0], 40.0, 0.0, 320.0);
        assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 40.0), "{places:?}");
        assert!(places[0] >= 0.0 && places[4] <= 300.0, "{places:?}");
        assert!((places[2] - 200.0).abs() < 1.0, "room enough to stay: {places:?}");
    }
}
