//! Rewrites the sample inventories: `cargo run --example sample` fills `data/inventories`, or the folder that is given.
//!
//! Everything in them is made up, but for the names of municipalities, partnerships and products, which must resolve.
//! The tables beside this file say what there is to draw from; the offices say how a file looks. Same code, same bytes.

mod arrangement;
mod columns;
mod dialect;
mod grid;
mod municipality;
mod office;
mod plan;
mod portfolio;
mod product;
mod random;
mod system;
mod table;
#[path = "../../tests/writer/mod.rs"]
mod writer;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use plan::File;
use portfolio::Stock;

/// The months of the sample, in order.
pub const MONTHS: [&str; 3] = ["2026-09", "2026-10", "2026-11"];

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from("data/inventories"), PathBuf::from);
    let stock = Stock::load()?;
    let files = plan::files()?;
    for (index, month) in MONTHS.iter().enumerate() {
        let month_folder = folder.join(month);
        if month_folder.exists() {
            fs::remove_dir_all(&month_folder).with_context(|| format!("emptying {}", month_folder.display()))?;
        }
        for file in files.iter().filter(|file| file.is_sent_in(month)) {
            write_file(&month_folder, file, &stock, index)?;
        }
    }
    Ok(())
}

fn write_file(month_folder: &Path, file: &File, stock: &Stock, month: usize) -> Result<()> {
    let path = month_folder.join(file.path.replace("{month}", MONTHS[month]));
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let book = office::book(file, stock, month).with_context(|| format!("making {}", path.display()))?;
    let bytes = writer::write(&book, file.format).with_context(|| format!("writing {}", path.display()))?;
    fs::write(&path, bytes).with_context(|| format!("storing {}", path.display()))
}
