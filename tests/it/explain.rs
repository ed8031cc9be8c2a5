//! `explain`: the story of a system and of a rule, each held against what judging and the report themselves say.

use std::path::{Path, PathBuf};

use tachtig::classify::{Bench, Source};
use tachtig::report::Settings;
use tachtig::report::archive::{ArchivedSystem, Report};
use tachtig::run::{Plan, run};
use tachtig::terms::{Certainty, Level};

use crate::command::{printed, tachtig};
use crate::scratch::{DEFINITIONS, folder, project};

const LIST: &str = "\
Gemeente;Applicatie;Leverancier;Omschrijving;Referentiecomponent;Beheerder;Samenwerkingsverband;Status;Kosten per jaar
Zwolle;Werkplek;;;;SSC ONS;;in productie;
Zwolle;TOPdesk;TOPdesk;servicedesk;;;;draait;12,5K
Zwolle;TOPdesk 11.2;topdesk bv;servicedesk;;;;in productie;
Goes;TOPdesk;TOPdesk;servicedesk;;;;in productie;
Goes;Module;;;;SSC?;;gepland;
Goes;Systeem X;;;;J. de Vries;;in productie;
";

/// A list of Goes and Zwolle with its report: the folder of both.
fn reported(test: &str) -> PathBuf {
    let dir = folder(test);
    std::fs::create_dir_all(dir.join("in/2026-11")).unwrap();
    std::fs::write(dir.join("in/2026-11/lijst.csv"), LIST).unwrap();
    let plan = Plan::new(None, &dir.join("in"), dir.join("out"), Settings::default()).unwrap();
    run(&plan, &DEFINITIONS, &|| {}).unwrap();
    dir
}

fn explained(dir: &Path, arguments: &[&str]) -> String {
    let (out, inventories) = (dir.join("out"), dir.join("in"));
    let places = ["--out", &out.to_string_lossy(), "--inventories", &inventories.to_string_lossy()].map(str::to_owned);
    let all: Vec<&str> =
        ["explain"].into_iter().chain(arguments.iter().copied()).chain(places.iter().map(String::as_str)).collect();
    printed(&tachtig(&all))
}

fn json(dir: &Path, what: &str) -> serde_json::Value {
    serde_json::from_str(&explained(dir, &[what, "--format", "json"])).unwrap()
}

#[test]
fn a_system_is_told_from_the_typed_cells_to_what_would_change_it() {
    let dir = reported("explain-story");
    let text = explained(&dir, &["Zwolle/TOPdesk"]);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "'[lijst.csv]lijst'!B3",
        "'[lijst.csv]lijst'!B4",
        "12,5K → € 12500.00",
        "topdesk bv → TOPdesk",
        "draait → niet gebruikt",
        "status 'draait' is niet bekend",
        "2 rijen, samen één systeem",
        "Onderscheidend: niet onderscheidend – uit regels",
        "Niveau: decentraal, waarschijnlijk – aangenomen",
        "Telt mee: ja",
        "Op de lijst van wat decentraal is",
        "een samenwerkingsverband",
        "→ niveau: regionaal",
        "of regionaal in kolom Organisatieniveau → die opgave gaat voor",
    ] {
        assert!(text.contains(part), "'{part}' is not in\n{text}");
    }
    let english = explained(&dir, &["GM0193/topdesk~topdesk", "--lang", "en"]);
    assert!(english.contains("As typed") && english.contains("Level: decentraal, probable – presumed"), "{english}");
}

