//! Dates in the names of files, in the ways in which people write them.

use super::Marks;

/// A day, month, quarter or year at the front: as `yyyymmdd` with zeros for what is not said, and how many words it took.
pub fn of(words: &[&str], marks: &Marks) -> Option<(u32, usize)> {
    let part = |at: usize| words.get(at).copied().unwrap_or_default();
    let (first, second, third) = (part(0), part(1), part(2));
    let month = |word: &str| marks.month(word).or_else(|| numeric_month(word));
    let whole = |year: u32, month: u32, day: u32| year * 10_000 + month * 100 + day;
    if let Some(date) = digits_together(first) {
        return Some((date, 1));
    }
    if let Some(year) = year(first) {
        return Some(match (month(second), quarter(second), day(third)) {
            (Some(month), _, Some(day)) => (whole(year, month, day), 3),
            (Some(month), _, None) | (None, Some(month), _) => (whole(year, month, 0), 2),
            _ => (whole(year, 0, 0), 1),
        });
    }
    if let (Some(day), Some(month), Some(year)) = (day(first), month(second), year(third)) {
        return Some((whole(year, month, day), 3));
    }
    if let (Some(month), Some(year)) = (month(first).or_else(|| quarter(first)), year(second)) {
        return Some((whole(year, month, 0), 2));
    }
    // Short names are names of people too.
    marks.month(first).filter(|_| first.len() > 3).map(|month| (whole(0, month, 0), 1))
}

/// `20261103`, `202611`.
fn digits_together(word: &str) -> Option<u32> {
    let number = word.parse::<u32>().ok().filter(|_| word.starts_with("20"))?;
    match word.len() {
        8 => Some(number),
        6 if (1..=12).contains(&(number % 100)) => Some(number * 100),
        _ => None,
    }
}

fn year(word: &str) -> Option<u32> {
    word.parse().ok().filter(|_| word.len() == 4 && word.starts_with("20"))
}

fn numeric_month(word: &str) -> Option<u32> {
    word.parse().ok().filter(|month| word.len() <= 2 && (1..=12).contains(month))
}

fn day(word: &str) -> Option<u32> {
    word.parse().ok().filter(|day| word.len() <= 2 && (1..=31).contains(day))
}

/// The last month of `q3`.
fn quarter(word: &str) -> Option<u32> {
    word.strip_prefix('q')?.parse::<u32>().ok().filter(|quarter| (1..=4).contains(quarter)).map(|quarter| quarter * 3)
}
