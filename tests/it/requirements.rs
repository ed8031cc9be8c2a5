//! The requirements on classification (R8 to R19, R43, R57), each shown by a small inventory that goes through the ordinary path.
//!
//! Not here: R12 (quality beside coverage) and R18 (organisation forms), which the program does not have.

use std::collections::BTreeSet;

use tachtig::classify::{Classified, Source};
use tachtig::measure::{Group, Measure, Unit};
use tachtig::run::MonthResult;
use tachtig::sources::SourceFile;
use tachtig::terms::{Distinguishing, Level, Role};

use crate::command::{printed, tachtig};
use crate::scratch::{DEFINITIONS, folder};

const HEADER: &str =
    "Gemeente;Applicatie;Leverancier;Omschrijving;Referentiecomponent;Beheerder;Samenwerkingsverband;Contractpartij;Status\n";

/// Rows of an inventory as a file in a folder of this name.
fn inventory(test: &str, rows: &str) -> SourceFile {
    written(test, &format!("{HEADER}{rows}\n"))
}

pub fn written(test: &str, content: &str) -> SourceFile {
    let path = folder(test).join("inventaris.csv");
    std::fs::write(&path, content).unwrap();
    SourceFile { name: "inventaris.csv".into(), path }
}

fn classified(test: &str, month: &str, rows: &str) -> MonthResult {
    measured(month, &[(month, &inventory(test, rows))])
}

/// A month of one inventory, given as text.
pub fn month_of(name: &str, month: &str, content: &str) -> MonthResult {
    measured(month, &[(month, &written(name, content))])
}

/// A month of these files, each with the month for which it was sent.
pub fn measured(month: &str, files: &[(&str, &SourceFile)]) -> MonthResult {
    let extract = |(sent, file): &(&str, &SourceFile)| {
        let source = tachtig::sources::read(file);
        tachtig::inventory::extract(source, sent.parse().unwrap(), &DEFINITIONS.layouts, &DEFINITIONS.reference)
    };
    let extracts: Vec<_> = files.iter().map(extract).collect();
    tachtig::run::month(&extracts, month.parse().unwrap(), &DEFINITIONS).unwrap()
}

fn system<'a>(result: &'a MonthResult, name: &str) -> &'a Classified {
    result.classified.iter().find(|one| &*one.system.record.name == name).unwrap_or_else(|| panic!("no system {name}"))
}

fn distinguishing(result: &MonthResult, name: &str) -> Distinguishing {
    system(result, name).verdicts.distinguishing.value
}

fn level(result: &MonthResult, name: &str) -> Level {
    system(result, name).verdicts.level.value
}

#[test]
fn r8_three_values_each_with_its_rule_and_the_ground_in_words() {
    let rows = "Goes;AFAS Profit;AFAS;salarisadministratie;;;;;\nGoes;Burgerpanel;;inwonerspanel over gemeentelijk beleid;;;;;\nGoes;Systeem X;;;;;;;";
    let result = classified("r8", "2026-11", rows);
    assert_eq!(distinguishing(&result, "AFAS Profit"), Distinguishing::NietOnderscheidend);
    assert_eq!(distinguishing(&result, "Burgerpanel"), Distinguishing::Onderscheidend);
    assert_eq!(distinguishing(&result, "Systeem X"), Distinguishing::Onbekend);
    for name in ["AFAS Profit", "Burgerpanel"] {
        let verdict = &system(&result, name).verdicts.distinguishing;
        assert!(verdict.evidence.is_some(), "{name} shows the text it rests on");
        for ground in &verdict.grounds {
            let rule = DEFINITIONS.book.get(ground).expect("a rule decided");
            assert!(!rule.because.is_empty() && !rule.source.is_empty() && rule.text.contains("because"), "{ground}");
        }
    }
}

#[test]
fn r9_the_classes_that_the_resolution_names_do_not_distinguish_and_say_so() {
    let rows = "Goes;Datawarehouse;;gegevensmagazijn;;;;;\nGoes;Grootboek;;financiële administratie;;;;;\nGoes;Paspoortaanvragen;;reisdocumenten;;;;;\nGoes;Vergunningen;;omgevingsvergunningen;;;;;";
    let result = classified("r9", "2026-11", rows);
    for name in ["Datawarehouse", "Grootboek", "Paspoortaanvragen", "Vergunningen"] {
        let verdict = &system(&result, name).verdicts.distinguishing;
        assert_eq!(verdict.value, Distinguishing::NietOnderscheidend, "{name}");
        let cited =
            verdict.grounds.iter().filter_map(|ground| DEFINITIONS.book.get(ground)).any(|rule| rule.source.contains("§3.4"));
        assert!(cited, "{name}: {:?}", verdict.grounds);
    }
}

