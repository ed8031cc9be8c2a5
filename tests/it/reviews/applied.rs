//! Which decision decides, and that none does once its ground is gone.

use std::path::Path;

use tachtig::classify::review::{Written, expectation, write};
use tachtig::classify::{Classified, Source, Verdict};
use tachtig::problem::Code;
use tachtig::reference::DataDir;
use tachtig::run::{Definitions, MonthResult};
use tachtig::sources::SourceFile;
use tachtig::terms::{Distinguishing, Level, Month, Role};

use crate::scratch::{DEFINITIONS, folder, overlaid};

const HEADER: &str = "Gemeente;Applicatie;Leverancier;Omschrijving;Niveau;Status\n";
const ROWS: &str = "\
Goes;Proefpakket;Proefmaker;roosters;;in productie
Tholen;Proefpakket 4.2;Proefmaker B.V.;Roosters;;in productie
Veere;Proefpakket;Proefmaker;roosters;regionaal;in productie
Goes;Ander pakket;Proefmaker;roosters;;in productie";

fn classified(dir: &Path, rows: &str, month: &str, definitions: &Definitions) -> MonthResult {
    let path = dir.join("inventaris.csv");
    std::fs::write(&path, format!("{HEADER}{rows}\n")).unwrap();
    let source = tachtig::sources::read(&SourceFile { name: "inventaris.csv".into(), path });
    let month: Month = month.parse().unwrap();
    let extract = tachtig::inventory::extract(source, month, &definitions.layouts, &definitions.reference);
    tachtig::run::month(&[extract], month, definitions).unwrap()
}

fn one<'a>(result: &'a MonthResult, municipality: &str, product: &str) -> &'a Classified {
    let name = |one: &&Classified| {
        DEFINITIONS.reference.municipalities.name(&one.system.municipality) == Some(municipality)
            && &*one.system.record.named.product == product
    };
    result.classified.iter().find(name).expect("the system is there")
}

fn said<V>(value: &str, verdict: &Verdict<V>) -> String {
    expectation(value, verdict.source.map(Source::as_str), verdict.grounds().as_deref())
}

/// A decision on the level of what a municipality has, by scope.
fn level(about: &Classified, id: &str, scope: &str, level: &str) -> Written {
    let named = &about.system.record.named;
    let (system, municipality) = (scope == "system", scope != "everywhere");
    let only = |wanted: bool, text: &str| if wanted { text.to_owned() } else { String::new() };
    Written {
        id: id.to_owned(),
        scope: scope.to_owned(),
        municipality: only(municipality, &about.system.municipality),
        system_id: only(system, &about.system.id),
        product: named.product.to_string(),
        vendor: named.vendor.as_deref().unwrap_or_default().to_owned(),
        level: level.to_owned(),
        because: "Asked the information manager".to_owned(),
        who: "reviewer A".to_owned(),
        date: "2026-11-27".to_owned(),
        since: "2026-10".to_owned(),
        until: "2027-01".to_owned(),
        expect_evidence: about.verdicts.evidence_id.to_string(),
        expect_level: said(about.verdicts.level.value.as_str(), &about.verdicts.level),
        ..Written::default()
    }
}

fn with(test: &str, decisions: &[Written]) -> Definitions {
    let changes = folder(&format!("{test}-changes"));
    std::fs::create_dir(changes.join("reviews")).unwrap();
    std::fs::write(changes.join("reviews/besluiten.csv"), write(decisions).unwrap()).unwrap();
    Definitions::load(&DataDir::open(&overlaid(&changes, &format!("{test}-data"))).unwrap()).unwrap()
}

fn codes(result: &MonthResult) -> Vec<Code> {
    let of_reviews = [Code::ReviewMisses, Code::ReviewUnused];
    result.problems.iter().map(|problem| problem.code).filter(|code| of_reviews.contains(code)).collect()
}

