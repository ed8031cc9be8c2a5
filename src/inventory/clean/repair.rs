//! Text that was damaged on its way to the cell: read in the wrong encoding, escaped for another format, or holding characters
//! that nobody sees. Not for what a person typed: that stays as it is.

use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

use super::escape::{is_space, unescaped};
use super::mojibake::read_as_utf8;

/// Damage on top of damage ends within so many rounds; a text that does not is left alone.
const MOST_ROUNDS: usize = 12;

/// A text that reads otherwise than it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    pub text: String,
    /// False when only space or the composition of accents changed, which nobody can see.
    pub visible: bool,
}

/// The text as it was meant; absent when it is as it should be. Most text leaves after one look at its characters.
#[must_use]
pub fn repaired(text: &str) -> Option<Repaired> {
    if !text.starts_with(['\'', '=']) && text.chars().all(is_sound) {
        return None;
    }
    let mut now = text.to_owned();
    for _ in 0..MOST_ROUNDS {
        let next = round(&now);
        if next == now {
            let visible = now != composed(&spaced(text));
            return (now != text).then_some(Repaired { text: now, visible });
        }
        now = next;
    }
    None
}

fn round(text: &str) -> String {
    let mut read = text.to_owned();
    while let Some(next) = read_as_utf8(&read).filter(|next| next.len() < read.len()) {
        read = next;
    }
    let plain = composed(&unescaped(&read));
    unmarked(&plain).map(str::to_owned).unwrap_or(plain)
}

/// Characters that are never part of damage. `&` and `_` may begin an escape, and some letters a misread one.
const fn is_sound(c: char) -> bool {
    !matches!(c, '&' | '_' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'â' | 'ï' | '\u{ad}')
        && matches!(c, ' '..='~' | '\n' | '\t' | '\u{a1}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20ac}'
            | '\u{2122}' | '\u{2190}'..='\u{2bff}')
}

/// Accents joined to their letters (NFC).
fn composed(text: &str) -> String {
    if text.chars().all(|c| c < '\u{300}') { text.to_owned() } else { text.nfc().collect() }
}

fn spaced(text: &str) -> String {
    let plain = |c: char| match c {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        c if is_space(c) => ' ',
        c => c,
    };
    text.chars().map(plain).collect()
}

/// Without the marks by which a spreadsheet keeps a number as text: `'0123` and `="0123"`. The apostrophe of `'s-Gravenhage` stays.
fn unmarked(text: &str) -> Option<&str> {
    if let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return (!inner.contains('"')).then_some(inner);
    }
    let rest = text.strip_prefix('\'')?;
    let begins = rest.starts_with(|c: char| c.is_ascii_digit() || "=+-@€".contains(c));
    (begins && !rest.contains('\'')).then_some(rest)
}

/// Whether letters were lost beyond repair: `Frysl\u{fffd}n`, `Frysl?n`. An address on the web may hold a question mark.
#[must_use]
pub fn is_damaged(text: &str) -> bool {
    let mark_in_word = || {
        let bytes = text.as_bytes();
        bytes.windows(3).any(|three| three[1] == b'?' && three[0].is_ascii_alphabetic() && three[2].is_ascii_lowercase())
            && !text.contains("://")
            && !text.contains("www.")
            && !text.contains('=')
    };
    text.contains('\u{fffd}') || (text.contains('?') && mark_in_word())
}

/// A text with what nobody can see made visible, so that a message holds the original.
#[must_use]
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let hidden = c.is_control() || super::escape::is_invisible(c) || is_space(c) && c != ' ';
        if hidden {
            let _ = write!(out, "<U+{:04X}>", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn damaged_text_reads_as_it_was_meant() {
        for (text, expected) in [
            ("SÃºdwest-FryslÃ¢n", "Súdwest-Fryslân"),
            ("SÃƒÂºdwest-FryslÃƒÂ¢n", "Súdwest-Fryslân"),
            ("â‚¬ 12.500", "€ 12.500"),
            ("FinanciÃ«n â€“ â€žbegrotingâ€\u{9d}", "Financiën – „begroting”"),
            ("Zaken &amp; documenten", "Zaken & documenten"),
            ("Zaken &amp;amp; documenten", "Zaken & documenten"),
            ("Caf&eacute; &#233;&#xE9;n &euro;", "Café één €"),
            ("regel_x000D_\ntwee", "regel\n\ntwee"),
            ("soft\u{ad}ware\u{200b}pakket", "softwarepakket"),
            ("een\u{0}twee\u{1b}[31m", "eentwee[31m"),
            ("oﬃce ﬁnanciën", "office financiën"),
            ("'0123", "0123"),
            ("=\"0123\"", "0123"),
            ("&Atilde;&ordm;", "ú"),
        ] {
            let found = repaired(text).unwrap_or_else(|| panic!("{text} is repaired"));
            assert_eq!((found.text.as_str(), found.visible), (expected, true), "{text}");
        }
    }

    #[test]
    fn space_and_composed_accents_change_without_a_word() {
        for (text, expected) in
            [("a\u{a0}b", "a b"), ("Fryslan\u{302}", "Fryslan̂"), ("Frysla\u{302}n", "Fryslân"), ("a\u{2028}b", "a\nb")]
        {
            match repaired(text) {
                Some(found) => assert_eq!((found.text.as_str(), found.visible), (expected, false), "{text}"),
                None => assert_eq!(text, expected),
            }
        }
    }

    #[test]
    fn sound_text_is_left_alone() {
        for text in [
            "Ã",
            "Ã ",
            "Fryslân",
            "naïef",
            "Ängelholm",
            "R&D",
            "AT&T; en meer",
            "een_x_twee",
            "'s-Gravenhage",
            "'t Stadhuis",
            "=A1",
            "É®",
            "„ABÄ“",
            "Â©ok é",
            "5 > 3 & 2 < 4",
            "Œuvre",
            "ĳssel",
            "100 %",
            "→ zie ✓",
        ] {
            assert_eq!(repaired(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_lost_is_seen_and_a_question_is_not() {
        for text in ["Frysl\u{fffd}n", "Frysl?n", "S?dwest"] {
            assert!(is_damaged(text), "{text}");
        }
        for text in ["Waarom? Daarom", "https://a.nl/x?y", "wat?", "in gebruik?", "a?b=c"] {
            assert!(!is_damaged(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_repaired_needs_no_repair(pieces in proptest::collection::vec(
            prop_oneof!["\\PC{0,3}", Just("&amp;".to_owned()), Just("amp;".to_owned()), Just("Ã".to_owned()), Just("ƒ".to_owned()),
                Just("Âº".to_owned()), Just("_x000D_".to_owned()), Just("&#59".to_owned()), Just("\u{ad}".to_owned()), Just("'".to_owned()),
                Just("=\"".to_owned()), Just("\u{81}".to_owned()), any::<char>().prop_map(String::from)], 0..12)) {
            let text = pieces.concat();
            if let Some(found) = repaired(&text) {
                prop_assert_eq!(repaired(&found.text), None);
            }
        }

        #[test]
        fn text_that_was_read_in_the_wrong_encoding_comes_back(text in "[a-zA-Zéèëïöüâêîôûúáóçñ€–’ ]{1,20}") {
            let misread = encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
            prop_assert_eq!(repaired(&misread).map_or(misread, |found| found.text), text);
        }
    }
}
