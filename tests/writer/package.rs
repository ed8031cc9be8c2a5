//! A zip archive with fixed times, the shell of every modern spreadsheet format.

use std::io::{Cursor, Read, Write};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// An archive in the making.
pub struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    pub fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    pub fn add(&mut self, name: &str, content: &[u8]) -> Result<()> {
        self.entry(name, content, CompressionMethod::Deflated)
    }

    /// Adds a file as it is: the type of an open document must be readable without unpacking.
    pub fn add_stored(&mut self, name: &str, content: &[u8]) -> Result<()> {
        self.entry(name, content, CompressionMethod::Stored)
    }

    pub fn finish(self) -> Result<Vec<u8>> {
        Ok(self.zip.finish()?.into_inner())
    }

    fn entry(&mut self, name: &str, content: &[u8], method: CompressionMethod) -> Result<()> {
        let options =
            SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default()).unix_permissions(0o644);
        self.zip.start_file(name, options)?;
        Ok(self.zip.write_all(content)?)
    }
}

/// The archive again, with one file changed.
pub fn with_changed(archive: &[u8], name: &str, change: impl Fn(&str) -> String) -> Result<Vec<u8>> {
    let mut failed = None;
    let changed = with_damaged(archive, name, |content| match std::str::from_utf8(content) {
        Ok(text) => *content = change(text).into_bytes(),
        Err(error) => failed = Some(error),
    })?;
    failed.map_or(Ok(changed), |error| Err(error.into()))
}

/// Text as it may stand in XML, in content or in an attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The archive again, with the bytes of one file damaged.
pub fn with_damaged(archive: &[u8], name: &str, mut damage: impl FnMut(&mut Vec<u8>)) -> Result<Vec<u8>> {
    let mut read = ZipArchive::new(Cursor::new(archive))?;
    let mut package = Package::new();
    for index in 0..read.len() {
        let mut file = read.by_index(index)?;
        let mut content = Vec::new();
        file.read_to_end(&mut content)?;
        let own = file.name()?.into_owned();
        if own == name {
            damage(&mut content);
        }
        package.add(&own, &content)?;
    }
    package.finish()
}
