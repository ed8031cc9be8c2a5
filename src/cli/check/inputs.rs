//! Which files are checked, and where an annotated copy may be written.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::cli::named;
use crate::sources::{self, SourceFile};

/// The files that were named, and all files in the folders that were.
pub fn files(paths: &[PathBuf]) -> Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let found = sources::list_files(path, path)?;
            if found.is_empty() {
                bail!("{} holds no files to check", path.display());
            }
            files.extend(found.into_iter().map(|file| named(&file.path)));
        } else if path.exists() {
            files.push(named(path));
        } else {
            bail!("{} does not exist", path.display());
        }
    }
    Ok(files)
}

/// Whether the copy can be written: of one file, as xlsx, and over nothing that is there.
pub fn check_copy(copy: &Path, files: &[SourceFile]) -> Result<()> {
    if files.len() != 1 {
        bail!("--annotate marks one workbook, and {} files were given; check them one by one", files.len());
    }
    new_workbook(copy)
}

/// Refuses a path that is no xlsx or exists already: somebody's work may be in it.
pub fn new_workbook(path: &Path) -> Result<()> {
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        bail!("{} does not end in .xlsx, and that is what is written", path.display());
    }
    if path.exists() {
        bail!("{} exists already and is left as it is; give another name", path.display());
    }
    Ok(())
}