#[test]
fn r10_the_parking_case_in_both_directions() {
    let rows = "Goes;Nota parkeernormen;;aantal en plaats van parkeerplaatsen;;;;;\nGoes;Parkeerbeleid scenario's;;tarieven doorrekenen voor de parkeernota;;;;;\n\
                Goes;Parkeervergunningen;;uitgifte en controle;;;;;\nGoes;Scanauto;;parkeercontrole;;;;;\nGoes;Parkeren;;;;;;;";
    let result = classified("r10", "2026-11", rows);
    for policy in ["Nota parkeernormen", "Parkeerbeleid scenario's"] {
        assert_eq!(distinguishing(&result, policy), Distinguishing::Onderscheidend, "{policy}");
    }
    for execution in ["Parkeervergunningen", "Scanauto"] {
        assert_eq!(distinguishing(&result, execution), Distinguishing::NietOnderscheidend, "{execution}");
    }
    assert_eq!(distinguishing(&result, "Parkeren"), Distinguishing::Onbekend, "the topic alone says nothing");
}

#[test]
fn r11_a_default_holds_from_its_day_on() {
    let rows = "Goes;Pinautomaat Zwart;;;Kascomponent;;;;";
    let value = |month| distinguishing(&classified("r11", month, rows), "Pinautomaat Zwart");
    assert_eq!(value("2025-06"), Distinguishing::Onbekend, "before the resolution was adopted");
    assert_eq!(value("2025-07"), Distinguishing::NietOnderscheidend);
}

#[test]
fn r13_a_model_outcome_is_told_from_a_declaration_and_the_unknown_share_is_there() {
    let rows = "Goes;TOPdesk;TOPdesk;servicedesk;;;;;\nGoes;Zaaksysteem;;;;;De Connectie;;\nArnhem;Belastingen;;;;;De Connectie;;";
    let result = classified("r13", "2026-11", rows);
    let source = |name| system(&result, name).verdicts.level.source;
    assert_eq!(source("TOPdesk"), Some(Source::Presumed));
    assert_eq!(source("Belastingen"), Some(Source::Rule));
    assert_eq!(level(&result, "Zaaksysteem"), Level::Onbekend, "Goes is no member");
    let nation = result.coverage.iter().find(|c| c.unit == Unit::Systems && c.group.is_national()).unwrap();
    let share = nation.share(Measure::CollectiveShare);
    assert_eq!((share.lower, share.known, share.upper), (Some(1.0 / 3.0), Some(1.0 / 2.0), Some(2.0 / 3.0)));
}

#[test]
fn r14_four_rungs_in_the_order_of_preference_and_unknown() {
    let names: Vec<&str> = Level::ALL.iter().map(|level| level.as_str()).collect();
    assert_eq!(names, ["overheidsbreed", "collectief_gemeentelijk", "regionaal", "decentraal", "onbekend"]);
    assert!(Level::ALL.windows(2).all(|pair| pair[0] < pair[1]));
    let rows = "Zwolle;Planviewer;;;;Kadaster;;;\nZwolle;Kennisbank;;;;VNG Realisatie;;;\nZwolle;Werkplek;;;;SSC ONS;;;\nZwolle;TOPdesk;TOPdesk;;;;;;\nZwolle;Module;;;;SSC?;;;";
    let result = classified("r14", "2026-11", rows);
    let found = ["Planviewer", "Kennisbank", "Werkplek", "TOPdesk", "Module"].map(|name| level(&result, name));
    assert_eq!(found, Level::ALL);
}

#[test]
fn r15_who_is_a_member_depends_on_the_day() {
    let rows = "Brunssum;Werkplek;;;;Parkstad-IT;;;\nGoes;Werkplek;;;;Parkstad-IT;;;";
    let of = |month, code: &str| {
        let result = classified("r15", month, rows);
        let told: BTreeSet<String> =
            result.problems.iter().filter(|p| p.code.as_str() == "not-a-member").map(|p| p.found.clone()).collect();
        let one = result.classified.iter().find(|one| &*one.system.municipality == code).unwrap();
        (one.verdicts.level.value, told.len())
    };
    assert_eq!(of("2024-06", "GM0899"), (Level::Regionaal, 1), "Goes never was a member, and that is told");
    assert_eq!(of("2024-06", "GM0664").0, Level::Onbekend);
    assert_eq!(of("2026-11", "GM0899").0, Level::Onbekend, "it ended on 31 December 2024");
}

#[test]
fn r15_a_short_name_names_a_body_for_its_members_only() {
    let rows =
        "Drechterland;Werkplek;;;;;SED;;\nGoes;Werkplek;;;;SED;;;\nDiemen;Financiën;;;;Duo+;;;\nDiemen;Inburgering;;;;DUO;;;";
    let result = classified("r15-short", "2026-11", rows);
    let of = |code: &str, name: &str| {
        let one = result.classified.iter().find(|one| &*one.system.municipality == code && &*one.system.record.name == name);
        one.unwrap().verdicts.level.value
    };
    assert_eq!(of("GM0498", "Werkplek"), Level::Regionaal);
    assert_eq!(of("GM0664", "Werkplek"), Level::Decentraal, "to Goes it is the name of a supplier");
    assert_eq!(of("GM0384", "Financiën"), Level::Regionaal);
    assert_eq!(of("GM0384", "Inburgering"), Level::Decentraal, "the education service is not Duo+");
}

