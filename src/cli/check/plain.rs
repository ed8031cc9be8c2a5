//! A problem in words for somebody who never saw the definitions: names beside codes, columns by what they are called.

use crate::inventory::Field;
use crate::problem::{Code, Problem};
use crate::run::Definitions;
use crate::terms::Lang;

/// The problem with the municipalities behind codes named, and fields called as in the template.
pub fn plain(problem: &Problem, definitions: &Definitions, lang: Lang) -> Problem {
    let hint = |text: &str| match problem.code {
        Code::UnknownColumn => field(text, definitions, lang),
        _ => municipalities(text, definitions),
    };
    let found = match problem.code {
        Code::UnknownColumn => problem.found.clone(),
        Code::ErrorCell if lang == Lang::Nl => on_a_dutch_screen(&problem.found),
        _ => municipalities(&problem.found, definitions),
    };
    Problem { found, hint: problem.hint.as_deref().map(hint), ..problem.clone() }
}

/// Error values as a spreadsheet in Dutch shows them; files hold them in English.
fn on_a_dutch_screen(error: &str) -> String {
    let dutch = [
        ("#N/A", "#N/B"),
        ("#REF!", "#VERW!"),
        ("#VALUE!", "#WAARDE!"),
        ("#DIV/0!", "#DEEL/0!"),
        ("#NAME?", "#NAAM?"),
        ("#NUM!", "#GETAL!"),
        ("#NULL!", "#LEEG!"),
    ];
    dutch.iter().find(|(english, _)| *english == error.trim()).map_or_else(|| error.to_owned(), |(_, shown)| (*shown).to_owned())
}

fn field(text: &str, definitions: &Definitions, lang: Lang) -> String {
    let known = Field::ALL.into_iter().find(|field| field.as_str() == text);
    known.map_or_else(|| text.to_owned(), |field| definitions.layouts.fields.header(field, lang).to_owned())
}

/// `GM0373, GM0893` with the name before each code; any other text as it is.
fn municipalities(text: &str, definitions: &Definitions) -> String {
    if !text.starts_with("GM") {
        return text.to_owned();
    }
    let name = |code: &str| definitions.reference.municipalities.name(code).map(|name| format!("{name} ({code})"));
    let named: Option<Vec<String>> = text.split(", ").map(name).collect();
    named.map_or_else(|| text.to_owned(), |named| named.join(", "))
}
