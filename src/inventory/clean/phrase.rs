//! What stands beside a number in a cell: words and signs, looked up in phrases (`per maand`, `p/j`, `excl. btw`).

use std::collections::BTreeMap;
use std::fmt::Debug;

use crate::terms::name_key;

/// A piece of a cell that holds a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token<'t> {
    Number {
        text: &'t str,
        /// Inside brackets, or before a colon: beside the point.
        aside: bool,
    },
    /// Lower case and without accents; or one sign.
    Word(String),
    Dash,
}

/// How long the number is with which a text begins, without and with what follows it and says nothing (`,-`).
pub type NumberLength = fn(&str) -> (usize, usize);

/// The pieces of a text. Punctuation and hyphens inside words separate, and are left out.
pub fn tokens(text: &str, number: NumberLength) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let mut length = c.len_utf8();
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '0'..='9' => {
                let (digits, all) = number(rest);
                length = all.max(1);
                let aside = depth > 0 || rest[length..].starts_with(':');
                found.push(Token::Number { text: &rest[..digits.max(1)], aside });
            }
            '-' | '–' | '—' | '−' => {
                let in_word = text[..at].ends_with(char::is_alphabetic) && rest[length..].starts_with(char::is_alphabetic);
                if !in_word {
                    found.push(Token::Dash);
                }
            }
            c if c.is_alphabetic() => {
                length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                found.push(Token::Word(name_key(&rest[..length])));
            }
            c if is_sign(c) => found.push(Token::Word(c.to_string())),
            _ => {}
        }
        at += length;
    }
    found
}

const fn is_sign(c: char) -> bool {
    matches!(c, '€' | '$' | '£' | '¥' | '±' | '~' | '≈' | '/' | '+' | '%' | '<' | '>' | '≤' | '≥' | '=' | '×' | '*')
}

/// No numbers in a list of words.
const fn no_number(_: &str) -> (usize, usize) {
    (1, 1)
}

/// Phrases by what they mean.
#[derive(Debug, Clone)]
pub struct Phrases<V> {
    meanings: BTreeMap<String, V>,
    /// How many words the longest has.
    longest: usize,
}

impl<V: Copy + Ord + Debug> Phrases<V> {
    /// # Errors
    /// When a phrase means two things; says which.
    pub fn new(lists: &BTreeMap<V, Vec<String>>) -> Result<Self, String> {
        let mut phrases = Self { meanings: BTreeMap::new(), longest: 0 };
        for (meaning, words) in lists {
            for word in words {
                let parts = tokens(word, no_number);
                phrases.longest = phrases.longest.max(parts.len());
                if let Some(other) = phrases.meanings.insert(key(&parts), *meaning).filter(|other| other != meaning) {
                    return Err(format!("'{word}' means both {meaning:?} and {other:?}"));
                }
            }
        }
        Ok(phrases)
    }

    /// What the longest phrase at the beginning means, and how many pieces it takes.
    #[must_use]
    pub fn read(&self, tokens: &[Token<'_>]) -> Option<(V, usize)> {
        let words = tokens.iter().take(self.longest).take_while(|token| matches!(token, Token::Word(_))).count();
        (1..=words).rev().find_map(|count| Some((*self.meanings.get(&key(&tokens[..count]))?, count)))
    }
}

fn key(tokens: &[Token<'_>]) -> String {
    let words: Vec<&str> =
        tokens.iter().filter_map(|token| if let Token::Word(word) = token { Some(&**word) } else { None }).collect();
    words.join(" ")
}
