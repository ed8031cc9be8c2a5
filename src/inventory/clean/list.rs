//! Several values in one cell.

/// The values of a cell that may hold several, separated by semicolons, commas or line breaks, or written as a JSON array.
pub fn split_list(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '\n', '|'])
        .map(|part| part.trim_matches(|c: char| c.is_whitespace() || "[]\"".contains(c)))
        .filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_split_at_every_separator_in_use() {
        for text in ["A; B", "A, B", "A\nB", "[\"A\", \"B\"]", " A ;; B; "] {
            assert_eq!(split_list(text).collect::<Vec<_>>(), ["A", "B"], "{text}");
        }
    }
}
