//! The national estimate through the ordinary path, and R53: what must stand beside a percentage. R25: who answered, by size class.

use std::collections::BTreeMap;

use tachtig::classify::Classified;
use tachtig::measure::estimate::{Estimate, Note, estimates};
use tachtig::measure::{Absence, Basis, Bound, Division, Measure, Sums, Unit, Weight, tallies, units};
use tachtig::run::MonthResult;
use tachtig::terms::Month;

use crate::command::{printed, tachtig};
use crate::scratch::{DEFINITIONS, folder};

const HEADER: &str = "Gemeente;Applicatie;Leverancier;Beheerder;Samenwerkingsverband\n";

/// Middle-sized ones (20,000 to 50,000 inhabitants) with one of two systems regional, one of four, and none.
const THREE: &str = "Zwijndrecht;Werkplek;;gemeente Dordrecht;\nZwijndrecht;TOPdesk;TOPdesk;;\nTiel;Werkplek;;;\nTiel;TOPdesk;TOPdesk;;\n\
                     Tiel;AFAS;AFAS;;\nTiel;Zaaksysteem;;gemeente Culemborg;\nGoes;TOPdesk;TOPdesk;;\nGoes;AFAS;AFAS;;\n";

fn month(test: &str, rows: &str) -> MonthResult {
    let path = folder(test).join("inventaris.csv");
    std::fs::write(&path, format!("{HEADER}{rows}")).unwrap();
    let source = tachtig::sources::read(&tachtig::sources::SourceFile { name: "inventaris.csv".into(), path });
    let extract = tachtig::inventory::extract(source, Month::EXAMPLE, &DEFINITIONS.layouts, &DEFINITIONS.reference);
    tachtig::run::month(&[extract], Month::EXAMPLE, &DEFINITIONS).unwrap()
}

fn of(result: &MonthResult, classified: &[Classified]) -> Vec<Estimate> {
    let division = Division::of(DEFINITIONS.reference.municipalities.frame(Month::EXAMPLE), &DEFINITIONS.reference);
    let own = tallies(&units(classified, &division.frame), &division.frame);
    estimates(Sums { division: &division, response: &result.response, own: &own })
}

fn broad(estimates: &[Estimate]) -> &Estimate {
    let wanted = |one: &&Estimate| {
        (one.unit, one.weight, one.measure, one.bound) == (Unit::Systems, Weight::Count, Measure::CollectiveShare, Bound::Lower)
    };
    estimates.iter().find(wanted).unwrap()
}

#[test]
fn r53_each_estimate_stands_with_n_the_frame_its_bounds_and_what_non_response_can_do() {
    let result = month("r53-estimate", THREE);
    let found = of(&result, &result.classified);
    assert_eq!(found.len(), Basis::ALL.len() * Measure::ALL.len() * Bound::ALL.len());
    let estimate = broad(&found);
    assert_eq!((estimate.municipalities, estimate.municipalities_frame), (3, result.response.len() as u64));
    assert_eq!(estimate.respondents, Some(2.0 / 8.0), "{estimate:?}");
    // All three are of one size class, so the frame is one stratum and the estimate is their own figure, with an interval.
    assert_eq!(estimate.strata, ["1+2+3+4+5+6+7+8"]);
    let (least, most) = estimate.interval.unwrap();
    assert!(least < 0.25 && 0.25 < most);
    assert!(estimate.missing_none.unwrap() < 0.01 && estimate.missing_all.unwrap() > 0.99, "3 of 342 settle little: {estimate:?}");
    for (lower, upper) in
        found.iter().filter(|one| one.bound == Bound::Lower).zip(found.iter().filter(|one| one.bound == Bound::Upper))
    {
        assert!(lower.share <= upper.share && lower.respondents <= upper.respondents, "{lower:?} {upper:?}");
    }
}

#[test]
fn r25_who_answered_is_weighted_to_the_frame_by_size_class() {
    // Two villages with everything shared, and two cities with nothing: the many villages of the frame weigh more.
    let rows = "Renswoude;Werkplek;;gemeente Veenendaal;\nRozendaal;Werkplek;;gemeente Rheden;\nTiel;TOPdesk;TOPdesk;;\nGoes;TOPdesk;TOPdesk;;\n\
                Zwijndrecht;TOPdesk;TOPdesk;;\n";
    let result = month("r25-estimate", rows);
    let estimates = of(&result, &result.classified);
    let estimate = broad(&estimates);
    let mut frame: BTreeMap<bool, f64> = BTreeMap::new();
    for response in &result.response {
        *frame.entry(response.size_class.unwrap() <= 3).or_default() += 1.0;
    }
    assert_eq!(estimate.respondents, Some(2.0 / 5.0));
    assert_eq!(estimate.strata, ["1+2+3", "4+5+6+7+8"], "{estimate:?}");
    let expected = frame[&true] / (frame[&true] + frame[&false]);
    assert!((estimate.share.unwrap() - expected).abs() < 1e-12, "{estimate:?}");
}

#[test]
fn nobody_who_answers_is_absent_and_one_has_no_interval() {
    let nobody = month("estimate-nobody", "");
    let found = of(&nobody, &nobody.classified);
    assert!(found.iter().all(|one| one.share.is_none() && one.note == Some(Note::Absent(Absence::NoInventory))));
    let one = month("estimate-one", "Goes;Werkplek;;gemeente Borsele;\nGoes;TOPdesk;TOPdesk;;\n");
    let found = of(&one, &one.classified);
    let estimate = broad(&found);
    assert_eq!((estimate.share, estimate.interval, estimate.note), (Some(0.5), None, Some(Note::OneRespondent)));
}

#[test]
fn the_order_of_systems_and_of_rows_changes_no_bit() {
    let result = month("estimate-order", THREE);
    let mut turned = result.classified.clone();
    turned.reverse();
    assert_eq!(of(&result, &turned), of(&result, &result.classified));
    let rows: String = THREE.lines().rev().fold(String::new(), |rows, row| rows + row + "\n");
    let other = month("estimate-order-rows", &rows);
    assert_eq!(of(&other, &other.classified), of(&result, &result.classified));
}

#[test]
fn the_report_has_the_estimate_beside_the_respondents_figure_and_says_what_it_assumes() {
    let dir = folder("estimate-report");
    std::fs::write(dir.join("inventaris.csv"), format!("{HEADER}{THREE}")).unwrap();
    let (input, out) = (dir.join("inventaris.csv"), dir.join("out"));
    let (input, out) = (input.to_string_lossy(), out.to_string_lossy());
    let report = || {
        printed(&tachtig(&["run", "--month", "2026-11", "--lang", "en", "--inventories", &input, "--out", &out]));
        let read = |name: &str| std::fs::read(dir.join("out/2026-11").join(name)).unwrap();
        (
            String::from_utf8(read("samenvatting.md")).unwrap(),
            String::from_utf8(read("index.html")).unwrap(),
            read("data/shared/estimates.parquet"),
        )
    };
    let (summary, page, table) = report();
    assert!(summary.contains("**Demonstrably 25.0% of the systems in use"), "{summary}");
    for text in ["Estimate for all municipalities", "25.0% (95% interval", "It assumes that within a size class", "1+2+3+4+5+6+7+8"]
    {
        assert!(summary.contains(text) && page.contains(text), "{text}: {summary}");
    }
    assert_eq!(report(), (summary, page, table), "the same bytes twice");
}
