//! Records of an xlsb part: a number for the kind, a length, and the content. For what calamine does not tell of them.

use crate::sources::Region;
use crate::terms::CellRef;

use super::merged::MAX_REGIONS;

/// A sheet in the list of sheets.
const SHEET: u32 = 156;
const MERGED: u32 = 176;

/// The records of a part, up to where it is cut off.
struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = (u32, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = self.number(2)?;
        let length = self.number(4)? as usize;
        let (content, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some((kind, content))
    }
}

impl Records<'_> {
    /// A number of at most so many bytes, seven bits in each, the lowest first; the highest bit says that another follows.
    fn number(&mut self, most: u32) -> Option<u32> {
        let mut number = 0;
        for place in 0..most {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u32::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    }
}

/// The merged cells of a sheet.
pub fn merged_regions(part: &[u8]) -> Vec<Region> {
    let merged = Records { rest: part }.filter(|(kind, _)| *kind == MERGED).filter_map(|(_, content)| {
        let [top, bottom, left, right] = [0, 4, 8, 12].map(|at| u32_at(content, at));
        Some(Region::between(CellRef::new(top?, left?), CellRef::new(bottom?, right?)))
    });
    merged.take(MAX_REGIONS).collect()
}

/// The relation that leads to each sheet, in the order of the sheets that have one.
pub fn sheet_relations(workbook: &[u8]) -> Vec<String> {
    let sheets = Records { rest: workbook }.filter(|(kind, _)| *kind == SHEET);
    sheets.filter_map(|(_, content)| wide_text(content.get(8..)?)).collect()
}

/// A text in UTF-16 with its length before it; nothing when the length says that there is none.
fn wide_text(content: &[u8]) -> Option<String> {
    let length = u32_at(content, 0).filter(|length| *length != u32::MAX)? as usize;
    let bytes = content.get(4..4 + length.checked_mul(2)?)?;
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    Some(String::from_utf16_lossy(&units))
}

fn u32_at(content: &[u8], at: usize) -> Option<u32> {
    let four = content.get(at..at + 4)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
