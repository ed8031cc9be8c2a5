//! A published table of systems, measured while it is read, gives what the run gave that wrote it.

use tachtig::measure::{Division, Streamed, Sums, of_municipalities};
use tachtig::report::archive::streamed;
use tachtig::report::{Settings, Tier};
use tachtig::run::{Plan, run};

use crate::scratch::{DEFINITIONS, folder, project};

#[test]
fn a_table_that_streams_gives_the_figures_of_the_run_that_wrote_it() {
    let plan = Plan::new(None, &project().join("data/inventories"), folder("streamed"), Settings::default()).unwrap();
    let outcome = run(&plan, &DEFINITIONS, &|| {}).unwrap();
    let table = outcome.folder.join(Tier::Internal.path("systems"));
    let frame = DEFINITIONS.reference.municipalities.frame(plan.month);
    let mut sums = Streamed::new(frame.municipalities.len());
    streamed(&table, &frame, &mut sums).unwrap();
    let division = Division::of(frame, &DEFINITIONS.reference);
    let found = of_municipalities(Sums { division: &division, response: &outcome.response, own: &sums.tallies() });
    let expected = outcome.coverage.iter().filter(|one| one.group.dimension.is_of_municipalities());
    assert!(found.iter().eq(expected), "{} figures of groups of municipalities", found.len());
    let national = found.iter().find(|one| one.group.is_national()).unwrap();
    assert!(national.units > 900, "{}", national.units);
}

#[test]
fn a_municipality_that_comes_back_is_refused() {
    let plan = Plan::new(None, &project().join("data/inventories"), folder("streamed-twice"), Settings::default()).unwrap();
    let table = run(&plan, &DEFINITIONS, &|| {}).unwrap().folder.join(Tier::Internal.path("systems"));
    let frame = DEFINITIONS.reference.municipalities.frame(plan.month);
    let mut sums = Streamed::new(frame.municipalities.len());
    streamed(&table, &frame, &mut sums).unwrap();
    let again = streamed(&table, &frame, &mut sums).unwrap_err();
    assert!(format!("{again:#}").contains("has passed before"), "{again:#}");
}