#[test]
fn r13_a_review_goes_before_all_else_and_the_narrowest_scope_first() {
    let dir = folder("reviews-applied");
    let before = classified(&dir, ROWS, "2026-11", &DEFINITIONS);
    let (goes, tholen, veere) =
        (one(&before, "Goes", "Proefpakket"), one(&before, "Tholen", "Proefpakket"), one(&before, "Veere", "Proefpakket"));
    assert_eq!(goes.verdicts.evidence_id, tholen.verdicts.evidence_id, "however it is spelt");
    assert_ne!(goes.verdicts.evidence_id, veere.verdicts.evidence_id, "a declaration is evidence");
    assert_eq!(veere.verdicts.level.source, Some(Source::Declared));
    let decisions = [
        level(goes, "all", "everywhere", "decentraal"),
        level(goes, "in-goes", "municipality", "regionaal"),
        Written {
            distinguishing: "onderscheidend".into(),
            expect_distinguishing: said(tholen.verdicts.distinguishing.value.as_str(), &tholen.verdicts.distinguishing),
            ..level(tholen, "one", "system", "")
        },
        level(veere, "veere", "system", "overheidsbreed"),
    ];
    let definitions = with("reviews-applied", &decisions);
    let after = classified(&dir, ROWS, "2026-11", &definitions);
    let level_of = |municipality| {
        let verdict = &one(&after, municipality, "Proefpakket").verdicts.level;
        (verdict.value, verdict.source, verdict.grounds().unwrap_or_default())
    };
    assert_eq!(level_of("Goes"), (Level::Regionaal, Some(Source::Review), "in-goes".to_owned()));
    assert_eq!(level_of("Tholen"), (Level::Decentraal, Some(Source::Review), "all".to_owned()), "each axis by itself");
    assert_eq!(level_of("Veere"), (Level::Overheidsbreed, Some(Source::Review), "veere".to_owned()), "before a declaration");
    let tholen = &one(&after, "Tholen", "Proefpakket").verdicts;
    assert_eq!(tholen.distinguishing.value, Distinguishing::Onderscheidend);
    assert_eq!(tholen.distinguishing.evidence.as_deref(), Some("reviewer A, 2026-11-27: Asked the information manager"));
    assert_eq!(
        one(&after, "Goes", "Ander pakket").verdicts.level.source,
        one(&before, "Goes", "Ander pakket").verdicts.level.source
    );
    assert_eq!(codes(&after), []);
    assert_eq!(definitions.reviews.unmatched(&after.classified, Month::EXAMPLE, &definitions.reference), []);
}

#[test]
fn a_review_of_the_role_takes_a_row_out_of_the_figures_and_dates_hold() {
    let dir = folder("reviews-role");
    let before = classified(&dir, ROWS, "2026-11", &DEFINITIONS);
    let other = one(&before, "Goes", "Ander pakket");
    let role =
        Written { role: "national_connection".into(), expect_role: "system".into(), ..level(other, "role", "everywhere", "") };
    let definitions = with("reviews-role", &[role]);
    for (month, holds) in [("2026-09", false), ("2026-10", true), ("2026-12", true), ("2027-01", false)] {
        let after = classified(&dir, ROWS, month, &definitions);
        let one = one(&after, "Goes", "Ander pakket");
        assert_eq!(one.verdicts.role.value == Role::NationalConnection, holds, "{month}");
        assert_eq!(one.counted(), !holds, "{month}");
    }
}

#[test]
fn a_decision_whose_ground_is_gone_does_nothing_and_is_told() {
    let dir = folder("reviews-lapsed");
    let before = classified(&dir, ROWS, "2026-11", &DEFINITIONS);
    let (goes, other) = (one(&before, "Goes", "Proefpakket"), one(&before, "Goes", "Ander pakket"));
    let decisions = [
        level(goes, "system", "system", "regionaal"),
        level(goes, "all", "everywhere", "regionaal"),
        Written { expect_level: "decentraal (rule: level/other)".into(), ..level(other, "verdict", "everywhere", "regionaal") },
    ];
    let definitions = with("reviews-lapsed", &decisions);
    // The description changed everywhere: the system is there with other evidence, and nothing has the old.
    let rows = ROWS
        .replace("roosters", "planning")
        .replace("Roosters", "planning")
        .replace("Ander pakket;Proefmaker;planning", "Ander pakket;Proefmaker;roosters");
    let after = classified(&dir, &rows, "2026-11", &definitions);
    let unmatched = |result: &MonthResult| {
        let found = definitions.reviews.unmatched(&result.classified, Month::EXAMPLE, &definitions.reference);
        found.into_iter().map(|problem| (problem.code, problem.hint.unwrap_or_default())).collect::<Vec<_>>()
    };
    for product in ["Proefpakket", "Ander pakket"] {
        assert_ne!(one(&after, "Goes", product).verdicts.level.source, Some(Source::Review), "{product}");
    }
    assert_eq!(codes(&after), [Code::ReviewMisses, Code::ReviewMisses]);
    let hints: Vec<&str> =
        after.problems.iter().filter(|p| p.code == Code::ReviewMisses).filter_map(|p| p.hint.as_deref()).collect();
    assert!(hints.iter().any(|hint| hint.starts_with("system (reviews/besluiten.csv:")), "{hints:?}");
    assert!(
        hints.iter().any(|hint| hint.starts_with("verdict (") && hint.contains("expects 'decentraal (rule: level/other)'")),
        "{hints:?}"
    );
    let met = unmatched(&after);
    assert!(matches!(&met[..], [(Code::ReviewMisses, hint)] if hint.starts_with("all (")), "{met:?}");
    let gone = classified(&dir, "Goes;Ander pakket;Proefmaker;roosters;;in productie", "2026-11", &definitions);
    let unused = unmatched(&gone);
    assert!(unused.iter().all(|(code, _)| *code == Code::ReviewUnused) && unused.len() == 2, "{unused:?}");
}
