//! What the text of one header cell may stand for: the forms in which it is looked up, the closest to the text first.
//!
//! Which field that is, is the layout's to say.

use std::cell::OnceCell;

use super::cuts::Cuts;
use super::words::HeaderWords;
use crate::terms::{name_key, words};

/// A text to look up: as it is, without spaces, and with its words in order of the alphabet.
#[derive(Debug, Clone)]
pub struct Form {
    pub key: String,
    /// Few rows come so far that these are asked for.
    squashed: OnceCell<String>,
    bag: OnceCell<String>,
}

/// One header cell, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    pub forms: Vec<Form>,
    /// The forms of what stands around a stroke or *and*; empty when there is none.
    pub parts: Vec<Vec<Form>>,
    /// Whether every part must be known: around *and* it must, behind a stroke often stands another word for the same.
    pub all_parts: bool,
    /// It is over people, or one of its parts or additions is.
    pub people: bool,
}

impl Form {
    pub const fn of(key: String) -> Self {
        Self { key, squashed: OnceCell::new(), bag: OnceCell::new() }
    }

    /// Without spaces.
    pub fn squashed(&self) -> &str {
        self.squashed.get_or_init(|| self.key.replace(' ', ""))
    }

    /// With its words in order of the alphabet.
    pub fn bag(&self) -> &str {
        self.bag.get_or_init(|| {
            let mut sorted: Vec<&str> = words(&self.key).collect();
            sorted.sort_unstable();
            sorted.join(" ")
        })
    }
}

impl Reading {
    pub fn of(text: &str, known: &HeaderWords) -> Self {
        let text = without_marks(text);
        let whole = name_key(&text);
        let (bare, additions) = without_brackets(&text);
        let mut keys = vec![whole.clone()];
        if additions.iter().all(|addition| known.is_harmless(&name_key(addition))) {
            keys.push(name_key(&bare));
            keys.extend(explained(&bare, known));
        }
        let (parts, all_parts) = parts(&bare, known);
        let behind = || parts.iter().skip(1).all(|part| known.is_harmless(&name_key(part)));
        let harmless = parts.first().is_none_or(|first| !known.names_people(&name_key(first))) && behind();
        let parts = if harmless { parts.iter().map(|part| forms(vec![name_key(part)], known)).collect() } else { Vec::new() };
        Self { forms: forms(keys, known), parts, all_parts, people: known.names_people(&whole) }
    }

    /// The key of the whole text.
    pub fn key(&self) -> &str {
        self.forms.first().map_or("", |form| &form.key)
    }
}

/// Each key, then each in fewer words, then each without the word for what the list is about.
fn forms(mut keys: Vec<String>, known: &HeaderWords) -> Vec<Form> {
    let simple: Vec<String> = keys.iter().map(|key| known.simplified(key)).collect();
    let bare: Vec<String> = simple.iter().filter_map(|key| known.without_subject(key)).collect();
    keys.extend(simple);
    keys.extend(bare);
    let mut forms: Vec<Form> = Vec::new();
    for key in keys.into_iter().filter(|key| !key.is_empty()) {
        if !forms.iter().any(|form| form.key == key) {
            forms.push(Form::of(key));
        }
    }
    forms
}

/// The words before an explanation.
fn explained(text: &str, known: &HeaderWords) -> Option<String> {
    let (head, behind) = known.before_explanation.first(text)?;
    known.explains(&name_key(behind)).then(|| name_key(head))
}

/// The texts around strokes, or around *and*.
fn parts<'t>(text: &'t str, known: &HeaderWords) -> (Vec<&'t str>, bool) {
    let around = |cuts: &Cuts| {
        let parts = cuts.all(text);
        if parts.len() > 1 { parts.into_iter().filter(|part| !name_key(part).is_empty()).collect() } else { Vec::new() }
    };
    let stroke = around(&known.strokes);
    if stroke.len() > 1 {
        return (stroke, false);
    }
    let and = around(&known.and);
    if and.len() > 1 { (and, true) } else { (Vec::new(), false) }
}

