//! Files in, sheets of addressed cells out, or the parts of a model with their lines. No word of the domain in here.
//!
//! Formats that can be read as a stream (xlsx, xlsm, xlsb, csv) are, in this process as long as a file can do no harm. The others
//! (xls, ods), and files that could, are parsed in a child process with limits: see [`Reader`] and `docs/formats.md`.
//! Not for finding headers or understanding values: that is `inventory`.

mod archimate;
mod budget;
mod csv_file;
mod encoding;
mod file;
mod folder;
mod format;
mod guarded;
mod limits;
mod ole;
mod open;
mod parse;
mod reader;
mod sheet;
mod turns;
mod unreadable;
mod wire;
mod workbook;
mod worker;

pub use archimate::{Model, Part};
pub use file::{Source, SourceFile, hexadecimal, sha256};
pub use folder::{find_months, list_files};
pub use guarded::silence_guarded_panics;
pub use reader::{Reader, read};
pub use sheet::{Region, Row, Sheet, Value};
pub use worker::{OUT_OF_TIME, Worker, serve};
