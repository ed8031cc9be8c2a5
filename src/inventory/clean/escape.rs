//! Characters that were written as escapes (`&eacute;`, `_x000D_`), that nobody sees, or that stand for another one.

use super::mojibake::windows;

/// The names of HTML for the characters from U+00A0 to U+00FF, in order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
    para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc \
    Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
    agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc \
    otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const OTHERS: [(&str, char); 14] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("euro", '€'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("bull", '•'),
];
/// No escape is longer, in bytes, its ends included.
const LONGEST: usize = 10;

/// The text without escapes and hidden characters, in one pass: an escape that becomes part of another is read again.
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let mut next = Some(c);
        while let Some(c) = next {
            put(&mut out, c);
            next = match c {
                ';' => take_entity(&mut out),
                '_' => take_excel(&mut out),
                _ => None,
            };
        }
    }
    out
}

fn put(out: &mut String, c: char) {
    match c {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
        '\u{fb00}' => out.push_str("ff"),
        '\u{fb01}' => out.push_str("fi"),
        '\u{fb02}' => out.push_str("fl"),
        '\u{fb03}' => out.push_str("ffi"),
        '\u{fb04}' => out.push_str("ffl"),
        '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
        c if is_space(c) => out.push(' '),
        c if is_invisible(c) => {}
        c => out.push(c),
    }
}

/// Space of another width, or one that keeps words together.
pub const fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Control characters, hyphens that only show at a line's end, marks of direction, width and variation.
pub const fn is_invisible(c: char) -> bool {
    !matches!(c, '\n' | '\t')
        && matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Where the last of these letters stands, not too far from the end.
fn begin(out: &str, mark: u8) -> Option<usize> {
    let bytes = out.as_bytes();
    let last = bytes.len().checked_sub(1)?;
    (bytes.len().saturating_sub(LONGEST)..last).rev().find(|at| bytes[*at] == mark)
}

fn take_entity(out: &mut String) -> Option<char> {
    let start = begin(out, b'&')?;
    let found = entity(&out[start + 1..out.len() - 1])?;
    out.truncate(start);
    Some(found)
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return windows(code).or_else(|| char::from_u32(code)).filter(|c| *c != '\0');
    }
    let latin = || LATIN.split_ascii_whitespace().zip('\u{a0}'..='\u{ff}').find(|(known, _)| *known == name).map(|(_, c)| c);
    OTHERS.iter().find(|(known, _)| *known == name).map(|(_, c)| *c).or_else(latin)
}

/// Spreadsheets write `_x000D_` for a character that their file format can't hold.
fn take_excel(out: &mut String) -> Option<char> {
    let start = out.len().checked_sub(7)?;
    let digits = out.get(start..)?.strip_prefix("_x")?.strip_suffix('_')?;
    let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let found = u32::from_str_radix(digits, 16).ok().filter(|_| all).and_then(char::from_u32)?;
    out.truncate(start);
    Some(found)
}
