//! Why a file gives no sheets: the code of the problem, and what fills its sentence.

use crate::problem::{Code, Place, Problem};

/// A reason, without the name of the file. What it holds is a name, a number or the words of another program: sentences
/// stand in the texts of problems, in two languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    pub code: Code,
    pub found: String,
    pub hint: Option<String>,
}

impl Unreadable {
    pub fn new(code: Code, found: impl Into<String>) -> Self {
        Self { code, found: found.into(), hint: None }
    }

    /// The file, or what it unpacks to, passes a limit.
    pub fn too_large(found: impl Into<String>, limit: impl Into<String>) -> Self {
        Self { code: Code::FileTooLarge, found: found.into(), hint: Some(limit.into()) }
    }

    /// What the reader of the format says. Its words are technical, and the next step does not depend on them.
    pub fn damaged(error: impl std::fmt::Display) -> Self {
        Self::new(Code::DamagedFile, error.to_string())
    }

    pub fn problem(self, place: Place) -> Problem {
        Problem::new(self.code, place, self.found).with_hint(self.hint)
    }
}

/// A size in bytes as people read it.
pub fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1 << 20))
}
