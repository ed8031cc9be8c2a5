//! The requirements on classification (R8 to R19, R43, R57), each shown by a small inventory that goes through the ordinary path.

use std::collections::BTreeSet;

use tachtig::classify::{Classified, Source};
use tachtig::measure::{Group, Measure, Unit};
use tachtig::reference::{LegalForm, Reach};
use tachtig::run::MonthResult;
use tachtig::sources::SourceFile;
use tachtig::terms::{Distinguishing, Level, Month, Role};

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
fn r12_quality_stands_beside_coverage_and_moves_no_share() {
    let dir = folder("r12");
    let header = "Gemeente;Applicatie;Leverancier;Referentiecomponent;Samenwerkingsverband;Functionele kwaliteit;Technische kwaliteit;Waardering;TIME\n";
    let row = "Goes;Zaken;Bouwer;Generiek zaakafhandelcomponent; Kascomponent;;";
    let row = row.replace("component; ", "component, ");
    let shares = |name: &str, notes: &str| {
        let path = dir.join(name);
        std::fs::write(&path, format!("{header}{row}{notes}\nZwolle;Werkplek;;;SSC ONS;;;;\n")).unwrap();
        let source = tachtig::sources::read(&SourceFile { name: "lijst.csv".into(), path });
        let month: Month = "2026-11".parse().unwrap();
        let extract = tachtig::inventory::extract(source, month, &DEFINITIONS.layouts, &DEFINITIONS.reference);
        tachtig::run::month(&[extract], month, &DEFINITIONS).unwrap()
    };
    let (good, bad) = (shares("good.csv", "goed;4,5;8;Invest"), shares("bad.csv", "slecht;1;2;Eliminate"));
    let quality = system(&good, "Zaken").system.record.quality.as_deref().unwrap();
    let noted = [&quality.functional, &quality.technical, &quality.satisfaction, &quality.advice].map(|text| text.as_deref());
    assert_eq!(noted, ["goed", "4,5", "8", "Invest"].map(Some), "kept as typed");
    assert!(system(&good, "Werkplek").system.record.quality.is_none());
    let all = |result: &MonthResult| format!("{:?}", result.coverage);
    assert_eq!(all(&good), all(&bad), "coverage is the same, whatever the quality");
    let out = dir.join("out").to_string_lossy().into_owned();
    printed(&tachtig(&["run", "--month", "2026-11", "--inventories", &dir.join("good.csv").to_string_lossy(), "--out", &out]));
    let report = tachtig::report::archive::Report::open(&dir.join("out/2026-11")).unwrap();
    let zaken = report.find("Goes/Zaken")[0];
    assert_eq!((zaken.text("technical_quality"), zaken.text("portfolio_advice")), (Some("4,5"), Some("Invest")));
    let component = |name: &str| DEFINITIONS.reference.components.iter().find(|one| one.name == name).unwrap();
    let (cases, till) = (component("Generiek zaakafhandelcomponent"), component("Kascomponent"));
    let highest: String = cases.biv.chars().zip(till.biv.chars()).map(|(a, b)| a.max(b)).collect();
    assert_eq!(zaken.text("biv"), Some(highest.as_str()), "the most critical of its components counts");
    assert_eq!(zaken.texts("bbn").len(), 2);
    assert_eq!(report.find("Zwolle/Werkplek")[0].text("biv"), None, "no component, no criticality");
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
    let rows = "Goes;Benchmark;Zelf;cijfers over de gemeente;BI-component;;;;\nGoes;Dashboard;Zelf;stuurinformatie;BI-component;;;;\n\
                Goes;Datasets;Zelf;open data;Open-data-portaalcomponent;;;;\nGoes;TOPdesk;TOPdesk;servicedesk;;;;;\nGoes;Burgerpanel;;inwonerspanel;;;;;";
    let file = inventory("r16", rows);
    let dir = file.path.parent().unwrap().to_path_buf();
    let (input, out) = (file.path.to_string_lossy().into_owned(), dir.join("out").to_string_lossy().into_owned());
    printed(&tachtig(&["run", "--month", "2026-11", "--inventories", &input, "--out", &out]));
    let report = tachtig::report::archive::Report::open(&dir.join("out/2026-11")).unwrap();
    let value = |name: &str, column: &str| report.find(&format!("Goes/{name}"))[0].text(column).map(str::to_owned);
    let flag = |name: &str, column: &str| report.find(&format!("Goes/{name}"))[0].flag(column);
    assert_eq!(value("Benchmark", "higher_provision").as_deref(), Some("Waarstaatjegemeente.nl"));
    assert_eq!(value("Benchmark", "higher_provision_certainty").as_deref(), Some("probable"));
    assert_eq!(
        value("Dashboard", "higher_provision"),
        None,
        "the site compares municipalities, and reports on no data of one's own"
    );
    assert_eq!(value("Datasets", "higher_provision").as_deref(), Some("data.overheid.nl"));
    assert_eq!(value("TOPdesk", "higher_provision"), None);
    assert!(flag("TOPdesk", "on_gap_list"));
    assert!(!flag("Burgerpanel", "on_gap_list"), "the local choice needs no reason");
    assert_eq!(value("TOPdesk", "level_certainty").as_deref(), Some("probable"), "a presumption");
}

