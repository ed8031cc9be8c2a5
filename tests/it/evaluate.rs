//! `evaluate` compares verdicts with labels: every count of a small set, by hand.

use tachtig::evaluate::evaluate;
use tachtig::sources::SourceFile;
use tachtig::terms::Month;

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
fn a_table_without_labels_is_refused() {
    let path = folder("evaluate-refused").join("labels.csv");
    std::fs::write(&path, "Applicatie;Leverancier\nTOPdesk;TOPdesk\n").unwrap();
    let refused = evaluate(&SourceFile { name: "labels.csv".into(), path }, Month::EXAMPLE, &DEFINITIONS).unwrap_err();
    assert!(format!("{refused:#}").contains("no labelled set"), "{refused:#}");
}
