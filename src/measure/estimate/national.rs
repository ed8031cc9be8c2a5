//! The estimates of a month: every unit, measure and bound, with all that must stand beside them.

use std::collections::BTreeMap;

use anyhow::Result;

use super::super::cover::by_municipality;
use super::super::{Contingency, Measure, Response, Unit, Weight};
use super::ratio::{Ratio, quotient, ratio, totals, weighted};
use super::{Bound, Parts, Resamples, Stratum, interval, joined, of_all};
use crate::classify::Classified;
use crate::reference::Frame;

/// Replicates of the bootstrap (METHOD §3).
pub const REPLICATES: u32 = 1_000;
/// Where the draws start: the day on which the resolution was adopted. Any fixed number does.
pub const SEED: u64 = 20_250_618;

/// Why an estimate or its interval is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// No municipality answered, so there is no estimate.
    NoRespondents,
    /// Those that answered have nothing to divide by, so there is no estimate.
    NoWeight,
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
            Self::NoRespondents => "no_respondents",
            Self::NoWeight => "no_weight",
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

/// All estimates of a month, in order of unit, measure and bound.
///
/// # Errors
/// When a table can't be computed.
pub fn estimates(classified: &[Classified], frame: &Frame, response: &[Response]) -> Result<Vec<Estimate>> {
    let carried = response.iter().filter(|one| one.answer.is_given() && one.carried_from.is_some()).count() as u64;
    let mut estimates = Vec::new();
    for unit in Unit::ALL {
        let weights = by_municipality(classified, frame, unit)?;
        let of = of_strata(unit, Weight::Count, by_size(response, &weights));
        estimates.extend(of.into_iter().map(|estimate| Estimate { municipalities_carried: carried, ..estimate }));
    }
    Ok(estimates)
}

/// One stratum per size class; a municipality without any counted system answered all the same.
fn by_size(response: &[Response], weights: &BTreeMap<u32, Contingency>) -> Vec<Stratum<Contingency>> {
    let mut strata: BTreeMap<Option<u8>, Stratum<Contingency>> = BTreeMap::new();
    for (one, position) in response.iter().zip(0_u32..) {
        let empty = || Stratum { classes: vec![one.size_class], frame: 0, respondents: Vec::new() };
        let stratum = strata.entry(one.size_class).or_insert_with(empty);
        stratum.frame += 1;
        if one.answer.is_given() {
            stratum.respondents.push(weights.get(&position).copied().unwrap_or_default());
        }
    }
    strata.into_values().collect()
}

/// The estimates of one unit and weight from its size classes. Nothing is known here of inventories that were carried forward.
#[must_use]
pub fn of_strata(unit: Unit, weight: Weight, size_classes: Vec<Stratum<Contingency>>) -> Vec<Estimate> {
    let strata = joined(size_classes);
    let resamples = Resamples::draw(&strata, REPLICATES, SEED);
    let one = |measure: Measure, bound: Bound| {
        let parts = with_parts(&strata, measure, bound);
        let municipalities: usize = strata.iter().map(|stratum| stratum.respondents.len()).sum();
        let figures = Figures::of(&parts, municipalities, &resamples);
        Estimate {
            unit,
            weight,
            measure,
            bound,
            respondents: figures.respondents,
            share: figures.ratio.map(|ratio| ratio.share),
            standard_error: figures.interval.and(figures.ratio).map(|ratio| ratio.variance.sqrt()),
            interval: figures.interval,
            missing_none: figures.missing.map(|missing| missing.0),
            missing_all: figures.missing.map(|missing| missing.1),
            municipalities: municipalities as u64,
            municipalities_carried: 0,
            municipalities_frame: strata.iter().map(|stratum| stratum.frame as u64).sum(),
            strata: strata.iter().map(Stratum::label).collect(),
            note: figures.note,
        }
    };
    Measure::ALL.into_iter().flat_map(|measure| Bound::ALL.map(|bound| one(measure, bound))).collect()
}

/// The strata with the parts of one measure in place of the weights.
fn with_parts(strata: &[Stratum<Contingency>], measure: Measure, bound: Bound) -> Vec<Stratum<Parts>> {
    let all: Vec<Contingency> = strata.iter().flat_map(|stratum| stratum.respondents.iter().copied()).collect();
    let mut parts = of_all(&all, measure, bound).into_iter();
    let with = |stratum: &Stratum<Contingency>| Stratum {
        classes: stratum.classes.clone(),
        frame: stratum.frame,
        respondents: parts.by_ref().take(stratum.respondents.len()).collect(),
    };
    strata.iter().map(with).collect()
}

struct Figures {
    respondents: Option<f64>,
    ratio: Option<Ratio>,
    interval: Option<(f64, f64)>,
    missing: Option<(f64, f64)>,
    note: Option<Note>,
}

impl Figures {
    fn of(strata: &[Stratum<Parts>], municipalities: usize, resamples: &Resamples) -> Self {
        let (part, whole) = answered(strata);
        let ratio = ratio(strata);
        let interval = ratio.and_then(|ratio| interval(strata, ratio, resamples));
        let note = match (municipalities, ratio, interval) {
            (0, _, _) => Some(Note::NoRespondents),
            (_, None, _) => Some(Note::NoWeight),
            (_, _, Some(_)) => None,
            (1, _, None) => Some(Note::OneRespondent),
            (_, _, None) => Some(Note::NoVariation),
        };
        Self { respondents: quotient(part, whole), ratio, interval, missing: missing(strata, part, whole), note }
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
