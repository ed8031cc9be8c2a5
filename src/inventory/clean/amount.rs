//! Amounts of money and counts, in Dutch and English notation.

use crate::sources::Value;

/// An amount in cents. Absent when the cell is no amount.
#[must_use]
pub fn cents(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => whole(number * 100.0),
        Value::Text(text) => whole(parse(text)? * 100.0),
        _ => None,
    }
}

/// A count of people or things: whole and not negative.
#[must_use]
pub fn count(value: &Value) -> Option<u64> {
    let number = match value {
        Value::Number(number) => *number,
        Value::Text(text) => parse(text)?,
        _ => return None,
    };
    let is_whole = (number - number.round()).abs() < 1e-9;
    whole(number).filter(|_| is_whole).and_then(|number| u64::try_from(number).ok())
}

#[expect(clippy::cast_possible_truncation, reason = "the range is checked first")]
fn whole(number: f64) -> Option<i64> {
    (number.is_finite() && number.abs() < 1e15).then(|| number.round() as i64)
}

/// Reads `€ 12.500,00`, `12,500.00`, `12500`, `EUR 1.250,-`. Of a point and a comma the last one is decimal; a lone one
/// followed by exactly three digits separates thousands.
fn parse(text: &str) -> Option<f64> {
    let lower = text.trim().to_lowercase();
    let bare: String = lower.replace("euro", "").replace("eur", "").chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let bare = bare.trim_end_matches(",-").trim_end_matches(".-").trim_end_matches(",=");
    let (sign, digits) = bare.strip_prefix('-').map_or((1.0, bare), |rest| (-1.0, rest));
    if digits.is_empty()
        || !digits.starts_with(|c: char| c.is_ascii_digit())
        || !digits.chars().all(|c| c.is_ascii_digit() || ".,'".contains(c))
    {
        return None;
    }
    let decimal = decimal_mark(digits);
    let plain: String = digits
        .char_indices()
        .filter_map(|(at, c)| match c {
            _ if Some(at) == decimal => Some('.'),
            c if c.is_ascii_digit() => Some(c),
            _ => None,
        })
        .collect();
    plain.parse::<f64>().ok().map(|number| sign * number)
}

/// Where the decimal mark stands, when there is one.
fn decimal_mark(digits: &str) -> Option<usize> {
    let last = digits.rfind(['.', ','])?;
    let mark = &digits[last..=last];
    let both = digits.contains('.') && digits.contains(',');
    let repeated = digits.matches(mark).count() > 1;
    let thousands = digits.len() - last - 1 == 3;
    (!repeated && (both || !thousands)).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_in_both_notations() {
        for (text, expected) in [
            ("€ 12.500,00", Some(1_250_000)),
            ("12,500.00", Some(1_250_000)),
            ("12.500", Some(1_250_000)),
            ("12500", Some(1_250_000)),
            ("1250,5", Some(125_050)),
            ("€1.250,-", Some(125_000)),
            ("EUR 1.234.567", Some(123_456_700)),
            ("0.99", Some(99)),
            ("-100", Some(-10_000)),
            ("circa 100", None),
            ("nader te bepalen", None),
            ("", None),
        ] {
            assert_eq!(cents(&Value::Text(text.into())), expected, "{text}");
        }
        assert_eq!(cents(&Value::Number(1234.56)), Some(123_456));
        assert_eq!(count(&Value::Text("1.200".into())), Some(1200));
        assert_eq!(count(&Value::Number(2.5)), None);
        assert_eq!(count(&Value::Number(-1.0)), None);
    }
}
