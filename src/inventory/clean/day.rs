//! Days, as serials and in the ways that people type them.

use chrono::NaiveDate;

use crate::sources::Value;

const MONTHS: [[&str; 3]; 12] = [
    ["jan", "januari", "january"],
    ["feb", "februari", "february"],
    ["mrt", "maart", "march"],
    ["apr", "april", "april"],
    ["mei", "mei", "may"],
    ["jun", "juni", "june"],
    ["jul", "juli", "july"],
    ["aug", "augustus", "august"],
    ["sep", "september", "sept"],
    ["okt", "oktober", "october"],
    ["nov", "november", "november"],
    ["dec", "december", "december"],
];

/// A day. Absent when the cell is none. A bare number is a serial of the 1900 epoch, between the years 1990 and 2100.
#[must_use]
pub fn day(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Date(date) => Some(*date),
        Value::Number(serial) => from_serial(*serial),
        Value::Text(text) => text.trim().parse().map_or_else(|_| from_text(text), from_serial),
        _ => None,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the range is checked first")]
fn from_serial(serial: f64) -> Option<NaiveDate> {
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    (32_874.0..=73_415.0).contains(&serial).then(|| epoch + chrono::Duration::days(serial as i64))
}

/// Reads `31-12-2027`, `2027-12-31`, `31/12/2027`, `31 dec 2027`, `31-12-27`, with or without a time behind it.
fn from_text(text: &str) -> Option<NaiveDate> {
    let lower = text.trim().to_lowercase();
    let date = lower
        .split_once('t')
        .filter(|(day, _)| day.len() == 10 && day.ends_with(|c: char| c.is_ascii_digit()))
        .map_or(&*lower, |(day, _)| day);
    let parts: Vec<&str> = date.split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty()).take(3).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<u32>().ok();
    if first.len() == 4 {
        return date_of(number(first)?, month(second)?, number(third)?);
    }
    let year = match third.split(':').next().map(str::len)? {
        4 => number(third)?,
        2 if !third.contains(':') => 2000 + number(third)?,
        _ => return None,
    };
    date_of(year, month(second)?, number(first)?)
}

fn month(part: &str) -> Option<u32> {
    if let Ok(number) = part.parse() {
        return Some(number);
    }
    let position = MONTHS
        .iter()
        .position(|names| names.contains(&part) || (part.len() == 3 && names.iter().any(|name| name.starts_with(part))))?;
    u32::try_from(position + 1).ok()
}

fn date_of(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_in_the_ways_that_people_type_them() {
        let expected = NaiveDate::from_ymd_opt(2027, 12, 31);
        for text in [
            "31-12-2027",
            "2027-12-31",
            "31/12/2027",
            "31 dec 2027",
            "31 december 2027",
            "31-12-27",
            "2027-12-31T00:00:00",
            "31-12-2027 00:00",
        ] {
            assert_eq!(day(&Value::Text(text.into())), expected, "{text}");
        }
        assert_eq!(day(&Value::Number(46752.0)), expected);
        for text in ["2027", "eind 2027", "Q4 2027", "31-13-2027", "1", "onbepaalde tijd"] {
            assert_eq!(day(&Value::Text(text.into())), None, "{text}");
        }
        assert_eq!(day(&Value::Number(12.0)), None);
    }
}
