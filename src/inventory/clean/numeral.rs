//! A number in Dutch, English or Swiss notation, exactly: its digits, and how many of them are decimals.

/// A number that is not negative. No float, so cents stay cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    digits: i64,
    decimals: u32,
}

/// With more digits a number is a code.
const MOST_DIGITS: usize = 15;

impl Numeral {
    /// The number times a factor, rounded half up; absent when it is beyond reason.
    #[must_use]
    pub fn times(self, factor: i64) -> Option<i64> {
        let divisor = 10_i128.pow(self.decimals);
        let product = i128::from(self.digits) * i128::from(factor);
        let rounded = (product * 2 + divisor).div_euclid(divisor * 2);
        i64::try_from(rounded).ok().filter(|value| *value < 1_000_000_000_000_000)
    }

    /// The number when it has no decimals, or only zeros there.
    #[must_use]
    pub fn whole(self, factor: i64) -> Option<i64> {
        let product = i128::from(self.digits) * i128::from(factor);
        (product % 10_i128.pow(self.decimals) == 0).then(|| self.times(factor)).flatten()
    }

    /// Reads digits with separators between them: `12.500,00`, `12,500.00`, `12'500`, `12 500`, `1250,5`.
    ///
    /// Of two kinds of marks the last is decimal. A lone mark before exactly three digits separates thousands, unless what stands
    /// before it is `0` or too long for that. Groups of other lengths are no number but a version or a date.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let groups: Vec<&str> = text.split(is_mark).collect();
        if groups.iter().any(|group| group.is_empty() || !group.bytes().all(|byte| byte.is_ascii_digit())) {
            return None;
        }
        let marks: Vec<char> = text.chars().filter(|c| is_mark(*c)).collect();
        let decimal = has_decimals(&groups, &marks);
        let whole = &groups[..groups.len() - usize::from(decimal)];
        let between = &marks[..marks.len() - usize::from(decimal)];
        let even = whole.iter().skip(1).all(|group| group.len() == 3) && (whole.len() == 1 || (1..=3).contains(&whole[0].len()));
        let alike = between.windows(2).all(|two| two[0] == two[1]);
        let digits = groups.concat();
        if !even || !alike || digits.len() > MOST_DIGITS {
            return None;
        }
        let decimals = if decimal { groups.last()?.len() } else { 0 };
        Some(Self { digits: digits.parse().ok()?, decimals: u32::try_from(decimals).ok()? })
    }
}

/// What may stand between digits of one number.
pub const fn is_mark(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | ' ')
}

fn has_decimals(groups: &[&str], marks: &[char]) -> bool {
    let (Some(last), Some(first), [.., final_group]) = (marks.last(), groups.first(), groups) else { return false };
    match marks.len() {
        _ if !matches!(last, '.' | ',') => false,
        1 => final_group.len() != 3 || *first == "0" || first.len() > 3,
        _ => marks[..marks.len() - 1].iter().all(|mark| mark != last),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_read_in_every_notation() {
        for (text, cents) in [
            ("12500", Some(1_250_000)),
            ("12.500", Some(1_250_000)),
            ("12,500", Some(1_250_000)),
            ("12.500,00", Some(1_250_000)),
            ("12,500.00", Some(1_250_000)),
            ("12 500,5", Some(1_250_050)),
            ("12'500.25", Some(1_250_025)),
            ("1.234.567", Some(123_456_700)),
            ("1,234,567.89", Some(123_456_789)),
            ("1250,5", Some(125_050)),
            ("1250,500", Some(125_050)),
            ("0.125", Some(13)),
            ("0,99", Some(99)),
            ("1.2.3", None),
            ("1.23.456", None),
            ("31.12.2027", None),
            ("1.234,567.8", None),
            ("1..5", None),
            ("12 50", None),
            ("1234567890123456", None),
        ] {
            assert_eq!(Numeral::read(text).and_then(|number| number.times(100)), cents, "{text}");
        }
        assert_eq!(Numeral::read("2,5").and_then(|number| number.whole(1)), None);
        assert_eq!(Numeral::read("2,50").and_then(|number| number.whole(1000)), Some(2500));
    }

    fn grouped(number: i64, mark: &str) -> String {
        let digits = number.to_string();
        let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
        groups.join(mark)
    }

    proptest! {
        #[test]
        fn what_is_written_in_any_notation_reads_back(cents in 0_i64..100_000_000_000) {
            let (whole, rest) = (cents / 100, cents % 100);
            for (thousands, decimal) in [(".", ","), (",", "."), (" ", ","), ("'", "."), ("", ","), ("", ".")] {
                let text = format!("{}{decimal}{rest:02}", grouped(whole, thousands));
                prop_assert_eq!(Numeral::read(&text).and_then(|number| number.times(100)), Some(cents), "{}", text);
            }
        }
    }
}
