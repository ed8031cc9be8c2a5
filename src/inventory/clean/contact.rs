//! E-mail addresses and telephone numbers inside a text: personal data that must not reach any table.
//!
//! Names of people can't be told from names of firms, so they are not looked for; columns of people are not read at all.

use std::ops::Range;

use crate::terms::{LookupSet, name_key};

/// A part of a text by which somebody can be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Contact {
    at: Range<usize>,
    mask: &'static str,
}

const MAIL: &str = "[e-mail]";
const TELEPHONE: &str = "[tel.]";

/// What is left of a text, and how it may be quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stripped {
    pub text: String,
    pub masked: String,
}

/// The text without addresses and numbers, and without the word before them (`tel.`); absent when it holds none.
#[must_use]
pub fn without_contacts(text: &str, labels: &LookupSet<String>) -> Option<Stripped> {
    let found = contacts(text);
    if found.is_empty() {
        return None;
    }
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for contact in &found {
        kept.push_str(without_label(&text[from..contact.at.start], labels));
        kept.push(' ');
        from = contact.at.end;
    }
    kept.push_str(&text[from..]);
    Some(Stripped { text: tidy(&kept), masked: masked_at(text, &found) })
}

/// The text with a mask over each address and number, for messages.
#[must_use]
pub fn masked(text: &str) -> Option<String> {
    let found = contacts(text);
    (!found.is_empty()).then(|| masked_at(text, &found))
}

fn masked_at(text: &str, found: &[Contact]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for contact in found {
        out.push_str(&text[from..contact.at.start]);
        out.push_str(contact.mask);
        from = contact.at.end;
    }
    out + &text[from..]
}

/// In order, without overlap. Most text holds no `@` and few digits, and leaves at once.
fn contacts(text: &str) -> Vec<Contact> {
    let mut found = if text.contains('@') { mails(text) } else { Vec::new() };
    if text.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS {
        let free = |at: &Range<usize>| !found.iter().any(|mail| at.start < mail.at.end && mail.at.start < at.end);
        let numbers: Vec<_> = telephones(text).into_iter().filter(free).collect();
        found.extend(numbers.into_iter().map(|at| Contact { at, mask: TELEPHONE }));
        found.sort_by_key(|contact| contact.at.start);
    }
    found
}

fn mails(text: &str) -> Vec<Contact> {
    let mut found: Vec<Contact> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = &text[found.last().map_or(0, |last| last.at.end).min(at)..at];
        let local = before.len() - before.trim_end_matches(|c: char| c.is_alphanumeric() || "._%+-".contains(c)).len();
        let after = &text[at + 1..];
        let length = after.find(|c: char| !(c.is_alphanumeric() || ".-".contains(c))).unwrap_or(after.len());
        let domain = after[..length].trim_end_matches(['.', '-']);
        let ends_well = domain
            .rsplit_once('.')
            .is_some_and(|(host, top)| !host.is_empty() && top.chars().count() >= 2 && top.chars().all(char::is_alphabetic));
        if local > 0 && ends_well {
            found.push(Contact { at: at - local..at + 1 + domain.len(), mask: MAIL });
        }
    }
    found
}

/// A national number has ten digits.
const FEWEST_DIGITS: usize = 10;
const MOST_DIGITS: usize = 15;

fn telephones(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(offset) = text[from..].find(|c: char| c.is_ascii_digit() || c == '+') {
        let start = from + offset;
        match telephone(text, start).filter(|_| may_begin(&text[..start])) {
            Some(end) => {
                found.push(start..end);
                from = end;
            }
            None => from = after_run(text, start),
        }
    }
    found
}

/// A number does not begin in the middle of a word, an identifier, a version or an amount.
fn may_begin(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        None => true,
        Some('.' | '/') => back.next().is_none_or(|c| c.is_alphabetic() || c.is_whitespace()),
        Some(c) => c.is_whitespace() || "(:;<[|,\"'".contains(c),
    }
}

fn after_run(text: &str, start: usize) -> usize {
    let run = text[start..].find(|c: char| !c.is_ascii_digit() && c != '+').unwrap_or(text.len() - start);
    start + run.max(1)
}

/// Where the number that begins here ends. National: ten digits from 0, in groups as people write them; else with a country's code.
fn telephone(text: &str, start: usize) -> Option<usize> {
    let abroad = text[start..].starts_with('+') || text[start..].starts_with("00");
    let wanted = if abroad { MOST_DIGITS } else { FEWEST_DIGITS };
    let (groups, end) = digit_groups(text, start + usize::from(text[start..].starts_with('+')), wanted);
    let digits: usize = groups.iter().map(String::len).sum();
    let next = text[end..].chars().next();
    let goes_on = next.is_some_and(|c| c.is_alphanumeric() || c == ':' || c == '_');
    let fits = if abroad { digits >= FEWEST_DIGITS } else { digits == FEWEST_DIGITS && is_national(&groups) };
    (fits && !goes_on && !is_decimal(&text[end..])).then_some(end)
}

