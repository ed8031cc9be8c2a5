//! A sketch as SVG and as PNG of twice the size, through plotters.

use anyhow::{Result, anyhow};
use plotters::coord::Shift;
use plotters::prelude::{
    BitMapBackend, Circle, Color, DrawingArea, DrawingBackend, IntoDrawingArea, PathElement, Polygon, Rectangle, SVGBackend, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{RGBColor, ShapeStyle};

use super::ink::PAPER;
use super::sketch::{Anchor, Mark, Point, Sketch, Stroke, Type};
use crate::report::font;
use crate::report::markup::{escape, is_writable};
use crate::terms::Lang;

/// Backends place marks on whole pixels; a finer grid keeps the layout exact.
const SVG_ZOOM: f64 = 2.0;
/// Pixels of the PNG per pixel of the sketch.
const PNG_ZOOM: u32 = 2;
/// The bitmap backend has no smooth edges, so it draws larger and each block of pixels is averaged.
const SMOOTHING: u32 = 2;
/// 144 dots to the inch, in dots to the metre, so that office programs show a PNG as large as the SVG.
const DOTS_PER_METRE: u32 = 5669;

/// What is drawn on: how many of its pixels go to one of the sketch, and whether it sets text itself.
#[derive(Clone, Copy)]
struct Medium {
    zoom: f64,
    sets_text: bool,
}

const SVG: Medium = Medium { zoom: SVG_ZOOM, sets_text: true };
const BITMAP: Medium = Medium { zoom: (PNG_ZOOM * SMOOTHING) as f64, sets_text: false };
/// The SVG backend moves text at its top down by this many ems.
const SVG_TOP_TO_BASELINE: f64 = 0.76;

/// The sketch as an SVG document with its name and description for those who can't see it.
///
/// # Errors
/// When the font can't be used or plotters can't draw.
pub fn svg(sketch: &Sketch, name: &str, title: &str, alt: &str, lang: Lang) -> Result<String> {
    font::register()?;
    let mut drawn = String::new();
    draw(sketch, &SVGBackend::with_string(&mut drawn, size(sketch, SVG_ZOOM)).into_drawing_area(), SVG)?;
    let (_, marks) = drawn.split_once(">\n").ok_or_else(|| anyhow!("the drawing has no beginning"))?;
    let (width, height) = size(sketch, 1.0);
    let (wide, high) = size(sketch, SVG_ZOOM);
    let (title, alt, tag) = (escape(title), escape(alt), lang.tag());
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {wide} {high}\" role=\"img\" \
         lang=\"{tag}\" xml:lang=\"{tag}\" aria-labelledby=\"{name}-title {name}-desc\">\n\
         <title id=\"{name}-title\">{title}</title>\n<desc id=\"{name}-desc\">{alt}</desc>\n{marks}"
    ))
}

