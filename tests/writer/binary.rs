//! Little-endian bytes, the material of the two binary workbook formats.

/// Bytes in the making.
#[derive(Debug, Clone, Default)]
pub struct Bytes(pub Vec<u8>);

impl Bytes {
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn u8(mut self, value: u8) -> Self {
        self.0.push(value);
        self
    }

    #[must_use]
    pub fn u16(mut self, value: u16) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    #[must_use]
    pub fn u32(mut self, value: u32) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    #[must_use]
    pub fn f64(mut self, value: f64) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    #[must_use]
    pub fn raw(mut self, bytes: &[u8]) -> Self {
        self.0.extend(bytes);
        self
    }

    /// The UTF-16 units of a text, without a length.
    #[must_use]
    pub fn utf16(mut self, text: &str) -> Self {
        self.0.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        self
    }
}

/// The number of UTF-16 units of a text.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The start of a text, at most so many UTF-16 units long: literals inside formulas are short.
pub fn shortened(text: &str, longest: usize) -> String {
    let mut short = String::new();
    for letter in text.chars() {
        if units(&short) + letter.len_utf16() > longest {
            break;
        }
        short.push(letter);
    }
    short
}

/// The code of an error value, the same in both formats. An unknown one is `#N/A`.
pub fn error_code(error: &str) -> u8 {
    match error {
        "#NULL!" => 0x00,
        "#DIV/0!" => 0x07,
        "#VALUE!" => 0x0F,
        "#REF!" => 0x17,
        "#NAME?" => 0x1D,
        "#NUM!" => 0x24,
        _ => 0x2A,
    }
}
