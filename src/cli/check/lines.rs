//! Text in lines of at most a hundred columns, without what a terminal would take for an order: a file may hold anything.

use crate::problem::printable;

/// The width of a line, in characters.
const WIDTH: usize = 100;

/// Adds a text, the first line after `first`, the others after as many spaces. Words are not cut.
pub fn add(out: &mut String, first: &str, text: &str) {
    let indent = first.chars().count();
    out.push_str(first);
    let mut used = indent;
    for (position, word) in text.split_whitespace().map(printable).enumerate() {
        let length = word.chars().count();
        if position > 0 && used + 1 + length > WIDTH {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            used = indent;
        } else if position > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(&word);
        used += length;
    }
    out.push('\n');
}

/// At most so many characters of a text, in one line, filled up with spaces.
pub fn padded(text: &str, width: usize) -> String {
    let short = cut(text, width);
    let spaces = width.saturating_sub(short.chars().count());
    short + &" ".repeat(spaces)
}

/// At most so many characters of a text, in one line.
pub fn cut(text: &str, width: usize) -> String {
    let text = printable(text);
    if text.chars().count() <= width {
        text.into_owned()
    } else {
        text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_go_on_below_their_first_word() {
        let mut out = String::new();
        add(&mut out, "  - ", &"woord ".repeat(30));
        assert_eq!(out.lines().count(), 2);
        assert!(out.lines().all(|line| line.chars().count() <= WIDTH) && out.ends_with('\n'));
        assert!(out.lines().nth(1).is_some_and(|line| line.starts_with("    woord")));
        assert_eq!((padded("één", 5), padded("langer dan vijf", 5)), ("één  ".to_owned(), "lang…".to_owned()));
        assert_eq!(cut("a\u{1b}[31m\nb", 20), r"a\u{1b}[31m\nb");
    }
}
