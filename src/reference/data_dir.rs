//! Where `data/` is read from: the copy compiled into the program, or a folder that replaces it (`--data DIR`).
//!
//! Not for inventories: those are input, read by `sources`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

static EMBEDDED: [(&str, Dir<'static>); 7] = [
    ("catalogue", include_dir!("$CARGO_MANIFEST_DIR/data/catalogue")),
    ("corrections", include_dir!("$CARGO_MANIFEST_DIR/data/corrections")),
    ("layouts", include_dir!("$CARGO_MANIFEST_DIR/data/layouts")),
    ("publication", include_dir!("$CARGO_MANIFEST_DIR/data/publication")),
    ("reference", include_dir!("$CARGO_MANIFEST_DIR/data/reference")),
    ("reviews", include_dir!("$CARGO_MANIFEST_DIR/data/reviews")),
    ("rules", include_dir!("$CARGO_MANIFEST_DIR/data/rules")),
];

/// Whoever corrects or reviews nothing needs no such folder.
const MAY_BE_ABSENT: [&str; 2] = ["corrections", "reviews"];

/// All files of `data/` but the inventories, by path with `/`, in order of path.
#[derive(Debug, Clone)]
pub struct DataDir {
    origin: Option<PathBuf>,
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl DataDir {
    /// The tables that were compiled in.
    #[must_use]
    pub fn embedded() -> Self {
        let mut files = BTreeMap::new();
        for (folder, dir) in &EMBEDDED {
            collect_embedded(folder, dir, &mut files);
        }
        Self { origin: None, files }
    }

    /// The tables in a folder, which must have all parts.
    ///
    /// # Errors
    /// When the folder or one of its parts is missing or can't be read.
    pub fn open(dir: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        for (folder, _) in &EMBEDDED {
            let path = dir.join(folder);
            if !path.is_dir() && MAY_BE_ABSENT.contains(folder) {
                continue;
            }
            if !path.is_dir() {
                bail!("{} has no folder '{folder}'; 'tachtig init {}' writes a complete one", dir.display(), dir.display());
            }
            collect_folder(&path, folder, &mut files).with_context(|| format!("reading {}", path.display()))?;
        }
        Ok(Self { origin: Some(dir.to_path_buf()), files })
    }

    /// What to call this data in messages.
    #[must_use]
    pub fn name(&self) -> String {
        self.origin.as_ref().map_or_else(|| "data".to_owned(), |dir| dir.display().to_string())
    }

    /// The text of one file.
    ///
    /// # Errors
    /// When it is missing or is not UTF-8.
    pub fn text(&self, path: &str) -> Result<&str> {
        let bytes = self.files.get(path).with_context(|| format!("{}/{path} is missing", self.name()))?;
        std::str::from_utf8(bytes).with_context(|| format!("{}/{path} is not UTF-8", self.name()))
    }

    /// What one TOML file says.
    ///
    /// # Errors
    /// When it is missing, or is not such a file.
    pub fn toml<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        toml::from_str(self.text(path)?).with_context(|| format!("in {path}"))
    }

    /// The paths of all files under a folder with this ending, in order.
    pub fn list<'a>(&'a self, folder: &'a str, ending: &'a str) -> impl Iterator<Item = &'a str> {
        self.files
            .keys()
            .map(String::as_str)
            .filter(move |path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')) && path.ends_with(ending))
    }

    /// All files with their bytes, in order of path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }

    fn definitions(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files().filter(|(path, _)| is_definition(path))
    }

    /// SHA-256 over paths and contents of all definitions, as hexadecimal: equal for equal definitions, wherever they were read from.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for (path, bytes) in self.definitions() {
            hash.update(path.as_bytes());
            hash.update([0]);
            hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
            hash.update(bytes);
        }
        crate::sources::hexadecimal(&hash.finalize())
    }

    /// SHA-256 of each file of definitions, by path: what tells which definitions differ between two reports.
    #[must_use]
    pub fn hashes(&self) -> BTreeMap<String, String> {
        self.definitions().map(|(path, bytes)| (path.to_owned(), crate::sources::sha256(bytes))).collect()
    }
}

/// A note explains the data and defines nothing; who publishes changes no figure, so that no month is revised for it.
fn is_definition(path: &str) -> bool {
    !path.starts_with("publication/") && Path::new(path).extension().is_none_or(|ending| ending != "md")
}

fn collect_embedded(prefix: &str, dir: &'static Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(format!("{prefix}/{path}"), Cow::Borrowed(file.contents()));
    }
    for inner in dir.dirs() {
        collect_embedded(prefix, inner, files);
    }
}

fn collect_folder(dir: &Path, prefix: &str, files: &mut BTreeMap<String, Cow<'static, [u8]>>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        let path = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect_folder(&entry.path(), &path, files)?;
        } else {
            files.insert(path, Cow::Owned(std::fs::read(entry.path())?));
        }
    }
    Ok(())
}
