//! A path to bytes, or the reason why not. Only plain files are opened: a pipe or a device may never end.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::limits::MAX_FILE_BYTES;
use super::unreadable::{Unreadable, megabytes};
use crate::problem::Code;

/// All bytes of a file. The size is looked at before, and not trusted.
pub fn load(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let about = std::fs::metadata(path).map_err(|error| refused(path, &error))?;
    if about.is_dir() {
        std::fs::read_dir(path).map_err(|error| refused(path, &error))?;
    }
    if !about.is_file() {
        return Err(Unreadable::new(Code::NotAFile, ""));
    }
    within_limit(about.len())?;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    let file = File::open(path).map_err(|error| refused(path, &error))?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|error| refused(path, &error))?;
    within_limit(bytes.len() as u64)?;
    Ok(bytes)
}

fn within_limit(bytes: u64) -> Result<(), Unreadable> {
    if bytes > MAX_FILE_BYTES { Err(Unreadable::too_large(megabytes(bytes), megabytes(MAX_FILE_BYTES))) } else { Ok(()) }
}

/// What the operating system says, in our words where the next step differs.
fn refused(path: &Path, error: &std::io::Error) -> Unreadable {
    let code = match error.kind() {
        ErrorKind::NotFound if path.is_symlink() => Code::BrokenLink,
        ErrorKind::NotFound => Code::MissingFile,
        ErrorKind::PermissionDenied => Code::NoPermission,
        _ if path.is_symlink() => Code::BrokenLink,
        _ => Code::UnreadableFile,
    };
    Unreadable::new(code, error.to_string())
}
