//! What each problem code says, in Dutch and English: data beside the code, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Code, Problem};
use crate::terms::Lang;

/// The texts of one code in one language. `{found}` and `{hint}` stand for the problem's own values.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeText {
    /// What it is, in a few words.
    pub title: String,
    /// One sentence about this occurrence.
    pub message: String,
    /// Added to the message when there is a hint.
    #[serde(default)]
    pub with_hint: String,
    /// What it does to the figures.
    pub effect: String,
    /// What the one who sends the inventory can do about it.
    pub next: String,
    /// What the one who keeps the definitions can do about it, where that is something else.
    #[serde(default)]
    pub keeper: String,
}

/// The texts of all codes, by identifier.
pub type Texts = BTreeMap<String, CodeText>;

const FOUND: &str = "{found}";
const HINT: &str = "{hint}";

/// What a kind of sheet is called, by language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindName {
    nl: String,
    en: String,
}

static KINDS: LazyLock<BTreeMap<String, KindName>> = LazyLock::new(|| read(include_str!("text/kinds.toml")));
static NL: LazyLock<Texts> = LazyLock::new(|| read(include_str!("text/nl.toml")));
static EN: LazyLock<Texts> = LazyLock::new(|| read(include_str!("text/en.toml")));

#[expect(clippy::expect_used, reason = "the texts are compiled in, and a test reads them")]
fn read<T: serde::de::DeserializeOwned>(source: &str) -> T {
    toml::from_str(source).expect("the texts of problems are valid")
}

/// The texts of one code.
#[must_use]
pub fn text(code: Code, lang: Lang) -> &'static CodeText {
    let texts = match lang {
        Lang::Nl => &NL,
        Lang::En => &EN,
    };
    &texts[code.as_str()]
}

/// What a kind of sheet that is no inventory is called; absent when it has no name here.
#[must_use]
pub fn kind_name(id: &str, lang: Lang) -> Option<&'static str> {
    KINDS.get(id).map(|name| lang.pick(name.nl.as_str(), name.en.as_str()))
}

/// The hint in words: of a sheet or file that is no inventory it says what it is instead.
fn hint_in_words(problem: &Problem, lang: Lang) -> &str {
    let hint = problem.hint.as_deref().unwrap_or_default();
    let is_kind = matches!(problem.code, Code::SheetLeftOut | Code::NoInventory);
    if is_kind { kind_name(hint, lang).unwrap_or(hint) } else { hint }
}

/// The sentence about one problem.
#[must_use]
pub fn message(problem: &Problem, lang: Lang) -> String {
    let text = text(problem.code, lang);
    let filled = |template: &str| template.replace(FOUND, problem.found.trim()).replace(HINT, hint_in_words(problem, lang));
    let addition = problem.hint.as_ref().map(|_| filled(&text.with_hint)).unwrap_or_default();
    filled(&text.message) + &addition
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_text_in_both_languages_and_no_text_is_left_over() {
        let codes: Vec<&str> = {
            let mut ids: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
            ids.sort_unstable();
            ids
        };
        for texts in [&*NL, &*EN] {
            assert_eq!(texts.keys().map(String::as_str).collect::<Vec<_>>(), codes);
        }
    }
}
