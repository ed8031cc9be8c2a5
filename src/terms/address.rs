//! The address of a cell. Nobody else counts rows or columns.

use std::fmt;
use std::str::FromStr;

/// A cell's place on its sheet, counted from zero, shown as in a spreadsheet (`C17`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    pub row: u32,
    pub column: u32,
}

impl CellRef {
    #[must_use]
    pub const fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_name(self.column), u64::from(self.row) + 1)
    }
}

impl FromStr for CellRef {
    type Err = String;

    /// Reads an address such as `C17`, within the size that a sheet can have.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("'{text}' is not a cell; write it as C17");
        let digits = text.find(|c: char| c.is_ascii_digit()).ok_or_else(wrong)?;
        let (letters, digits) = text.split_at(digits);
        if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(wrong());
        }
        let column = letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
        let row: u32 = digits.parse().ok().filter(|row| (1..=1_048_576).contains(row)).ok_or_else(wrong)?;
        Ok(Self::new(row - 1, column - 1))
    }
}

/// The letters of a column counted from zero: 0 is `A`, 25 is `Z`, 26 is `AA`.
#[must_use]
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = u64::from(column) + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_as_in_a_spreadsheet() {
        for (row, column, shown) in
            [(0, 0, "A1"), (16, 2, "C17"), (9, 25, "Z10"), (9, 26, "AA10"), (1_048_575, 16_383, "XFD1048576")]
        {
            assert_eq!(CellRef::new(row, column).to_string(), shown);
            assert_eq!(shown.parse(), Ok(CellRef::new(row, column)));
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in ["", "C", "17", "c17", "C0", "C1048577", "ABCD1", "C17:D18", "$C$17", "C-1"] {
            assert!(wrong.parse::<CellRef>().is_err(), "{wrong}");
        }
    }
}
