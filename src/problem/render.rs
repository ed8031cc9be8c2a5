//! Problems for people: folded by what they share, with the address of the first, ready to paste.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use super::{Code, Effect, Problem, message, printable, text};
use crate::terms::Lang;

/// Problems of one kind about one thing in one sheet, shown once.
#[derive(Debug, Clone)]
pub struct Folded<'a> {
    pub first: &'a Problem,
    /// How many problems are shown as this one.
    pub count: usize,
}

/// Folds problems that share file, sheet, code and what was found. The gravest come first, then by place.
#[must_use]
pub fn fold(problems: &[Problem]) -> Vec<Folded<'_>> {
    type Key<'a> = (std::cmp::Reverse<Effect>, Arc<str>, Option<Arc<str>>, Code, &'a str);
    let mut groups: BTreeMap<Key<'_>, Folded<'_>> = BTreeMap::new();
    for problem in problems {
        let place = &problem.place;
        let key =
            (std::cmp::Reverse(problem.effect()), place.file.clone(), place.sheet.clone(), problem.code, problem.found.as_str());
        let folded = groups.entry(key).or_insert(Folded { first: problem, count: 0 });
        folded.count += 1;
        folded.first = folded.first.min(problem);
    }
    groups.into_values().collect()
}

/// One folded problem over a few lines: what, where, the effect, the next step.
#[must_use]
pub fn render(folded: &Folded<'_>, lang: Lang) -> String {
    let problem = folded.first;
    let text = text(problem.code, lang);
    let mut out = format!("{} [{}]: {}\n", text.title, problem.code.as_str(), printable(&message(problem, lang)));
    let _ = writeln!(out, "  --> {}", problem.place);
    match folded.count {
        1 => {
            let _ = writeln!(out, "   = {}", text.effect);
        }
        count => {
            let shared = lang.pick("keer op dit blad", "times on this sheet");
            let _ = writeln!(out, "   = {count} {shared}; {}", text.effect);
        }
    }
    let _ = writeln!(out, "   = {}", text.next);
    if !text.keeper.is_empty() {
        let _ = writeln!(out, "   = {}: {}", lang.pick("of in de definities", "or in the definitions"), text.keeper);
    }
    out
}