fn is_decimal(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('.' | ',')) && chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// `06 12345678`, `010-1234567`, `0118-123456`, `0612345678`; not `06-12-2027 10`, which is a day and an hour.
fn is_national(groups: &[String]) -> bool {
    let lengths: Vec<usize> = groups.iter().map(String::len).collect();
    let Some(first) = groups.first() else { return false };
    let begins = match first.len() {
        2 => first == "06",
        3 | 4 | FEWEST_DIGITS => first.starts_with('0') && !first.starts_with("00"),
        _ => false,
    };
    begins && !lengths.starts_with(&[2, 2, 4])
}

/// Groups of digits with at most three separators between them, up to so many digits; and where the last one ends.
fn digit_groups(text: &str, start: usize, most: usize) -> (Vec<String>, usize) {
    let (mut groups, mut count, mut end, mut gap) = (vec![String::new()], 0, start, 0);
    for (at, c) in text[start..].char_indices() {
        if c.is_ascii_digit() && count < most {
            if gap > 0 {
                groups.push(String::new());
            }
            if let Some(group) = groups.last_mut() {
                group.push(c);
            }
            (count, gap, end) = (count + 1, 0, start + at + 1);
        } else if " -.()–".contains(c) && gap < 3 && count < most {
            gap += 1;
        } else {
            break;
        }
    }
    (groups, end)
}

/// Without a word at the end that announces a number or an address.
fn without_label<'t>(text: &'t str, labels: &LookupSet<String>) -> &'t str {
    let trimmed = text.trim_end();
    let start = trimmed.rfind([' ', '(', ',', ';', '\n']).map_or(0, |at| at + 1);
    if labels.contains(&name_key(&trimmed[start..])) { &trimmed[..start] } else { text }
}

/// Without brackets around nothing, separators before nothing, and repeated space.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let closes = matches!(c, ')' | ']' | '>');
        if closes || c == '\n' {
            out.truncate(out.trim_end_matches(|c: char| " ,;:/|-".contains(c)).len());
        }
        if closes && out.ends_with(['(', '[', '<']) {
            out.pop();
            out.truncate(out.trim_end_matches(' ').len());
        } else if !(c == ' ' && (out.is_empty() || out.ends_with([' ', '(', '[', '<']))) {
            out.push(c);
        }
    }
    out.trim_matches(|c: char| c.is_whitespace() || ",;:/|-".contains(c)).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn labels() -> LookupSet<String> {
        ["tel", "telefoon", "e mail", "mail", "mobiel"].map(str::to_owned).into_iter().collect()
    }

    #[test]
    fn addresses_and_numbers_go_and_the_name_stays() {
        for (text, left, masked) in [
            ("Centric (j.jansen@centric.example, 06-12345678)", "Centric", "Centric ([e-mail], [tel.])"),
            ("Centric, tel. 010 - 123 45 67", "Centric", "Centric, tel. [tel.]"),
            ("Decos; e-mail: info@decos.example; helpdesk", "Decos; ; helpdesk", "Decos; e-mail: [e-mail]; helpdesk"),
            ("+31 (0)6 12 34 56 78", "", "[tel.]"),
            ("bel 0031612345678 voor hulp", "bel voor hulp", "bel [tel.] voor hulp"),
            ("06 12 34 56 78 / 0118-123456", "", "[tel.] / [tel.]"),
            ("tel.0612345678", "", "tel.[tel.]"),
            ("vraag a@b.nl of c@d.nl", "vraag of", "vraag [e-mail] of [e-mail]"),
            ("mailto:x_y@sub.b.example.", ".", "mailto:[e-mail]."),
        ] {
            let found = without_contacts(text, &labels()).unwrap_or_else(|| panic!("{text} holds a contact"));
            assert_eq!(found.masked, masked, "{text}");
            let plain = found.text.trim_end_matches("mailto:").to_owned();
            assert!(plain == left || text.starts_with("mailto"), "{text} leaves '{plain}'");
        }
    }

    #[test]
    fn versions_registrations_years_and_days_are_no_numbers_to_call() {
        for text in [
            "11.2.3456.789012",
            "KvK 01234567",
            "2024-2027 0000",
            "06-12-2027 10:00",
            "01-02-2027 12:30",
            "01-02-2027 01-02-2028",
            "123456789012",
            "00000001003214345000",
            "1b2c0612-3456-7890-abcd",
            "app_0612345678",
            "€ 1.234.567.890",
            "0123456789.5",
            "@home",
            "user@localhost",
            "a @ b.nl",
            "2FA@",
        ] {
            assert_eq!(without_contacts(text, &labels()), None, "{text}");
            assert_eq!(masked(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics_and_nothing_to_call_is_left(text in "(\\PC|[0-9+@.() -]|a@b.nl|06-12345678 ){0,30}") {
            let mut now = text;
            for _ in 0..40 {
                match without_contacts(&now, &labels()) {
                    Some(found) => now = found.text,
                    None => break,
                }
            }
            prop_assert_eq!(without_contacts(&now, &labels()), None);
        }
    }
}
