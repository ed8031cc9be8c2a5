//! The address of a cell. Nobody else counts rows or columns.

use std::fmt;

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

    /// Reads an address such as `C17` or `$C$17`; nothing when it is none, or outside what a spreadsheet can hold.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let plain = address.replace('$', "").to_ascii_uppercase();
        let (letters, digits) = plain.split_at(plain.find(|c: char| c.is_ascii_digit())?);
        let digit = |letter: u8| letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1);
        let column = letters.bytes().try_fold(0_u32, |sum, letter| sum.checked_mul(26)?.checked_add(digit(letter)?))?;
        let row: u32 = digits.parse().ok()?;
        let inside = (1..=1 << 20).contains(&row) && (1..=1 << 14).contains(&column);
        inside.then(|| Self::new(row - 1, column - 1))
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_name(self.column), u64::from(self.row) + 1)
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
            assert_eq!(CellRef::parse(shown), Some(CellRef::new(row, column)));
        }
    }

    #[test]
    fn what_is_no_address_is_not_read_as_one() {
        for text in ["", "A", "7", "A0", "XFE1", "A1048577", "A1B", "Ä1", "AAAAAAAAAA1", "A99999999999"] {
            assert_eq!(CellRef::parse(text), None, "{text}");
        }
        assert_eq!(CellRef::parse("$c$17"), Some(CellRef::new(16, 2)));
    }
}
