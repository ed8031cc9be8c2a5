//! Folders to write in, one per test, emptied at its start.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tachtig::reference::DataDir;
use tachtig::run::Definitions;
use tachtig::sources::{Reader, Worker};

/// An empty folder of this name under the build folder.
pub fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("the build folder can be written");
    path
}

/// The definitions that are compiled in, loaded once.
pub static DEFINITIONS: LazyLock<Definitions> =
    LazyLock::new(|| Definitions::load(&DataDir::embedded()).expect("the built-in data is valid"));

/// The root of the project.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder of the optional material, when `TACHTIG_SHARED` points to it. Says so when a test is skipped.
pub fn shared(path: &str) -> Option<PathBuf> {
    let found = std::env::var_os("TACHTIG_SHARED").map(|root| Path::new(&root).join(path)).filter(|path| path.exists());
    if found.is_none() {
        println!("skipped: TACHTIG_SHARED does not lead to {path}");
    }
    found
}

/// A reader as the program has it, with child processes.
pub fn isolated() -> Reader {
    Reader::with_worker(Worker { program: env!("CARGO_BIN_EXE_tachtig").into(), arguments: vec!["read-cells".into()] })
}

/// The project's definitions in a folder of this name, with those of another folder laid over them.
pub fn overlaid(changes: &Path, name: &str) -> PathBuf {
    let dir = folder(name);
    for part in ["catalogue", "corrections", "layouts", "publication", "reference", "reviews", "rules"] {
        copy(&project().join("data").join(part), &dir.join(part));
    }
    copy(changes, &dir);
    dir
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the build folder can be written");
    for entry in std::fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).expect("the build folder can be written");
        }
    }
}
