//! `evaluate` compares verdicts with labels: every count of a small set, by hand.

use tachtig::evaluate::evaluate;
use tachtig::sources::SourceFile;
use tachtig::terms::Month;

use crate::command::{printed, tachtig};
use crate::scratch::{DEFINITIONS, folder};

const SET: &str = "\
municipality,name,vendor,description,component,domain,steered_by,run_by,partnership,contract_party,hosting,distinguishing,level,because
Zwolle,TOPdesk,TOPdesk,,,,,,,,saas,niet_onderscheidend,decentraal,a market product and no partner
Zwolle,TOPdesk,TOPdesk,,,,,SSC ONS,,,,niet_onderscheidend,regionaal,the same product run by its partnership
Zwolle,Werkplek,,,,,Ministerie van BZK,Logius,,,,niet_onderscheidend,overheidsbreed,steered and run by national bodies
Zwolle,Onbekend pakket,,,,,,?,,,,onbekend,onbekend,who runs it is not known
Zwolle,AFAS Profit,AFAS,,,,,,,,,niet_onderscheidend,regionaal,labelled wrongly on purpose
Nergenshuizen,TOPdesk,TOPdesk,,,,,,,,,niet_onderscheidend,decentraal,no municipality
";

#[test]
fn every_row_is_compared_with_its_label() {
    let path = folder("evaluate").join("labels.csv");
    std::fs::write(&path, SET).unwrap();
    let evaluation = evaluate(&SourceFile { name: "labels.csv".into(), path }, Month::EXAMPLE, &DEFINITIONS).unwrap();
    assert_eq!((evaluation.rows, evaluation.not_read), (6, 1));
    assert_eq!(evaluation.level.of("decentraal", "decentraal"), 1);
    assert_eq!(evaluation.level.of("regionaal", "regionaal"), 1);
    assert_eq!(evaluation.level.of("overheidsbreed", "overheidsbreed"), 1);
    assert_eq!(evaluation.level.of("onbekend", "onbekend"), 1);
    let answered = evaluation.level.answered();
    assert_eq!((answered.given, answered.right), (4, 3));
    assert_eq!(evaluation.level.unknown_share(), Some(0.2));
    let misses: Vec<(u32, &str, &str)> =
        evaluation.misses.iter().filter(|miss| miss.axis == "level").map(|miss| (miss.row, miss.label, miss.verdict)).collect();
    assert_eq!(misses, [(6, "regionaal", "decentraal")]);
}

#[test]
fn programs_get_all_that_people_read() {
    let path = folder("evaluate-json").join("labels.csv");
    std::fs::write(&path, SET).unwrap();
    let path = path.to_string_lossy().into_owned();
    let json = printed(&tachtig(&["evaluate", &path, "--format", "json"]));
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&report["rows"], &report["not_read"]), (&6.into(), &1.into()));
    let level = &report["level"];
    assert_eq!((&level["rows"], &level["precision"], &level["unknown_share"]), (&5.into(), &0.75.into(), &0.2.into()));
    let regional = &level["classes"]["regionaal"];
    assert_eq!((&regional["labelled"], &regional["given"], &regional["right"]), (&2.into(), &1.into(), &1.into()));
    assert_eq!((&regional["precision"], &regional["recall"], &regional["unknown_share"]), (&1.0.into(), &0.5.into(), &0.0.into()));
    assert_eq!((&regional["became"]["regionaal"], &regional["became"]["decentraal"]), (&1.into(), &1.into()));
    assert_eq!(level["classes"]["onbekend"]["unknown_share"], 1.0);
    assert!(level["classes"]["geen_systeem"]["recall"].is_null(), "a share of nothing is absent");
    assert_eq!(report["distinguishing"]["classes"]["niet_onderscheidend"]["labelled"], 4);
    let misses = report["misses"].as_array().unwrap();
    let wrong = misses.iter().find(|miss| miss["axis"] == "level").unwrap();
    assert_eq!((&wrong["row"], &wrong["name"], &wrong["label"]), (&6.into(), &"AFAS Profit".into(), &"regionaal".into()));
    assert_eq!((&wrong["verdict"], &wrong["grounds"]), (&"decentraal".into(), &"presumed".into()));
    let text = printed(&tachtig(&["evaluate", &path, "--lang", "en"]));
    for part in [
        "75.0% right of verdicts given, 20.0% unknown (5 rows compared)",
        "precision    recall   unknown",
        "is regionaal, became decentraal (presumed)",
    ] {
        assert!(text.contains(part), "'{part}' is not in\n{text}");
    }
}

#[test]
fn a_table_without_labels_is_refused() {
    let path = folder("evaluate-refused").join("labels.csv");
    std::fs::write(&path, "Applicatie;Leverancier\nTOPdesk;TOPdesk\n").unwrap();
    let refused = evaluate(&SourceFile { name: "labels.csv".into(), path }, Month::EXAMPLE, &DEFINITIONS).unwrap_err();
    assert!(format!("{refused:#}").contains("no labelled set"), "{refused:#}");
}