#[test]
fn what_would_change_it_does_change_it() {
    let dir = reported("explain-changes");
    let told = json(&dir, "Goes/TOPdesk");
    let changes = told["changes"].as_array().unwrap();
    let partner = changes.iter().find(|change| change["change"] == "partnership").expect("a partner would change it");
    let name = partner["example"].as_str().unwrap();
    assert_eq!(partner["moves"], serde_json::json!([{"what": "level", "from": "decentraal", "to": "regionaal"}]));
    let with_partner = LIST.replace("Goes;TOPdesk;TOPdesk;servicedesk;;;;", &format!("Goes;TOPdesk;TOPdesk;servicedesk;;;{name};"));
    assert_ne!(with_partner, LIST);
    std::fs::write(dir.join("in/2026-11/lijst.csv"), with_partner).unwrap();
    let plan = Plan::new(None, &dir.join("in"), dir.join("after"), Settings::default()).unwrap();
    run(&plan, &DEFINITIONS, &|| {}).unwrap();
    let after = Report::open(&dir.join("after/2026-11")).unwrap();
    assert_eq!(after.find("Goes/TOPdesk")[0].text("level"), Some("regionaal"));
    let module = json(&dir, "Goes/Module");
    let status = module["changes"].as_array().unwrap().iter().find(|change| change["change"] == "in_production").unwrap();
    assert_eq!(status["moves"][0], serde_json::json!({"what": "counted", "from": "not_in_use", "to": "counted"}));
}

#[test]
fn a_doubt_is_told_with_the_text_that_raised_it_and_no_person_is_named() {
    let dir = reported("explain-doubt");
    let module = explained(&dir, &["Goes/Module"]);
    assert!(module.contains("level/partner-in-doubt") && module.contains("\"SSC?\" heeft een vraagteken"), "{module}");
    assert!(module.contains("Telt mee: nee: het is niet in gebruik (status gepland)"), "{module}");
    let person = explained(&dir, &["Goes/Systeem X"]);
    assert!(!person.contains("Vries") && person.contains("niet getoond"), "{person}");
}

#[test]
fn without_the_file_or_with_another_the_report_alone_speaks() {
    let dir = reported("explain-file");
    std::fs::write(dir.join("in/2026-11/lijst.csv"), LIST.replace("servicedesk", "kwijtgeraakt")).unwrap();
    let changed = explained(&dir, &["Goes/TOPdesk"]);
    assert!(changed.contains("is sinds het rapport veranderd") && !changed.contains("kwijtgeraakt"), "{changed}");
    std::fs::remove_file(dir.join("in/2026-11/lijst.csv")).unwrap();
    let missing = explained(&dir, &["Goes/TOPdesk"]);
    assert!(missing.contains("is hier niet") && missing.contains("Niveau: decentraal"), "{missing}");
}

#[test]
fn several_systems_are_listed_and_none_is_refused() {
    let dir = reported("explain-several");
    let text = explained(&dir, &["topdesk~topdesk"]);
    assert!(text.starts_with("2 systemen") && text.contains("GM0193/topdesk~topdesk   Zwolle"), "{text}");
    assert!(explained(&dir, &["topdesk"]).starts_with("2 systemen"), "a name that several municipalities have");
    assert!(explained(&dir, &["werkplek"]).starts_with("Zwolle/Werkplek"), "a name that one municipality has");
    assert_eq!(explained(&dir, &["Goes/Bestaat niet"]), "");
}

#[test]
fn a_rule_tells_what_it_decides_and_what_it_nearly_fires_on() {
    let dir = reported("explain-rule");
    let report = Report::open(&dir.join("out/2026-11")).unwrap();
    let decided = |rule: &str| {
        let named = |system: &ArchivedSystem<'_>, axis: &str| {
            system.text(&format!("{axis}_source")) == Some("rule")
                && system.text(&format!("{axis}_rule")).is_some_and(|ids| ids.split(" | ").any(|id| id == rule))
        };
        report.systems().filter(|system| ["role", "distinguishing", "level"].iter().any(|axis| named(system, axis))).count()
    };
    let mut deciding = 0;
    for rule in &DEFINITIONS.book.rules {
        let seen = tachtig::explain::rule_story(rule, Some(&report), &DEFINITIONS).seen.unwrap();
        let facets = usize::from(!rule.gives.facets.is_empty()) * seen.decides.systems;
        assert_eq!(seen.decides.systems, decided(&rule.id).max(facets), "{}", rule.id);
        deciding += usize::from(seen.decides.systems > 0);
    }
    assert!(deciding >= 3, "several rules decide something here");
    let text = explained(&dir, &["level/operator-partnership"]);
    for part in ["Grond:", "beslist over: 1 systemen in 1 gemeenten", "Zwolle/Werkplek", "laat met rust"] {
        assert!(text.contains(part), "'{part}' is not in\n{text}");
    }
}

