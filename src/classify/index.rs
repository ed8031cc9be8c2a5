//! All conditions of a book, indexed by the first word that they look for, so that a text is read once for all rules.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Rule;
use super::condition::{Condition, Test};
use super::evidence::{Evidence, EvidenceField};
use crate::terms::{Lookup, name_key};

/// A phrase behind its first word: the words that must follow, and whether the last of all is only a beginning.
#[derive(Debug)]
struct Phrase {
    rest: Vec<String>,
    open: bool,
    condition: usize,
}

/// What is looked for in one field.
#[derive(Debug, Default)]
struct FieldIndex {
    is: Lookup<String, Vec<usize>>,
    /// By first word; only looked up.
    phrases: Lookup<String, Vec<Phrase>>,
    /// Beginnings of a first word.
    beginnings: Affixes,
    /// Endings of a word.
    endings: Affixes,
    tests: Vec<(Test, usize)>,
}

/// Beginnings or endings of words. A word is cut at each length that there is, so its cost does not grow with their number.
#[derive(Debug, Default)]
struct Affixes {
    conditions: Lookup<String, Vec<usize>>,
    /// In bytes.
    lengths: BTreeSet<usize>,
}

impl Affixes {
    fn add(&mut self, affix: &str, condition: usize) {
        self.lengths.insert(affix.len());
        self.conditions.entry(affix.to_owned()).or_default().push(condition);
    }

    /// The conditions of all that stand in a word, where `cut` gives the part of a length.
    fn standing<'i>(&'i self, longest: usize, cut: impl Fn(usize) -> Option<&'i str>) -> impl Iterator<Item = usize> {
        let parts = self.lengths.range(..=longest).filter_map(move |length| self.conditions.get(cut(*length)?));
        parts.flatten().copied()
    }
}

/// The rules that hold in one month, ready to be applied.
#[derive(Debug)]
pub struct Index<'a> {
    rules: Vec<(&'a Rule, Vec<usize>, Vec<usize>)>,
    fields: [FieldIndex; EvidenceField::ALL.len()],
    conditions: usize,
}

impl<'a> Index<'a> {
    pub fn of(rules: Vec<&'a Rule>) -> Self {
        let mut numbers: BTreeMap<&'a Condition, usize> = BTreeMap::new();
        let mut index = Self { rules: Vec::new(), fields: std::array::from_fn(|_| FieldIndex::default()), conditions: 0 };
        for rule in rules {
            let mut numbered = |conditions: &'a [Condition]| -> Vec<usize> {
                conditions
                    .iter()
                    .map(|condition| {
                        let next = numbers.len();
                        *numbers.entry(condition).or_insert(next)
                    })
                    .collect()
            };
            let (when, unless) = (numbered(&rule.when), numbered(&rule.unless));
            index.rules.push((rule, when, unless));
        }
        index.conditions = numbers.len();
        for (condition, number) in numbers {
            for field in &condition.fields {
                index.fields[*field as usize].add(&condition.test, number);
            }
        }
        index
    }

    /// The rules that fire, in order of id, each with the field of its first condition.
    pub fn fired(&self, evidence: &Evidence<'_>, readings: &mut Readings) -> Vec<(&'a Rule, EvidenceField)> {
        let mut held: Vec<Option<EvidenceField>> = vec![None; self.conditions];
        for field in EvidenceField::ALL {
            let index = &self.fields[field as usize];
            let by_text = evidence.text(field).map(|text| readings.of(field, text, index));
            let by_text = by_text.iter().flat_map(|conditions| conditions.iter());
            for condition in by_text.copied().chain(index.tested(field, evidence)) {
                held[condition].get_or_insert(field);
            }
        }
        let fires = |(rule, when, unless): &(&'a Rule, Vec<usize>, Vec<usize>)| {
            let all = when.iter().all(|condition| held[*condition].is_some())
                && unless.iter().all(|condition| held[*condition].is_none());
            if all { when.first().and_then(|first| held[*first]).map(|field| (*rule, field)) } else { None }
        };
        self.rules.iter().filter_map(fires).collect()
    }
}

/// Which conditions each text fulfils, remembered: the same vendors and products stand in every inventory.
#[derive(Debug, Default)]
pub struct Readings {
    known: [Lookup<String, Arc<[usize]>>; EvidenceField::ALL.len()],
}

