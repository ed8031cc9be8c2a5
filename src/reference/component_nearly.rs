//! The component that a name nearly is: without the word *component*, its words in another order, singular for plural, a letter wrong.
//!
//! Decides only when exactly one component can be meant. What is merely alike is a hint, in `component`.

use std::collections::BTreeSet;

use super::component::{ALLOWANCE, Components};
use crate::terms::{Approximate, name_key};

/// The word that names of components end in, with as many wrong letters as are borne in it.
const WORD: (&str, usize) = ("component", 2);

/// Shorter names are not compared letter by letter: too much is like them.
const SHORTEST: usize = 6;

impl Components {
    /// Makes the indexes of names of now. A catch-all is never meant nearly.
    pub(super) fn index_nearly(&mut self) {
        let ids: BTreeSet<String> = self.iter().filter(|component| !component.catch_all).map(|one| one.gemma_id.clone()).collect();
        let names: Vec<(String, String)> =
            ids.iter().filter_map(|id| self.get(id).map(|component| (component.name.clone(), id.clone()))).collect();
        for (name, id) in names {
            let words = self.bare_words(&name);
            self.bare.insert(words.concat(), id.clone());
            let entry = self.sorted.entry(sorted(words)).or_insert_with(|| Some(id.clone()));
            if entry.as_ref() != Some(&id) {
                *entry = None;
            }
        }
        self.approximate = Some(Approximate::new(self.bare.clone(), ALLOWANCE));
    }

    /// The id of the one component that a name nearly is.
    pub(super) fn nearly(&self, name: &str) -> Option<String> {
        let words = self.bare_words(name);
        let key = words.concat();
        if key != name_key(name).replace(' ', "") && self.current.contains_key(&key) {
            return self.current.get(&key).cloned();
        }
        if key.chars().count() < SHORTEST {
            return None;
        }
        let by_order = || self.sorted.get(&sorted(words)).cloned().flatten();
        self.bare
            .get(&key)
            .cloned()
            .or_else(by_order)
            .or_else(|| self.by_linking(&key))
            .or_else(|| self.approximate.as_ref()?.find(&key))
    }

    /// `leerlingbeheer` is `leerlingenbeheer`, when nothing else is.
    fn by_linking(&self, key: &str) -> Option<String> {
        let mut meant = self.bare.iter().filter(|(known, _)| self.words.differ_in_linking(key, known)).map(|(_, id)| id);
        let first = meant.next()?;
        meant.next().is_none().then(|| first.clone())
    }

    /// The words of a name without *component*, numbers of a list, and *en*.
    fn bare_words(&self, name: &str) -> Vec<String> {
        let key = name_key(&name.replace('&', " en "));
        let words = key.split(' ').filter(|word| !self.words.is_component_word(word) && *word != "en");
        words
            .map(|word| without_component(word).to_owned())
            .filter(|word| !word.is_empty() && !word.bytes().all(|byte| byte.is_ascii_digit()))
            .collect()
    }
}

/// A word without *component* at its end, also when that was mistyped. What is left is compared on its own.
fn without_component(word: &str) -> &str {
    let tails =
        word.char_indices().map(|(at, _)| word.split_at(at)).filter(|(_, tail)| tail.len().abs_diff(WORD.0.len()) <= WORD.1);
    let near = tails.map(|(head, tail)| (strsim::osa_distance(tail, WORD.0), head)).filter(|(wrong, _)| *wrong <= WORD.1);
    near.min_by_key(|(wrong, _)| *wrong).map_or(word, |(_, head)| head)
}

fn sorted(mut words: Vec<String>) -> String {
    words.sort();
    words.join(" ")
}
