//! Which municipality a text means in a month. Never a guess: what could be two is ambiguous, what is only alike is a hint.

use std::sync::Arc;

use chrono::NaiveDate;

use super::municipality::Municipalities;
use crate::terms::{Month, legible, name_key};

/// A likeness below this is no hint.
const LIKE_ENOUGH: f64 = 0.85;

/// Words behind a name that say that it is one of a municipality, in comparable form.
const SUFFIXES: [&str; 4] = [" gemeente", " gem", " centrumgemeente", " gastgemeente"];

/// Words before a name that say that it is one of a municipality, in comparable form.
const PREFIXES: [&str; 10] = [
    "gemeentebestuur van ",
    "gemeentebestuur ",
    "de gemeente ",
    "gemeente ",
    "gem ",
    "the municipality of ",
    "municipality of ",
    "municipality ",
    "the city of ",
    "city of ",
];

/// Words that stand with a code alone, in comparable form.
const CODE_WORDS: [&str; 4] = ["cbs", "cbs code", "gemeentecode", "code"];

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
    /// Reads a code (`GM0014`, `0014`, `14`), a name or another spelling, with or without *gemeente* beside it, the province or the code behind it.
    #[must_use]
    pub fn resolve(&self, text: &str, month: Month) -> Resolution {
        let day = month.first_day();
        let key = comparable(text);
        let (bare, looks_like_municipality) = without_prefix(&key);
        self.meant(&key, day).unwrap_or_else(|| Resolution::NotFound { nearest: self.nearest(bare, day), looks_like_municipality })
    }

    /// The code that a text means, when it means exactly one; without the search for a hint that `resolve` makes.
    #[must_use]
    pub fn find(&self, text: &str, month: Month) -> Option<Arc<str>> {
        self.meant(&comparable(text), month.first_day())?.code()
    }

    fn meant(&self, key: &str, day: NaiveDate) -> Option<Resolution> {
        let (bare, _) = without_prefix(key);
        let shortest = without_suffix(bare);
        let by_name = [key, bare, shortest].into_iter().find_map(|key| self.by_name(key, day));
        by_name
            .or_else(|| self.by_number(bare, day))
            .or_else(|| self.with_code(shortest, day))
            .or_else(|| self.with_province(shortest, day))
    }

    /// `Bergen NH`, `Hengelo (Overijssel)`: what stands behind the name must be the municipality's own province.
    fn with_province(&self, key: &str, day: NaiveDate) -> Option<Resolution> {
        key.match_indices(' ').find_map(|(at, _)| {
            let (name, form) = (key.get(..at)?, key.get(at..)?.replace(' ', ""));
            let province = self.province_forms.get(&form)?;
            let codes: Vec<Arc<str>> = self.by_name.get(name)?.iter().filter(|code| self.is_in(code, province)).cloned().collect();
            if codes.is_empty() { None } else { Some(self.by_codes(&codes, day)) }
        })
    }

    fn is_in(&self, code: &str, province: &str) -> bool {
        self.all.get(code).is_some_and(|municipality| municipality.province.code == province)
    }

    /// `0363 Amsterdam`, `Amsterdam (GM0363)`: code and name must mean the same.
    fn with_code(&self, key: &str, day: NaiveDate) -> Option<Resolution> {
        let front = key.split_once(' ').filter(|(first, _)| is_code(first));
        let (code, name) =
            front.or_else(|| key.rsplit_once(' ').map(|(name, last)| (last, name)).filter(|(last, _)| is_code(last)))?;
        let by_code = self.by_number(code, day)?;
        if CODE_WORDS.contains(&name) {
            return Some(by_code);
        }
        let by_name = self.by_name(name, day)?;
        (by_code.clone().code().is_some() && by_code.clone().code() == by_name.code()).then_some(by_code)
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

/// The comparable form of a text; *&* is *en*, and a number that a spreadsheet wrote as `14.0` is a whole one.
fn comparable(text: &str) -> String {
    let text = legible(text.trim());
    let whole = text.strip_suffix(".0").filter(|number| number.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(&text);
    name_key(&whole.replace('&', " en "))
}

/// A code that is written out, so that it can't be anything else: four digits, or `gm` before them.
fn is_code(word: &str) -> bool {
    let digits = word.strip_prefix("gm");
    let number = digits.unwrap_or(word);
    (number.len() == 4 || digits.is_some() && !number.is_empty()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

fn without_suffix(key: &str) -> &str {
    SUFFIXES.iter().find_map(|suffix| key.strip_suffix(suffix)).unwrap_or(key)
}

fn without_prefix(key: &str) -> (&str, bool) {
    PREFIXES.iter().find_map(|prefix| key.strip_prefix(prefix)).map_or((key, false), |bare| (bare, true))
}
