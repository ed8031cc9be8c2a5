//! Writes a report all at once or not at all: into a folder beside it, which takes its place when it is complete.
//!
//! What was published before of another vintage goes along, under `vintages/`; older vintages lie beside it, never in it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Vintage;
use super::vintage::VINTAGES_FOLDER;

/// Writes the files and lets them take the place of the folder `out/name`. `vintage` is the name of theirs.
///
/// # Errors
/// When something can't be written; the report that was there before is then still there.
pub fn publish(out: &Path, name: &str, vintage: &str, files: &[(String, Vec<u8>)]) -> Result<PathBuf> {
    let (target, fresh, old) = (out.join(name), out.join(format!(".{name}.new")), out.join(format!(".{name}.old")));
    remove(&fresh)?;
    remove(&old)?;
    for (path, bytes) in files {
        let path = fresh.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
    }
    keep_vintages(&target, &fresh.join(VINTAGES_FOLDER), vintage)?;
    if target.exists() {
        fs::rename(&target, &old).with_context(|| format!("putting {} aside", target.display()))?;
    }
    if let Err(error) = fs::rename(&fresh, &target) {
        let _ = fs::rename(&old, &target);
        return Err(error).with_context(|| format!("publishing {}", target.display()));
    }
    remove(&old)?;
    Ok(target)
}

fn remove(dir: &Path) -> Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).with_context(|| format!("removing {}", dir.display()))?;
    }
    Ok(())
}

/// Takes along all vintages of a report but the one that is published now.
fn keep_vintages(report: &Path, kept: &Path, now: &str) -> Result<()> {
    let older = report.join(VINTAGES_FOLDER);
    if older.is_dir() {
        for name in names_in(&older)?.into_iter().filter(|name| name != now) {
            link(&older.join(&name), &kept.join(&name))?;
        }
    }
    if let Some(name) = Vintage::read(report)?.map(|vintage| vintage.name()).filter(|name| name != now) {
        let target = kept.join(name);
        remove(&target)?;
        for part in names_in(report)?.into_iter().filter(|part| part != VINTAGES_FOLDER) {
            link(&report.join(&part), &target.join(&part))?;
        }
    }
    Ok(())
}

fn names_in(dir: &Path) -> Result<Vec<String>> {
    let read = || format!("reading {}", dir.display());
    let names = fs::read_dir(dir).with_context(read)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    names.collect::<Result<_>>().with_context(read)
}

/// The same file or folder in another place. Reports are never written to once they are there, so a hard link will do where
/// the file system has them.
fn link(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for name in names_in(from)? {
            link(&from.join(&name), &to.join(&name))?;
        }
        return Ok(());
    }
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
    }
    let linked = fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()));
    linked.with_context(|| format!("keeping {}", from.display()))
}
