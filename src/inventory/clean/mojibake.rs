//! UTF-8 that somebody read as windows-1252: `SÃºdwest` for `Súdwest`.

/// What windows-1252 has in its rows 8 and 9, in order; the unused places keep their control character.
const UPPER: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
/// The letters that the first byte of a longer character looks like, for the characters that occur in Dutch and English text.
const LEADS: [char; 6] = ['Â', 'Ã', 'Ä', 'Å', 'â', 'ï'];

/// The text as UTF-8, when each of its characters is a byte, all of them together are UTF-8, and the outcome is Western text.
pub fn read_as_utf8(text: &str) -> Option<String> {
    if !text.contains(LEADS) {
        return None;
    }
    let bytes: Vec<u8> = text.chars().map(byte).collect::<Option<_>>()?;
    let read = String::from_utf8(bytes).ok()?;
    read.chars().all(is_likely).then_some(read)
}

/// The character that windows-1252 has at a number of its rows 8 and 9, which old pages mean by `&#150;`.
pub fn windows(code: u32) -> Option<char> {
    UPPER.chars().nth(usize::try_from(code.checked_sub(0x80)?).ok()?)
}

fn byte(c: char) -> Option<u8> {
    u8::try_from(u32::from(c)).ok().or_else(|| {
        let place = UPPER.chars().position(|upper| upper == c)?;
        u8::try_from(place + 0x80).ok()
    })
}

/// Characters that a Dutch or English text may hold. Two letters that happen to form another alphabet's are no damage.
const fn is_likely(c: char) -> bool {
    matches!(c,
        '\0'..='\u{17f}' | '\u{2c6}' | '\u{2dc}' | '\u{300}'..='\u{36f}' | '\u{2000}'..='\u{205e}' | '\u{20ac}' | '\u{2122}'
        | '\u{2190}'..='\u{21ff}' | '\u{2260}'..='\u{2265}' | '\u{2600}'..='\u{27bf}' | '\u{fb00}'..='\u{fb06}' | '\u{feff}' | '\u{fffd}')
}
