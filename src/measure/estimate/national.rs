//! The estimates of a month: every unit, measure and bound, with all that must stand beside them.

use std::collections::BTreeMap;

use super::super::{Absence, Basis, Bound, Measure, Parts, Response, Sums, Tally, Unit, Weight};
use super::ratio::{quotient, ratio, totals, weighted};
use super::{Resamples, Stratum, interval, joined};

/// Replicates of the bootstrap (METHOD §3).
pub const REPLICATES: u32 = 1_000;
/// Where the draws start: the day on which the resolution was adopted. Any fixed number does.
pub const SEED: u64 = 20_250_618;

/// Why an estimate or its interval is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// There is no estimate, for the reason for which those that answered have no share. `NoWeight` also where only this measure has
    /// nothing to divide by.
    Absent(Absence),
    /// One municipality answered: an estimate, but no telling how far others differ.
    OneRespondent,
    /// Those that answered do not differ, so nothing tells how far others do: an estimate without an interval.
    NoVariation,
}

impl Note {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Absent(absence) => absence.as_str(),
            Self::OneRespondent => "one_respondent",
            Self::NoVariation => "no_variation",
        }
    }
}

/// One bound of one measure, for all municipalities. Shares are fractions of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    pub unit: Unit,
    pub weight: Weight,
    pub measure: Measure,
    pub bound: Bound,
    /// The share of those that answered, each system once: the figure in the coverage.
    pub respondents: Option<f64>,
    /// The share of all municipalities, as those that answered make it likely.
    pub share: Option<f64>,
    /// By linearisation, with finite population correction.
    pub standard_error: Option<f64>,
    /// Least and greatest value of the 95% interval.
    pub interval: Option<(f64, f64)>,
    /// The share if nothing at the municipalities that did not answer counted; how much they have is estimated (R53).
    pub missing_none: Option<f64>,
    /// The share if everything there counted (R53).
    pub missing_all: Option<f64>,
    /// Units that count at those that answered, whether or not their weight is known.
    pub units: u64,
    /// Of those, the ones whose weight is known. Only these are in the shares.
    pub units_known: u64,
    /// Municipalities with an inventory, carried forward ones included.
    pub municipalities: u64,
    /// Of those, with an inventory of an earlier month.
    pub municipalities_carried: u64,
    /// Municipalities in the frame.
    pub municipalities_frame: u64,
    /// The strata as weighted, in order of size: `1+2` where two size classes were joined.
    pub strata: Vec<String>,
    pub note: Option<Note>,
}

impl Estimate {
    /// The strata that more than one size class was joined into.
    pub fn joined_strata(&self) -> impl Iterator<Item = &str> {
        self.strata.iter().map(String::as_str).filter(|label| label.contains('+'))
    }
}

/// All estimates of a month, in order of unit, weight, measure and bound.
#[must_use]
pub fn estimates(Sums { response, own, .. }: Sums<'_>) -> Vec<Estimate> {
    let carried = response.iter().filter(|one| one.answer.is_given() && one.carried_from.is_some()).count() as u64;
    let of = |(place, basis): (usize, Basis)| of_strata(basis, by_size(response, own.iter().map(|own| *own.at(place))));
    let all = Basis::ALL.into_iter().enumerate().flat_map(of);
    all.map(|estimate| Estimate { municipalities_carried: carried, ..estimate }).collect()
}

/// One stratum per size class; a municipality without any counted system answered all the same.
fn by_size(response: &[Response], own: impl Iterator<Item = Tally>) -> Vec<Stratum<Tally>> {
    let mut strata: BTreeMap<Option<u8>, Stratum<Tally>> = BTreeMap::new();
    for (one, own) in response.iter().zip(own) {
        let empty = || Stratum { classes: vec![one.size_class], frame: 0, respondents: Vec::new() };
        let stratum = strata.entry(one.size_class).or_insert_with(empty);
        stratum.frame += 1;
        stratum.respondents.extend(one.answer.is_given().then_some(own));
    }
    strata.into_values().collect()
}

