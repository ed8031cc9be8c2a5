//! The bundled font: the measure of all text that is laid out, and its glyphs for bitmaps.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, Glyph, OutlinedGlyph, PxScale, ScaleFont, point};
use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};

/// The name the font is registered under is a CSS list, so that an SVG falls back to a font of the same widths.
pub const FAMILY: &str = "Arial, Helvetica, 'Liberation Sans', sans-serif";
/// The SVG backend divides a font's size by this.
const SVG_SIZE_IN_EMS: f64 = 1.24;
/// Ascent plus descent in ems, which is what a font's scale means here.
const LINE_IN_EMS: f64 = 2288.0 / 2048.0;

const REGULAR: &[u8] = include_bytes!("LiberationSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("LiberationSans-Bold.ttf");

static FACES: LazyLock<Option<[FontRef<'static>; 2]>> = LazyLock::new(|| {
    register_font(FAMILY, FontStyle::Normal, REGULAR).ok()?;
    register_font(FAMILY, FontStyle::Bold, BOLD).ok()?;
    Some([FontRef::try_from_slice(REGULAR).ok()?, FontRef::try_from_slice(BOLD).ok()?])
});

/// Makes the font known to plotters.
///
/// # Errors
/// When the bundled files are no fonts.
pub fn register() -> anyhow::Result<()> {
    anyhow::ensure!(FACES.is_some(), "the bundled fonts can't be read");
    Ok(())
}

/// The font for the SVG backend, at `size` pixels to the em.
#[must_use]
pub fn in_svg(size: f64, bold: bool) -> FontDesc<'static> {
    FontDesc::new(FontFamily::Name(FAMILY), size * SVG_SIZE_IN_EMS, if bold { FontStyle::Bold } else { FontStyle::Normal })
}

/// The width of one line of text in pixels, at `size` pixels to the em.
#[must_use]
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let Some(faces) = &*FACES else { return 0.0 };
    set(&faces[usize::from(bold)], text, size, |_| {})
}

/// The shapes of one line of text, its baseline from (0, 0) to the right.
///
/// The bitmap backend's own text loses the room before each letter, so it is set here.
#[must_use]
pub fn glyphs(text: &str, size: f64, bold: bool) -> Vec<OutlinedGlyph> {
    let Some(faces) = &*FACES else { return Vec::new() };
    let face = &faces[usize::from(bold)];
    let mut outlines = Vec::new();
    set(face, text, size, |glyph| outlines.extend(face.outline_glyph(glyph)));
    outlines
}

/// Puts letters beside each other and gives the width of them all.
#[expect(clippy::cast_possible_truncation, reason = "a glyph's place in a font of single precision")]
fn set(face: &FontRef, text: &str, size: f64, mut put: impl FnMut(Glyph)) -> f64 {
    let scale = PxScale::from((size * LINE_IN_EMS) as f32);
    let face = face.as_scaled(scale);
    let (mut x, mut before) = (0.0, None);
    for c in text.chars() {
        let id = face.glyph_id(c);
        x += before.map_or(0.0, |before| face.kern(before, id));
        put(id.with_scale_and_position(scale, point(x, 0.0)));
        x += face.h_advance(id);
        before = Some(id);
    }
    f64::from(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_the_widths_of_arial() {
        // 556 of 1000 units for a digit, 278 for a space; 722 for a bold D.
        assert!((width("2026", 18.0, false) - 4.0 * 0.556 * 18.0).abs() < 0.1);
        assert!((width("a a", 100.0, false) - (55.6 + 27.8 + 55.6)).abs() < 0.2);
        assert!((width("D", 100.0, true) - 72.2).abs() < 0.2);
    }

    #[test]
    fn every_letter_but_a_space_has_a_shape() {
        assert_eq!(glyphs("Fryslân – ≥250", 18.0, false).len(), 12);
    }
}
