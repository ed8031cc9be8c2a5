//! Grounds and their conditions as sentences.

use super::words::{attribute, field, plain, value};
use crate::cli::check::lines::{add, cut};
use crate::explain::{Asked, Ground, HeldAt};
use crate::inventory::FieldTexts;
use crate::terms::Lang;

/// How many of the words that a condition asks for are shown.
const WORDS_SHOWN: usize = 8;

/// The longest text of a cell that is quoted, in characters.
const QUOTED: usize = 70;

/// A ground with its reason, its source and the conditions that held. `why` is added to the first line.
pub fn tell(out: &mut String, indent: &str, ground: &Ground, why: Option<&str>, fields: &FieldTexts, lang: Lang) {
    let gives = ground.gives.iter().map(|(name, value)| given(name, value, lang)).collect::<Vec<_>>().join(", ");
    let why = why.map(|why| format!(" ({why})")).unwrap_or_default();
    let arrow = if gives.is_empty() { "" } else { " → " };
    add(out, &format!("{indent}- "), &format!("{}{arrow}{gives}{why}", ground.id));
    for asked in &ground.conditions {
        if let Some(held) = &asked.held {
            add(out, &format!("{indent}    "), &holds(asked, held, fields, lang));
        }
    }
    let because = match ground.kind {
        "provision" => lang.pick("de rij is de voorziening", "the row is the provision"),
        _ => lang.pick("want", "because"),
    };
    add(out, &format!("{indent}    "), &format!("{because}: {} [{}]", ground.because, ground.source));
}

fn given(name: &str, given: &str, lang: Lang) -> String {
    if ["steered_by", "run_by", "doubt"].contains(&name) {
        format!("{} {}", attribute(name, lang), plain(given))
    } else {
        value(name, given, lang)
    }
}

/// Where a condition holds: `Omschrijving "salarisadministratie" bevat "salaris*"`.
pub fn holds(asked: &Asked, held: &HeldAt, fields: &FieldTexts, lang: Lang) -> String {
    let name = field(held.field, fields, lang);
    let text = held.text.as_deref().map(|text| format!(" \"{}\"", cut(text, QUOTED))).unwrap_or_default();
    let found = held.found.as_deref().unwrap_or_default();
    let what = match asked.test {
        "is" => lang.pick("is wat de regel zoekt", "is what the rule looks for").to_owned(),
        "is_empty" if held.text.is_none() => lang.pick("is leeg", "is empty").to_owned(),
        "is_empty" => lang.pick("is gevuld", "is filled").to_owned(),
        "in_doubt" => lang.pick("heeft een vraagteken", "has a question mark").to_owned(),
        "names" => format!("{} {found}", names(asked, lang)).trim_end().to_owned(),
        _ => format!("{} \"{found}\"", lang.pick("bevat", "holds")),
    };
    format!("{name}{text} {what}")
}

/// What a condition asks for: `Applicatie of Omschrijving bevat een van: ...`.
pub fn asks(asked: &Asked, fields: &FieldTexts, lang: Lang) -> String {
    let names_of = asked.fields.iter().map(|name| field(name, fields, lang)).collect::<Vec<_>>();
    let names_of = names_of.join(lang.pick(" of ", " or "));
    let yes = asked.asks_for.first().is_some_and(|value| value == "true");
    let what = match asked.test {
        "is_empty" if yes => lang.pick("is leeg", "is empty").to_owned(),
        "is_empty" => lang.pick("is gevuld", "is filled").to_owned(),
        "in_doubt" => lang.pick("heeft een vraagteken", "has a question mark").to_owned(),
        "names" => names(asked, lang).to_owned(),
        "has_word_of" => format!("{} {}", lang.pick("bevat een woord van de lijst", "holds a word of the list"), words(asked)),
        "is" => format!("{} {}", lang.pick("is een van:", "is one of:"), words(asked)),
        "starts_with" => {
            format!("{} {}", lang.pick("heeft een woord dat begint met:", "has a word that begins with:"), words(asked))
        }
        _ => format!("{} {}", lang.pick("bevat een van:", "holds one of:"), words(asked)),
    };
    format!("{names_of} {what}")
}

fn words(asked: &Asked) -> String {
    let more = if asked.asks_for.len() > WORDS_SHOWN { ", …" } else { "" };
    asked.asks_for.iter().take(WORDS_SHOWN).cloned().collect::<Vec<_>>().join(", ") + more
}

fn names(asked: &Asked, lang: Lang) -> &'static str {
    match asked.asks_for.first().map(String::as_str) {
        Some("partnership") => lang.pick(
            "noemt een samenwerkingsverband waar de gemeente bij hoort:",
            "names a partnership of which the municipality is a member:",
        ),
        Some("unlisted_partnership") => lang.pick(
            "noemt een samenwerkingsverband waarvan niet alle leden bekend zijn:",
            "names a partnership of which not all members are known:",
        ),
        Some("partnership_of_others") => lang.pick(
            "noemt een samenwerkingsverband waar de gemeente niet bij hoort:",
            "names a partnership of which the municipality is no member:",
        ),
        Some("other_municipality") => lang.pick("noemt een andere gemeente:", "names another municipality:"),
        _ => lang.pick("noemt de gemeente zelf", "names the municipality itself"),
    }
}
