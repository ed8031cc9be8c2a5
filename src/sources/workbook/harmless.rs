//! Whether a small package can take much time or memory all the same. What could is parsed in a child process.

use super::package::Package;
use crate::sources::limits::{MAX_BINARY_BOOK_BYTES, MAX_SHEETS, MAX_SHEETS_BYTES, MAX_STYLES_BYTES};

/// How far the count of shared texts is looked for.
const START: usize = 4096;

/// Looks at what a parser would multiply: sheets that share a part, styles, a count that it makes room for, and formulas of
/// names in an xlsb book, which take time with the square of their length.
pub fn is_harmless(package: &Package, sheets: &[String]) -> bool {
    // Of a sheet that is not found here calamine may know better where it is.
    let largest = package.largest();
    let size = |part: &String| package.whole(part).map_or(largest, |part| part.len() as u64);
    let styles = package.largest_of("styles.xml").max(package.largest_of("styles.bin"));
    sheets.len() <= MAX_SHEETS
        && sheets.iter().map(size).sum::<u64>() <= MAX_SHEETS_BYTES
        && styles <= MAX_STYLES_BYTES
        && package.largest_of("workbook.bin") <= MAX_BINARY_BOOK_BYTES
        && package.parts_called("sharedstrings.xml").all(counts_honestly)
}

/// Room is made for as many texts as the part says it has. It can't have more than one for every few bytes.
fn counts_honestly(part: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&part[..part.len().min(START)]);
    let Some((_, rest)) = start.split_once("uniqueCount") else { return true };
    let digits = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\''));
    let count = digits.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    count.parse::<u64>().is_ok_and(|count| count <= part.len() as u64) || count.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_of_more_texts_than_there_are_bytes_is_not_honest() {
        for (part, honest) in [
            (r#"<sst count="9" uniqueCount="3"><si/><si/><si/></sst>"#, true),
            ("<sst><si/></sst>", true),
            (r#"<sst uniqueCount=""></sst>"#, true),
            ("<sst uniqueCount = '1000'></sst>", false),
            (r#"<sst uniqueCount="99999999999999999999999999"></sst>"#, false),
        ] {
            assert_eq!(counts_honestly(part.as_bytes()), honest, "{part}");
        }
    }
}
