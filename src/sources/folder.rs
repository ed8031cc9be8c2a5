//! Which files there are: months as folders, files under them at any depth.

use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, Result};

use super::SourceFile;
use crate::terms::Month;

/// How deep folders may lie in one another; a link that leads back into its own folder ends here.
const MAX_DEPTH: usize = 12;

/// The months for which a folder has a folder, in order.
///
/// # Errors
/// When the folder can't be read.
pub fn find_months(dir: &Path) -> Result<Vec<Month>> {
    let entries = std::fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))?;
    let mut months: Vec<Month> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| Month::from_str(&entry.file_name().to_string_lossy()).ok())
        .collect();
    months.sort_unstable();
    Ok(months)
}

/// All files under a folder, in order of name, named by their path under `root`. Hidden files, lock files and notes about
/// the folder itself are no input.
///
/// # Errors
/// When a folder can't be read.
pub fn list_files(root: &Path, dir: &Path) -> Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    walk(root, dir, 0, &mut files).with_context(|| format!("reading {}", dir.display()))?;
    files.sort();
    Ok(files)
}

fn walk(root: &Path, dir: &Path, depth: usize, files: &mut Vec<SourceFile>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if !is_input(&path) {
            continue;
        }
        if path.is_dir() {
            if depth < MAX_DEPTH && !path.is_symlink() {
                walk(root, &path, depth + 1, files)?;
            }
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(SourceFile { name: name.into(), path });
        }
    }
    Ok(())
}

fn is_input(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let note = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
    !(note || name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" || name == "desktop.ini")
}
