//! The command line: parse, call one command, tell what went wrong, exit.
//!
//! Exit codes: 0 clean, 1 finished with problems at or above `--deny`, 2 could not run.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = tachtig::cli::Cli::parse();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let result = cli.run(&mut out).and_then(|code| Ok(out.flush().map(|()| code)?));
    match result {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "tachtig: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Who reads the output may stop reading: `tachtig … | head`.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
