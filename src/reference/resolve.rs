//! Which municipality a text means in a month. Never a guess: what could be two is ambiguous, what is only alike is a hint.

use std::sync::Arc;

use chrono::NaiveDate;

use super::municipality::Municipalities;
use crate::terms::{Month, name_key};

/// A likeness below this is no hint.
const LIKE_ENOUGH: f64 = 0.85;

/// Words behind a name that say that it is one of a municipality, in comparable form.
const SUFFIXES: [&str; 2] = [" gemeente", " centrumgemeente"];

/// Words before a name that say that it is one of a municipality, in comparable form.
const PREFIXES: [&str; 5] = ["gemeente ", "de gemeente ", "gem ", "municipality of ", "the municipality of "];

/// What a text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// The code of a municipality of the frame.
    Found(Arc<str>),
    /// A former municipality that passed as a whole into one of the frame. Both are codes.
    Followed { from: Arc<str>, to: Arc<str> },
    /// The codes of all that go by this name.
    Ambiguous(Vec<Arc<str>>),
    /// A municipality that does not exist in this month; `successors` are the codes of those among which it was divided.
    OutsideFrame { code: Arc<str>, name: Arc<str>, successors: Vec<Arc<str>> },
    /// No municipality. `nearest` is the name most like it, as a hint only; the text may still have said that it is a municipality.
    NotFound { nearest: Option<Arc<str>>, looks_like_municipality: bool },
}

impl Resolution {
    /// The code of the one municipality of the frame that is meant.
    #[must_use]
    pub fn code(self) -> Option<Arc<str>> {
        match self {
            Self::Found(code) | Self::Followed { to: code, .. } => Some(code),
            _ => None,
        }
    }
}

impl Municipalities {
    /// Reads a code (`GM0014`, `0014`, `14`), an official name or another spelling, with or without *gemeente* before it.
    #[must_use]
    pub fn resolve(&self, text: &str, month: Month) -> Resolution {
        let day = month.first_day();
        let key = name_key(text);
        let (bare, looks_like_municipality) = without_prefix(&key);
        let by_name = [key.as_str(), bare, without_suffix(bare)];
        by_name
            .into_iter()
            .find_map(|key| self.by_name(key, day))
            .or_else(|| self.by_number(bare, day))
            .unwrap_or_else(|| Resolution::NotFound { nearest: self.nearest(bare, day), looks_like_municipality })
    }

    /// The code that a text means, when it means exactly one; without the search for a hint that `resolve` makes.
    #[must_use]
    pub fn find(&self, text: &str, month: Month) -> Option<Arc<str>> {
        let key = name_key(text);
        let (bare, _) = without_prefix(&key);
        let day = month.first_day();
        let by_name = [key.as_str(), bare, without_suffix(bare)];
        let found = by_name.into_iter().find_map(|key| self.by_name(key, day)).or_else(|| self.by_number(bare, day))?;
        found.code()
    }

    fn by_name(&self, key: &str, day: NaiveDate) -> Option<Resolution> {
        if let Some(codes) = self.by_name.get(key) {
            return Some(self.by_codes(codes, day));
        }
        let former = self.former_names.get(key)?;
        Some(match self.by_code(&former.to, day) {
            Resolution::Found(to) | Resolution::Followed { to, .. } => Resolution::Followed { from: former.from.clone(), to },
            Resolution::OutsideFrame { code, .. } => {
                Resolution::OutsideFrame { code: former.from.clone(), name: former.name.clone(), successors: vec![code] }
            }
            other => other,
        })
    }

    /// A name that several have had is ambiguous, unless exactly one of them exists.
    fn by_codes(&self, codes: &[Arc<str>], day: NaiveDate) -> Resolution {
        let existing: Vec<&Arc<str>> = codes.iter().filter(|code| self.exists(code, day)).collect();
        match (existing.as_slice(), codes) {
            ([code], _) => self.by_code(code, day),
            ([], [code]) => self.by_code(code, day),
            _ => Resolution::Ambiguous(codes.to_vec()),
        }
    }

    /// A code, or the number in it, with or without its letters and noughts: `GM0014`, `gm 14`, `0014`, `14`.
    fn by_number(&self, key: &str, day: NaiveDate) -> Option<Resolution> {
        let squashed = key.replace(' ', "");
        if let Some(code) = self.by_code.get(&squashed) {
            return Some(self.by_code(code, day));
        }
        let (letters, digits) = squashed.split_at(squashed.find(|c: char| c.is_ascii_digit())?);
        let code = self.by_number.get(digits.trim_start_matches('0'))?.as_ref()?;
        let fits = digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let same_letters =
            letters.is_empty() || code.to_ascii_lowercase().trim_end_matches(|c: char| c.is_ascii_digit()) == letters;
        (fits && same_letters).then(|| self.by_code(code, day))
    }

    fn by_code(&self, code: &Arc<str>, day: NaiveDate) -> Resolution {
        if self.exists(code, day) {
            return Resolution::Found(code.clone());
        }
        match self.full_successor(code, day) {
            Some(to) => Resolution::Followed { from: code.clone(), to },
            None => Resolution::OutsideFrame {
                code: code.clone(),
                name: self.all.get(code).map_or_else(|| code.clone(), |municipality| municipality.name.clone()),
                successors: self.successors(code, day),
            },
        }
    }

    fn exists(&self, code: &str, day: NaiveDate) -> bool {
        self.all.get(code).is_some_and(|municipality| municipality.validity.holds_on(day))
    }

    /// The municipality of the frame into which one passed as a whole, perhaps by way of others.
    fn full_successor(&self, code: &Arc<str>, day: NaiveDate) -> Option<Arc<str>> {
        let mut code = code;
        for _ in 0..self.successions.len() {
            let [only] = self.successions.get(code)?.as_slice() else { return None };
            if !only.full || only.date > day {
                return None;
            }
            if self.exists(&only.to, day) {
                return Some(only.to.clone());
            }
            code = &only.to;
        }
        None
    }

    fn successors(&self, code: &str, day: NaiveDate) -> Vec<Arc<str>> {
        let passed = self.successions.get(code).into_iter().flatten().filter(|succession| succession.date <= day);
        passed.map(|succession| succession.to.clone()).collect()
    }

    fn nearest(&self, key: &str, day: NaiveDate) -> Option<Arc<str>> {
        let existing = self.by_name.iter().flat_map(|(name, codes)| codes.iter().map(move |code| (name, code)));
        let scored = existing
            .filter(|(_, code)| self.exists(code, day))
            .map(|(name, code)| (strsim::jaro_winkler(key, name), code))
            .filter(|(score, _)| *score >= LIKE_ENOUGH);
        let (_, code) = scored.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))?;
        self.all.get(code).map(|municipality| municipality.name.clone())
    }
}

fn without_suffix(key: &str) -> &str {
    SUFFIXES.iter().find_map(|suffix| key.strip_suffix(suffix)).unwrap_or(key)
}

fn without_prefix(key: &str) -> (&str, bool) {
    PREFIXES.iter().find_map(|prefix| key.strip_prefix(prefix)).map_or((key, false), |bare| (bare, true))
}
