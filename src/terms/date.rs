//! Days, and the period in which a fact holds.

use chrono::NaiveDate;

/// A day written as `2026-11-23`, as in all tables under `data/`.
#[must_use]
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}

/// The period in which a fact holds: from `since` up to, not including, `until`. Open where empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Validity {
    pub since: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl Validity {
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day < until)
    }

    /// Whether there is a day on which both hold.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |one: &Self, other: &Self| matches!((one.until, other.since), (Some(until), Some(since)) if until <= since);
        !before(self, other) && !before(other, self)
    }

    /// Reads two cells of a table; empty is open.
    ///
    /// # Errors
    /// Says which text is no date, or that the period ends before it begins.
    pub fn parse(since: &str, until: &str) -> Result<Self, String> {
        let read = |text: &str| {
            if text.trim().is_empty() {
                return Ok(None);
            }
            parse_date(text).map(Some).ok_or_else(|| format!("'{text}' is not a date; write it as 2026-11-23"))
        };
        let validity = Self { since: read(since)?, until: read(until)? };
        match (validity.since, validity.until) {
            (Some(since), Some(until)) if until <= since => Err(format!("ends on {until}, before it begins on {since}")),
            _ => Ok(validity),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_holds_from_its_first_day_to_the_day_before_its_end() {
        let period = Validity::parse("2024-01-01", "2026-01-01").unwrap();
        let held: Vec<bool> = ["2023-12-31", "2024-01-01", "2025-12-31", "2026-01-01"]
            .iter()
            .map(|day| period.holds_on(parse_date(day).unwrap()))
            .collect();
        assert_eq!(held, [false, true, true, false]);
        let of = |since, until| Validity::parse(since, until).unwrap();
        assert!(!period.overlaps(&of("2026-01-01", "")) && !period.overlaps(&of("", "2024-01-01")));
        assert!(period.overlaps(&of("2025-12-31", "")) && period.overlaps(&of("", "")));
        assert!(Validity::parse("2026-01-01", "2025-01-01").is_err());
        assert!(Validity::parse("1 januari", "").is_err());
    }
}
