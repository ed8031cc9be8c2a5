//! The response of a month: every municipality of the frame, answered or not.

use std::collections::BTreeMap;

use super::{Answer, Response};
use crate::classify::Classified;
use crate::inventory::{Answered, Inventory};
use crate::problem::{Effect, Problem};
use crate::reference::{Frame, Municipality};
use crate::terms::{Distinguishing, Level, Month};

#[derive(Default)]
struct Counts {
    systems: u64,
    in_use: u64,
    counted: u64,
    registered: u64,
    level_unknown: u64,
    distinguishing_unknown: u64,
    problems: [u64; Effect::ALL.len()],
}

/// One line per municipality of the frame, in order of code.
#[must_use]
pub fn response(
    inventory: &Inventory,
    classified: &[Classified],
    problems: &[Problem],
    frame: &Frame,
    name: impl Fn(&str) -> String,
) -> Vec<Response> {
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    for one in classified {
        counts.entry(&one.system.municipality).or_default().add(one);
    }
    for problem in problems {
        if let Some(code) = &problem.municipality {
            counts.entry(code).or_default().problems[problem.effect() as usize] += 1;
        }
    }
    let line = |municipality: &Municipality| {
        of(municipality, inventory, counts.get(&*municipality.code).unwrap_or(&Counts::default()), &name)
    };
    frame.municipalities.iter().map(line).collect()
}

impl Counts {
    fn add(&mut self, one: &Classified) {
        self.systems += 1;
        self.in_use += u64::from(one.system.in_use());
        self.registered += u64::from(one.system.registered_by.is_some());
        if one.counted() {
            self.counted += 1;
            self.level_unknown += u64::from(one.verdicts.level.value == Level::Onbekend);
            self.distinguishing_unknown += u64::from(one.verdicts.distinguishing.value == Distinguishing::Onbekend);
        }
    }
}

fn of(municipality: &Municipality, inventory: &Inventory, counts: &Counts, name: &impl Fn(&str) -> String) -> Response {
    let nothing = Answered::default();
    let answered = inventory.answered.get(&municipality.code).unwrap_or(&nothing);
    let month = inventory.month;
    Response {
        municipality_code: municipality.code.to_string(),
        municipality: municipality.name.to_string(),
        province_code: municipality.province.code.clone(),
        province: municipality.province.name.clone(),
        size_class: municipality.size_class,
        inhabitants: municipality.inhabitants,
        answer: answer(answered, month),
        carried_from: answered.oldest().filter(|oldest| *oldest < month),
        last_sent: answered.last_sent,
        months_since: answered.last_sent.map(|sent| month.months_after(sent)),
        files: answered.own.keys().chain(&answered.shared).map(ToString::to_string).collect(),
        files_left_out: left_out(answered),
        predecessors: answered.predecessors.keys().map(|code| name(code)).collect(),
        partnerships: answered.partnerships.iter().map(ToString::to_string).collect(),
        rows: answered.rows,
        systems: counts.systems,
        systems_in_use: counts.in_use,
        systems_counted: counts.counted,
        systems_registered: counts.registered,
        level_unknown: counts.level_unknown,
        distinguishing_unknown: counts.distinguishing_unknown,
        problems: counts.problems,
    }
}

fn answer(answered: &Answered, month: Month) -> Answer {
    match (answered.newest(), answered.last_sent) {
        (Some(newest), _) if newest < month => Answer::CarriedForward(newest),
        (Some(newest), _) if answered.parts_only || answered.oldest() != Some(newest) => Answer::Partial,
        (Some(_), _) => Answer::Responded,
        (None, _) if !answered.partnerships.is_empty() => Answer::OnlyThroughPartnership,
        (None, Some(sent)) => Answer::TooOld(sent),
        (None, None) => Answer::NoResponse,
    }
}

fn left_out(answered: &Answered) -> Vec<String> {
    answered.left_out.iter().map(|(file, (because, by))| format!("{file}: {}, {by}", because.as_str())).collect()
}
