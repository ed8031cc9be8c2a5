//! Which files there are, who is in them and how they are written.

use anyhow::{Context, Result};

use crate::table;
use crate::writer::{Encoding, Format};

/// A file of the sample.
pub struct File {
    /// Below the folder of the month; `{month}` stands for the month.
    pub path: &'static str,
    pub format: Format,
    pub office: &'static str,
    pub municipalities: &'static str,
    months: Vec<&'static str>,
    /// What is odd about this file, in a word that its office knows.
    pub variant: &'static str,
}

pub fn files() -> Result<Vec<File>> {
    table::rows::<6>(include_str!("files.csv"))?.into_iter().map(file).collect()
}

impl File {
    /// Files without months are sent in every month.
    pub fn is_sent_in(&self, month: &str) -> bool {
        self.months.is_empty() || self.months.contains(&month)
    }
}

fn file([path, format, office, municipalities, months, variant]: [&'static str; 6]) -> Result<File> {
    let format = parse_format(format).with_context(|| format!("format of {path}"))?;
    Ok(File { path, format, office, municipalities, months: table::list(months), variant })
}

fn parse_format(text: &str) -> Option<Format> {
    let csv = |delimiter: char, encoding: Encoding| Format::Csv { delimiter, encoding };
    Some(match text {
        "xlsx" => Format::Xlsx,
        "xlsm" => Format::Xlsm,
        "xlsb" => Format::Xlsb,
        "xls" => Format::Xls,
        "ods" => Format::Ods,
        "csv-semicolon-utf8" => csv(';', Encoding::Utf8),
        "csv-semicolon-utf8bom" => csv(';', Encoding::Utf8Bom),
        "csv-semicolon-windows1252" => csv(';', Encoding::Windows1252),
        "csv-comma-utf8" => csv(',', Encoding::Utf8),
        "csv-tab-utf16le" => csv('\t', Encoding::Utf16Le),
        _ => return None,
    })
}
