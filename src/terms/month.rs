//! A calendar month, the period of everything that is published (METHOD §1).

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

/// A calendar month such as `2026-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month in which examples without a date are set.
    pub const EXAMPLE: Self = Self { year: 2026, month: 11 };

    /// The first month that begins on a day or after it.
    #[must_use]
    pub fn starting_from(day: NaiveDate) -> Self {
        let month = Self::containing(day);
        if day.day() == 1 { month } else { month.plus_one() }
    }

    /// The month that a day is in.
    #[must_use]
    pub fn containing(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    const fn plus_one(self) -> Self {
        if self.month == 12 { Self { year: self.year + 1, month: 1 } } else { Self { year: self.year, month: self.month + 1 } }
    }

    /// This month and those after it, up to and with another.
    pub fn until(self, last: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |month| Some(month.plus_one())).take_while(move |month| *month <= last)
    }

    /// The month with this year and number (1 to 12), if there is one between the years 1900 and 2999.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((1900..3000).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The first day, on which the frame and all dated reference data are taken.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        // A month is only made with a valid year and number, so the default never stands in.
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.plus_one().first_day().pred_opt().unwrap_or_default()
    }

    /// The month that lies `count` months earlier, within the years that a month can have.
    #[must_use]
    pub fn minus(self, count: u32) -> Self {
        let earlier = self.first_day().checked_sub_months(chrono::Months::new(count)).unwrap_or(self.first_day());
        Self { year: earlier.year(), month: earlier.month() }
    }

    /// How many months `self` lies after `other`; negative when it lies before.
    #[must_use]
    pub fn months_after(self, other: Self) -> i64 {
        let index = |m: Self| i64::from(m.year) * 12 + i64::from(m.month);
        index(self) - index(other)
    }

    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The number of the month in its year, 1 to 12.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.month
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("'{text}' is not a month; write it as 2026-11");
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        if year.len() != 4 || month.len() != 2 {
            return Err(wrong());
        }
        let (year, month) = (year.parse().map_err(|_| wrong())?, month.parse().map_err(|_| wrong())?);
        Self::new(year, month).ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_count_over_the_turn_of_the_year() {
        let january: Month = "2026-01".parse().unwrap();
        assert_eq!(january.minus(2).to_string(), "2025-11");
        assert_eq!(january.months_after(january.minus(13)), 13);
        for wrong in ["2026-13", "2026-1", "26-01", "november", "2026-01-01"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }
}