/// The table holds all that verdicts are made from: judged again from it alone, every system of the sample comes out the same.
#[test]
fn every_system_of_the_sample_is_judged_again_from_the_table_alone() {
    let dir = folder("explain-sample");
    let plan = Plan::new(Some("2026-11".parse().unwrap()), &project().join("data/inventories"), dir, Settings::default()).unwrap();
    let outcome = run(&plan, &DEFINITIONS, &|| {}).unwrap();
    let report = Report::open(&outcome.folder).unwrap();
    let mut bench = Bench::new(&DEFINITIONS.book, &DEFINITIONS.reference, report.month);
    let (mut systems, mut by_rule) = (0, 0);
    for archived in report.systems() {
        let verdicts = bench.verdicts(&archived.system());
        let source = |source: Option<Source>| source.map(Source::as_str);
        let text = |column: &str| archived.text(column);
        let name = format!("{:?}/{:?}", text("municipality"), text("name"));
        assert_eq!(text("role"), Some(verdicts.role.value.as_str()), "{name}");
        assert_eq!(text("role_rule"), verdicts.role.grounds().as_deref(), "{name}");
        assert_eq!(text("distinguishing"), Some(verdicts.distinguishing.value.as_str()), "{name}");
        assert_eq!(text("distinguishing_source"), source(verdicts.distinguishing.source), "{name}");
        assert_eq!(text("distinguishing_rule"), verdicts.distinguishing.grounds().as_deref(), "{name}");
        assert_eq!(text("distinguishing_evidence"), verdicts.distinguishing.evidence.as_deref(), "{name}");
        assert_eq!(text("level"), Some(verdicts.level.value.as_str()), "{name}");
        assert_eq!(text("level_source"), source(verdicts.level.source), "{name}");
        assert_eq!(text("level_rule"), verdicts.level.grounds().as_deref(), "{name}");
        assert_eq!(text("level_evidence"), verdicts.level.evidence.as_deref(), "{name}");
        assert_eq!(text("level_certainty"), verdicts.level_certainty.map(Certainty::as_str), "{name}");
        assert_eq!(text("steered_level"), verdicts.steered_by.as_ref().map(|party| party.level.as_str()), "{name}");
        assert_eq!(archived.texts("facets"), verdicts.facets, "{name}");
        assert_eq!(archived.flag("in_use"), archived.system().in_use(), "{name}");
        systems += 1;
        by_rule += usize::from(verdicts.level.source == Some(Source::Rule) && verdicts.level.value != Level::Onbekend);
    }
    assert!(systems > 900 && by_rule > 100, "{systems} systems, {by_rule} by rule");
    the_pages_quote_what_is_told(outcome.folder.parent().unwrap());
}

/// The blocks of the pages that quote the story of one system, piece by piece.
fn the_pages_quote_what_is_told(reports: &Path) {
    let out = reports.to_string_lossy();
    for (page, lang) in [("README.md", "en"), ("docs/explain.md", "nl")] {
        let told = printed(&tachtig(&["explain", "Baarle-Nassau/Key2Burgerzaken", "--lang", lang, "--out", &out]));
        let text = std::fs::read_to_string(project().join(page)).unwrap();
        let block =
            text.split("```").find(|block| block.contains("Key2Burgerzaken (Centric); 2 ")).expect("the page quotes the story");
        let pieces: Vec<&str> = block.trim().split("\n\n").collect();
        assert!(pieces.len() >= 3, "{page}");
        for piece in pieces {
            assert!(told.contains(piece), "{page} quotes\n{piece}\nwhich is not in\n{told}");
        }
    }
}
