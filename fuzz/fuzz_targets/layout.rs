//! Bytes as a layout beside the built-in ones: read or refused, never a panic.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tachtig::inventory::Layouts;
use tachtig::reference::DataDir;

/// What other layouts extend.
const GENERIC: &str = "layouts/generic.toml";

/// What layouts are read with, of the definitions that are built in, written out once to a folder of this process. Without the
/// other layouts, so that a turn takes no longer than its bytes ask.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("tachtig-fuzz-{}", std::process::id()));
    for (path, bytes) in DataDir::embedded().files().filter(|(path, _)| path.starts_with("layouts/words/") || path == &GENERIC) {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be written");
        std::fs::write(path, bytes).expect("a file can be written");
    }
    folder
});

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(FOLDER.join("layouts/vreemd.toml"), bytes).expect("a file can be written");
    let _ = DataDir::open(&FOLDER).and_then(|data| Layouts::load(&data));
});
