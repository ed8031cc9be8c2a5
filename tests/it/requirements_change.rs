//! The requirements on change over time: no verdict on pace (R37), stable figures with a policy for revisions (R41), municipalities that
//! merge (R56).

use std::collections::BTreeSet;

use tachtig::measure::Measure;
use tachtig::report::archive::{Row, rows, value};

use crate::change::{Workplace, national_sets};
use crate::command::{printed, tachtig};
use crate::reports::{bytes, differing};
use crate::scratch::project;

const LIST: &str = "Applicatie;Leverancier;Samenwerkingsverband;Status\n";

fn list(rows: &[&str]) -> String {
    format!("{LIST}{}\n", rows.join("\n"))
}

#[test]
fn r37_a_change_is_told_without_ranking_or_verdict_on_pace() {
    let (before, now) = (list(&["Corsa;BCT;;", "TOPdesk;TOPdesk;;"]), list(&["Corsa;BCT;;", "TOPdesk;TOPdesk;ABG-organisatie;"]));
    let files = [
        ("2026-10/Baarle-Nassau.csv", &*before),
        ("2026-10/Goes.csv", &*before),
        ("2026-11/Baarle-Nassau.csv", &*now),
        ("2026-11/Goes.csv", &*before),
    ];
    let place = Workplace::new("r37", &files);
    place.run("2026-11", false);
    let of_municipalities = |row: &Row| value(row, "dimension") == Some("gemeente");
    let changes = rows(&place.report("2026-11"), "change", &["dimension", "group_code"]).unwrap();
    let codes: Vec<&str> = changes.iter().filter(|row| of_municipalities(row)).filter_map(|row| value(row, "group_code")).collect();
    assert!(codes.contains(&"GM0744") && codes.contains(&"GM0664"), "{codes:?}");
    assert!(codes.is_sorted(), "in order of code, not of change");
    for file in ["samenvatting.md", "index.html"] {
        let text = std::fs::read_to_string(place.report("2026-11").join(file)).unwrap();
        let about = text.split("Verandering").nth(1).unwrap_or_else(|| panic!("{file} says nothing of the change"));
        let about = about.split("Streefbeeld").next().unwrap().to_lowercase();
        assert!(about.contains("procentpunt"), "{about}");
        for verdict in ["achter", "voorop", "beste", "slechtste", "helaas", "goed", "rood", "groen", "red", "green", "color"] {
            assert!(!about.split(|c: char| !c.is_alphabetic()).any(|word| word == verdict), "{verdict}: {about}");
        }
        for name in ["Goes", "Baarle-Nassau"] {
            assert!(!about.contains(&name.to_lowercase()), "no municipality by name: {about}");
        }
    }
}

