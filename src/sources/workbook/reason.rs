//! What calamine and the zip library complain of, as reasons: a password and too many cells have a next step of their own.

use calamine::{OdsError, XlsError, XlsbError, XlsxError};
use zip::result::ZipError;

use crate::problem::Code;
use crate::sources::limits::MAX_DENSE_CELLS;
use crate::sources::unreadable::Unreadable;

/// An error of a parser as the reason why a file gives no sheets.
pub trait Reason {
    fn reason(self) -> Unreadable;
}

fn encrypted() -> Unreadable {
    Unreadable::new(Code::EncryptedFile, "")
}

impl Reason for ZipError {
    fn reason(self) -> Unreadable {
        match self {
            Self::UnsupportedArchive(Self::PASSWORD_REQUIRED) | Self::InvalidPassword => encrypted(),
            other => Unreadable::damaged(other),
        }
    }
}

impl Reason for std::io::Error {
    fn reason(self) -> Unreadable {
        Unreadable::damaged(self)
    }
}

impl Reason for XlsxError {
    fn reason(self) -> Unreadable {
        match self {
            Self::Password => encrypted(),
            Self::Zip(error) => error.reason(),
            other => Unreadable::damaged(other),
        }
    }
}

impl Reason for XlsbError {
    fn reason(self) -> Unreadable {
        match self {
            Self::Password => encrypted(),
            Self::Zip(error) => error.reason(),
            other => Unreadable::damaged(other),
        }
    }
}

impl Reason for XlsError {
    fn reason(self) -> Unreadable {
        match self {
            Self::Password => encrypted(),
            other => Unreadable::damaged(other),
        }
    }
}

impl Reason for OdsError {
    fn reason(self) -> Unreadable {
        match self {
            Self::Password => encrypted(),
            Self::Zip(error) => error.reason(),
            Self::CellLimitExceeded { requested, .. } => Unreadable::too_large(requested.to_string(), MAX_DENSE_CELLS.to_string()),
            other => Unreadable::damaged(other),
        }
    }
}