/// The text without numbering before it and footnote signs behind it, and with words that a line break divides made whole.
fn without_marks(text: &str) -> String {
    let joined = text.replace('\r', "").replace("-\n", "").replace("- \n", "");
    let plain: String = joined.chars().filter(|c| !matches!(c, '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}'..='\u{2079}')).collect();
    without_footnote(without_number(plain.trim())).to_owned()
}

/// Takes `1.`, `12)`, `a)` or `B.` off the front.
fn without_number(text: &str) -> &str {
    let Some((number, rest)) = text.split_once([' ', '\u{a0}']) else { return text };
    let Some(mark) = number.strip_suffix(['.', ')', ':']) else { return text };
    let digits = !mark.is_empty() && mark.len() <= 2 && mark.bytes().all(|byte| byte.is_ascii_digit());
    let letter = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_alphabetic());
    if digits || letter { rest.trim() } else { text }
}

/// Takes `*`, `1)`, `(1)` or `[1]` off the end.
fn without_footnote(text: &str) -> &str {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | ']'));
    let Some(open) = text.strip_suffix([')', ']']) else { return text };
    let word = open.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = open.len() - word.len();
    if (1..=2).contains(&digits) && word.ends_with([' ', '(', '[']) { word.trim_end_matches([' ', '(', '[']) } else { text }
}

/// The text without what stands in brackets, and that.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut bare, mut additions, mut depth) = (String::new(), Vec::new(), 0u32);
    for c in text.chars() {
        match c {
            '(' | '[' => {
                depth += 1;
                additions.push(String::new());
            }
            ')' | ']' if depth > 0 => depth -= 1,
            _ if depth == 0 => bare.push(c),
            _ => additions.last_mut().into_iter().for_each(|addition| addition.push(c)),
        }
    }
    (bare.trim().to_owned(), additions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::DataDir;

    #[test]
    fn marks_numbers_and_footnotes_are_no_part_of_a_header() {
        for (text, expected) in [
            ("Naam applicatie:⚡", "Naam applicatie"),
            ("Contact-\npersoon", "Contactpersoon"),
            ("Status¹", "Status"),
            ("Status 1)", "Status"),
            ("Kosten (12)", "Kosten"),
            ("Toelichting [2] *", "Toelichting"),
            ("3. Versie", "Versie"),
            ("a) Naam", "Naam"),
            ("Kosten (x € 1.000)", "Kosten (x € 1.000)"),
            ("Top5", "Top5"),
            ("2e contact", "2e contact"),
            ("", ""),
        ] {
            assert_eq!(without_marks(text), expected, "{text:?}");
        }
    }

    #[test]
    fn an_addition_that_makes_it_another_thing_leaves_only_the_whole_text() {
        let words = HeaderWords::load(&DataDir::embedded()).unwrap();
        let has = |text: &str, key: &str| Reading::of(text, &words).forms.iter().any(|form| form.key == key);
        for (text, key, expected) in [
            ("Naam (voluit)", "naam", true),
            ("Naam (contactpersoon)", "naam", false),
            ("Kosten (eenmalig)", "kosten", false),
            ("Leverancier: wie maakt de software?", "leverancier", true),
            ("Leverancier: naam en telefoonnummer", "leverancier", false),
            ("Status - DPIA", "status", false),
            ("Wat is de naam van de applicatie?", "naam applicatie", true),
            ("Naam van de applicatie", "naam", true),
        ] {
            assert_eq!(has(text, key), expected, "{text}");
        }
    }

    #[test]
    fn no_text_breaks_the_reading() {
        let words = HeaderWords::load(&DataDir::embedded()).unwrap();
        for text in ["", ")", "((", "a) ", "1.", "[", "- ", "/", "//", " en ", "¹", "\u{feff}", "🦀 (🦀)", "ı (İ)", "(1)"] {
            let _ = Reading::of(text, &words);
        }
    }
}
