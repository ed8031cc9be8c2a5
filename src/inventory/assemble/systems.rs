//! The entries of one system become that system; what they contradict each other about is told.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::entries::Entry;
use crate::inventory::merge::merge;
use crate::inventory::{Field, Record, System};
use crate::problem::{Code, Place, Problem};
use crate::reference::Names;
use crate::terms::{Level, Month};

/// Merges the entries of one system. `group` is not empty.
pub fn system(group: &[Entry<'_>], month: Month, of_respondent: bool, names: &Names, problems: &mut Vec<Problem>) -> System {
    let first = &group[0];
    let rows: Vec<&Arc<Record>> = group.iter().map(|entry| &entry.record).collect();
    let (record, conflicts) = merge(&rows, names);
    let place = name_cell(first);
    let told = conflicts.into_iter().map(|conflict| (conflict.found, conflict.used)).chain(contradicted(group));
    for (found, used) in told {
        let found = format!("{}: {found}", record.name);
        problems.push(Problem::new(Code::ConflictingRows, place.clone(), found).with_hint(Some(used)).about(&*first.municipality));
    }
    System {
        municipality: first.municipality.clone(),
        id: first.identity.clone(),
        record,
        layout: first.sheet().layout.clone().unwrap_or_default(),
        columns: first.sheet().columns.clone(),
        could_name_partner: group.iter().any(|entry| entry.sheet().columns.keys().any(|field| field.can_name_partner())),
        place,
        rows: group.iter().map(name_cell).collect(),
        carried_from: (first.file.month < month).then_some(first.file.month),
        registered_by: registered_by(group),
        of_respondent,
    }
}

/// Where the name of an entry stands.
fn name_cell(entry: &Entry<'_>) -> Place {
    let column = entry.sheet().columns.get(&Field::Name).copied().unwrap_or_default();
    Place::sheet(entry.file.file.clone(), entry.sheet().name.clone()).at(entry.record.row, column)
}

/// The partnerships whose rows stand for the system.
fn registered_by(group: &[Entry<'_>]) -> Option<Arc<str>> {
    let names: BTreeSet<&str> = group.iter().filter_map(|entry| entry.registered_by.as_deref()).collect();
    (!names.is_empty()).then(|| names.into_iter().collect::<Vec<_>>().join("; ").into())
}

/// Where a municipality declares another level than that of the partnership that registers the system: its own word goes first.
fn contradicted(group: &[Entry<'_>]) -> Option<(String, String)> {
    let partnership = registered_by(group)?;
    let own = group.iter().filter(|entry| entry.registered_by.is_none());
    let declared = own.filter_map(|entry| entry.record.level).find(|level| ![Level::Regionaal, Level::Onbekend].contains(level))?;
    Some((format!("niveau: {} / {partnership}", declared.as_str()), declared.as_str().to_owned()))
}
