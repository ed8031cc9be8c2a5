//! The Dutch Algorithm Register, a real file of 1,530 rows in which other bodies stand beside municipalities.

use std::collections::BTreeSet;

use tachtig::inventory::Fate;
use tachtig::measure::Answer;
use tachtig::problem::Code;
use tachtig::run::month;
use tachtig::sources::{SourceFile, read};
use tachtig::terms::{Distinguishing, Month};

use crate::scratch::{DEFINITIONS, shared};

#[test]
fn every_row_of_the_register_is_accounted_for() {
    let Some(path) = shared("real/algoritmeregister/algoritmeregister_2026-08-08.csv") else { return };
    let august = Month::new(2026, 8).unwrap();
    let source = read(&SourceFile { name: "register.csv".into(), path });
    let files = [tachtig::inventory::extract(source, august, &DEFINITIONS.layouts, &DEFINITIONS.reference)];
    let result = month(&files, august, &DEFINITIONS).unwrap();
    let [account] = result.inventory.accounts.as_slice() else { panic!("one sheet") };
    let of = |fate| account.account.of(fate);
    assert_eq!((account.account.rows, of(Fate::Heading), of(Fate::System), of(Fate::SetAside)), (1531, 1, 949, 513));
    // Of the 581 rows of other bodies 68 are of partnerships that are in the tables: each stands for its members.
    let expanded = (of(Fate::Expanded), account.account.expanded_systems, account.account.expanded_merged);
    assert_eq!(expanded, (68, 496, 52));
    let own = || result.classified.iter().filter(|one| one.system.registered_by.is_none());
    let municipalities: BTreeSet<&str> = result.classified.iter().map(|one| &*one.system.municipality).collect();
    let respondents: BTreeSet<&str> =
        result.classified.iter().filter(|one| one.system.of_respondent).map(|one| &*one.system.municipality).collect();
    assert_eq!((respondents.len(), municipalities.len() - respondents.len()), (204, 99));
    let through = result.response.iter().filter(|line| line.answer == Answer::OnlyThroughPartnership);
    assert!(through.clone().all(|line| line.systems > 0 && line.systems_counted == 0));
    assert_eq!(through.count(), 99);
    let aside: Vec<&tachtig::problem::Problem> =
        result.problems.iter().filter(|problem| problem.effect() == tachtig::problem::Effect::RowSetAside).collect();
    assert_eq!(aside.len(), 513);
    assert!(aside.iter().all(|problem| problem.code == Code::NotAMunicipality && !problem.found.is_empty()));
    let known = own().filter(|one| one.verdicts.distinguishing.value != Distinguishing::Onbekend).count();
    assert!(known * 4 >= 949 * 3, "the rules speak about three quarters of the rows, here about {known}");
}
