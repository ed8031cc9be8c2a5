//! Days, as serials and in the ways that people type them.
//!
//! A month, a quarter or a year is read as the days from its first to its last: the end of a contract is the last of them.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Deserialize;

use super::clock::without_time;
use super::date_pieces::{Piece, number_length, part_of_year, plain, said, short_numbers};
use super::phrase::{Phrases, Token, tokens};
use crate::sources::Value;

/// A longer text, in bytes, is no date.
const LONGEST: usize = 200;

/// The years that an inventory can be about.
const FIRST_YEAR: i32 = 1990;
const LAST_YEAR: i32 = 2098;
/// Serials of those years, counted from 30 December 1899.
const SERIALS: std::ops::RangeInclusive<f64> = 32_874.0..=73_050.0;

/// What a word beside a date means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateWord {
    /// There is no end: the whole cell says so.
    NoEnd,
    /// `eind 2027`.
    LastDay,
    /// Between the begin and the end of a period, or before an end alone.
    UpTo,
    Quarter,
    Half,
    First,
    Second,
    Third,
    Fourth,
    /// Days of the week, and remarks that don't change the day.
    Idle,
}

/// In which order a column writes day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DayOrder {
    #[default]
    DayFirst,
    MonthFirst,
    /// Some of its dates can only be the one, some only the other.
    Mixed,
}

/// The days that a text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// False when the day was not typed but follows from a month, a year or a period.
    pub literal: bool,
}

/// Why a cell gives no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDay {
    /// It says that there is none.
    Never,
    /// Day and month may be the other way round.
    Ambiguous,
    /// A day on which no contract of an inventory ends.
    OutOfRange(NaiveDate),
    NotADate,
}

/// The day or days of a cell. A bare number is a serial of the 1900 epoch, a year, or year, month and day in eight digits.
///
/// # Errors
/// Why the cell is no day.
pub fn period(value: &Value, order: DayOrder, words: &Phrases<DateWord>) -> Result<Period, NoDay> {
    let found = match value {
        Value::Date(date) => Ok(one_day(*date)),
        Value::Number(number) => from_number(*number).ok_or(NoDay::NotADate),
        Value::Text(text) => from_text(text, order, words),
        _ => Err(NoDay::NotADate),
    }?;
    if (FIRST_YEAR..=LAST_YEAR).contains(&found.last.year()) { Ok(found) } else { Err(NoDay::OutOfRange(found.last)) }
}

