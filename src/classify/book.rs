//! The rulebook: all rules, read and checked together.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use super::Rule;
use super::condition::Test;
use super::index::Index;
use super::word_lists::{self, WordLists};
use crate::reference::{DataDir, Reference};
use crate::terms::Month;

/// All rules, in order of id.
#[derive(Debug)]
pub struct Rulebook {
    pub rules: Vec<Rule>,
    lists: WordLists,
}

impl Rulebook {
    /// Reads `data/rules/` and tries every example against every rule.
    ///
    /// # Errors
    /// Lists everything that is wrong, one complaint a line.
    pub fn load(data: &DataDir, reference: &Reference) -> Result<Self> {
        let (mut rules, mut complaints) = (Vec::new(), Vec::new());
        let lists = WordLists::load(data)?;
        for path in data.list("rules", ".toml").filter(|path| *path != word_lists::PATH) {
            match data.text(path).and_then(|text| Rule::parse(path, text, &lists)) {
                Ok(rule) => rules.push(rule),
                Err(error) => complaints.push(format!("{error:#}")),
            }
        }
        if rules.is_empty() {
            complaints.push(format!("{}/rules holds no rule", data.name()));
        }
        rules.sort_by(|a: &Rule, b| a.id.cmp(&b.id));
        let book = Self { rules, lists };
        complaints.extend(book.complaints(reference));
        if complaints.is_empty() { Ok(book) } else { bail!("{}", complaints.join("\n")) }
    }

    /// The rules that hold on the first day of a month, ready to be applied.
    #[must_use]
    pub(super) fn index(&self, month: Month) -> Index<'_> {
        Index::of(self.rules.iter().filter(|rule| rule.validity.holds_on(month.first_day())).collect())
    }

    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| &*rule.id == id)
    }

    /// Lists of words that no rule asks for.
    #[must_use]
    pub fn unused_lists(&self) -> Vec<&str> {
        let conditions = self.rules.iter().flat_map(|rule| rule.when.iter().chain(&rule.unless));
        let used: BTreeSet<&String> = conditions
            .filter_map(|condition| match &condition.test {
                Test::HasWordOf(names, _) => Some(names),
                _ => None,
            })
            .flatten()
            .collect();
        self.lists.names().filter(|name| !used.iter().any(|other| other == name)).collect()
    }

    /// Examples that a rule misses, near misses that it hits, and examples on which the book contradicts itself.
    fn complaints(&self, reference: &Reference) -> Vec<String> {
        self.rules.iter().flat_map(|rule| self.complaints_of(rule, reference)).collect()
    }

    fn complaints_of(&self, rule: &Rule, reference: &Reference) -> Vec<String> {
        let month = rule.example_month();
        let mut complaints = Vec::new();
        for example in &rule.matches {
            let evidence = example.evidence(month, reference);
            if rule.fires(&evidence).is_none() {
                complaints.push(format!("rules/{}.toml: does not match its example {}", rule.id, example.shown()));
            }
            let against: BTreeSet<&str> = self.against(rule, &evidence).collect();
            complaints.extend(
                against.iter().map(|other| format!("rules/{}.toml: {other} contradicts it on {}", rule.id, example.shown())),
            );
        }
        for example in rule.near_misses.iter().filter(|example| rule.fires(&example.evidence(month, reference)).is_some()) {
            complaints.push(format!("rules/{}.toml: matches its near miss {}", rule.id, example.shown()));
        }
        complaints
    }

    /// Rules that hold at the same time, fire on the same evidence and conclude something else.
    fn against<'a>(&'a self, rule: &'a Rule, evidence: &'a super::Evidence<'_>) -> impl Iterator<Item = &'a str> {
        let day = rule.example_month().first_day();
        let others = self.rules.iter().filter(move |other| other.id != rule.id && other.validity.holds_on(day));
        others.filter(move |other| disagree(rule, other) && other.fires(evidence).is_some()).map(|other| &*other.id)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_words_is_asked_for_and_none_is_copied_into_three_rules() {
        let data = DataDir::embedded();
        let book = Rulebook::load(&data, &Reference::load(&data).unwrap()).unwrap();
        assert_eq!(book.unused_lists(), Vec::<&str>::new());
        let mut copies: std::collections::BTreeMap<&Vec<String>, BTreeSet<&str>> = std::collections::BTreeMap::new();
        for rule in &book.rules {
            for condition in rule.when.iter().chain(&rule.unless) {
                if let Test::HasWord(words) | Test::StartsWith(words) = &condition.test {
                    copies.entry(words).or_default().insert(&rule.id);
                }
            }
        }
        let often: Vec<_> = copies.iter().filter(|(words, rules)| words.len() > 3 && rules.len() > 2).collect();
        assert!(often.is_empty(), "make a list of it in rules/words.toml: {often:?}");
    }
}
