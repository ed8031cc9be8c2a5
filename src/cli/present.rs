//! The present month: what is asked for without a month is of today. No report is made from it.

use crate::terms::Month;

/// The month of today in UTC.
#[expect(clippy::disallowed_methods, reason = "what is checked without a month is of today; no report is made from it")]
pub fn month() -> Month {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_secs();
    let days = i32::try_from(seconds / 86_400).unwrap_or_default();
    chrono::NaiveDate::from_num_days_from_ce_opt(719_163 + days).map_or(Month::EXAMPLE, Month::containing)
}