impl Readings {
    fn of(&mut self, field: EvidenceField, text: &str, index: &FieldIndex) -> Arc<[usize]> {
        let known = &mut self.known[field as usize];
        if let Some(conditions) = known.get(text) {
            return conditions.clone();
        }
        let conditions: Arc<[usize]> = index.read(text).into();
        known.insert(text.to_owned(), conditions.clone());
        conditions
    }
}

impl FieldIndex {
    fn add(&mut self, test: &Test, condition: usize) {
        match test {
            Test::Is(words) => words.iter().for_each(|word| self.is.entry(word.clone()).or_default().push(condition)),
            Test::HasWord(words) => words.iter().for_each(|word| self.add_phrase(word, false, condition)),
            Test::StartsWith(words) => words.iter().for_each(|word| self.add_phrase(word, true, condition)),
            Test::HasWordOf(_, words) => {
                words.whole.iter().for_each(|word| self.add_phrase(word, false, condition));
                words.beginnings.iter().for_each(|word| self.add_phrase(word, true, condition));
                words.endings.iter().for_each(|word| self.endings.add(word, condition));
            }
            Test::IsEmpty(_) | Test::InDoubt(_) | Test::Names(_) => self.tests.push((test.clone(), condition)),
        }
    }

    fn add_phrase(&mut self, phrase: &str, open: bool, condition: usize) {
        let mut words = phrase.split(' ').map(str::to_owned);
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        if open && rest.is_empty() {
            self.beginnings.add(&first, condition);
        } else {
            self.phrases.entry(first).or_default().push(Phrase { rest, open, condition });
        }
    }

    /// The conditions that don't look at the text itself.
    fn tested(&self, field: EvidenceField, evidence: &Evidence<'_>) -> impl Iterator<Item = usize> {
        let holds = move |test: &Test| match test {
            Test::IsEmpty(empty) => evidence.text(field).is_none() == *empty,
            Test::InDoubt(doubt) => evidence.is_in_doubt(field) == *doubt,
            Test::Names(kind) => evidence.named(field).is_some_and(|names| names.holds(*kind)),
            _ => false,
        };
        self.tests.iter().filter(move |(test, _)| holds(test)).map(|(_, condition)| *condition)
    }

    /// The conditions that a text fulfils.
    fn read(&self, text: &str) -> Vec<usize> {
        let key = name_key(text);
        let mut found: Vec<usize> = self.is.get(&key).into_iter().flatten().copied().collect();
        let words: Vec<&str> = crate::terms::words(&key).collect();
        for (at, word) in words.iter().enumerate() {
            self.read_word(word, &words[at + 1..], &mut found);
        }
        found
    }

    fn read_word(&self, word: &str, following: &[&str], found: &mut Vec<usize>) {
        let phrases = self.phrases.get(word).into_iter().flatten().filter(|phrase| phrase.stands(following));
        found.extend(phrases.map(|phrase| phrase.condition));
        found.extend(self.beginnings.standing(word.len(), |length| word.get(..length)));
        // An ending is not the word by itself.
        found.extend(self.endings.standing(word.len().saturating_sub(1), |length| word.get(word.len() - length..)));
    }
}

impl Phrase {
    fn stands(&self, following: &[&str]) -> bool {
        let last = self.rest.len().wrapping_sub(1);
        self.rest.len() <= following.len()
            && self.rest.iter().enumerate().all(|(at, word)| {
                if self.open && at == last { following[at].starts_with(word.as_str()) } else { following[at] == word }
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::classify::Rulebook;
    use crate::reference::{DataDir, Reference};

    use super::*;

    /// The index is a fast way to say what the conditions say one by one; every example of the book must agree.
    #[test]
    fn the_index_fires_the_rules_that_fire_one_by_one() {
        let data = DataDir::embedded();
        let reference = Reference::load(&data).unwrap();
        let book = Rulebook::load(&data, &reference).unwrap();
        let month = crate::terms::Month::EXAMPLE;
        let (index, mut readings) = (book.index(month), Readings::default());
        for example in book.rules.iter().flat_map(|rule| rule.matches.iter().chain(&rule.near_misses)) {
            let evidence = example.evidence(month, &reference);
            let slowly: Vec<&str> =
                index.rules.iter().filter(|(rule, ..)| rule.fires(&evidence).is_some()).map(|(rule, ..)| &*rule.id).collect();
            let fast: Vec<&str> = index.fired(&evidence, &mut readings).iter().map(|(rule, _)| &*rule.id).collect();
            assert_eq!(fast, slowly, "{}", example.shown());
        }
    }
}
