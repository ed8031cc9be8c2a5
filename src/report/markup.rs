//! Text in XML and HTML.

/// Text that can stand between tags and in attributes. Control characters, which XML does not allow, are left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c if is_writable(c) => safe.push(c),
            _ => {}
        }
    }
    safe
}

/// Whether XML 1.0 allows a character at all.
#[must_use]
pub const fn is_writable(c: char) -> bool {
    matches!(c, '\t' | '\n' | ' '..='\u{7e}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_text_stays_text() {
        assert_eq!(escape("<b> & \"'\u{0}\u{b}"), "&lt;b&gt; &amp; &quot;&#39;");
        assert_eq!(escape("Súdwest-Fryslân – ≥250"), "Súdwest-Fryslân – ≥250");
    }
}
