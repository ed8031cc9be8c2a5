//! What is to be told about submissions: replaced, joined, carried forward; and about the rows and corrections of the files of a month.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Answered;
use super::chosen::{Chosen, LeftOut, Stand};
use super::entries::Entry;
use super::holder::Holders;
use crate::inventory::{FileExtract, Owner};
use crate::problem::{Code, Place, Problem};
use crate::terms::Month;

/// Which files were left out, joined with newer ones, or are of an earlier month.
pub fn submissions(
    month: Month,
    holders: &Holders<'_>,
    chosen: &Chosen<'_>,
    answered: &BTreeMap<Arc<str>, Answered>,
    entries: &[Entry<'_>],
) -> Vec<Problem> {
    let mut problems: Vec<Problem> =
        chosen.stands.iter().filter_map(|((owner, _), (file, stand))| left_out(owner, file, stand, month, holders)).collect();
    for (code, answer) in answered {
        problems.extend(earlier(code, answer, month));
        problems.extend(predecessors(code, answer, holders));
    }
    problems.extend(earlier_of_partnerships(month, entries));
    problems
}

fn left_out(owner: &Owner, file: &FileExtract, stand: &Stand, month: Month, holders: &Holders<'_>) -> Option<Problem> {
    let Stand::LeftOut(because, by) = stand else { return None };
    let code = match because {
        LeftOut::NewerVersion if file.month < month => return None,
        LeftOut::NewerVersion => Code::SupersededSubmission,
        LeftOut::Duplicate => Code::DuplicateSubmission,
        LeftOut::Covered => Code::CoveredSubmission,
        LeftOut::Succeeded => Code::SucceededSubmission,
    };
    let municipality = holders.municipality(owner);
    let found = municipality.map(|code| holders.name(code)).or_else(|| Some(holders.body(owner)?.to_string()));
    let mut problem = Problem::new(code, Place::file(file.file.clone()), found.unwrap_or_default()).with_hint(Some(&**by));
    problem.municipality = municipality.map(ToString::to_string);
    Some(problem)
}

/// An inventory of an earlier month, as a whole or in part.
fn earlier(code: &Arc<str>, answer: &Answered, month: Month) -> Vec<Problem> {
    let Some(newest) = answer.newest() else { return Vec::new() };
    let of = |wanted: Month| answer.own.iter().filter(move |(_, sent)| **sent == wanted).map(|(file, _)| file);
    let mut problems = Vec::new();
    if newest < month
        && let Some(file) = of(newest).next()
    {
        problems.push(Problem::new(Code::CarriedForward, Place::file(file.clone()), newest.to_string()).about(&**code));
    }
    let of_predecessor = |file: &Arc<str>| answer.predecessors.values().any(|files| files.contains(file));
    for (file, sent) in answer.own.iter().filter(|(file, sent)| **sent < newest && !of_predecessor(file)) {
        let by = of(newest).map(|file| &**file).collect::<Vec<_>>().join(", ");
        let problem = Problem::new(Code::JoinedSubmission, Place::file(file.clone()), sent.to_string());
        problems.push(problem.with_hint(Some(by)).about(&**code));
    }
    problems
}

/// Files of municipalities that merged since they were sent.
fn predecessors(code: &Arc<str>, answer: &Answered, holders: &Holders<'_>) -> Vec<Problem> {
    let files = answer.predecessors.iter().flat_map(|(origin, files)| files.iter().map(move |file| (file, origin)));
    let told = |(file, origin): (&Arc<str>, &Arc<str>)| {
        let problem = Problem::new(Code::JoinedPredecessor, Place::file(file.clone()), holders.name(origin));
        problem.with_hint(Some(holders.name(code))).about(&**code)
    };
    files.map(told).collect()
}

fn earlier_of_partnerships(month: Month, entries: &[Entry<'_>]) -> Vec<Problem> {
    let shared = entries.iter().filter(|entry| entry.registered_by.is_some() && entry.file.month < month);
    let files: BTreeMap<&Arc<str>, Month> = shared.map(|entry| (&entry.file.file, entry.file.month)).collect();
    let told = |(file, sent): (&Arc<str>, Month)| Problem::new(Code::CarriedForward, Place::file(file.clone()), sent.to_string());
    files.into_iter().map(told).collect()
}

/// The problems of files: those found when they were read, about the municipality of the month, and those of this month.
pub fn rows(accounted: &[&FileExtract], of_month: &mut BTreeMap<Arc<str>, Vec<Problem>>, holders: &Holders<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in accounted {
        problems.extend(file.problems.iter().cloned().map(|mut problem| {
            let present = problem.municipality.as_deref().and_then(|code| holders.present(code));
            problem.municipality = present.map(ToString::to_string).or(problem.municipality);
            problem
        }));
        problems.append(of_month.get_mut(&file.file).unwrap_or(&mut Vec::new()));
    }
    problems
}

/// Corrections by value that found nothing to correct in any file of their municipality.
pub fn unused_corrections(accounted: &[&FileExtract]) -> Vec<Problem> {
    let mut seen: BTreeMap<&Arc<str>, (bool, &Arc<str>, &str)> = BTreeMap::new();
    for file in accounted {
        for concerned in &file.corrections {
            let entry = seen.entry(&concerned.id).or_insert((false, &file.file, &concerned.about));
            entry.0 |= concerned.used;
        }
    }
    let unused = seen.into_iter().filter(|(_, (used, ..))| !used);
    unused
        .map(|(id, (_, file, about))| Problem::new(Code::CorrectionUnused, Place::file(file.clone()), about).with_hint(Some(&**id)))
        .collect()
}
