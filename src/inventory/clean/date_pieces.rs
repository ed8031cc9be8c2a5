//! The pieces of a typed date: its numbers, the names of months, and what the other words say.

use super::day::DateWord;
use super::phrase::{Phrases, Token};

const MONTHS: [&[&str]; 12] = [
    &["januari", "january"],
    &["februari", "february"],
    &["maart", "march", "mrt"],
    &["april"],
    &["mei", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["augustus", "august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["december"],
];

/// What stands behind a number that counts: `31e`, `31st`.
const ORDINALS: [&str; 7] = ["e", "ste", "de", "st", "nd", "rd", "th"];

/// A piece of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// A number and how many digits it was typed with.
    Number(u32, usize),
    Month(u32),
}

/// Numbers and names of months, in order.
pub fn plain(tokens: &[Token<'_>]) -> Vec<Piece> {
    let piece = |token: &Token<'_>| match token {
        Token::Number { text, .. } => text.parse().ok().map(|number| Piece::Number(number, text.len())),
        Token::Word(word) => month(word).map(Piece::Month),
        Token::Dash => None,
    };
    tokens.iter().filter_map(piece).collect()
}

/// What the words that are no months say; absent when one is not known.
pub fn said(tokens: &[Token<'_>], words: &Phrases<DateWord>) -> Option<Vec<DateWord>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            Token::Word(word) if words.read(&tokens[at..]).is_none() => {
                let ordinal = ORDINALS.contains(&word.as_str()) && at > 0 && matches!(tokens[at - 1], Token::Number { .. });
                if month(word).is_none() && word != "/" && !ordinal {
                    return None;
                }
                at += 1;
            }
            Token::Word(_) => {
                let (word, length) = words.read(&tokens[at..])?;
                found.push(word);
                at += length;
            }
            _ => at += 1,
        }
    }
    Some(found)
}

/// Day and month, in the order typed, of `31-12-2027` and `31-12-27`.
pub fn short_numbers(tokens: &[Token<'_>]) -> Option<(u32, u32)> {
    match plain(tokens).as_slice() {
        [Piece::Number(a, 1..=2), Piece::Number(b, 1..=2), Piece::Number(_, 2 | 4)] => Some((*a, *b)),
        _ => None,
    }
}

/// How many months the part has, and which of those it is: `Q4 2027`, `2e helft 2027`.
pub fn part_of_year(said: &[DateWord], pieces: &[Piece]) -> Option<(u32, u32)> {
    let months = said.iter().find_map(|word| match word {
        DateWord::Quarter => Some(3),
        DateWord::Half => Some(6),
        _ => None,
    })?;
    let ordinal = said.iter().find_map(|word| match word {
        DateWord::First => Some(1),
        DateWord::Second => Some(2),
        DateWord::Third => Some(3),
        DateWord::Fourth => Some(4),
        _ => None,
    });
    let number = || pieces.iter().find_map(|piece| if let Piece::Number(nth, 1) = piece { Some(*nth) } else { None });
    Some((months, ordinal.or_else(number)?))
}

/// The month of a name, or of the start of one with at least three letters.
fn month(word: &str) -> Option<u32> {
    let position = MONTHS.iter().position(|names| names.iter().any(|name| word.len() >= 3 && name.starts_with(word)))?;
    u32::try_from(position + 1).ok()
}

/// A number in a date is a run of digits.
pub fn number_length(text: &str) -> (usize, usize) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (digits, digits)
}
