//! Text that was UTF-8 and was read as windows-1252, read again: `FryslÃ¢n` is `Fryslân`.
//!
//! Only for comparing. What stood there is always kept beside it.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// The text as it was meant. A text without such damage stays as it is.
#[must_use]
pub fn legible(text: &str) -> Cow<'_, str> {
    if !text.contains(['Ã', 'Â', 'â']) {
        return Cow::Borrowed(text);
    }
    let (bytes, _, lost) = WINDOWS_1252.encode(text);
    match std::str::from_utf8(&bytes) {
        Ok(meant) if !lost => Cow::Owned(meant.to_owned()),
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_undone_and_good_text_stays() {
        for (text, meant) in [
            ("SÃºdwest-FryslÃ¢n", "Súdwest-Fryslân"),
            ("IdeeÃ«n", "Ideeën"),
            ("â€™s-Gravenhage", "’s-Gravenhage"),
            ("Súdwest-Fryslân", "Súdwest-Fryslân"),
            ("Ãœbung 日本", "Ãœbung 日本"),
            ("", ""),
        ] {
            assert_eq!(legible(text), meant);
        }
    }
}
