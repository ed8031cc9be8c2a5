//! A date without the time of day behind it.

/// What may stand behind a time, besides digits: marks, half of the day, the zone.
const BEHIND_TIME: [&str; 11] = ["", "z", "am", "pm", "uur", "utc", "gmt", "cet", "cest", "uur.", "h"];

/// The text in lower case without its time, and whether that time is midnight in the Netherlands told in universal time, so that the
/// day is the next one. Absent when what stands behind the date is no time.
pub fn without_time(text: &str) -> Option<(String, bool)> {
    let lower = text.trim().to_lowercase();
    let Some(colon) = lower.find(':') else { return Some((without_letter(&lower).to_owned(), false)) };
    let hour = lower[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (date, time) = (lower[..hour].trim_end(), &lower[hour..]);
    let letters: String = time.chars().filter(|c| c.is_alphabetic()).collect();
    let only_time = BEHIND_TIME.contains(&letters.as_str()) && time.chars().all(|c| c.is_alphanumeric() || ":.,+- ".contains(c));
    let digits: String = time.chars().filter(char::is_ascii_digit).collect();
    let next_day = letters == "z" && midnight_here(&digits);
    (colon - hour <= 2 && colon > hour && only_time).then(|| (without_letter(date).trim_end_matches(',').to_owned(), next_day))
}

/// `22:00:00` or `23:00:00`, with any number of zeros.
fn midnight_here(digits: &str) -> bool {
    ["22", "23"]
        .iter()
        .any(|hour| digits.strip_prefix(hour).is_some_and(|rest| rest.len() >= 2 && rest.bytes().all(|byte| byte == b'0')))
}

/// Without the `t` between a day and its time.
fn without_letter(date: &str) -> &str {
    date.strip_suffix('t').filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(date)
}
