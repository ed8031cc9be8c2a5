//! What a text was found to stand for, kept for whoever asks next: inventories repeat their names, and their mistakes.
//!
//! Only for what depends on the text alone, so that it makes no difference who asked first.

use std::sync::{Arc, PoisonError, RwLock};

use super::Lookup;

/// So many answers are kept; at one more all are forgotten, so that years of months don't fill the memory.
const MOST: usize = 1 << 18;

/// Answers by text, shared by all threads. A copy begins with nothing, for it may come to answer otherwise.
#[derive(Debug)]
pub struct Memo<V>(RwLock<Lookup<Arc<str>, V>>);

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<V> Clone for Memo<V> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<V: Clone> Memo<V> {
    /// The answer for a text: the one that is kept, or a new one.
    pub fn get(&self, text: &str, answer: impl FnOnce() -> V) -> V {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(text) {
            return known.clone();
        }
        let found = answer();
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(text.into(), found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_given_once_and_never_too_many_are_kept() {
        let memo = Memo::default();
        assert_eq!((memo.get("a", || 1), memo.get("a", || 2), memo.clone().get("a", || 3)), (1, 1, 3));
        for number in 0..=MOST {
            memo.get(&number.to_string(), || number);
        }
        assert!(memo.0.read().unwrap().len() <= MOST);
        assert_eq!(memo.get("a", || 4), 4);
    }
}
