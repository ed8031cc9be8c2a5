//! What makes a rule impossible to merge: reasons that say nothing, sources that are not there, examples that show nothing, rules that
//! contradict each other or say the same. What one file can be refused for by itself is in `rule`.

use std::collections::{BTreeMap, BTreeSet};

use super::condition::{Condition, Test};
use super::evidence::{Evidence, EvidenceField};
use super::index::Readings;
use super::judge::Judge;
use super::verdict::Verdict;
use super::{Example, Rule, Rulebook, Verdicts};
use crate::reference::Reference;
use crate::terms::{Month, name_key, words};

/// A reason has at least as many words.
const FEWEST_WORDS: usize = 4;

/// Everything that is wrong with the rules of a book, by rule.
pub fn complaints(book: &Rulebook, reference: &Reference) -> Vec<String> {
    let mut bench = Bench { book, reference, judges: BTreeMap::new(), readings: BTreeMap::new() };
    let mut complaints: Vec<String> = book.rules.iter().flat_map(|rule| bench.complaints_of(rule)).collect();
    complaints.extend(twins(book));
    complaints
}

/// What examples are judged with, by month.
struct Bench<'a> {
    book: &'a Rulebook,
    reference: &'a Reference,
    judges: BTreeMap<Month, Judge<'a>>,
    readings: BTreeMap<Month, Readings>,
}

impl<'a> Bench<'a> {
    fn complaints_of(&mut self, rule: &'a Rule) -> Vec<String> {
        let mut found = Vec::new();
        found.extend(reason_without_content(rule));
        found.extend(unknown_provisions(rule, self.reference));
        found.extend(unknown_component_words(rule, self.reference));
        found.extend(useless_examples(rule));
        for example in &rule.matches {
            self.complain_about(rule, example, &mut found);
        }
        let month = rule.example_month();
        let hit = |example: &&Example| rule.fires(&example.evidence(month, self.reference)).is_some();
        found.extend(rule.near_misses.iter().filter(hit).map(|example| format!("matches its near miss {}", example.shown())));
        found.into_iter().map(|what| format!("rules/{}.toml: {what}", rule.id)).collect()
    }

    /// An example that is missed, on which the book contradicts itself, or on which the rule decides nothing.
    fn complain_about(&mut self, rule: &'a Rule, example: &Example, found: &mut Vec<String>) {
        let (month, reference) = (rule.example_month(), self.reference);
        let evidence = example.evidence(month, reference);
        if rule.fires(&evidence).is_none() {
            found.push(format!("does not match its example {}", example.shown()));
            return;
        }
        let against: BTreeSet<&str> = against(self.book, rule, &evidence).collect();
        found.extend(against.iter().map(|other| format!("{other} contradicts it on {}", example.shown())));
        let judge = self.judges.entry(month).or_insert_with(|| Judge::new(self.book, reference, month));
        let verdicts = judge.judge(&evidence, self.readings.entry(month).or_default());
        if against.is_empty() && !decides(rule, &verdicts) {
            let fired: Vec<&str> = verdicts.fired.iter().map(|id| &**id).filter(|id| *id != &*rule.id).collect();
            found.push(format!("decides nothing on its example {}, where {} fire too", example.shown(), fired.join(", ")));
        }
    }
}

/// Whether a verdict rests on the rule, on each axis that it speaks of; a facet always shows.
fn decides(rule: &Rule, verdicts: &Verdicts) -> bool {
    fn rests<V>(verdict: &Verdict<V>, rule: &Rule) -> bool {
        verdict.grounds.contains(&rule.id)
    }
    let gives = &rule.gives;
    let on_level = gives.steered_by.is_some() || gives.run_by.is_some() || gives.doubt.is_some();
    (gives.role.is_none() || rests(&verdicts.role, rule))
        && (gives.distinguishing.is_none() || rests(&verdicts.distinguishing, rule))
        && (!on_level || rests(&verdicts.level, rule))
}

