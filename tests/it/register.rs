//! The Dutch Algorithm Register, a real file of 1,530 rows in which other bodies stand beside municipalities.

use std::collections::BTreeSet;

use tachtig::inventory::Fate;
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
    assert_eq!((account.account.rows, of(Fate::Heading), of(Fate::System), of(Fate::SetAside)), (1531, 1, 949, 581));
    let municipalities: BTreeSet<&str> = result.classified.iter().map(|one| &*one.system.municipality).collect();
    assert_eq!(municipalities.len(), 204);
    let aside: Vec<&tachtig::problem::Problem> =
        result.problems.iter().filter(|problem| problem.effect() == tachtig::problem::Effect::RowSetAside).collect();
    assert_eq!(aside.len(), 581);
    assert!(aside.iter().all(|problem| problem.code == Code::NotAMunicipality && !problem.found.is_empty()));
    let known = result.classified.iter().filter(|one| one.verdicts.distinguishing.value != Distinguishing::Onbekend).count();
    assert!(known * 4 >= 949 * 3, "the rules speak about three quarters of the rows, here about {known}");
}
