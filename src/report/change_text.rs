//! A change between two months in sentences: broad and strict, what each is made of, and what that does not say.

use super::Settings;
use super::words::{ChangeWords, Numerals, fill, listing, month_name};
use crate::measure::{Bound, Change, GroupChange, Measure, MonthShare, Rest, Restated, Set, Term, Weight};
use crate::terms::Month;

/// The change of the national demonstrable shares; empty where no system counts in either month.
///
/// `fingerprint` is that of the later month.
#[must_use]
pub fn sentences(change: &Change, settings: &Settings, fingerprint: &str) -> Vec<String> {
    let writer = Writer { change, words: ChangeWords::of(settings.lang), numerals: Numerals::new(settings), settings };
    let both = [Measure::CollectiveShare, Measure::NationalShare].map(|measure| change.national(measure, Bound::Lower));
    let [Some(broad), Some(strict)] = both else { return Vec::new() };
    if broad.change().is_none() {
        return vec![fill(writer.words.no_share, &[("before", &writer.month_before())])];
    }
    let words = writer.words;
    let mut sentences = vec![writer.share(broad, words.broad), writer.share(strict, words.strict)];
    sentences.push(words.arithmetic.to_owned());
    sentences.extend([broad, strict].iter().any(|one| one.rest.is_some()).then(|| words.not_public.to_owned()));
    sentences.extend(writer.basis(fingerprint));
    sentences
}

/// What stands above the terms of one share: both months, of how many systems the weight is known, and what the numbers below are.
#[must_use]
pub fn heading(change: &Change, group: &GroupChange, settings: &Settings) -> String {
    let (words, numerals) = (ChangeWords::of(settings.lang), Numerals::new(settings));
    let line = |month: Month, of: MonthShare| {
        let places = [
            ("month", month_name(month, settings.lang)),
            ("share", numerals.fine(of.share)),
            ("known", numerals.count(of.units_known)),
            ("units", numerals.count(of.units)),
        ];
        let text = if group.weight == Weight::Count { words.of_systems } else { words.known_of };
        fill(text, &places.each_ref().map(|(place, value)| (*place, value.as_str())))
    };
    let name = fill(words.weighed_by, &[("measure", group.measure.as_str()), ("weight", group.weight.as_str())]);
    let (before, now) = (line(change.month_before, group.before), line(change.month, group.now));
    format!("{name}\n  {before}\n  {now}\n  {}", words.columns)
}

/// What people call a set of systems.
#[must_use]
pub const fn set_name(set: Set, words: &ChangeWords) -> &'static str {
    match set {
        Set::StartedResponding => words.started_responding,
        Set::StoppedResponding => words.stopped_responding,
        Set::JoinedByMerger => words.joined_by_merger,
        Set::Added => words.added,
        Set::Removed => words.removed,
        Set::MovedToCollective => words.moved_to_collective,
        Set::MovedFromCollective => words.moved_from_collective,
        Set::BecameKnown => words.became_known,
        Set::BecameUnknown => words.became_unknown,
        Set::DefinitionsChanged => words.definitions_changed,
        Set::DefinitionsOrReality => words.definitions_or_reality,
        Set::WeightChanged => words.weight_changed,
        Set::WeightBecameKnown => words.weight_became_known,
        Set::WeightBecameUnknown => words.weight_became_unknown,
        Set::Unchanged => words.unchanged,
    }
}

struct Writer<'a> {
    change: &'a Change,
    words: &'static ChangeWords,
    numerals: Numerals,
    settings: &'a Settings,
}

impl Writer<'_> {
    fn month_before(&self) -> String {
        month_name(self.change.month_before, self.settings.lang)
    }

    fn share(&self, group: &GroupChange, measure: &str) -> String {
        let change = group.change().unwrap_or_default();
        let text = match change {
            up if up > 0.0 => self.words.rose,
            down if down < 0.0 => self.words.fell,
            _ => self.words.stayed,
        };
        let places = [
            ("before", self.month_before()),
            ("now", month_name(self.change.month, self.settings.lang)),
            ("measure", measure.to_owned()),
            ("points", self.numerals.points(change).unwrap_or_else(|| self.words.little.to_owned())),
            ("from", self.numerals.fine(group.before.share)),
            ("to", self.numerals.fine(group.now.share)),
        ];
        let moved = fill(text, &places.each_ref().map(|(place, value)| (*place, value.as_str())));
        let made_of = match (terms(group).as_slice(), group.rest) {
            ([], None) => return moved,
            ([], Some(_)) => self.words.made_of_nothing_public.to_owned(),
            (terms, rest) => self.made_of(terms, rest),
        };
        format!("{moved} {made_of}")
    }

    fn made_of(&self, terms: &[&Term], rest: Option<Rest>) -> String {
        let contribution = |term: &&&Term| term.contribution.unwrap_or_default();
        let (shown, small): (Vec<&&Term>, Vec<&&Term>) =
            terms.iter().partition(|term| self.numerals.points(contribution(term)).is_some());
        let mut told: Vec<String> = shown.iter().map(|term| self.term(term)).collect();
        let rest_of_it = rest.map(|rest| rest.contribution.unwrap_or_default());
        if rest_of_it.is_some() || !small.is_empty() {
            let rest = self.signed(small.iter().map(contribution).chain(rest_of_it).sum());
            told.push(fill(self.words.rest, &[("points", &rest)]));
        }
        fill(self.words.made_of, &[("terms", &listing(&told, self.settings.lang))])
    }

    fn term(&self, term: &Term) -> String {
        let words = self.words;
        let counted = |n: u64, one: &str, many: &str| {
            if n == 1 { one.to_owned() } else { fill(many, &[("n", &self.numerals.count(n))]) }
        };
        let systems = counted(term.systems, words.one_system, words.systems);
        let of = term.municipalities.map_or_else(
            || systems.clone(),
            |n| {
                let municipalities = counted(n, words.one_municipality, words.municipalities);
                fill(words.of, &[("systems", &systems), ("municipalities", &municipalities)])
            },
        );
        let points = self.signed(term.contribution.unwrap_or_default());
        fill(words.term, &[("points", &points), ("set", set_name(term.set, words)), ("of", &of)])
    }

    fn signed(&self, points: f64) -> String {
        let sign = if points < 0.0 { "−" } else { "+" };
        self.numerals.points(points).map_or_else(|| self.words.about_zero.to_owned(), |shown| format!("{sign}{shown}"))
    }

    fn basis(&self, fingerprint: &str) -> Option<String> {
        let short = |fingerprint: &str| fingerprint.chars().take(8).collect::<String>();
        let text = match self.change.basis {
            basis if basis == Restated::NotToldApart.as_str() => self.words.not_told_apart,
            basis if basis == Restated::SameDefinitions.as_str() => return None,
            _ => self.words.judged_again,
        };
        let (before, now) = (short(&self.change.fingerprint_before), short(fingerprint));
        Some(fill(text, &[("before", &self.month_before()), ("fingerprint", &before), ("fingerprint_now", &now)]))
    }
}

/// The terms that contribute, the largest first.
fn terms(group: &GroupChange) -> Vec<&Term> {
    let contribution = |term: &Term| term.contribution.unwrap_or_default();
    let mut terms: Vec<&Term> = group.terms.iter().filter(|term| contribution(term) != 0.0).collect();
    terms.sort_by(|a, b| contribution(b).abs().total_cmp(&contribution(a).abs()).then(a.set.cmp(&b.set)));
    terms
}