#[test]
fn r41_a_revision_holds_old_and_new_and_why_and_both_vintages_stay_readable() {
    let october = list(&["Key2Burgerzaken;Centric;ABG-organisatie;", "TOPdesk;TOPdesk;;"]);
    let place = Workplace::new("r41", &[("2026-10/Baarle-Nassau.csv", &october)]).with_definitions();
    let report = place.report("2026-10");
    place.run("2026-10", true);
    let first = bytes(&report);
    assert!(!first.contains_key("data/revisions.parquet"), "nothing was revised");

    place.change_rules();
    let told = place.run("2026-10", true);
    assert!(told.contains("cijfers herzien") && told.contains("anders zijn: rules"), "{told}");
    let [name] = <[String; 1]>::try_from(place.vintages("2026-10")).unwrap();
    let older = report.join("vintages").join(&name);
    assert_eq!(differing(&first, &bytes(&older)), Vec::<String>::new(), "the older vintage is as it was");

    let revisions = rows(&report, "revisions", &[]).unwrap();
    let of = |report: &std::path::Path, figure: &str| {
        let all = rows(report, "coverage", &[]).unwrap();
        let nation = all.into_iter().find(|row| {
            let is = |column: &str, wanted: &str| value(row, column) == Some(wanted);
            is("dimension", "land") && is("unit", "systems") && is("weight", "count") && value(row, "size_scheme").is_none()
        });
        value(&nation.unwrap(), figure).map(str::to_owned)
    };
    let national: Vec<_> = revisions
        .iter()
        .filter(|row| value(row, "dimension") == Some("land") && value(row, "size_scheme").is_none())
        .filter(|row| value(row, "unit") == Some("systems") && value(row, "weight") == Some("count"))
        .collect();
    assert!(national.iter().any(|row| value(row, "figure") == Some("collective_share_lower")));
    for row in national {
        let figure = value(row, "figure").unwrap();
        let number = |text: Option<String>| text.map(|text| text.parse::<f64>().unwrap());
        let published = |column: &str| number(value(row, column).map(str::to_owned));
        assert_eq!(published("value_before"), number(of(&older, figure)), "{figure}");
        assert_eq!(published("value_now"), number(of(&report, figure)), "{figure}");
        assert_ne!(published("value_before"), published("value_now"));
        assert_eq!(value(row, "because"), Some("[rules]"));
        let files = value(row, "definition_files").unwrap();
        assert_eq!(files, "[rules/level/partnership-field-runs.toml, rules/level/partnership-field.toml]");
        assert_eq!(value(row, "vintage_before"), Some(name.as_str()));
    }

    let second = bytes(&report);
    place.run("2026-10", true);
    assert_eq!(differing(&second, &bytes(&report)), Vec::<String>::new(), "a run without any change revises nothing");

    let json = printed(&tachtig(&["diff", &older.to_string_lossy(), &report.to_string_lossy(), "--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let sets: BTreeSet<&str> = json["groups"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|group| group["terms"].as_array().unwrap())
        .map(|term| term["set"].as_str().unwrap())
        .collect();
    assert_eq!(sets, BTreeSet::from(["definitions_changed", "unchanged"]), "same inventories: only definitions can have done it");
}

#[test]
fn r41_vintages_lie_beside_each_other_and_a_late_inventory_makes_one_too() {
    let october = list(&["Key2Burgerzaken;Centric;ABG-organisatie;", "TOPdesk;TOPdesk;;"]);
    let place = Workplace::new("r41-beside", &[("2026-10/Baarle-Nassau.csv", &october)]).with_definitions();
    place.run("2026-10", false);
    place.change_rules();
    place.run("2026-10", true);
    std::fs::write(place.at("inventories/2026-10/Goes.csv"), list(&["TOPdesk;TOPdesk;;"])).unwrap();
    let told = place.run("2026-10", true);
    assert!(told.contains("anders zijn: inventories"), "{told}");
    let vintages = place.vintages("2026-10");
    assert_eq!(vintages.len(), 2, "{vintages:?}");
    for name in &vintages {
        let folder = place.report("2026-10").join("vintages").join(name);
        assert!(folder.join("manifest.json").exists() && folder.join("data/coverage.parquet").exists(), "{name}");
        assert!(!folder.join("vintages").exists(), "{name} holds no vintages itself");
    }
    let restated = tachtig(&[
        "restate",
        "--from",
        "2026-10",
        "--to",
        "2026-10",
        "--inventories",
        &place.at("inventories"),
        "--out",
        &place.at("reports"),
        "--lang",
        "en",
    ]);
    assert!(printed(&restated).contains("what differs: rules"), "{}", printed(&restated));
    assert_eq!(place.vintages("2026-10").len(), 3, "with the first definitions again, but other inventories");
    assert_eq!(std::fs::read_dir(place.at("reports")).unwrap().count(), 1, "nothing half finished");
}

#[test]
fn r41_the_definitions_of_the_indicators_are_published_under_the_names_of_the_columns() {
    let [method, policy] =
        ["docs/method.md", "docs/revisions.md"].map(|page| std::fs::read_to_string(project().join(page)).unwrap());
    for measure in Measure::ALL {
        assert!(method.contains(&format!("`{}`", measure.as_str())), "{} has no definition", measure.as_str());
    }
    for promise in ["revisions.parquet", "vintages/", "tachtig restate", "release calendar"] {
        assert!(policy.contains(promise), "the policy says nothing about {promise}");
    }
}

#[test]
fn r56_a_merger_is_followed_so_that_its_systems_neither_stop_nor_start() {
    let shared = "Zaaksysteem Blauw;Firma Blauw;;";
    let own = |name: &str| list(&[shared, &format!("{name};{name} B.V.;;")]);
    let (brielle, hellevoetsluis, westvoorne) = (own("Ankerplan"), own("Boeiplan"), own("Duinplan"));
    let after = list(&[
        shared,
        "Ankerplan;Ankerplan B.V.;;",
        "Boeiplan;Boeiplan B.V.;;",
        "Duinplan;Duinplan B.V.;;",
        "Kustplan;Kustplan B.V.;;",
    ]);
    let files = [
        ("2022-12/Brielle.csv", &*brielle),
        ("2022-12/Hellevoetsluis.csv", &*hellevoetsluis),
        ("2022-12/Westvoorne.csv", &*westvoorne),
        ("2023-01/Voorne aan Zee.csv", &*after),
    ];
    let place = Workplace::new("r56", &files);
    place.run("2023-01", false);
    let report = place.report("2023-01");
    let (_, sets) = national_sets(&report, "collective_share");
    let found: Vec<(&str, u64)> = sets.iter().map(|(set, systems)| (set.as_str(), *systems)).collect();
    assert_eq!(found, [("added", 1), ("joined_by_merger", 2), ("unchanged", 4)]);
    let groups = rows(&report, "change", &["dimension", "group_code", "group_name", "set", "systems"]).unwrap();
    let municipalities: BTreeSet<&str> = groups
        .iter()
        .filter(|row| value(row, "dimension") == Some("gemeente"))
        .filter_map(|row| value(row, "group_name"))
        .collect();
    assert_eq!(municipalities, BTreeSet::from(["Voorne aan Zee"]), "the earlier month in today's division");

    // The same when the successor sent nothing yet and its predecessors' lists are carried forward.
    let place = Workplace::new("r56-carried", &files[..3]);
    place.run("2023-01", false);
    let (_, sets) = national_sets(&place.report("2023-01"), "collective_share");
    let found: Vec<(&str, u64)> = sets.iter().map(|(set, systems)| (set.as_str(), *systems)).collect();
    assert_eq!(found, [("joined_by_merger", 2), ("unchanged", 4)]);
}
