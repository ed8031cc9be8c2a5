//! Models that are made to exhaust whoever reads them: each takes no more than its size allows, and nothing counts twice.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use tachtig::run::{MonthResult, month};
use tachtig::sources::{SourceFile, read};
use tachtig::terms::Month;

use crate::scratch::{DEFINITIONS, folder};

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

/// What a model gives for Goes, and how long that took.
fn timed(name: &str, text: &str) -> (MonthResult, Duration) {
    let path = folder(&format!("models-{name}")).join("model.xml");
    std::fs::write(&path, text).unwrap();
    let began = Instant::now();
    let asked = Month::EXAMPLE;
    let source = read(&SourceFile { name: format!("Goes {name}.xml").into(), path });
    let files = [tachtig::inventory::extract(source, asked, &DEFINITIONS.layouts, &DEFINITIONS.reference)];
    let result = month(&files, asked, &DEFINITIONS).unwrap();
    (result, began.elapsed())
}

/// Reads a model at two sizes, one ten times the other, and gives the larger one's result. Work that grows with the size takes ten
/// times as long, work that grows with its square a hundred times; the best of a few pairs, for other work disturbs.
fn read_in_proportion(name: &str, model_of: impl Fn(usize) -> String) -> MonthResult {
    let (small, large) = (model_of(2_000), model_of(20_000));
    let mut least = f64::INFINITY;
    for _ in 0..4 {
        let (_, short) = timed(name, &small);
        let (result, long) = timed(name, &large);
        least = least.min(long.as_secs_f64() / short.as_secs_f64());
        if least < 40.0 {
            return result;
        }
    }
    panic!("{name}: ten times the size takes {least:.0} times as long");
}

/// One element, very long texts, and the same use said again and again.
fn said_often(count: usize) -> String {
    let (mut elements, mut relations) = (String::new(), String::new());
    element(&mut elements, "goes", "Goes", "Gemeente");
    element(&mut elements, "long", &"x".repeat(500 * count), "Pakket");
    element(&mut elements, &"y".repeat(500 * count), "Synthetisch met lange identificatie", "Pakket");
    for _ in 0..count {
        element(&mut elements, "same", "Synthetisch Loket", "Pakket");
        relation(&mut relations, "same", "gebruikt door", "goes");
    }
    model(&elements, &relations)
}

/// Versions that lead to each other and back.
fn in_circles(count: usize) -> String {
    let (mut elements, mut relations) = (String::new(), String::new());
    element(&mut elements, "goes", "Goes", "Gemeente");
    element(&mut elements, "loket", "Synthetisch Loket", "Pakket");
    relation(&mut relations, "loket", "gebruikt door", "goes");
    for number in 0..count {
        element(&mut elements, &format!("v{number}"), "Synthetisch Loket 3 (Kapelle)", "Pakketversie");
        relation(&mut relations, "loket", "heeft versie", &format!("v{number}"));
        relation(&mut relations, &format!("v{number}"), "heeft versie", "loket");
        relation(&mut relations, &format!("v{number}"), "wordt gebruikt voor", &format!("v{}", number / 2));
    }
    model(&elements, &relations)
}

#[test]
fn models_made_to_be_slow_take_what_their_size_allows_and_count_nothing_twice() {
    let result = read_in_proportion("twice", said_often);
    assert_eq!(result.classified.len(), 1, "one element and one user, however often they are said");
    let result = read_in_proportion("circles", in_circles);
    assert_eq!(result.classified.len(), 1, "versions of one package at one municipality are one system");
}

#[test]
fn a_model_whose_rows_would_fill_the_memory_is_told() {
    let (mut elements, mut relations) = (String::new(), String::new());
    for number in 0..3_000 {
        element(&mut elements, &format!("s{number}"), &format!("Synthetisch verband {number}"), "Samenwerkingsverband");
        element(&mut elements, &format!("c{number}"), &"component ".repeat(20), "Referentiecomponent");
        relation(&mut relations, "loket", "gebruikt door", &format!("s{number}"));
        relation(&mut relations, "loket", "wordt gebruikt voor", &format!("c{number}"));
    }
    element(&mut elements, "loket", "Synthetisch Loket", "Pakket");
    let (result, _) = timed("square", &model(&elements, &relations));
    assert!(result.classified.is_empty(), "rows that would fill the memory are not made");
    assert!(result.problems.iter().any(|problem| problem.code.as_str() == "file-too-large"));
}
