//! The national estimate in words: beside the figures of those that answered, never in their place (R53).

use super::Publication;
use super::words::{EstimateWords, Numerals, fill, listing};
use crate::measure::estimate::{Estimate, Note};
use crate::measure::{Bound, Measure, Unit};

/// The heading and the text on the estimate. Absent when nobody answered, and when everybody did: then there is nothing to estimate.
#[must_use]
pub fn paragraph(publication: &Publication) -> Option<(&'static str, String)> {
    let lang = publication.settings.lang;
    let words = EstimateWords::of(lang);
    let numerals = Numerals::new(&publication.settings);
    let of = |measure, bound| publication.estimate(Unit::Systems, measure, bound);
    let pair = |bound| Some([of(Measure::CollectiveShare, bound)?, of(Measure::NationalShare, bound)?]);
    let (lower, upper) = (pair(Bound::Lower)?, pair(Bound::Upper)?);
    let [broad, _] = lower;
    if broad.share.is_none() || broad.municipalities == broad.municipalities_frame {
        return None;
    }
    let (all, n) = (numerals.count(broad.municipalities_frame), numerals.count(broad.municipalities));
    let both = |text: &str, [broad, strict]: [&Estimate; 2]| {
        let (broad, strict) = (shown(broad, words, numerals), shown(strict, words, numerals));
        fill(text, &[("all", &all), ("broad", &broad), ("strict", &strict)])
    };
    let (least, most) = (numerals.fine(broad.missing_none), numerals.fine(upper[0].missing_all));
    let strata: Vec<String> = broad.joined_strata().map(str::to_owned).collect();
    let sentences = [
        Some(both(words.demonstrable, lower)),
        Some(both(words.at_most, upper)),
        why_no_interval(&[lower, upper].concat(), words).map(str::to_owned),
        Some(fill(words.assumption, &[("n", &n)])),
        (!strata.is_empty()).then(|| fill(words.joined, &[("strata", &listing(&strata, lang))])),
        Some(fill(words.extremes, &[("least", &least), ("most", &most)])),
    ];
    Some((words.heading, sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")))
}

/// A share with its interval, or that there is none.
pub fn shown(estimate: &Estimate, words: &EstimateWords, numerals: Numerals) -> String {
    let share = numerals.fine(estimate.share);
    match estimate.interval {
        Some((least, most)) => {
            fill(words.between, &[("share", &share), ("least", &numerals.fine(Some(least))), ("most", &numerals.fine(Some(most)))])
        }
        None => fill(words.without_interval, &[("share", &share)]),
    }
}

fn why_no_interval(estimates: &[&Estimate], words: &'static EstimateWords) -> Option<&'static str> {
    let has = |note| estimates.iter().any(|estimate| estimate.note == Some(note));
    if has(Note::OneRespondent) { Some(words.one_respondent) } else { has(Note::NoVariation).then_some(words.no_variation) }
}
