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
        complaints.extend(super::complaints::complaints(&book, reference));
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
