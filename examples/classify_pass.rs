//! What classification costs beside reading what it judges: the systems of a published report are read back and judged again.
//!
//! Read and judged in turn, so that other work disturbs both alike. With a number behind the folder, the systems are repeated until
//! there are as many. Not a part of the program: a run reads inventories.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tachtig::classify::{Classified, classify};
use tachtig::inventory::{Inventory, System};
use tachtig::reference::DataDir;
use tachtig::report::archive::Report;
use tachtig::run::Definitions;
use tachtig::terms::Month;

const ROUNDS: usize = 5;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().context("usage: classify_pass REPORT [SYSTEMS]")?;
    let asked: Option<u32> = arguments.next().map(|count| count.parse()).transpose()?;
    let definitions = Definitions::load(&DataDir::embedded())?;
    let mut ratios = Vec::new();
    for _ in 0..ROUNDS {
        let (read, reading) = timed(|| systems(Path::new(&folder)))?;
        let (month, systems) = read;
        let repeat = asked.map_or(Ok(1), |asked| u32::try_from(systems.len().max(1)).map(|count| asked.div_ceil(count)))?;
        let systems: Vec<System> = std::iter::repeat_n(systems, repeat as usize).flatten().collect();
        let count = systems.len();
        let (classified, judging) = timed(|| Ok(judged(month, systems, &definitions)))?;
        let ratio = judging.div_f64(f64::from(repeat)).as_secs_f64() / reading.as_secs_f64();
        ratios.push(ratio);
        let distinct = classified.iter().map(|one| &*one.verdicts.evidence_id).collect::<BTreeSet<_>>().len();
        writeln!(
            io::stdout(),
            "{count} systems, {distinct} pieces of evidence; read in {:.2} s (times {repeat}), judged in {:.2} s; judged / read {ratio:.2}",
            reading.as_secs_f64(),
            judging.as_secs_f64(),
        )?;
    }
    ratios.sort_by(f64::total_cmp);
    writeln!(io::stdout(), "judged / read: {:.2} ({:.2} to {:.2})", ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1])?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "time is what is measured here")]
fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<(T, Duration)> {
    let began = Instant::now();
    let value = work()?;
    Ok((value, began.elapsed()))
}

fn systems(folder: &Path) -> Result<(Month, Vec<System>)> {
    let report = Report::open(folder)?;
    Ok((report.month, report.systems().map(|archived| archived.system()).collect()))
}

fn judged(month: Month, systems: Vec<System>, definitions: &Definitions) -> Vec<Classified> {
    let inventory = Inventory {
        month,
        systems: Vec::new(),
        answered: BTreeMap::new(),
        accounts: Vec::new(),
        problems: Vec::new(),
        connections: Vec::new(),
    };
    classify(&inventory, systems, &definitions.book, &definitions.reviews, &definitions.reference).0
}
