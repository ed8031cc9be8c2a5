//! How a sheet was understood: header, columns, whose it is. For people who want to see it; no figure depends on it.

use super::header::Header;
use super::{Field, Layout, Owner};
use crate::sources::Row;

/// How one sheet was understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recognised {
    /// The rows of the header, from zero.
    pub header_rows: Vec<u32>,
    /// The columns with a header text, in order.
    pub columns: Vec<Column>,
    /// Whom the sheet, a title row or the file names, for rows that name nobody.
    pub owner: Option<Owner>,
    /// Why it was not read, when it was not.
    pub left_out: Option<SheetLeftOut>,
    /// What it is instead, by the id that the words of such sheets have.
    pub other_kind: Option<String>,
}

/// One column of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub column: u32,
    /// As typed; of two header lines both texts.
    pub header: String,
    pub read_as: ReadAs,
}

/// What became of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadAs {
    Field(Field),
    /// An earlier column already gives this field.
    Duplicate(Field),
    /// Known, and left unread on purpose: personal data and the like.
    Unread,
    /// Not known. `nearest` is what its header looks most like, as a hint only.
    Unknown {
        nearest: Option<String>,
    },
}

/// Why a sheet was not read as an inventory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetLeftOut {
    Empty,
    Hidden,
    /// Made by this program beside an inventory.
    Own,
    /// It holds what is on offer, who there is, which standards there are: no use by anybody.
    NoUse,
    /// A correction says that it is no inventory.
    Ignored,
    /// It looks like something else: a list of requirements, of prices, of people.
    OtherKind,
    /// Its fields stand below each other.
    Transposed,
    /// No row has the words of a header.
    NoHeader,
}

impl SheetLeftOut {
    /// The name as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Hidden => "hidden",
            Self::Own => "own-sheet",
            Self::NoUse => "no-use",
            Self::Ignored => "ignored",
            Self::OtherKind => "other-kind",
            Self::Transposed => "transposed",
            Self::NoHeader => "no-header",
        }
    }
}

impl Recognised {
    pub(super) fn left_out(why: SheetLeftOut, other_kind: Option<String>) -> Self {
        Self { left_out: Some(why), other_kind, ..Self::default() }
    }

    pub(super) fn of(header: &Header, layout: &Layout, rows: &[Row], owner: Option<Owner>) -> Self {
        let header_rows = rows[header.last + 1 - header.lines..=header.last].iter().map(|row| row.index).collect();
        let columns = header.shown.iter().filter(|(_, text)| !text.trim().is_empty());
        let column = |(column, text): &(u32, String)| Column {
            column: *column,
            header: text.split_whitespace().collect::<Vec<_>>().join(" "),
            read_as: read_as(*column, text, header, layout),
        };
        Self { header_rows, columns: columns.map(column).collect(), owner, left_out: None, other_kind: None }
    }

    /// Whether any column gives this field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|column| column.read_as == ReadAs::Field(field))
    }
}

fn read_as(column: u32, text: &str, header: &Header, layout: &Layout) -> ReadAs {
    if let Some((field, _)) = header.columns.iter().find(|(_, at)| **at == column) {
        return ReadAs::Field(*field);
    }
    if let Some((_, _, field)) = header.duplicates.iter().find(|(at, _, _)| *at == column) {
        return ReadAs::Duplicate(*field);
    }
    if header.unknown.iter().any(|(at, _)| *at == column) {
        return ReadAs::Unknown { nearest: layout.nearest(text).map(ToString::to_string) };
    }
    ReadAs::Unread
}
