//! Amounts of money and counts, in Dutch and English notation, with the words that people put beside them.

use serde::Deserialize;

use super::numeral::{Numeral, is_mark};
use super::phrase::{Phrases, Token, tokens};
use super::unit::Unit;
use crate::sources::Value;

/// A longer text, in bytes, is no amount.
const LONGEST: usize = 200;

/// What a word beside a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountWord {
    Euro,
    OtherCurrency,
    Thousand,
    Million,
    AYear,
    AHalfYear,
    AQuarter,
    AMonth,
    /// Paid once, so no yearly cost.
    Once,
    About,
    /// With or without tax: kept as it is, and told.
    Tax,
    /// The price of one of something.
    PerUnit,
    /// A highest or lowest number.
    Bound,
    /// Between the two ends of a range.
    Between,
    /// Before the year that an amount is of.
    PriceLevel,
    /// Behind a number of users.
    Counted,
}

/// A number that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    pub value: i64,
    /// False when the reading took something away or worked something out that somebody should see.
    pub literal: bool,
}

/// Why a cell gives no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    NoNumber,
    Range,
    OtherCurrency,
    Once,
    PerUnit,
    Negative,
}

/// A yearly cost in cents.
///
/// # Errors
/// Why the cell is no yearly cost in euro.
pub fn cents(value: &Value, unit: Unit, words: &Phrases<AmountWord>) -> Result<Amount, Refusal> {
    match value {
        Value::Number(number) => unit.refusal().map_or(Ok(()), Err).and_then(|()| float(number * 100.0, unit.factor()?)),
        Value::Text(text) => Parts::read(text, words)?.cents(unit),
        _ => Err(Refusal::NoNumber),
    }
}

/// A count of people or things: whole and not negative.
///
/// # Errors
/// Why the cell is no count.
pub fn count(value: &Value, unit: Unit, words: &Phrases<AmountWord>) -> Result<Amount, Refusal> {
    match value {
        Value::Number(number) if (number - number.round()).abs() < 1e-9 => float(*number, unit.times),
        Value::Text(text) => Parts::read(text, words)?.count(unit),
        _ => Err(Refusal::NoNumber),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "the range is checked, and factors are small")]
fn float(number: f64, factor: i64) -> Result<Amount, Refusal> {
    let number = number * factor as f64;
    if !number.is_finite() || number.abs() >= 1e15 {
        return Err(Refusal::NoNumber);
    }
    let value = number.round() as i64;
    if value < 0 { Err(Refusal::Negative) } else { Ok(Amount { value, literal: true }) }
}

/// Whether a cell gives the two ends of a range.
#[derive(Debug, Default, PartialEq, Eq)]
enum Range {
    #[default]
    No,
    /// A dash, or a word for it, stands behind a number.
    Open,
    Closed,
}

/// A cell in pieces: its numbers, and what its words say.
#[derive(Debug, Default)]
struct Parts {
    numbers: Vec<Numeral>,
    said: Vec<AmountWord>,
    /// A dash stands before the number or at the very end, or brackets around it all.
    negative: bool,
    range: Range,
    /// A year was left out.
    of_year: bool,
}

