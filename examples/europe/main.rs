//! A month of 98,000 municipalities with 400 systems each, in one process: drawn into tables, then measured while they are read.
//!
//! `europe draw FOLDER [MUNICIPALITIES SYSTEMS]`, then `europe measure FOLDER [MUNICIPALITIES]`. What it costs stands in `docs/performance.md`.
//! Everything in it is made up, and names no real place.

mod draw;
mod frame;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use tachtig::measure::{Answer, Coverage, Division, Streamed, Sums, Tallies, of_municipalities};
use tachtig::reference::{DataDir, Frame, Reference};
use tachtig::report::archive::streamed;

const MUNICIPALITIES: u32 = 98_000;
const SYSTEMS: u32 = 400;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, otherwise: u32| arguments.get(at).map_or(Ok(otherwise), |given| given.parse());
    let (municipalities, systems) = (number(2, MUNICIPALITIES)?, number(3, SYSTEMS)?);
    let reference = Reference::load(&DataDir::embedded())?;
    let frame = frame::frame(municipalities, &reference.size_classes);
    match (arguments.first().map(String::as_str), arguments.get(1)) {
        (Some("draw"), Some(folder)) => draw::draw(Path::new(folder), &frame, systems),
        (Some("measure"), Some(folder)) => measure(Path::new(folder), &Division::of(frame, &reference)),
        _ => bail!("usage: europe draw|measure FOLDER [MUNICIPALITIES SYSTEMS]"),
    }
}

#[expect(clippy::disallowed_methods, reason = "time is what is measured here")]
fn measure(folder: &Path, division: &Division) -> Result<()> {
    let frame = &division.frame;
    let began = Instant::now();
    let own = added_up(&tables(folder)?, frame)?;
    let read = began.elapsed();
    let response: Vec<_> = frame.municipalities.iter().map(|one| frame::response(one, Answer::Responded)).collect();
    let coverage = of_municipalities(Sums { division, response: &response, own: &own });
    let national = coverage.iter().find(|one| one.group.is_national()).context("there is a nation")?;
    let all = began.elapsed();
    let systems = national.units;
    let broad = national.share(tachtig::measure::Measure::CollectiveShare);
    writeln!(
        io::stdout(),
        "{systems} systems of {} municipalities; {} figures of groups; broad {:?} to {:?}; read and added up in {:.1} s, all in {:.1} s",
        frame.municipalities.len(),
        coverage.len(),
        broad.lower,
        broad.upper,
        read.as_secs_f64(),
        all.as_secs_f64(),
    )?;
    check(national, frame)
}

/// What was drawn is what was counted.
fn check(national: &Coverage, frame: &Frame) -> Result<()> {
    let municipalities = frame.municipalities.len() as u64;
    if national.municipalities_counted != municipalities {
        bail!("{} of {municipalities} municipalities were counted", national.municipalities_counted);
    }
    Ok(())
}

fn tables(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut tables: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    tables.sort();
    Ok(tables)
}

/// Each thread takes its part of the tables; a municipality stands in one of them.
fn added_up(tables: &[PathBuf], frame: &Frame) -> Result<Vec<Tallies>> {
    let part = |tables: &[PathBuf]| -> Result<Vec<Tallies>> {
        let mut sums = Streamed::new(frame.municipalities.len());
        tables.iter().try_for_each(|table| streamed(table, frame, &mut sums))?;
        Ok(sums.tallies())
    };
    let chunk = tables.len().div_ceil(rayon::current_num_threads()).max(1);
    let parts: Vec<Vec<Tallies>> = tables.par_chunks(chunk).map(part).collect::<Result<_>>()?;
    let mut all = vec![Tallies::default(); frame.municipalities.len()];
    for part in &parts {
        all.iter_mut().zip(part).for_each(|(sum, more)| sum.merge(more));
    }
    Ok(all)
}
