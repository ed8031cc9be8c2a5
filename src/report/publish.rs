//! Writes a report all at once or not at all: into a folder beside it, which takes its place when it is complete.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Writes the files and lets them take the place of the folder `out/name`.
///
/// # Errors
/// When something can't be written; the report that was there before is then still there.
pub fn publish(out: &Path, name: &str, files: &[(String, Vec<u8>)]) -> Result<PathBuf> {
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
