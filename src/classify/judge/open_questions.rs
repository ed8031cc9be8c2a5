//! What the evidence leaves open that somebody could settle, as problems.

use crate::classify::evidence::{Evidence, EvidenceField};
use crate::classify::verdict::{Source, Verdicts};
use crate::inventory::System;
use crate::problem::{Code, Problem};
use crate::reference::Partnerships;

/// What the evidence leaves open that somebody could settle.
pub fn open_questions(system: &System, evidence: &Evidence<'_>, verdicts: &Verdicts, partnerships: &Partnerships) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut tell = |code: Code, found: &str, hint: Option<String>| {
        problems.push(Problem::new(code, system.place.clone(), found).with_hint(hint).about(&*system.municipality));
    };
    if verdicts.level.source == Some(Source::Contested) {
        tell(Code::ContestedLevel, &system.record.name, verdicts.level.grounds());
    }
    if verdicts.distinguishing.source == Some(Source::Contested) {
        tell(Code::ContestedDistinguishing, &system.record.name, verdicts.distinguishing.grounds());
    }
    for (field, names) in EvidenceField::NAMING.iter().zip(&evidence.names) {
        if let (Some(other), true) = (&names.partnership_of_others, *field != EvidenceField::Vendor) {
            tell(Code::NotAMember, other, None);
        }
    }
    let partnership = EvidenceField::Partnership;
    if let (Some(text), Some(names)) = (evidence.text(partnership), evidence.named(partnership)) {
        let names_nobody = names.organisation().is_none() && names.partnership_of_others.is_none() && !names.own_municipality;
        if names_nobody && verdicts.level.source.is_none() {
            tell(Code::UnknownPartnership, text, partnerships.nearest(text).map(str::to_owned));
        }
    }
    problems
}
