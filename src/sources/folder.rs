//! Which files there are: months as folders, files under them at any depth.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result};

use super::SourceFile;
use crate::terms::Month;

/// How deep folders may lie in one another. A deeper one is told as something that is no file.
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
    walk(root, dir, &mut vec![dir.canonicalize().unwrap_or_default()], &mut files)
        .with_context(|| format!("reading {}", dir.display()))?;
    files.sort();
    Ok(files)
}

/// `inside` are the folders that this one lies in, and itself: a link that leads back into one of them gives nothing new.
fn walk(root: &Path, dir: &Path, inside: &mut Vec<PathBuf>, files: &mut Vec<SourceFile>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if !is_input(&path) {
            continue;
        }
        if !path.is_dir() || inside.len() > MAX_DEPTH {
            files.push(named(root, path));
            continue;
        }
        let real = path.canonicalize().unwrap_or_default();
        if !inside.contains(&real) {
            inside.push(real);
            // What can't be listed is told like a file that can't be opened.
            if walk(root, &path, inside, files).is_err() {
                files.push(named(root, path));
            }
            inside.pop();
        }
    }
    Ok(())
}

fn named(root: &Path, path: PathBuf) -> SourceFile {
    let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
    SourceFile { name: name.into(), path }
}

fn is_input(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let note = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
    !(note || name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" || name == "desktop.ini")
}
