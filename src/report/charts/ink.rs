//! The colours. Contrast is for a white ground: text at least 4.5 to 1, lines and outlines at least 3 to 1.
//!
//! Order and labels carry the meaning; colour only helps. Vermilion is for the target line alone (palette of Okabe and Ito).

use plotters::style::RGBColor;

use crate::terms::Level;

pub const PAPER: RGBColor = RGBColor(255, 255, 255);
pub const TEXT: RGBColor = RGBColor(26, 26, 26);
/// For second lines and axis labels, 7 to 1.
pub const QUIET: RGBColor = RGBColor(85, 85, 85);
/// For grid lines, which carry no meaning.
pub const GRID: RGBColor = RGBColor(217, 217, 217);
pub const EDGE: RGBColor = RGBColor(64, 64, 64);
pub const HATCH: RGBColor = RGBColor(150, 150, 150);
pub const TARGET: RGBColor = RGBColor(213, 94, 0);
pub const BROAD: RGBColor = RGBColor(0, 114, 178);
pub const STRICT: RGBColor = RGBColor(11, 42, 91);
/// Bluish green, darkened to 4.6 to 1.
pub const POTENTIAL: RGBColor = RGBColor(0, 131, 96);
pub const UNKNOWN_BAND: RGBColor = RGBColor(222, 236, 247);
pub const WARNING: RGBColor = RGBColor(240, 228, 66);

/// One hue, darkest at the top of the ladder; unknown has none and is hatched.
#[must_use]
pub const fn of_level(level: Level) -> RGBColor {
    match level {
        Level::Overheidsbreed => RGBColor(8, 48, 107),
        Level::CollectiefGemeentelijk => RGBColor(33, 113, 181),
        Level::Regionaal => RGBColor(130, 187, 222),
        Level::Decentraal => RGBColor(232, 240, 248),
        Level::Onbekend => PAPER,
    }
}

/// Five shades of one hue for a share.
#[must_use]
pub fn of_share(share: f64) -> RGBColor {
    const SHADES: [(f64, RGBColor); 4] = [
        (0.2, RGBColor(239, 244, 250)),
        (0.4, RGBColor(200, 221, 240)),
        (0.6, RGBColor(130, 187, 222)),
        (0.8, RGBColor(33, 113, 181)),
    ];
    SHADES.into_iter().find(|(below, _)| share < *below).map_or(RGBColor(8, 48, 107), |(_, shade)| shade)
}

/// The ink that can be read on a ground.
#[must_use]
pub fn readable_on(ground: RGBColor) -> RGBColor {
    if contrast(TEXT, ground) >= contrast(PAPER, ground) { TEXT } else { PAPER }
}

/// The contrast ratio of WCAG 2.1, from 1 to 21.
#[must_use]
pub fn contrast(one: RGBColor, other: RGBColor) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(RGBColor(red, green, blue): RGBColor) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.0722_f64.mul_add(linear(blue), 0.2126_f64.mul_add(linear(red), 0.7152 * linear(green)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_lines_stand_out_from_their_ground() {
        for (name, ink, least) in [
            ("text", TEXT, 4.5),
            ("quiet", QUIET, 4.5),
            ("edge", EDGE, 3.0),
            ("target", TARGET, 3.0),
            ("broad", BROAD, 3.0),
            ("strict", STRICT, 3.0),
            ("potential", POTENTIAL, 3.0),
        ] {
            assert!(contrast(ink, PAPER) >= least, "{name} {}", contrast(ink, PAPER));
        }
        assert!(contrast(BROAD, UNKNOWN_BAND) >= 3.0 && contrast(POTENTIAL, UNKNOWN_BAND) >= 3.0);
        assert!(contrast(TEXT, WARNING) >= 4.5);
    }

    #[test]
    fn every_shade_has_a_readable_ink() {
        let shares = [0.1, 0.3, 0.5, 0.7, 0.9].map(of_share);
        for ground in Level::ALL.map(of_level).into_iter().chain(shares) {
            assert!(contrast(readable_on(ground), ground) >= 4.5, "{ground:?}");
        }
    }
}
