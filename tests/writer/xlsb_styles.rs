//! The styles part of an xlsb workbook: general, a date format and a euro format.

use super::binary::{Bytes, units};
use super::xlsb::record;

pub const GENERAL: u32 = 0;
pub const DATE: u32 = 1;
pub const MONEY: u32 = 2;

pub fn part() -> Vec<u8> {
    let mut part = record(278, &Bytes::new());
    part.extend(group(615, 616, 44, &[format(164, "dd\\-mm\\-yyyy"), format(165, "\"€\"\\ #,##0.00")]));
    part.extend(group(611, 612, 43, &[font()]));
    part.extend(group(603, 604, 45, &[fill(0), fill(17)]));
    part.extend(group(613, 614, 46, &[border()]));
    part.extend(group(626, 627, 47, &[cell_format(0xFFFF, 0)]));
    part.extend(group(617, 618, 47, &[cell_format(0, 0), cell_format(0, 164), cell_format(0, 165)]));
    let normal = Bytes::new().u32(0).u16(1).u8(0).u8(0);
    part.extend(group(619, 620, 48, &[named(normal, "Normal")]));
    part.extend(record(279, &Bytes::new()));
    part
}

/// A counted list of records between its begin and its end.
fn group(begin: u16, end: u16, number: u16, items: &[Bytes]) -> Vec<u8> {
    let count = u32::try_from(items.len()).unwrap_or_default();
    let mut group = record(begin, &Bytes::new().u32(count));
    for item in items {
        group.extend(record(number, item));
    }
    group.extend(record(end, &Bytes::new()));
    group
}

fn named(bytes: Bytes, name: &str) -> Bytes {
    bytes.u32(u32::try_from(units(name)).unwrap_or_default()).utf16(name)
}

fn format(id: u16, code: &str) -> Bytes {
    named(Bytes::new().u16(id), code)
}

/// Black, as red, green, blue and opacity.
fn black(bytes: Bytes) -> Bytes {
    bytes.raw(&[0x05, 0xFF, 0, 0, 0, 0, 0, 0xFF])
}

fn font() -> Bytes {
    let height_and_weight = Bytes::new().u16(220).u16(0).u16(400).u16(0);
    named(black(height_and_weight.u8(0).u8(2).u8(0).u8(0)).u8(0), "Calibri")
}

fn fill(pattern: u32) -> Bytes {
    let gradient = [0_u8; 48];
    black(black(Bytes::new().u32(pattern))).raw(&gradient)
}

fn border() -> Bytes {
    (0..5).fold(Bytes::new().u8(0), |bytes, _| black(bytes.u8(0).u8(0)))
}

/// A cell format with this parent and number format: bottom aligned, locked, number format applied.
fn cell_format(parent: u16, number_format: u16) -> Bytes {
    Bytes::new().u16(parent).u16(number_format).u16(0).u16(0).u16(0).u8(0).u8(0).u16(0x1010).u16(1)
}
