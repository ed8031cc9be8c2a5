//! Reads files: decides what a file is, where it is parsed, and beside which other files.

use std::path::Path;
use std::sync::LazyLock;

use super::archimate;
use super::file::{Source, SourceFile, sha256};
use super::format::{Format, recognise};
use super::guarded::guarded;
use super::limits::{CHILD_SECONDS, LEAST_SHARE, MAX_CHILD_BYTES, MAX_KEPT_BYTES, MEMORY};
use super::open::load;
use super::parse::{parse, parse_harmless};
use super::turns::{Memory, Share};
use super::wire::Parsed;
use super::worker::{Allowance, Worker};
use crate::problem::{Code, Place};

/// How files are read. Copies share their memory.
#[derive(Debug, Clone)]
pub struct Reader {
    child: Option<(Worker, Memory)>,
}

static IN_PROCESS: LazyLock<Reader> = LazyLock::new(Reader::in_process);

/// Reads a file in this process; see [`Reader::in_process`].
#[must_use]
pub fn read(file: &SourceFile) -> Source {
    IN_PROCESS.read(file)
}

impl Reader {
    /// Parses everything in this process. A hostile file can end it: for tests, and for files that one made oneself.
    #[must_use]
    pub fn in_process() -> Self {
        Self { child: None }
    }

    /// Parses what may do harm in a child process, and keeps files waiting while others take much memory.
    #[must_use]
    pub fn with_worker(worker: Worker) -> Self {
        Self { child: Some((worker, Memory::of(MEMORY))) }
    }

    /// Reads a file. Whatever is wrong with it becomes a problem, never an error. With a worker, use what was read and drop it
    /// before reading the next: the next one may wait for its memory.
    #[must_use]
    pub fn read(&self, file: &SourceFile) -> Source {
        let mut source = Source::unread(file);
        match self.sheets(file, &mut source) {
            Ok(sheets) => source.sheets = sheets,
            Err(reason) => source.problem = Some(reason.problem(Place::file(file.name.clone()))),
        }
        source
    }

    fn sheets(&self, file: &SourceFile, source: &mut Source) -> Parsed {
        let bytes = load(&file.path)?;
        source.bytes = bytes.len() as u64;
        source.sha256 = sha256(&bytes);
        if is_markup(&ending(&file.path)) {
            source.model = Some(guarded(|| archimate::read(&bytes))?);
            return Ok(Vec::new());
        }
        let format = recognise(&bytes, &ending(&file.path))?;
        let mut parsed = match &self.child {
            Some((worker, memory)) => {
                let (parsed, share) = isolated(worker, memory, format, &bytes);
                source.share = Some(share);
                parsed
            }
            None => parse(format, &bytes, MAX_KEPT_BYTES),
        };
        if let (Format::Text, Ok([only])) = (format, parsed.as_deref_mut()) {
            only.name = stem(&file.path).into();
        }
        parsed
    }
}

/// Tries beside other files, with the memory that an ordinary file of this size needs. If that is not enough, or could do harm,
/// the file is tried alone with all there is.
fn isolated(worker: &Worker, memory: &Memory, format: Format, bytes: &[u8]) -> (Parsed, Share) {
    let usual = usual(format, bytes.len() as u64);
    let share = memory.take(usual);
    let first = if needs_child(format) {
        Some(worker.parse(format, bytes, allowance(usual, CHILD_SECONDS[0])))
    } else {
        parse_harmless(format, bytes, usual)
    };
    match first {
        Some(parsed) if !wants_more(&parsed) => return (parsed, share),
        _ => drop(share),
    }
    let share = memory.take(MEMORY);
    let seconds = if needs_child(format) { CHILD_SECONDS[1] } else { CHILD_SECONDS.iter().sum() };
    let second = match format {
        Format::Text => parse(format, bytes, MAX_KEPT_BYTES),
        _ => worker.parse(format, bytes, allowance(MAX_CHILD_BYTES, seconds)),
    };
    (second, share)
}

const fn needs_child(format: Format) -> bool {
    matches!(format, Format::Xls | Format::Ods)
}

/// The memory that the cells of an ordinary file take, in bytes: a package is packed, in the other formats cells are as large
/// as they are.
fn usual(format: Format, bytes: u64) -> u64 {
    let growth = match format {
        Format::Xlsx | Format::Xlsb | Format::Ods => 64,
        Format::Xls => 24,
        Format::Text => 12,
    };
    let least = if needs_child(format) { LEAST_SHARE[1] } else { LEAST_SHARE[0] };
    bytes.saturating_mul(growth).clamp(least, MAX_KEPT_BYTES)
}

fn allowance(memory: u64, seconds: u64) -> Allowance {
    Allowance { memory, kept: memory.min(MAX_KEPT_BYTES), seconds }
}

fn wants_more(parsed: &Parsed) -> bool {
    parsed.as_ref().is_err_and(|reason| matches!(reason.code, Code::FileTooLarge | Code::SlowFile))
}

/// The endings of files that hold a model, if they hold anything.
fn is_markup(ending: &str) -> bool {
    matches!(ending, "xml" | "archimate")
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