/// The estimates of one unit and weight from its size classes. Nothing is known here of inventories that were carried forward.
#[must_use]
pub fn of_strata(basis: Basis, size_classes: Vec<Stratum<Tally>>) -> Vec<Estimate> {
    let strata = joined(size_classes);
    let resamples = Resamples::draw(&strata, REPLICATES, SEED);
    let empty = empty(basis, &strata);
    let one = |measure: Measure, bound: Bound| {
        let estimate = Estimate { measure, bound, ..empty.clone() };
        if estimate.note.is_some() { estimate } else { filled(estimate, &with_parts(&strata, measure, bound), &resamples) }
    };
    Measure::ALL.into_iter().flat_map(|measure| Bound::ALL.map(|bound| one(measure, bound))).collect()
}

/// All but the figures, with the reason where there are none.
fn empty(Basis { unit, weight }: Basis, strata: &[Stratum<Tally>]) -> Estimate {
    let mut sum = Tally::default();
    strata.iter().flat_map(|stratum| &stratum.respondents).for_each(|own| sum.merge(own));
    let municipalities = strata.iter().map(|stratum| stratum.respondents.len() as u64).sum();
    Estimate {
        unit,
        weight,
        measure: Measure::CollectiveShare,
        bound: Bound::Lower,
        respondents: None,
        share: None,
        standard_error: None,
        interval: None,
        missing_none: None,
        missing_all: None,
        units: sum.units,
        units_known: sum.units_known,
        municipalities,
        municipalities_carried: 0,
        municipalities_frame: strata.iter().map(|stratum| stratum.frame as u64).sum(),
        strata: strata.iter().map(Stratum::label).collect(),
        note: Absence::of(municipalities, sum.units, sum.units_known, &sum.weights).map(Note::Absent),
    }
}

/// The strata with the parts of one measure in place of the tallies.
fn with_parts(strata: &[Stratum<Tally>], measure: Measure, bound: Bound) -> Vec<Stratum<Parts>> {
    let parts = |own: &Tally, bound| own.weights.parts(measure, bound);
    let divides = |bound| strata.iter().flat_map(|stratum| &stratum.respondents).any(|own| parts(own, bound).whole > 0);
    let bound = bound.that_divides(divides);
    let with = |stratum: &Stratum<Tally>| Stratum {
        classes: stratum.classes.clone(),
        frame: stratum.frame,
        respondents: stratum.respondents.iter().map(|own| parts(own, bound)).collect(),
    };
    strata.iter().map(with).collect()
}

/// The estimate with its figures, or with what keeps them away.
fn filled(estimate: Estimate, strata: &[Stratum<Parts>], resamples: &Resamples) -> Estimate {
    let (part, whole) = answered(strata);
    let ratio = ratio(strata);
    let interval = ratio.and_then(|ratio| interval(strata, ratio, resamples));
    let missing = missing(strata, part, whole);
    let note = match (ratio, interval) {
        (None, _) => Some(Note::Absent(Absence::NoWeight)),
        (_, Some(_)) => None,
        (_, None) if estimate.municipalities == 1 => Some(Note::OneRespondent),
        (_, None) => Some(Note::NoVariation),
    };
    Estimate {
        respondents: quotient(part, whole),
        share: ratio.map(|ratio| ratio.share),
        standard_error: interval.and(ratio).map(|ratio| ratio.variance.sqrt()),
        interval,
        missing_none: missing.map(|missing| missing.0),
        missing_all: missing.map(|missing| missing.1),
        note,
        ..estimate
    }
}

/// Sums over all that answered, each once.
fn answered(strata: &[Stratum<Parts>]) -> (f64, f64) {
    strata.iter().map(totals).fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}

/// The shares if nothing, and if everything, at the municipalities that did not answer counted.
fn missing(strata: &[Stratum<Parts>], part: f64, whole: f64) -> Option<(f64, f64)> {
    let (_, all) = weighted(strata);
    Some((quotient(part, all)?, quotient(part + (all - whole), all)?))
}