/// The sketch as a PNG file of twice its size.
///
/// # Errors
/// When the font can't be used or plotters can't draw.
pub fn png(sketch: &Sketch) -> Result<Vec<u8>> {
    font::register()?;
    let (width, height) = size(sketch, f64::from(PNG_ZOOM * SMOOTHING));
    let mut pixels = vec![255; width as usize * height as usize * 3];
    draw(sketch, &BitMapBackend::with_buffer(&mut pixels, (width, height)).into_drawing_area(), BITMAP)?;
    encode(&smooth(&pixels, width as usize), width / SMOOTHING, height / SMOOTHING)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sketches are some thousand pixels wide and high")]
fn size(sketch: &Sketch, zoom: f64) -> (u32, u32) {
    ((sketch.width.ceil() * zoom) as u32, (sketch.height.ceil() * zoom) as u32)
}

fn draw<B: DrawingBackend>(sketch: &Sketch, paper: &DrawingArea<B, Shift>, medium: Medium) -> Result<()> {
    let failed = |error: &dyn std::fmt::Display| anyhow!("a chart can't be drawn: {error}");
    paper.fill(&PAPER).map_err(|error| failed(&error))?;
    for mark in &sketch.marks {
        draw_mark(mark, paper, medium)?;
    }
    paper.present().map_err(|error| failed(&error))
}

fn draw_mark<B: DrawingBackend>(mark: &Mark, paper: &DrawingArea<B, Shift>, medium: Medium) -> Result<()> {
    let place = |point: Point| (whole(point.0 * medium.zoom), whole(point.1 * medium.zoom));
    let drawn = match mark {
        Mark::Fill { points, ink } => {
            paper.draw(&Polygon::new(points.iter().copied().map(place).collect::<Vec<_>>(), ink.filled()))
        }
        Mark::Block { area, ink } => {
            paper.draw(&Rectangle::new([place((area.left, area.top)), place((area.right(), area.bottom()))], ink.filled()))
        }
        Mark::Line { from, to, stroke } => return draw_line(*from, *to, *stroke, paper, medium),
        Mark::Disc { centre, radius, ink } => paper.draw(&Circle::new(place(*centre), whole(radius * medium.zoom), ink.filled())),
        Mark::Text { text, at, anchor, style } if medium.sets_text => {
            let place = place((at.0, style.size.mul_add(-SVG_TOP_TO_BASELINE, at.1)));
            let text: String = text.chars().filter(|c| is_writable(*c)).collect();
            paper.draw(&Text::new(text, place, text_style(*style, *anchor, medium)))
        }
        Mark::Text { text, at, anchor, style } => return draw_text(text, *at, (*anchor, *style), paper, medium),
    };
    drawn.map_err(|error| anyhow!("a chart can't be drawn: {error}"))
}

/// A line along an axis is a box, which every backend draws sharp.
fn draw_line<B: DrawingBackend>(
    from: Point,
    to: Point,
    stroke: Stroke,
    paper: &DrawingArea<B, Shift>,
    medium: Medium,
) -> Result<()> {
    let Medium { zoom, .. } = medium;
    let half = stroke.width / 2.0;
    let (across, down) = ((from.1 - to.1).abs() < 0.01, (from.0 - to.0).abs() < 0.01);
    let (dx, dy) = if across { (0.0, half) } else { (half, 0.0) };
    let drawn = if across || down {
        let first = (whole((from.0.min(to.0) - dx) * zoom), whole((from.1.min(to.1) - dy) * zoom));
        let last = (whole((from.0.max(to.0) + dx) * zoom), whole((from.1.max(to.1) + dy) * zoom));
        paper.draw(&Rectangle::new([first, last], stroke.ink.filled()))
    } else {
        let points = [from, to].map(|point| (whole(point.0 * zoom), whole(point.1 * zoom)));
        paper.draw(&PathElement::new(points, line_style(stroke.ink, stroke.width * zoom)))
    };
    drawn.map_err(|error| anyhow!("a chart can't be drawn: {error}"))
}

fn draw_text<B: DrawingBackend>(
    text: &str,
    (x, y): Point,
    (anchor, style): (Anchor, Type),
    paper: &DrawingArea<B, Shift>,
    medium: Medium,
) -> Result<()> {
    let size = style.size * medium.zoom;
    let width = font::width(text, size, style.bold);
    let start = match anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => width / 2.0,
        Anchor::End => width,
    };
    let (left, baseline) = (whole(x.mul_add(medium.zoom, -start)), whole(y * medium.zoom));
    let mut drawn = Ok(());
    for glyph in font::glyphs(text, size, style.bold) {
        let corner = glyph.px_bounds().min;
        let (left, top) = (left + whole(f64::from(corner.x)), baseline + whole(f64::from(corner.y)));
        glyph.draw(|x, y, cover| {
            let place = (left.saturating_add_unsigned(x), top.saturating_add_unsigned(y));
            if drawn.is_ok() {
                drawn = paper.draw_pixel(place, &style.ink.mix(f64::from(cover.clamp(0.0, 1.0))));
            }
        });
    }
    drawn.map_err(|error| anyhow!("a chart can't be drawn: {error}"))
}

fn line_style(ink: RGBColor, width: f64) -> ShapeStyle {
    ShapeStyle { color: ink.to_rgba(), filled: false, stroke_width: whole(width).max(1).unsigned_abs() }
}

fn text_style(style: Type, anchor: Anchor, medium: Medium) -> plotters::style::TextStyle<'static> {
    let side = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    font::in_svg(style.size * medium.zoom, style.bold).color(&style.ink).pos(Pos::new(side, VPos::Top))
}

#[expect(clippy::cast_possible_truncation, reason = "sketches are some thousand pixels wide and high")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

/// The average of each block of pixels.
fn smooth(pixels: &[u8], width: usize) -> Vec<u8> {
    let (row, side) = (width * 3, SMOOTHING as usize);
    let mut out = Vec::with_capacity(pixels.len() / (side * side));
    for rows in pixels.chunks_exact(row * side) {
        for start in (0..row).step_by(3 * side) {
            for channel in start..start + 3 {
                let sum: u32 = (0..side).flat_map(|y| (0..side).map(move |x| u32::from(rows[y * row + channel + 3 * x]))).sum();
                out.push(u8::try_from(sum / (SMOOTHING * SMOOTHING)).unwrap_or(u8::MAX));
            }
        }
    }
    out
}

fn encode(pixels: &[u8], width: u32, height: u32) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Default);
    encoder.set_filter(png::FilterType::NoFilter);
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: DOTS_PER_METRE, yppu: DOTS_PER_METRE, unit: png::Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(file)
}