#[test]
fn r18_the_form_of_organisation_stands_beside_the_rung() {
    let rows = "Enschede;Grensregister;;;;EUREGIO;;;\nZwolle;Werkplek;;;;SSC ONS;;;\nZwolle;Planviewer;;;;Kadaster;;;\n\
                Zwolle;eIDAS-koppelpunt;;;;;;;\nZwolle;TOPdesk;TOPdesk;;;;;;\nDeventer;Zaken;;;;Dimpact;;;\n\
                Breda;Belastingen;;;;gemeente Oosterhout;;;";
    let result = classified("r18", "2026-11", rows);
    let of = |name: &str| {
        let verdicts = &system(&result, name).verdicts;
        let form = verdicts.form.unwrap_or_default();
        (verdicts.level.value, form.reach.map(Reach::as_str), form.legal.map(LegalForm::as_str))
    };
    assert_eq!(
        of("Grensregister"),
        (Level::Regionaal, Some("europees"), Some("openbaar_lichaam")),
        "some municipalities, across a border"
    );
    assert_eq!(of("eIDAS-koppelpunt"), (Level::Overheidsbreed, Some("europees"), None), "the same form on another rung");
    assert_eq!(of("Werkplek").0, Level::Regionaal);
    assert_eq!(of("Werkplek").1, Some("regionaal"));
    assert_eq!(
        of("Zaken"),
        (Level::Regionaal, Some("landelijk"), Some("cooperatie")),
        "members all over the country, and not all of them"
    );
    assert_eq!(of("Planviewer"), (Level::Overheidsbreed, Some("landelijk"), None));
    assert_eq!(of("Belastingen"), (Level::Regionaal, Some("regionaal"), Some("centrumgemeente")));
    assert_eq!(of("TOPdesk"), (Level::Decentraal, None, None), "on one's own is no form of organising together");
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
    assert_eq!(grounds("2022-12"), grounds("2022-11"));
    assert_eq!(
        grounds("2023-02"),
        [connection("provision/CP067"), connection("role/justice-messages-jubes")],
        "JUBES took over on 19 January 2023, OLO was still there"
    );
    assert_eq!(grounds("2023-12")[0], connection("provision/CP067"), "the last month of OLO");
    for month in ["2024-01", "2025-07", "2026-11"] {
        assert_eq!(
            grounds(month),
            [connection("provision/CP066"), connection("role/justice-messages-jubes")],
            "{month}: what took their place"
        );
    }
    let default_in = |month| {
        distinguishing(&classified("r57-defaults", month, "Goes;Pinautomaat Zwart;;;Kascomponent;;;;"), "Pinautomaat Zwart")
    };
    assert_eq!(["2025-06", "2025-07", "2026-11"].map(default_in), {
        use Distinguishing::{NietOnderscheidend as N, Onbekend};
        [Onbekend, N, N]
    });
    let level_in = |month, rows: &str, name| level(&classified("r57-bodies", month, rows), name);
    let regit = "Veendam;Werkplek;;;;RegIT;;;";
    assert_eq!(level_in("2025-07", regit, "Werkplek"), Level::Onbekend, "RegIT began on 1 January 2026");
    assert_eq!(level_in("2026-11", regit, "Werkplek"), Level::Regionaal);
    assert_eq!(level_in("2024-12", "Brunssum;Werkplek;;;;Parkstad-IT;;;", "Werkplek"), Level::Regionaal);
    assert_eq!(level_in("2026-11", "Brunssum;Werkplek;;;;Parkstad-IT;;;", "Werkplek"), Level::Onbekend);
}