impl Parts {
    fn read(text: &str, words: &Phrases<AmountWord>) -> Result<Self, Refusal> {
        if text.len() > LONGEST {
            return Err(Refusal::NoNumber);
        }
        let tokens = tokens(text, number_length);
        let mut parts = Self::default();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += match token {
                Token::Number { text, aside } => parts.number(text, *aside)?,
                Token::Dash => parts.dash(),
                Token::Word(_) => {
                    let (word, length) = words.read(&tokens[at..]).ok_or(Refusal::NoNumber)?;
                    if word == AmountWord::Between && !parts.numbers.is_empty() {
                        parts.range = Range::Open;
                    }
                    parts.said.push(word);
                    length
                }
            };
        }
        parts.negative |= parts.range == Range::Open && !parts.says(AmountWord::Between);
        parts.negative |= text.trim().starts_with('(') && text.trim().ends_with(')') && parts.said.is_empty();
        Ok(parts)
    }

    fn number(&mut self, text: &str, aside: bool) -> Result<usize, Refusal> {
        let is_year = text.len() == 4 && text.parse().is_ok_and(|year: u32| (1990..2100).contains(&year));
        if is_year && (aside || self.said.last() == Some(&AmountWord::PriceLevel)) {
            self.of_year = true;
            return Ok(1);
        }
        if self.range == Range::Open {
            self.range = Range::Closed;
        }
        self.numbers.push(Numeral::read(text).ok_or(Refusal::NoNumber)?);
        Ok(1)
    }

    fn dash(&mut self) -> usize {
        if self.numbers.is_empty() {
            self.negative = true;
        } else {
            self.range = Range::Open;
        }
        1
    }

    fn says(&self, word: AmountWord) -> bool {
        self.said.contains(&word)
    }

    /// The one number of the cell, unless something makes it another thing than that.
    fn only(&self) -> Result<Numeral, Refusal> {
        match self.numbers.as_slice() {
            _ if self.range == Range::Closed || self.says(AmountWord::Bound) || self.says(AmountWord::Between) => {
                Err(Refusal::Range)
            }
            [_] if self.negative => Err(Refusal::Negative),
            [one] => Ok(*one),
            _ => Err(Refusal::NoNumber),
        }
    }

    fn magnitude(&self) -> Option<i64> {
        self.said.iter().find_map(|word| match word {
            AmountWord::Thousand => Some(1_000),
            AmountWord::Million => Some(1_000_000),
            _ => None,
        })
    }

    fn cents(&self, unit: Unit) -> Result<Amount, Refusal> {
        for (word, refusal) in [
            (AmountWord::Once, Refusal::Once),
            (AmountWord::OtherCurrency, Refusal::OtherCurrency),
            (AmountWord::PerUnit, Refusal::PerUnit),
            (AmountWord::Counted, Refusal::NoNumber),
        ] {
            if self.says(word) && !self.numbers.is_empty() {
                return Err(refusal);
            }
        }
        let own = unit.with(self.said.iter().copied());
        own.refusal().map_or(Ok(()), Err)?;
        let number = self.only()?;
        let factor = own.factor()?.checked_mul(100).ok_or(Refusal::NoNumber)?;
        let value = number.times(factor).ok_or(Refusal::NoNumber)?;
        let worked_out = own.a_year != unit.a_year && own.a_year != Some(1);
        let literal = !worked_out && !self.of_year && !self.says(AmountWord::About) && !self.says(AmountWord::Tax);
        Ok(Amount { value, literal })
    }

    fn count(&self, unit: Unit) -> Result<Amount, Refusal> {
        let countable = |word: &AmountWord| {
            use AmountWord::{About, Between, Bound, Counted, Million, PriceLevel, Thousand};
            matches!(word, About | Between | Bound | Counted | Million | PriceLevel | Thousand)
        };
        if !self.said.iter().all(countable) {
            return Err(Refusal::NoNumber);
        }
        let value = self.only()?.whole(self.magnitude().unwrap_or(unit.times)).ok_or(Refusal::NoNumber)?;
        Ok(Amount { value, literal: !self.of_year && !self.says(AmountWord::About) })
    }
}

/// Digits with marks between them. A space separates thousands only where exactly three digits follow; `,-` behind is no more than a flourish.
fn number_length(text: &str) -> (usize, usize) {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = digits(0);
    let mut group = end;
    while let Some(mark) = text[end..].chars().next().filter(|c| is_mark(*c)) {
        let next = digits(end + mark.len_utf8());
        if next == 0 || mark == ' ' && (next != 3 || group > 3) {
            break;
        }
        (group, end) = (next, end + mark.len_utf8() + next);
    }
    let flourish = [",--", ",-", ".-", ",=", ".=", ",–", ",—", ".–"].into_iter().find(|tail| text[end..].starts_with(tail));
    (end, end + flourish.map_or(0, str::len))
}

#[cfg(test)]
#[path = "amount_tests.rs"]
mod tests;
