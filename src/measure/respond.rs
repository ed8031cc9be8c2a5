//! The response of a month: every municipality of the frame, answered or not.

use std::collections::BTreeMap;

use super::{Answer, Response};
use crate::classify::Classified;
use crate::inventory::Inventory;
use crate::reference::{Frame, Municipality};
use crate::terms::{Distinguishing, Level};

#[derive(Default)]
struct Counts {
    systems: u64,
    counted: u64,
    level_unknown: u64,
    distinguishing_unknown: u64,
}

/// One line per municipality of the frame, in order of code.
#[must_use]
pub fn response(inventory: &Inventory, classified: &[Classified], frame: &Frame) -> Vec<Response> {
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    for one in classified {
        let counts = counts.entry(&one.system.municipality).or_default();
        counts.systems += 1;
        if one.counted() {
            counts.counted += 1;
            counts.level_unknown += u64::from(one.verdicts.level.value == Level::Onbekend);
            counts.distinguishing_unknown += u64::from(one.verdicts.distinguishing.value == Distinguishing::Onbekend);
        }
    }
    frame.municipalities.iter().map(|municipality| of(municipality, inventory, counts.remove(&*municipality.code))).collect()
}

fn of(municipality: &Municipality, inventory: &Inventory, counts: Option<Counts>) -> Response {
    let counts = counts.unwrap_or_default();
    let responded = inventory.responded.get(&municipality.code);
    Response {
        municipality_code: municipality.code.to_string(),
        municipality: municipality.name.to_string(),
        province_code: municipality.province.code.clone(),
        province: municipality.province.name.clone(),
        size_class: municipality.size_class,
        inhabitants: municipality.inhabitants,
        answer: match responded {
            None => Answer::NoResponse,
            Some(responded) if responded.submitted < inventory.month => Answer::CarriedForward(responded.submitted),
            Some(_) => Answer::Responded,
        },
        files: responded.into_iter().flat_map(|responded| &responded.files).map(ToString::to_string).collect(),
        rows: responded.map_or(0, |responded| responded.rows),
        systems: counts.systems,
        systems_counted: counts.counted,
        level_unknown: counts.level_unknown,
        distinguishing_unknown: counts.distinguishing_unknown,
    }
}