/// Rules that hold at the same time, fire on the same evidence and conclude something else.
fn against<'a>(book: &'a Rulebook, rule: &'a Rule, evidence: &'a Evidence<'_>) -> impl Iterator<Item = &'a str> {
    let day = rule.example_month().first_day();
    let others = book.rules.iter().filter(move |other| other.id != rule.id && other.validity.holds_on(day));
    others.filter(move |other| disagree(rule, other) && other.fires(evidence).is_some()).map(|other| &*other.id)
}

fn disagree(a: &Rule, b: &Rule) -> bool {
    fn differ<V: PartialEq + Copy>(a: Option<V>, b: Option<V>) -> bool {
        a.zip(b).is_some_and(|(a, b)| a != b)
    }
    differ(a.gives.distinguishing, b.gives.distinguishing)
        || differ(a.gives.steered_by, b.gives.steered_by)
        || differ(a.gives.run_by, b.gives.run_by)
        || differ(a.gives.role, b.gives.role)
}

/// A reason that is the id in other words, the source again, or too short to be one.
fn reason_without_content(rule: &Rule) -> Option<String> {
    let (because, id) = (name_key(&rule.because), name_key(&rule.id));
    let of_id: BTreeSet<&str> = words(&id).collect();
    let says_more = words(&because).any(|word| !of_id.contains(word));
    if !says_more || because == name_key(&rule.source) {
        return Some("'because' repeats the id or the source".to_owned());
    }
    (words(&because).count() < FEWEST_WORDS).then(|| format!("'because' is no reason: \"{}\"", rule.because))
}

/// Provisions that the source names and that the catalogue does not have.
fn unknown_provisions(rule: &Rule, reference: &Reference) -> Vec<String> {
    let pieces = rule.source.split(|c: char| !c.is_ascii_alphanumeric());
    let ids = pieces.filter(|piece| piece.strip_prefix("CP").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
    let unknown = ids.filter(|id| reference.provisions.get(id).is_none());
    unknown.map(|id| format!("its source names provision '{id}', which is not in the catalogue")).collect()
}

/// Words that are looked for in the names of components and stand in none.
fn unknown_component_words(rule: &Rule, reference: &Reference) -> Vec<String> {
    let names: Vec<String> = reference.components.iter().map(|component| format!(" {} ", name_key(&component.name))).collect();
    let conditions = rule.when.iter().chain(&rule.unless).filter(|condition| condition.fields == [EvidenceField::Component]);
    let stands = |word: &String, test: &Test| {
        names.iter().any(|name| match test {
            Test::Is(_) => name.trim() == word,
            Test::HasWord(_) => name.contains(&format!(" {word} ")),
            _ => name.contains(&format!(" {word}")),
        })
    };
    let missing = |condition: &Condition| -> Vec<String> {
        let (Test::Is(words) | Test::HasWord(words) | Test::StartsWith(words)) = &condition.test else { return Vec::new() };
        words.iter().filter(|word| !stands(word, &condition.test)).cloned().collect()
    };
    conditions.flat_map(missing).map(|word| format!("no reference component has '{word}' in its name")).collect()
}

/// Examples without any text, twice the same, or the same as a near miss.
fn useless_examples(rule: &Rule) -> Vec<String> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    for example in rule.matches.iter().chain(&rule.near_misses) {
        let shown = example.shown();
        if shown.is_empty() {
            found.push("an example or near miss names nothing".to_owned());
        } else if !seen.insert((shown.clone(), example.municipality.as_deref())) {
            found.push(format!("two of its examples and near misses are the same: {shown}"));
        }
    }
    found
}

/// Rules that say the same of the same: one of them is left over.
fn twins(book: &Rulebook) -> Vec<String> {
    let mut seen: BTreeMap<(&[Condition], &[Condition], String), &str> = BTreeMap::new();
    let mut found = Vec::new();
    for rule in &book.rules {
        let same = (rule.when.as_slice(), rule.unless.as_slice(), format!("{:?} {:?}", rule.gives, rule.validity));
        if let Some(other) = seen.insert(same, &rule.id) {
            found.push(format!("rules/{}.toml: says the same of the same as {other}", rule.id));
        }
    }
    found
}
