//! The numbers and dates of a row, and the status with its day: what can't be used is told with the reason.

use chrono::NaiveDate;

use super::super::clean::{self, DayOrder, NoDay, Period, Refusal};
use super::cells::{Cells, shortened};
use crate::inventory::Field;
use crate::problem::Code;
use crate::sources::{Row, Value};
use crate::terms::Status;

impl Cells<'_> {
    /// The yearly cost in cents.
    pub fn cost(&mut self, row: &Row) -> Option<i64> {
        let (column, value) = self.cell(row, Field::Cost)?;
        match clean::cents(value, self.facts.cost, &self.words.amount) {
            Ok(amount) => {
                if !amount.literal {
                    self.tell_reading(row, column, value, &euro(amount.value));
                }
                Some(amount.value)
            }
            Err(refusal) => self.refused(row, column, value, refusal, Code::UnreadableAmount),
        }
    }

    /// The number of users.
    pub fn users(&mut self, row: &Row) -> Option<u64> {
        let (column, value) = self.cell(row, Field::Users)?;
        match clean::count(value, self.facts.users, &self.words.amount) {
            Ok(amount) => {
                if !amount.literal {
                    self.tell_reading(row, column, value, &amount.value.to_string());
                }
                u64::try_from(amount.value).ok()
            }
            Err(refusal) => self.refused(row, column, value, refusal, Code::UnreadableCount),
        }
    }

    fn refused<V>(&mut self, row: &Row, column: u32, value: &Value, refusal: Refusal, otherwise: Code) -> Option<V> {
        let code = match refusal {
            Refusal::NoNumber => otherwise,
            Refusal::Range => Code::RangeGiven,
            Refusal::OtherCurrency => Code::OtherCurrency,
            Refusal::Once => Code::OneOffCost,
            Refusal::PerUnit => Code::PricePerUnit,
            Refusal::Negative => Code::NegativeNumber,
        };
        self.problem(code, row.index, column, &shortened(&value.shown()), None);
        None
    }

    /// The last day of the contract.
    pub fn contract_end(&mut self, row: &Row) -> Option<NaiveDate> {
        let (column, value) = self.cell(row, Field::ContractEnd)?;
        let code = match clean::period(value, self.facts.contract_end, &self.words.date) {
            Ok(period) if self.words.is_no_date(period.last) => return None,
            Ok(period) => {
                if !period.literal {
                    self.tell_reading(row, column, value, &period.last.to_string());
                }
                return Some(period.last);
            }
            Err(NoDay::Never) => return None,
            Err(NoDay::OutOfRange(date)) if self.words.is_no_date(date) => return None,
            Err(NoDay::Ambiguous) => Code::AmbiguousDate,
            Err(NoDay::OutOfRange(_) | NoDay::NotADate) => Code::UnreadableDate,
        };
        self.problem(code, row.index, column, &shortened(&value.shown()), None);
        None
    }

    /// The phase of use in the month of the submission.
    pub fn status(&mut self, row: &Row) -> Option<Status> {
        let (column, value) = self.cell(row, Field::Status)?;
        let text = value.shown();
        match self.dated_status(&text) {
            Dated::Now(status) => {
                self.tell_reading(row, column, value, status.as_str());
                return Some(status);
            }
            Dated::Passed => {
                self.problem(Code::StatusOutOfDate, row.index, column, &shortened(&text), None);
                return None;
            }
            Dated::Not => match self.layout.status(&text).or_else(|| self.words.status(&text)) {
                None => {}
                known => return known,
            },
        }
        let (code, nearest) = if self.words.is_not_a_status(&text) {
            (Code::NotAStatus, None)
        } else {
            (Code::UnknownStatus, self.words.nearest_status(&text))
        };
        self.problem(code, row.index, column, &shortened(&text), nearest.map(str::to_owned));
        None
    }

    /// A status with the day on which it begins or ends: `In productie per 1-1-2027`. One that has passed, or a plan whose day has
    /// come, says nothing about now: then there is a day, and no status.
    fn dated_status(&self, text: &str) -> Dated {
        if !text.contains(|c: char| c.is_ascii_digit()) {
            return Dated::Not;
        }
        let padded = format!(" {} ", text.replace(['(', ')', ','], " ").to_lowercase());
        let moments = self.words.status_moments.iter();
        let found = moments.filter_map(|(word, begins)| Some((padded.find(&format!(" {word} "))?, word.len() + 2, *begins)));
        let Some((at, length, begins)) = found.min_by_key(|(at, length, _)| (*at, std::cmp::Reverse(*length))) else {
            return Dated::Not;
        };
        let day = Value::Text(padded[at + length..].trim().into());
        match (self.words.status(&padded[..at]), clean::period(&day, DayOrder::DayFirst, &self.words.date)) {
            (Some(status), Ok(period)) => seen_from(self.month.first_day(), status, period, begins),
            _ => Dated::Not,
        }
    }

    fn tell_reading(&mut self, row: &Row, column: u32, value: &Value, read: &str) {
        self.problem(Code::ReadAs, row.index, column, &shortened(&value.shown()), Some(read.to_owned()));
    }
}

/// An amount as it is shown in messages.
#[must_use]
pub fn euro(cents: i64) -> String {
    format!("€ {}.{:02}", cents / 100, cents % 100)
}

/// What a status with a day says about now.
enum Dated {
    /// There is no day in it.
    Not,
    Now(Status),
    Passed,
}

/// A status that begins or ends in a period, seen from a day.
fn seen_from(now: NaiveDate, status: Status, period: Period, begins: bool) -> Dated {
    let is_plan = matches!(status, Status::Verwerving | Status::Gepland);
    match status {
        _ if begins && is_plan != (period.first <= now) => Dated::Now(status),
        _ if !begins && period.last >= now => Dated::Now(status),
        Status::InProductie if begins => Dated::Now(Status::Gepland),
        Status::UitTeFaseren if begins => Dated::Now(Status::InProductie),
        Status::Uitgefaseerd if begins => Dated::Now(Status::UitTeFaseren),
        _ => Dated::Passed,
    }
}
