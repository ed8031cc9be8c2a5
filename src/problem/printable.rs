//! Names and texts from files as they may be shown: on one line, and without commands to the terminal.

use std::borrow::Cow;

/// The text with line breaks and other control characters written out, such as `\n`; also those that turn the direction of text.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unprintable) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_unprintable(character) { shown.extend(character.escape_default()) } else { shown.push(character) }
    }
    Cow::Owned(shown)
}

fn is_unprintable(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_not_be_shown_is_written_out() {
        assert_eq!(printable("Súdwest 🏛 'x'"), "Súdwest 🏛 'x'");
        assert_eq!(printable("a\nb\t\u{1b}[2J\u{202e}"), r"a\nb\t\u{1b}[2J\u{202e}");
    }
}
