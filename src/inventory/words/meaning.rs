//! A value that is written in a known word: looked up as it stands, then without what people put around it.

use crate::terms::name_key;

/// The form in which words of values compare: without spaces too, so that `inProductie`, `in_productie` and `In productie` are one.
/// A sign stands for itself.
pub fn word_key(text: &str) -> String {
    let key = name_key(text).replace(' ', "");
    if key.is_empty() { text.trim().trim_end_matches('\u{fe0f}').to_owned() } else { key }
}

/// What a text means. Tried in this order: the whole; as yes or no; without a number before it (`1. In productie`); without an
/// addition in brackets that does not mean something else; its parts, when all mean the same (`Cloud/SaaS`).
pub fn meaning<V: PartialEq>(text: &str, find: impl Fn(&str) -> Option<V>, yes_no: impl Fn(&str) -> Option<bool>) -> Option<V> {
    let answer = |text: &str| yes_no(text).and_then(|yes| find(if yes { "ja" } else { "nee" }));
    let direct = |text: &str| find(&word_key(text)).or_else(|| answer(text));
    direct(text).or_else(|| {
        let text = without_number(text);
        direct(text).or_else(|| without_addition(text, &direct)).or_else(|| of_parts(text, &direct))
    })
}

/// Without `1. `, `2) `, `3 - ` or `b. ` at its beginning.
fn without_number(text: &str) -> &str {
    let text = text.trim();
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let length = if length == 0 { text.chars().next().filter(char::is_ascii_alphabetic).map_or(0, char::len_utf8) } else { length };
    let behind = text[length..].trim_start().strip_prefix(['.', ')', '-', ':']).filter(|rest| rest.starts_with(' '));
    behind.filter(|_| (1..=2).contains(&length)).map_or(text, str::trim_start)
}

fn without_addition<V: PartialEq>(text: &str, direct: &impl Fn(&str) -> Option<V>) -> Option<V> {
    let (head, rest) = text.split_once('(')?;
    let addition = rest.trim_end().strip_suffix(')')?;
    let value = direct(head)?;
    direct(addition).is_none_or(|other| other == value).then_some(value)
}

fn of_parts<V: PartialEq>(text: &str, direct: &impl Fn(&str) -> Option<V>) -> Option<V> {
    let mut parts = text.split(['/', ',', ';', '+', '|', '\n']);
    let first = direct(parts.next()?)?;
    parts.all(|part| direct(part).as_ref() == Some(&first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_the_same_with_what_people_put_around_them() {
        let find = |key: &str| match key {
            "inproductie" | "ja" | "productie" => Some(1),
            "gepland" | "nee" => Some(2),
            _ => None,
        };
        let yes_no = |text: &str| match text {
            "x" => Some(true),
            "☐" => Some(false),
            _ => None,
        };
        for (text, expected) in [
            ("In productie", Some(1)),
            ("inProductie", Some(1)),
            ("IN_PRODUCTIE", Some(1)),
            ("1. In productie", Some(1)),
            ("b) Gepland", Some(2)),
            ("3 - Gepland", Some(2)),
            ("In productie (cloud)", Some(1)),
            ("In productie (gepland)", None),
            ("productie / in productie", Some(1)),
            ("productie / gepland", None),
            ("x", Some(1)),
            ("☐", Some(2)),
            ("2027. In productie", None),
            ("ergens", None),
            ("", None),
            ("(", None),
        ] {
            assert_eq!(meaning(text, find, yes_no), expected, "{text}");
        }
    }
}
