//! Files in, sheets of addressed cells out, or the parts of a model with their lines. No word of the domain in here.
//!
//! Formats that can be read as a stream (xlsx, xlsm, xlsb, csv) are; xls and ods have no streaming reader and are read whole.
//! Not for finding headers or understanding values: that is `inventory`.

mod archimate;
mod csv_file;
mod encoding;
mod file;
mod folder;
mod limits;
mod sheet;
mod workbook;

pub use archimate::{Model, Part};
pub use file::{Source, SourceFile, hexadecimal, read, sha256};
pub use folder::{find_months, list_files};
pub use sheet::{Row, Sheet, Value};
