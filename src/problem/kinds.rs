//! Problems by kind, and within a kind by what was found: how somebody who mends a file wants them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Code, Effect, Problem};
use crate::terms::CellRef;

/// All problems of one kind.
#[derive(Debug)]
pub struct Kind<'a> {
    pub code: Code,
    /// Those found most often come first, then by place.
    pub findings: Vec<Finding<'a>>,
}

/// The same found in one or more cells of a sheet.
#[derive(Debug)]
pub struct Finding<'a> {
    pub first: &'a Problem,
    pub count: usize,
    /// In order; empty when it is about a whole sheet or file.
    pub cells: Vec<CellRef>,
}

impl Kind<'_> {
    #[must_use]
    pub fn count(&self) -> usize {
        self.findings.iter().map(|finding| finding.count).sum()
    }
}

/// Groups problems, the gravest kind first.
#[must_use]
pub fn by_kind(problems: &[Problem]) -> Vec<Kind<'_>> {
    let mut kinds: BTreeMap<(Reverse<Effect>, Code), Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        kinds.entry((Reverse(problem.effect()), problem.code)).or_default().push(problem);
    }
    kinds.into_iter().map(|((_, code), problems)| Kind { code, findings: findings(&problems) }).collect()
}

fn findings<'a>(problems: &[&'a Problem]) -> Vec<Finding<'a>> {
    type Key<'a> = (&'a Arc<str>, &'a Option<Arc<str>>, &'a str, Option<&'a str>);
    let mut findings: BTreeMap<Key<'a>, Finding<'a>> = BTreeMap::new();
    for problem in problems {
        let key = (&problem.place.file, &problem.place.sheet, problem.found.trim(), problem.hint.as_deref());
        let finding = findings.entry(key).or_insert(Finding { first: problem, count: 0, cells: Vec::new() });
        finding.count += 1;
        finding.cells.extend(problem.place.cell);
        finding.first = finding.first.min(problem);
    }
    let mut findings: Vec<Finding<'a>> = findings.into_values().collect();
    for finding in &mut findings {
        finding.cells.sort_unstable();
    }
    findings.sort_by(|a, b| (Reverse(a.count), a.first).cmp(&(Reverse(b.count), b.first)));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Place;

    #[test]
    fn what_is_found_alike_is_one_finding_and_the_gravest_kind_is_first() {
        let sheet = Place::sheet("a.xlsx".into(), "Lijst".into());
        let at = |code: Code, row: u32, found: &str| Problem::new(code, sheet.at(row, 2), found);
        let problems = [
            at(Code::UnknownStatus, 1, "loopt"),
            at(Code::UnknownMunicipality, 7, "Nederwert"),
            at(Code::UnknownMunicipality, 9, "Den Haagg"),
            at(Code::UnknownMunicipality, 3, "Den Haagg "),
        ];
        let kinds = by_kind(&problems);
        assert_eq!(kinds.iter().map(|kind| kind.code).collect::<Vec<_>>(), [Code::UnknownMunicipality, Code::UnknownStatus]);
        assert_eq!((kinds[0].count(), kinds[0].findings.len()), (3, 2));
        let first = &kinds[0].findings[0];
        assert_eq!(first.cells.iter().map(ToString::to_string).collect::<Vec<_>>(), ["C4", "C10"]);
    }
}
