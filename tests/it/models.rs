//! Models that are made to exhaust whoever reads them: each ends soon, and nothing counts twice.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use tachtig::run::{MonthResult, month};
use tachtig::sources::{SourceFile, read};
use tachtig::terms::Month;

use crate::scratch::{DEFINITIONS, folder};

/// The limit for one file, however it was made; the tests run without optimisation and beside others.
const SOON: Duration = Duration::from_secs(30);

fn element(text: &mut String, identifier: &str, name: &str, kind: &str) {
    let _ = writeln!(
        text,
        "<element identifier=\"{identifier}\" xsi:type=\"ApplicationComponent\"><name>{name}</name><properties>\
         <property propertyDefinitionRef=\"p\"><value>{kind}</value></property></properties></element>"
    );
}

fn relation(text: &mut String, source: &str, name: &str, target: &str) {
    let _ = writeln!(
        text,
        "<relationship source=\"{source}\" target=\"{target}\" xsi:type=\"Serving\"><name>{name}</name></relationship>"
    );
}

fn model(elements: &str, relations: &str) -> String {
    format!(
        "<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\" xmlns:xsi=\"x\"><name>Synthetisch</name><elements>{elements}\
         </elements><relationships>{relations}</relationships><propertyDefinitions><propertyDefinition identifier=\"p\">\
         <name>GEMMA type</name></propertyDefinition></propertyDefinitions></model>"
    )
}

/// What a model gives for Goes, within the time.
fn read_soon(name: &str, text: &str) -> MonthResult {
    let path = folder("models").join(format!("{name}.xml"));
    std::fs::write(&path, text).unwrap();
    let began = Instant::now();
    let asked = Month::EXAMPLE;
    let source = read(&SourceFile { name: format!("Goes {name}.xml").into(), path });
    let files = [tachtig::inventory::extract(source, asked, &DEFINITIONS.layouts, &DEFINITIONS.reference)];
    let result = month(&files, asked, &DEFINITIONS).unwrap();
    assert!(began.elapsed() < SOON, "{name} took {:?}", began.elapsed());
    result
}

#[test]
fn models_made_to_be_slow_end_soon_and_count_nothing_twice() {
    let (mut elements, mut relations) = (String::new(), String::new());
    element(&mut elements, "goes", "Goes", "Gemeente");
    element(&mut elements, "long", &"x".repeat(10_000_000), "Pakket");
    element(&mut elements, &"y".repeat(10_000_000), "Synthetisch met lange identificatie", "Pakket");
    for _ in 0..20_000 {
        element(&mut elements, "same", "Synthetisch Loket", "Pakket");
        relation(&mut relations, "same", "gebruikt door", "goes");
    }
    let result = read_soon("twice", &model(&elements, &relations));
    assert_eq!(result.classified.len(), 1, "one element and one user, however often they are said");

    let (mut elements, mut relations) = (String::new(), String::new());
    element(&mut elements, "goes", "Goes", "Gemeente");
    element(&mut elements, "loket", "Synthetisch Loket", "Pakket");
    relation(&mut relations, "loket", "gebruikt door", "goes");
    for number in 0..20_000 {
        element(&mut elements, &format!("v{number}"), "Synthetisch Loket 3 (Kapelle)", "Pakketversie");
        relation(&mut relations, "loket", "heeft versie", &format!("v{number}"));
        relation(&mut relations, &format!("v{number}"), "heeft versie", "loket");
        relation(&mut relations, &format!("v{number}"), "wordt gebruikt voor", &format!("v{}", number / 2));
    }
    let result = read_soon("circles", &model(&elements, &relations));
    assert_eq!(result.classified.len(), 1, "versions of one package at one municipality are one system");

    let (mut elements, mut relations) = (String::new(), String::new());
    for number in 0..3_000 {
        element(&mut elements, &format!("s{number}"), &format!("Synthetisch verband {number}"), "Samenwerkingsverband");
        element(&mut elements, &format!("c{number}"), &"component ".repeat(20), "Referentiecomponent");
        relation(&mut relations, "loket", "gebruikt door", &format!("s{number}"));
        relation(&mut relations, "loket", "wordt gebruikt voor", &format!("c{number}"));
    }
    element(&mut elements, "loket", "Synthetisch Loket", "Pakket");
    let result = read_soon("square", &model(&elements, &relations));
    assert!(result.classified.is_empty(), "rows that would fill the memory are not made");
    assert!(result.problems.iter().any(|problem| problem.code.as_str() == "file-too-large"));
}
