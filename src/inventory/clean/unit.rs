//! The unit that the header of a column gives to its numbers: `x € 1.000`, `kosten per maand`.

use super::amount::{AmountWord, Refusal};
use super::phrase::{Phrases, Token, tokens};

/// What a bare number in a column stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Thousands or millions.
    pub times: i64,
    /// How often a year; absent where the header says two things.
    pub a_year: Option<i64>,
    /// Why nothing in this unit is a yearly cost.
    refused: Option<Refusal>,
}

impl Default for Unit {
    fn default() -> Self {
        Self { times: 1, a_year: Some(1), refused: None }
    }
}

impl Unit {
    /// Reads a header. Words that say nothing about the unit are passed over.
    #[must_use]
    pub fn of_header(text: &str, words: &Phrases<AmountWord>) -> Self {
        let tokens = tokens(text, thousand_length);
        let mut said = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match words.read(&tokens[at..]) {
                // A lone letter in a header is rather an abbreviation than a million.
                Some((AmountWord::Million, 1)) if tokens[at] == Token::Word("m".to_owned()) => at += 1,
                Some((word, length)) => {
                    said.push(word);
                    at += length;
                }
                None => {
                    said.extend(magnitude(&tokens[..=at], words));
                    at += 1;
                }
            }
        }
        let periods: Vec<i64> = said.iter().filter_map(|word| period(*word)).collect();
        let mut unit = Self::default().with(said.into_iter());
        if periods.windows(2).any(|two| two[0] != two[1]) {
            unit.a_year = None;
        }
        unit
    }

    /// The same unit, with what the words of a cell say instead.
    #[must_use]
    pub fn with(mut self, said: impl Iterator<Item = AmountWord>) -> Self {
        for word in said {
            match word {
                AmountWord::Thousand => self.times = 1_000,
                AmountWord::Million => self.times = 1_000_000,
                AmountWord::Once => self.refused = Some(Refusal::Once),
                AmountWord::PerUnit => self.refused = Some(Refusal::PerUnit),
                AmountWord::OtherCurrency => self.refused = self.refused.or(Some(Refusal::OtherCurrency)),
                AmountWord::Euro => self.refused = self.refused.filter(|refusal| *refusal != Refusal::OtherCurrency),
                other => self.a_year = period(other).or(self.a_year),
            }
        }
        self
    }

    /// Why nothing in this unit is a yearly cost.
    #[must_use]
    pub const fn refusal(self) -> Option<Refusal> {
        self.refused
    }

    /// By what a number is multiplied to be euro a year.
    ///
    /// # Errors
    /// When the header names two periods.
    pub fn factor(self) -> Result<i64, Refusal> {
        self.a_year.and_then(|a_year| self.times.checked_mul(a_year)).ok_or(Refusal::NoNumber)
    }
}

const fn period(word: AmountWord) -> Option<i64> {
    match word {
        AmountWord::AYear => Some(1),
        AmountWord::AHalfYear => Some(2),
        AmountWord::AQuarter => Some(4),
        AmountWord::AMonth => Some(12),
        _ => None,
    }
}

/// `1.000` or `1.000.000` at the end of these pieces, behind a sign of multiplication, `in`, or in brackets.
fn magnitude(tokens: &[Token<'_>], words: &Phrases<AmountWord>) -> Option<AmountWord> {
    let (Token::Number { text, aside }, before) = tokens.split_last()? else { return None };
    let euro = |token: &&Token<'_>| words.read(std::slice::from_ref(*token)).is_some_and(|(word, _)| word == AmountWord::Euro);
    let announced = match before.iter().rev().find(|token| !euro(token)) {
        Some(Token::Word(word)) => matches!(word.as_str(), "x" | "×" | "*" | "in"),
        _ => false,
    };
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.as_str() {
        _ if !announced && !aside => None,
        "1000" => Some(AmountWord::Thousand),
        "1000000" => Some(AmountWord::Million),
        _ => None,
    }
}

fn thousand_length(text: &str) -> (usize, usize) {
    let end = text.find(|c: char| !(c.is_ascii_digit() || ".,' ".contains(c))).unwrap_or(text.len());
    let end = text[..end].trim_end_matches(|c: char| !c.is_ascii_digit()).len();
    (end, end)
}
