//! What a month's figures rest on: answers, completeness of what inventories say, and where verdicts come from. National counts, of which
//! only those are given that are of enough municipalities, with their complement too (R55).
//!
//! Not for shares: those are coverage. Not for what is right (`evaluate`).

use super::disclosure::is_of_few;
use super::{Answer, Response, Weight};
use crate::classify::{Classified, Source};
use crate::reference::DisclosureBars;
use crate::terms::{Distinguishing, Level, Lookup};

/// What an inventory may say of a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    Vendor,
    Component,
    Cost,
    Users,
    ContractEnd,
    Status,
}

impl Item {
    pub const ALL: [Self; 6] = [Self::Vendor, Self::Component, Self::Status, Self::Cost, Self::Users, Self::ContractEnd];

    fn is_known(self, one: &Classified) -> bool {
        let record = &one.system.record;
        match self {
            Self::Vendor => record.vendor.is_some(),
            Self::Component => !record.components.is_empty(),
            Self::Cost => Weight::Cost.of(record).is_some(),
            Self::Users => Weight::Users.of(record).is_some(),
            Self::ContractEnd => record.contract_end.is_some(),
            Self::Status => record.status.is_some(),
        }
    }
}

/// Municipalities of the frame by what they sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    pub frame: u64,
    pub responded: u64,
    pub partial: u64,
    pub carried_forward: u64,
    pub only_through_partnership: u64,
    pub too_old: u64,
    pub none: u64,
}

/// Of the systems that count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quality {
    pub answers: Answers,
    pub systems: u64,
    /// Systems known from an inventory of an earlier month; absent where that is not public.
    pub carried: Option<u64>,
    /// Systems of which the inventory says it, in the order of [`Item::ALL`]; absent where that is not public.
    pub items: Vec<(Item, Option<u64>)>,
    /// Systems whose level is unknown because rules disagree; absent where that is not public.
    pub level_contested: Option<u64>,
    pub distinguishing_contested: Option<u64>,
    /// Systems that are taken as local because nothing names a partner; absent where that is not public.
    pub presumed: Option<u64>,
    /// Systems of which a person decided something; absent where that is not public.
    pub reviewed: Option<u64>,
}

/// Counts a month. What is absent would be of too few municipalities, or its complement would.
#[must_use]
pub fn quality<'a>(classified: &'a [Classified], response: &[Response], bars: &DisclosureBars) -> Quality {
    let counted: Vec<&'a Classified> = classified.iter().filter(|one| one.counted()).collect();
    let mut places: Lookup<&str, usize> = Lookup::default();
    let place = |one: &&'a Classified| {
        let next = places.len();
        *places.entry(&*one.system.municipality).or_insert(next)
    };
    let places_of: Vec<usize> = counted.iter().map(place).collect();
    let of = |wanted: &dyn Fn(&Classified) -> bool, within: &dyn Fn(&Classified) -> bool| {
        let mut by_municipality = vec![[0, 0]; places.len()];
        for (one, place) in counted.iter().zip(&places_of).filter(|(one, _)| within(one)) {
            by_municipality[*place][usize::from(wanted(one))] += 1;
        }
        public(&by_municipality, bars)
    };
    let level = |one: &Classified| one.verdicts.level.source;
    let distinguishing = |one: &Classified| one.verdicts.distinguishing.source;
    let reviewed = |one: &Classified| [level(one), distinguishing(one)].contains(&Some(Source::Review));
    Quality {
        answers: answers(response),
        systems: counted.len() as u64,
        carried: of(&|one| one.system.carried_from.is_some(), &|_| true),
        items: Item::ALL.map(|item| (item, of(&|one| item.is_known(one), &|_| true))).into(),
        // How many are unknown is public, so those that are contested must leave enough of the others.
        level_contested: of(&|one| level(one) == Some(Source::Contested), &|one| one.verdicts.level.value == Level::Onbekend),
        distinguishing_contested: of(&|one| distinguishing(one) == Some(Source::Contested), &|one| {
            one.verdicts.distinguishing.value == Distinguishing::Onbekend
        }),
        presumed: of(&|one| level(one) == Some(Source::Presumed), &|one| one.verdicts.level.value == Level::Decentraal),
        reviewed: of(&reviewed, &|_| true),
    }
}

/// How many are wanted, when neither they nor the others are of too few municipalities. Of each municipality: the others, and those.
fn public(by_municipality: &[[u64; 2]], bars: &DisclosureBars) -> Option<u64> {
    let side = |at: usize| by_municipality.iter().map(move |both| both[at]).filter(|count| *count > 0);
    let is_told = [0, 1].into_iter().all(|at| !is_of_few(side(at), bars));
    is_told.then(|| side(1).sum())
}

fn answers(response: &[Response]) -> Answers {
    let mut answers = Answers { frame: response.len() as u64, ..Answers::default() };
    for one in response {
        *match one.answer {
            Answer::Responded => &mut answers.responded,
            Answer::Partial => &mut answers.partial,
            Answer::CarriedForward(_) => &mut answers.carried_forward,
            Answer::OnlyThroughPartnership => &mut answers.only_through_partnership,
            Answer::TooOld(_) => &mut answers.too_old,
            Answer::NoResponse => &mut answers.none,
        } += 1;
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARS: DisclosureBars =
        DisclosureBars { fewest_municipalities: 3, most_weight_percent: 85, usual_change_percent: 10, months_back: 11 };

    /// By municipality how many are wanted, and how many are not.
    fn told(of: &[(u64, u64)]) -> Option<u64> {
        public(&of.iter().map(|(yes, no)| [*no, *yes]).collect::<Vec<_>>(), &BARS)
    }

    #[test]
    fn r55_a_count_is_told_when_it_and_its_complement_are_of_enough() {
        assert_eq!(told(&[(2, 3), (1, 1), (3, 2)]), Some(6));
        assert_eq!(told(&[(2, 3), (1, 1), (0, 2)]), None, "of two");
        assert_eq!(told(&[(2, 3), (1, 0), (1, 2)]), None, "all but two have all");
        assert_eq!(told(&[(1, 1), (1, 1), (20, 1)]), None, "nearly of one");
        assert_eq!(told(&[(0, 3), (0, 1), (0, 2)]), Some(0), "nobody has any");
    }
}
