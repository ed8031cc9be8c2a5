//! A child process that parses one file. Some formats can only be read by parsers that a broken file makes run for ever, or
//! ask for so much memory that the process ends; then only the child ends.
//!
//! The child gets the bytes on its standard input and writes what it read to its standard output. It keeps its own limits: it
//! ends itself when its time is over, and the operating system refuses it more memory where it can. One process for each file:
//! starting one takes milliseconds, and no file can do harm to the next.

use std::ffi::OsString;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

use super::format::Format;
use super::limits::MAX_FILE_BYTES;
use super::parse::parse;
use super::unreadable::{Unreadable, megabytes};
use super::wire::{self, Parsed};
use crate::problem::Code;

/// The exit code of a child whose time was over.
pub const OUT_OF_TIME: u8 = 124;

/// How to start the child: a program, and the arguments that make it call [`serve`].
#[derive(Debug, Clone)]
pub struct Worker {
    pub program: PathBuf,
    pub arguments: Vec<OsString>,
}

/// What one child may take.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    /// Memory beside what any process takes, in bytes.
    pub memory: u64,
    /// What the cells may take of it, in bytes.
    pub kept: u64,
    pub seconds: u64,
}

impl Worker {
    /// Parses the bytes of a file in a child.
    pub(super) fn parse(&self, format: Format, bytes: &[u8], allowance: Allowance) -> Parsed {
        let could_not = |error: std::io::Error| Unreadable::new(Code::UnreadableFile, error.to_string());
        let numbers = [allowance.memory, allowance.kept, allowance.seconds].map(|number| number.to_string());
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .arg(format.as_str())
            .args(numbers)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(could_not)?;
        let parsed = exchange(&mut child, bytes);
        let words = last_words(&mut child);
        let status = child.wait().map_err(could_not)?;
        parsed.unwrap_or_else(|_| Err(ended(status, &words, allowance)))
    }
}

/// Gives the child the file, which it reads to the end before it answers, and takes the answer.
fn exchange(child: &mut Child, bytes: &[u8]) -> std::io::Result<Parsed> {
    let gone = || std::io::Error::from(std::io::ErrorKind::BrokenPipe);
    child.stdin.take().ok_or_else(gone)?.write_all(bytes)?;
    wire::read(&mut BufReader::with_capacity(1 << 16, child.stdout.take().ok_or_else(gone)?))
}

/// The start of what the child said on its standard error.
fn last_words(child: &mut Child) -> String {
    let mut words = Vec::new();
    if let Some(stderr) = child.stderr.take() {
        let _ = stderr.take(1 << 12).read_to_end(&mut words);
    }
    String::from_utf8_lossy(&words).into_owned()
}

/// Why a child ended without an answer.
fn ended(status: ExitStatus, words: &str, allowance: Allowance) -> Unreadable {
    if status.code() == Some(i32::from(OUT_OF_TIME)) {
        Unreadable::new(Code::SlowFile, allowance.seconds.to_string())
    } else if words.contains("memory allocation") {
        Unreadable::too_large(format!("> {}", megabytes(allowance.memory)), megabytes(allowance.memory))
    } else {
        Unreadable::damaged(status)
    }
}

/// The child's side: reads a file from its input, parses it and writes what it read to its output.
///
/// # Errors
/// When the parent is gone.
pub fn serve(format: &str, kept: u64, from: &mut impl Read, to: &mut impl Write) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    from.take(MAX_FILE_BYTES).read_to_end(&mut bytes)?;
    let parsed = match Format::ALL.into_iter().find(|own| own.as_str() == format) {
        Some(format) => parse(format, &bytes, kept),
        None => Err(Unreadable::new(Code::UnsupportedFormat, format)),
    };
    let mut out = BufWriter::with_capacity(1 << 16, to);
    wire::write(&mut out, &parsed)?;
    out.flush()
}
