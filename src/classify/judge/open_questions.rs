//! What the evidence leaves open that somebody could settle, as problems.

use std::collections::BTreeSet;

use crate::classify::evidence::{Evidence, EvidenceField};
use crate::classify::verdict::{Source, Verdicts};
use crate::inventory::{Field, System, UNNAMED_PARTNER};
use crate::problem::{Code, Problem};
use crate::reference::Partnerships;
use crate::terms::Level;

pub fn open_questions(system: &System, evidence: &Evidence<'_>, verdicts: &Verdicts, partnerships: &Partnerships) -> Vec<Problem> {
    let about =
        |code: Code, field: Field, found: &str| Problem::new(code, system.place_of(field), found).about(&*system.municipality);
    let mut problems = Vec::new();
    if verdicts.level.source == Some(Source::Contested) {
        problems.push(about(Code::ContestedLevel, Field::Name, &system.record.name).with_hint(verdicts.level.grounds()));
    }
    if verdicts.distinguishing.source == Some(Source::Contested) {
        let problem = about(Code::ContestedDistinguishing, Field::Name, &system.record.name);
        problems.push(problem.with_hint(verdicts.distinguishing.grounds()));
    }
    let mut told = BTreeSet::new();
    for (field, names) in evidence.all_named() {
        let (Some(column), Some(other)) = (partner_column(field), &names.partnership_of_others) else { continue };
        // Who declares or reviews the level has answered the question.
        if evidence.declared_level.is_some() || verdicts.level.source == Some(Source::Review) {
            break;
        }
        if told.insert(other.clone()) {
            problems.push(about(Code::NotAMember, column, other));
        }
    }
    if let Some(text) = unknown_partner(evidence, verdicts) {
        problems.push(about(Code::UnknownPartnership, Field::Partnership, text).with_hint(partnerships.nearest(text)));
    }
    problems
}

/// The columns in which a partner is named; a vendor that happens to be a partnership of others sells to whom it likes.
const fn partner_column(field: EvidenceField) -> Option<Field> {
    match field {
        EvidenceField::Hosting => Some(Field::Hosting),
        EvidenceField::HostingParty => Some(Field::HostingParty),
        EvidenceField::ContractParty => Some(Field::ContractParty),
        EvidenceField::SteeredBy => Some(Field::SteeredBy),
        EvidenceField::Operator => Some(Field::Operator),
        EvidenceField::Partnership => Some(Field::Partnership),
        _ => None,
    }
}

/// A text in the column for partnerships that names nobody, where nothing else decides the level. A cell that says only that there is
/// a partner was told about where it was read.
fn unknown_partner<'e>(evidence: &'e Evidence<'_>, verdicts: &Verdicts) -> Option<&'e str> {
    let names = evidence.named(EvidenceField::Partnership)?;
    let names_somebody = names.organisation().is_some() || names.partnership_of_others.is_some() || names.own_municipality;
    let text = evidence.text(EvidenceField::Partnership)?;
    (!names_somebody
        && text != UNNAMED_PARTNER
        && verdicts.level.value == Level::Onbekend
        && verdicts.level.source != Some(Source::Contested))
    .then_some(text)
}
