//! Where a problem is: a file, a sheet of it, a cell of that.

use std::fmt;
use std::sync::Arc;

use super::printable;
use crate::terms::CellRef;

/// A place in the input. The parts that do not apply are absent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path under the folder of inventories, with `/` on every system.
    pub file: Arc<str>,
    pub sheet: Option<Arc<str>>,
    pub cell: Option<CellRef>,
}

impl Place {
    #[must_use]
    pub const fn file(file: Arc<str>) -> Self {
        Self { file, sheet: None, cell: None }
    }

    #[must_use]
    pub const fn sheet(file: Arc<str>, sheet: Arc<str>) -> Self {
        Self { file, sheet: Some(sheet), cell: None }
    }

    #[must_use]
    pub fn at(&self, row: u32, column: u32) -> Self {
        Self { cell: Some(CellRef::new(row, column)), ..self.clone() }
    }

    /// The file's name without its folders.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.file.rsplit('/').next().unwrap_or(&self.file)
    }

    /// A file with lines instead of cells; its rows are lines.
    fn has_lines(&self) -> bool {
        let ending = self.file.rsplit('.').next().unwrap_or_default();
        ending.eq_ignore_ascii_case("xml") || ending.eq_ignore_ascii_case("archimate")
    }

    /// The cell as `C17`, or the number of the line in a file that has no cells.
    #[must_use]
    pub fn spot(&self) -> Option<String> {
        let cell = self.cell?;
        Some(if self.has_lines() { (u64::from(cell.row) + 1).to_string() } else { cell.to_string() })
    }

    /// The address as a spreadsheet's name box takes it, `'[zuid.xlsx]Applicaties'!C17`, or as editors take a line,
    /// `zuid.xml:17`; absent for a whole file. A quote in a name is doubled; what can't be shown on one line is written out.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        let sheet = self.sheet.as_deref()?;
        if self.has_lines() {
            return self.spot().map(|line| format!("{}:{line}", printable(self.file_name())));
        }
        let safe = |name: &str| printable(name).replace('\'', "''");
        let quoted = format!("'[{}]{}'", safe(self.file_name()), safe(sheet));
        Some(self.cell.map_or_else(|| quoted.clone(), |cell| format!("{quoted}!{cell}")))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.address() {
            Some(address) => write!(f, "{}   {address}", printable(&self.file)),
            None => write!(f, "{}", printable(&self.file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_quotes_line_breaks_and_pictures_keep_their_address() {
        for (file, sheet, shown) in [
            ("zuid.xlsx", "Applicaties", "zuid.xlsx   '[zuid.xlsx]Applicaties'!C17"),
            ("2026-11/'s-Hertogenbosch.xlsx", "Foto's", "2026-11/'s-Hertogenbosch.xlsx   '[''s-Hertogenbosch.xlsx]Foto''s'!C17"),
            ("a\nb 🏛.xlsx", "één\ttwee", "a\\nb 🏛.xlsx   '[a\\nb 🏛.xlsx]één\\ttwee'!C17"),
        ] {
            assert_eq!(Place::sheet(file.into(), sheet.into()).at(16, 2).to_string(), shown);
        }
    }

    #[test]
    fn places_are_shown_as_the_program_that_opens_the_file_wants_them() {
        let shown = |file: &str| Place::sheet(file.into(), "Blad 'A'".into()).at(16, 2).to_string();
        assert_eq!(shown("zuid/lijst.xlsx"), "zuid/lijst.xlsx   '[lijst.xlsx]Blad ''A'''!C17");
        assert_eq!(shown("zuid/model.XML"), "zuid/model.XML   model.XML:17");
    }
}
