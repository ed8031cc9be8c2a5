//! The container of an xls workbook, looked at before a parser gets it: is it all there, and does it hold a workbook at all?
//!
//! Parsers take what they find of a container that is cut off, and would give half of the cells without a word. Newer
//! workbooks with a password are such a container too.

use super::unreadable::Unreadable;
use crate::problem::Code;

/// Numbers of sectors from here on are marks: free, end of a chain, a sector of the table itself.
const MARKS: u32 = 0xFFFF_FFFA;
const FREE: u32 = 0xFFFF_FFFF;
const HEADER: usize = 512;
/// The length of an entry of the directory, and where the length of its name stands.
const ENTRY: usize = 128;
const NAME_LENGTH: usize = 64;
/// Streams that tell what other programs keep in such a container.
const OTHERS: [(&str, Code, &str); 4] = [
    ("EncryptedPackage", Code::EncryptedFile, ""),
    ("WordDocument", Code::UnsupportedFormat, "Word"),
    ("PowerPoint Document", Code::UnsupportedFormat, "PowerPoint"),
    ("__substg1.0_0037001F", Code::UnsupportedFormat, "e-mail"),
];

/// Refuses a container that is not all there, or holds something else than a workbook.
pub fn check(bytes: &[u8]) -> Result<(), Unreadable> {
    let Some(container) = Container::open(bytes) else { return Err(Unreadable::new(Code::IncompleteFile, "OLE")) };
    let Some(entries) = container.entries() else { return Err(Unreadable::damaged("OLE: a chain of sectors without an end")) };
    let names: Vec<String> = entries.iter().map(|entry| name(entry)).collect();
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let is_workbook = has("Workbook") || has("Book");
    // A workbook may hold documents of other kinds inside.
    if let Some((_, code, found)) = OTHERS.into_iter().find(|(name, ..)| !is_workbook && has(name)) {
        return Err(Unreadable::new(code, found));
    }
    if container.is_cut_off() {
        return Err(Unreadable::new(Code::IncompleteFile, "OLE"));
    }
    if !is_workbook {
        return Err(Unreadable::new(Code::UnsupportedFormat, "OLE"));
    }
    let endless = |entry: &&&[u8]| is_stream(entry) && container.chain(start_of(entry)).is_none();
    match entries.iter().find(endless) {
        Some(_) => Err(Unreadable::damaged("OLE: a chain of sectors without an end")),
        None => Ok(()),
    }
}

struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// For each sector the next one of its chain.
    table: Vec<u32>,
}

impl<'a> Container<'a> {
    /// Nothing when the table of sectors itself is not all there.
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = bytes.get(30).copied().filter(|shift| matches!(shift, 9 | 12))?;
        let mut container = Self { bytes, sector: 1 << shift, table: Vec::new() };
        for sector in container.table_sectors()? {
            let numbers = numbers(container.sector(sector)?);
            container.table.extend(numbers);
        }
        Some(container)
    }

    /// The sectors that hold the table: listed in the header, and in a chain of sectors that hold the rest of the list.
    fn table_sectors(&self) -> Option<Vec<u32>> {
        let mut list: Vec<u32> = numbers(self.bytes.get(76..HEADER)?).collect();
        let mut next = number(self.bytes, 68)?;
        let most = self.bytes.len() / self.sector;
        for _ in 0..=most {
            if next >= MARKS {
                break;
            }
            list.extend(numbers(self.sector(next)?));
            next = list.pop()?;
        }
        list.retain(|sector| *sector < MARKS);
        (list.len() <= most).then_some(list)
    }

    /// A sector; the last one of a file may be shorter.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let sector = self.bytes.get(start..)?;
        let sector = &sector[..sector.len().min(self.sector)];
        (!sector.is_empty()).then_some(sector)
    }

    /// Whether sectors are in use that lie behind the end of the file.
    fn is_cut_off(&self) -> bool {
        let used = self.table.iter().rposition(|next| *next != FREE).unwrap_or_default();
        self.sector(u32::try_from(used).unwrap_or(u32::MAX)).is_none()
    }

    /// The entries of the directory; nothing when it does not end.
    fn entries(&self) -> Option<Vec<&'a [u8]>> {
        let sectors = self.chain(number(self.bytes, 48)?)?;
        Some(sectors.into_iter().filter_map(|sector| self.sector(sector)).flat_map(|sector| sector.chunks_exact(ENTRY)).collect())
    }

    /// The sectors of a chain; nothing when it does not end.
    fn chain(&self, first: u32) -> Option<Vec<u32>> {
        let mut chain = Vec::new();
        let mut next = first;
        while next < MARKS {
            if chain.len() > self.table.len() {
                return None;
            }
            chain.push(next);
            next = self.table.get(next as usize).copied().unwrap_or(FREE);
        }
        Some(chain)
    }
}

/// Whether an entry is a stream that has sectors of its own; small ones share some.
fn is_stream(entry: &[u8]) -> bool {
    entry[66] == 2 && number(entry, 120).is_some_and(|length| length >= 4096)
}

fn start_of(entry: &[u8]) -> u32 {
    number(entry, 116).unwrap_or(FREE)
}

fn name(entry: &[u8]) -> String {
    let length = usize::from(entry[NAME_LENGTH]).saturating_sub(2).min(NAME_LENGTH);
    let units: Vec<u16> = entry[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    numbers(bytes.get(at..at + 4)?).next()
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
