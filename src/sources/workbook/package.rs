//! A zip package, unpacked once.
//!
//! calamine unpacks a sheet while it reads the cells and stops behind the last one. What stands behind it (merged cells) would
//! take a second unpacking. So the parts are unpacked here, into a package that is not compressed: calamine reads that, and
//! we look behind the cells for nothing. A package that is too large to unpack stays as it is, and is unpacked twice.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::ops::Range;

use zip::ZipArchive;

use crate::problem::Code;
use crate::sources::file::Unreadable;
use crate::sources::limits::MAX_UNPACKED_BYTES;

/// How much of the end of a part is kept when it is read as a stream.
const TAIL_BYTES: usize = 4 << 20;
/// Parts and folders without cells. A reader of cells never asks for them, and pictures are large.
const WITHOUT_CELLS: [&str; 13] = [
    "media",
    "drawings",
    "printersettings",
    "embeddings",
    "activex",
    "ctrlprops",
    "customxml",
    "externallinks",
    "pivotcache",
    "charts",
    "thumbnails",
    "docprops",
    "vbaproject.bin",
];

/// A package whose parts can be read by name, in any case.
pub struct Package {
    bytes: Vec<u8>,
    /// Where each part stands in the bytes; none when the package is as it came.
    parts: BTreeMap<String, Range<usize>>,
}

impl Package {
    /// Unpacks what is needed for reading cells.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        match unpack(&bytes).map_err(damaged)? {
            Some(unpacked) => Ok(unpacked),
            None => Ok(Self { bytes, parts: BTreeMap::new() }),
        }
    }

    /// The package, for a reader that knows zip.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// A whole part; empty when there is none.
    pub fn part(&self, name: &str) -> Cow<'_, [u8]> {
        match self.parts.get(&name.to_ascii_lowercase()) {
            Some(place) => Cow::Borrowed(&self.bytes[place.clone()]),
            None if self.parts.is_empty() => Cow::Owned(self.streamed_tail(name).unwrap_or_default()),
            None => Cow::default(),
        }
    }

    /// What stands behind the cells of a sheet in XML.
    pub fn behind_cells(&self, name: &str) -> Cow<'_, [u8]> {
        const END: &[u8] = b"sheetData>";
        let behind =
            |part: &[u8]| part.windows(END.len()).rposition(|window| window == END).map_or(part.len(), |at| at + END.len());
        match self.part(name) {
            Cow::Borrowed(part) => Cow::Borrowed(&part[behind(part)..]),
            Cow::Owned(mut part) => Cow::Owned(part.split_off(behind(&part))),
        }
    }

    /// The end of a part of a package that is not unpacked. The whole of it, when it is small.
    fn streamed_tail(&self, name: &str) -> Option<Vec<u8>> {
        let mut archive = ZipArchive::new(Cursor::new(self.bytes.as_slice())).ok()?;
        let own = archive.file_names().flatten().find(|own| own.eq_ignore_ascii_case(name))?.into_owned();
        let mut part = archive.by_name(&own).ok()?;
        let mut tail = Vec::new();
        while part.by_ref().take(TAIL_BYTES as u64).read_to_end(&mut tail).ok()? > 0 {
            tail.drain(..tail.len().saturating_sub(TAIL_BYTES));
        }
        Some(tail)
    }
}

fn damaged(error: impl std::fmt::Display) -> Unreadable {
    (Code::UnreadableFile, error.to_string())
}

/// The needed parts without compression; nothing when there are too many bytes of them.
fn unpack(bytes: &[u8]) -> zip::result::ZipResult<Option<Package>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut store = Store { bytes: Vec::with_capacity(bytes.len().saturating_mul(4).min(1 << 22)), ..Store::default() };
    for index in 0..archive.len() {
        let Some(name) = archive.name_for_index(index).transpose()?.filter(|name| holds_cells(name)) else { continue };
        let name = name.into_owned();
        let mut part = archive.by_index(index)?;
        let crc = part.crc32();
        if !store.add(&name, crc, &mut part)? {
            return Ok(None);
        }
    }
    Ok(Some(store.finish()))
}

fn holds_cells(name: &str) -> bool {
    !name.ends_with('/') && !name.to_ascii_lowercase().split(['/', '\\']).any(|step| WITHOUT_CELLS.contains(&step))
}

/// A zip without compression in the making: each part behind its header, and a directory of all headers at the end.
#[derive(Default)]
struct Store {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    parts: BTreeMap<String, Range<usize>>,
    count: u16,
}

impl Store {
    /// Whether the part still fitted.
    fn add(&mut self, name: &str, crc: u32, part: &mut impl Read) -> std::io::Result<bool> {
        let at = self.bytes.len();
        let header = 30 + name.len();
        self.bytes.resize(at + header, 0);
        let room = (MAX_UNPACKED_BYTES + 1).saturating_sub(self.bytes.len());
        let size = part.take(room as u64).read_to_end(&mut self.bytes)?;
        let (Ok(name_length), Some(count), true) =
            (u16::try_from(name.len()), self.count.checked_add(1), self.bytes.len() <= MAX_UNPACKED_BYTES)
        else {
            return Ok(false);
        };
        self.count = count;
        let common = common_header(crc, size, name_length);
        self.bytes[at..at + 4].copy_from_slice(b"PK\x03\x04");
        self.bytes[at + 4..at + 30].copy_from_slice(&common);
        self.bytes[at + 30..at + header].copy_from_slice(name.as_bytes());
        self.list(name, &common, at);
        self.parts.insert(name.replace('\\', "/").to_ascii_lowercase(), at + header..at + header + size);
        Ok(true)
    }

    /// The entry in the directory: the version that made it, what the header says, and where the header is.
    fn list(&mut self, name: &str, common: &[u8; 26], at: usize) {
        self.directory.extend(b"PK\x01\x02\x14\x00");
        self.directory.extend(common);
        self.directory.extend([0; 10]);
        self.directory.extend(four_bytes(at));
        self.directory.extend(name.as_bytes());
    }

    fn finish(mut self) -> Package {
        let (at, size) = (self.bytes.len(), self.directory.len());
        self.bytes.append(&mut self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(four_bytes(size));
        self.bytes.extend(four_bytes(at));
        self.bytes.extend([0, 0]);
        Package { bytes: self.bytes, parts: self.parts }
    }
}

/// What both headers of a part have: version 2.0, names in UTF-8, no compression, a day, sum, both sizes, length of the name.
fn common_header(crc: u32, size: usize, name_length: u16) -> [u8; 26] {
    let mut header = [0; 26];
    header[..10].copy_from_slice(&[20, 0, 0, 8, 0, 0, 0, 0, 33, 0]);
    header[10..14].copy_from_slice(&crc.to_le_bytes());
    header[14..18].copy_from_slice(&four_bytes(size));
    header[18..22].copy_from_slice(&four_bytes(size));
    header[22..24].copy_from_slice(&name_length.to_le_bytes());
    header
}

/// Sizes are far below four gigabytes, by the limit on what is unpacked.
fn four_bytes(size: usize) -> [u8; 4] {
    u32::try_from(size).unwrap_or(u32::MAX).to_le_bytes()
}
