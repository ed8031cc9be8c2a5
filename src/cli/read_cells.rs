//! `tachtig read-cells`: not for people. The program starts itself with it, to parse a file that may do harm in a process that
//! may be lost.

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use clap::Args;

use crate::sources::{OUT_OF_TIME, Reader, Worker, serve};

/// What a process takes before it has read anything, in bytes of address space: the program itself, libraries and stacks.
#[cfg(unix)]
const OWN_BYTES: u64 = 384 << 20;

/// A reader that parses what may do harm in a process of its own.
pub fn isolated_reader() -> Result<Reader> {
    let program = std::env::current_exe().context("finding this program itself, to start it for files that may do harm")?;
    Ok(Reader::with_worker(Worker { program, arguments: vec!["read-cells".into()] }))
}

/// Parse one file from standard input for another process of this program
#[derive(Debug, Args)]
pub struct ReadCells {
    format: String,
    /// Bytes of memory that it may take
    memory: u64,
    /// Bytes that the cells may take of it
    kept: u64,
    /// Seconds that it may take
    seconds: u64,
}

impl ReadCells {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        limit_memory(self.memory);
        let seconds = self.seconds;
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(seconds));
            std::process::exit(i32::from(OUT_OF_TIME));
        });
        serve(&self.format, self.kept, &mut std::io::stdin().lock(), &mut { out })?;
        Ok(ExitCode::SUCCESS)
    }
}

#[cfg(unix)]
fn limit_memory(bytes: u64) {
    let limit = OWN_BYTES.saturating_add(bytes);
    // It fails where a lower limit holds already, or the system has none. The time is limited in any case.
    let _ = rlimit::Resource::AS.set(limit, limit);
}

/// Elsewhere only the time is limited.
#[cfg(not(unix))]
const fn limit_memory(_bytes: u64) {}