/// What one value says about the order in its column, when it says anything.
#[must_use]
pub fn order_shown(text: &str) -> Option<DayOrder> {
    let (date, _) = without_time(text).filter(|_| text.len() <= LONGEST)?;
    let numbers = short_numbers(&tokens(&date, number_length))?;
    match numbers {
        (13..=31, 1..=12) => Some(DayOrder::DayFirst),
        (1..=12, 13..=31) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

const fn one_day(date: NaiveDate) -> Period {
    Period { first: date, last: date, literal: true }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
fn from_number(number: f64) -> Option<Period> {
    if SERIALS.contains(&number) {
        return NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number as u64)).map(one_day);
    }
    let is_whole = (0.0..1e8).contains(&number) && number.fract() == 0.0;
    if is_whole { bare(number as u32) } else { None }
}

/// `2027`, `202712`, `20271231` or `31122027`.
fn bare(number: u32) -> Option<Period> {
    match number {
        1990..=2098 => months_of(number, 1, 12),
        199_001..=209_812 => months_of(number / 100, number % 100, 1),
        _ => date_of(number / 10_000, number / 100 % 100, number % 100)
            .or_else(|| date_of(number % 10_000, number / 10_000 % 100, number / 1_000_000)),
    }
}

fn from_text(text: &str, order: DayOrder, words: &Phrases<DateWord>) -> Result<Period, NoDay> {
    if text.len() > LONGEST {
        return Err(NoDay::NotADate);
    }
    if let Ok(number) = text.trim().replace(',', ".").parse() {
        return from_number(number).ok_or(NoDay::NotADate);
    }
    let (date, next_day) = without_time(text).ok_or(NoDay::NotADate)?;
    let tokens = tokens(&date, number_length);
    let found = end_of_period(&tokens, order, words)?;
    if !next_day {
        return Ok(found);
    }
    // Midnight here is an hour or two before midnight in Greenwich.
    let moved = found.last.checked_add_days(Days::new(1)).map(one_day).ok_or(NoDay::NotADate)?;
    Ok(Period { literal: false, ..moved })
}

/// The end of `1-1-2024 t/m 31-12-2027`, or what stands there alone.
fn end_of_period(tokens: &[Token<'_>], order: DayOrder, words: &Phrases<DateWord>) -> Result<Period, NoDay> {
    let up_to = |at: &usize| words.read(&tokens[*at..]).filter(|(word, _)| *word == DateWord::UpTo);
    let Some((at, length)) = (0..tokens.len()).find_map(|at| up_to(&at).map(|(_, length)| (at, length))) else {
        return one(tokens, order, words);
    };
    let end = one(&tokens[at + length..], order, words)?;
    match one(&tokens[..at], order, words) {
        Ok(begin) if begin.first <= end.last => Ok(Period { literal: false, ..end }),
        Err(_) if plain(&tokens[..at]).is_empty() && said(&tokens[..at], words).is_some_and(|said| only_idle(&said)) => Ok(end),
        _ => Err(NoDay::NotADate),
    }
}

fn only_idle(said: &[DateWord]) -> bool {
    said.iter().all(|word| *word == DateWord::Idle)
}

fn one(tokens: &[Token<'_>], order: DayOrder, words: &Phrases<DateWord>) -> Result<Period, NoDay> {
    let said = said(tokens, words).ok_or(NoDay::NotADate)?;
    let pieces = plain(tokens);
    if pieces.is_empty() && said.contains(&DateWord::NoEnd) {
        return Err(NoDay::Never);
    }
    if let Some((months, nth)) = part_of_year(&said, &pieces) {
        let year = pieces.iter().find_map(|piece| if let Piece::Number(year, 4) = piece { Some(*year) } else { None });
        let fits = pieces.len() <= 2 && (1..=12 / months).contains(&nth);
        return year.filter(|_| fits).and_then(|year| months_of(year, (nth - 1) * months + 1, months)).ok_or(NoDay::NotADate);
    }
    if said.iter().any(|word| !matches!(word, DateWord::Idle | DateWord::LastDay | DateWord::NoEnd)) {
        return Err(NoDay::NotADate);
    }
    if let Some((a, b)) = short_numbers(tokens)
        && order == DayOrder::Mixed
        && a <= 12
        && b <= 12
        && a != b
    {
        return Err(NoDay::Ambiguous);
    }
    assembled(&pieces, order).ok_or(NoDay::NotADate)
}

fn assembled(pieces: &[Piece], order: DayOrder) -> Option<Period> {
    use Piece::{Month, Number};
    match *pieces {
        [Number(year, 4), Number(month, 1..=2) | Month(month), Number(day, 1..=2)]
        | [Number(day, 1..=2), Month(month), Number(year, 2 | 4)]
        | [Month(month), Number(day, 1..=2), Number(year, 4)] => date_of(year, month, day),
        [Number(a, 1..=2), Number(b, 1..=2), Number(year, 2 | 4)] => {
            let month_first = order == DayOrder::MonthFirst || (order == DayOrder::Mixed && b > 12);
            if month_first { date_of(year, a, b) } else { date_of(year, b, a) }
        }
        [Month(month), Number(year, 2 | 4)] | [Number(month, 1..=2), Number(year, 4)] | [Number(year, 4), Number(month, 1..=2)] => {
            months_of(full(year), month, 1)
        }
        [Number(begin, 4), Number(end, 4)] if begin < end => months_of(end, 1, 12),
        [Number(number, 4 | 6 | 8)] => bare(number),
        _ => None,
    }
}

const fn full(year: u32) -> u32 {
    if year < 100 { 2000 + year } else { year }
}

fn date_of(year: u32, month: u32, day: u32) -> Option<Period> {
    NaiveDate::from_ymd_opt(i32::try_from(full(year)).ok()?, month, day).map(one_day)
}

/// So many months from the first day of one.
fn months_of(year: u32, month: u32, count: u32) -> Option<Period> {
    let first = date_of(year, month, 1)?.first;
    let last = first.checked_add_months(Months::new(count))?.pred_opt()?;
    Some(Period { first, last, literal: false })
}

#[cfg(test)]
#[path = "day_tests.rs"]
mod tests;
