//! A table as a Parquet file. Nothing in it depends on the clock or the machine.

use std::collections::HashMap;

use anyhow::{Context, Result};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;

use super::Table;
use crate::terms::Month;

/// What every file says about itself.
#[derive(Debug, Clone)]
pub struct Stamp {
    pub month: Month,
    pub version: String,
    pub fingerprint: String,
    pub synthetic: bool,
}

impl Stamp {
    fn entries(&self, table: &Table) -> Vec<(String, String)> {
        let mut entries = vec![
            ("tachtig.table".to_owned(), table.name.to_owned()),
            ("tachtig.description".to_owned(), table.description.to_owned()),
            ("tachtig.month".to_owned(), self.month.to_string()),
            ("tachtig.version".to_owned(), self.version.clone()),
            ("tachtig.fingerprint".to_owned(), self.fingerprint.clone()),
            ("tachtig.synthetic".to_owned(), self.synthetic.to_string()),
        ];
        entries.sort();
        entries
    }
}

/// The bytes of the file.
///
/// # Errors
/// When the table breaks its own contract.
pub fn write(table: Table, stamp: &Stamp) -> Result<Vec<u8>> {
    let entries = stamp.entries(&table);
    let name = table.name;
    let key_values = entries.iter().map(|(key, value)| KeyValue::new(key.clone(), value.clone())).collect();
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("tachtig {}", stamp.version))
        .set_key_value_metadata(Some(key_values))
        .build();
    let batch = table.batch(entries.into_iter().collect::<HashMap<_, _>>()).with_context(|| format!("table {name}"))?;
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), Some(properties))?;
    writer.write(&batch)?;
    writer.close()?;
    Ok(bytes)
}