#[test]
fn r16_r17_a_skipped_rung_and_the_gap_list_are_published() {
    let rows = "Goes;Benchmark;Zelf;cijfers over de gemeente;BI-component;;;;\nGoes;TOPdesk;TOPdesk;servicedesk;;;;;\nGoes;Burgerpanel;;inwonerspanel;;;;;";
    let file = inventory("r16", rows);
    let dir = file.path.parent().unwrap().to_path_buf();
    let (input, out) = (file.path.to_string_lossy().into_owned(), dir.join("out").to_string_lossy().into_owned());
    printed(&tachtig(&["run", "--month", "2026-11", "--inventories", &input, "--out", &out]));
    let value = |name: &str, column: &str| {
        let found = tachtig::report::archive::find_systems(&dir.join("out/2026-11"), &format!("Goes/{name}")).unwrap();
        found[0].iter().find(|(named, _)| named == column).map(|(_, value)| value.clone())
    };
    assert_eq!(value("Benchmark", "higher_provision").as_deref(), Some("Waarstaatjegemeente.nl"));
    assert_eq!(value("TOPdesk", "higher_provision"), None);
    assert_eq!(value("TOPdesk", "on_gap_list").as_deref(), Some("true"));
    assert_eq!(value("Burgerpanel", "on_gap_list").as_deref(), Some("false"), "the local choice needs no reason");
    assert_eq!(value("TOPdesk", "level_certainty").as_deref(), Some("probable"), "a presumption");
}

#[test]
fn r19_the_broad_share_never_stands_without_the_strict_one() {
    let rows =
        "Zwolle;Planviewer;;;;Kadaster;;;\nZwolle;Werkplek;;;;SSC ONS;;;\nZwolle;TOPdesk;TOPdesk;;;;;;\nZwolle;AFAS;AFAS;;;;;;";
    let result = classified("r19", "2026-11", rows);
    let nation = result.coverage.iter().find(|c| c.unit == Unit::Systems && Group::is_national(&c.group)).unwrap();
    assert_eq!(nation.share(Measure::CollectiveShare).lower, Some(2.0 / 4.0));
    assert_eq!(nation.share(Measure::NationalShare).lower, Some(1.0 / 4.0));
}

#[test]
fn r43_built_together_is_a_facet_and_only_what_is_in_use_counts() {
    let rows =
        "Goes;Open Formulieren;;formulieren;;gemeente Goes;;;in productie\nGoes;Open Klant;;klantcontact;;gemeente Goes;;;gepland";
    let result = classified("r43", "2026-11", rows);
    let (used, planned) = (system(&result, "Open Formulieren"), system(&result, "Open Klant"));
    assert_eq!(used.verdicts.facets, ["samen_bouwen"]);
    assert_eq!((used.verdicts.level.value, used.counted()), (Level::Decentraal, true), "each runs its own");
    assert_eq!((planned.verdicts.facets.as_slice(), planned.counted()), (["samen_bouwen".to_owned()].as_slice(), false));
}

#[test]
fn r57_each_month_gets_the_definitions_of_then() {
    let rows = "Bergen op Zoom;OLO;;;;;;;\nBergen op Zoom;CORV;;;;;;;";
    let grounds = |month| {
        let result = classified("r57", month, rows);
        ["OLO", "CORV"].map(|name| {
            let role = &system(&result, name).verdicts.role;
            (role.value, role.grounds.iter().map(ToString::to_string).collect::<String>())
        })
    };
    let connection = |id: &str| (Role::NationalConnection, id.to_owned());
    assert_eq!(
        grounds("2022-11"),
        [connection("provision/CP067"), connection("role/justice-messages-corv")],
        "OLO and CORV in their time"
    );
    for month in ["2025-07", "2026-11"] {
        assert_eq!(
            grounds(month),
            [connection("provision/CP066"), connection("role/justice-messages-jubes")],
            "{month}: what took their place"
        );
    }
    let level_in = |month, rows: &str, name| level(&classified("r57-bodies", month, rows), name);
    let regit = "Veendam;Werkplek;;;;RegIT;;;";
    assert_eq!(level_in("2025-07", regit, "Werkplek"), Level::Onbekend, "RegIT began on 1 January 2026");
    assert_eq!(level_in("2026-11", regit, "Werkplek"), Level::Regionaal);
    assert_eq!(level_in("2024-12", "Brunssum;Werkplek;;;;Parkstad-IT;;;", "Werkplek"), Level::Regionaal);
    assert_eq!(level_in("2026-11", "Brunssum;Werkplek;;;;Parkstad-IT;;;", "Werkplek"), Level::Onbekend);
}
