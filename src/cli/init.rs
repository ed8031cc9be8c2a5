//! `tachtig init`: writes the built-in definitions to a folder, to be changed and used with `--data`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::reference::DataDir;

/// Write the built-in rules, catalogue, reference, layouts and publisher to a folder, to change them
#[derive(Debug, Args)]
#[command(after_help = "Example: tachtig init mydata && tachtig run --data mydata")]
pub struct Init {
    /// A folder that does not exist yet, or is empty
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

impl Init {
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode> {
        let has_content = std::fs::read_dir(&self.dir).is_ok_and(|mut entries| entries.next().is_some());
        if has_content {
            bail!("{} is not empty; nothing was written", self.dir.display());
        }
        let data = DataDir::embedded();
        let mut count = 0;
        for (path, bytes) in data.files() {
            let path = self.dir.join(path);
            let parent = path.parent().unwrap_or(&self.dir);
            std::fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
            std::fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
            count += 1;
        }
        writeln!(out, "{count} files in {}; use them with --data {}", self.dir.display(), self.dir.display())?;
        Ok(ExitCode::SUCCESS)
    }
}
