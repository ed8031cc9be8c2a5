//! The labelled set in the repository: what is reached on both parts, held as a floor, and shown in `docs/evaluate.md`.
//! `TACHTIG_UPDATE=1 cargo test labelled` writes the page's table again. No row of the unseen part is ever shown here.

use std::fmt::Write;

use tachtig::evaluate::{Evaluation, Score, evaluate};
use tachtig::report::{Accuracy, Reached};
use tachtig::sources::SourceFile;
use tachtig::terms::Month;

use crate::scratch::{DEFINITIONS, project};

const PARTS: [&str; 2] = ["write", "unseen"];
const BEGIN: &str = "<!-- figures: written by the test of tests/it/labelled.rs -->\n";
const END: &str = "<!-- end of the figures -->";

fn evaluated(part: &str) -> Evaluation {
    let name = format!("tests/labels/classification/{part}.csv");
    let path = project().join(&name);
    evaluate(&SourceFile { name: name.as_str().into(), path }, Month::EXAMPLE, &DEFINITIONS).unwrap()
}

/// At least this precision with at most this part unknown: what the project asks of itself on rows that no rule was written with.
fn holds(score: &Score, precision: f64, unknown: f64) -> bool {
    score.answered().precision().is_some_and(|reached| reached >= precision)
        && score.unknown_share().is_some_and(|share| share <= unknown)
}

#[test]
fn both_parts_reach_what_is_asked() {
    for part in PARTS {
        let evaluation = evaluated(part);
        assert!(evaluation.rows > 370 && evaluation.not_read == 0, "{part}: {} rows", evaluation.rows);
        assert!(holds(&evaluation.level, 0.97, 0.12), "{part}: level {:?}", evaluation.level.answered());
        let distinguishing = &evaluation.distinguishing;
        assert!(holds(distinguishing, 0.95, 0.15), "{part}: distinguishing {:?}", distinguishing.answered());
    }
}

#[test]
fn the_figures_of_the_labelled_set_stand_in_the_page() {
    let path = project().join("docs/evaluate.md");
    let page = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (before, rest) = page.split_once(BEGIN).expect("the page has a place for the figures");
    let (_, after) = rest.split_once(END).expect("the figures have an end");
    let written = format!("{before}{BEGIN}{}{END}{after}", figures());
    if std::env::var_os("TACHTIG_UPDATE").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    assert!(page == written, "docs/evaluate.md has other figures; TACHTIG_UPDATE=1 cargo test labelled writes them");
}

#[test]
fn the_quality_statement_has_the_figures_of_the_unseen_part() {
    let unseen = evaluated("unseen");
    let reached = |score: &Score| {
        let answered = score.answered();
        Reached { rows: score.rows(), given: answered.given, right: answered.right }
    };
    let measured = Accuracy { level: reached(&unseen.level), distinguishing: reached(&unseen.distinguishing) };
    let path = project().join("src/report/accuracy.toml");
    let kept = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    if std::env::var_os("TACHTIG_UPDATE").is_some() {
        let head = kept.split_inclusive('\n').take_while(|line| line.starts_with('#')).collect::<String>();
        std::fs::write(&path, format!("{head}{}", written(&measured))).unwrap();
    }
    assert_eq!(toml::from_str::<Accuracy>(&kept).unwrap(), measured, "TACHTIG_UPDATE=1 cargo test labelled writes it");
}

fn written(measured: &Accuracy) -> String {
    let axis = |name: &str, Reached { rows, given, right }: Reached| {
        format!("\n[{name}]\nrows = {rows}\ngiven = {given}\nright = {right}\n")
    };
    axis("level", measured.level) + &axis("distinguishing", measured.distinguishing)
}

fn figures() -> String {
    let parts = PARTS.map(evaluated);
    let mut text = String::new();
    let axes = [
        ("level", parts.each_ref().map(|part| &part.level)),
        ("distinguishing", parts.each_ref().map(|part| &part.distinguishing)),
    ];
    for (axis, scores) in axes {
        let _ = write!(text, "\n### {axis}\n\n| | write | unseen |\n|---|---:|---:|\n");
        let row = |text: &mut String, name: &str, figure: &dyn Fn(&Score) -> String| {
            let _ = writeln!(text, "| {name} | {} | {} |", figure(scores[0]), figure(scores[1]));
        };
        row(&mut text, "rows compared", &|score| score.rows().to_string());
        row(&mut text, "precision of all verdicts given", &|score| percent(score.answered().precision()));
        row(&mut text, "left `onbekend`", &|score| percent(score.unknown_share()));
        for class in &scores[0].classes {
            row(&mut text, &format!("`{class}`: precision; recall"), &|score| {
                let tally = score.tally(class);
                format!("{}; {} ({} of {})", percent(tally.precision()), percent(tally.recall()), tally.right, tally.labelled)
            });
        }
    }
    text.push('\n');
    text
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "none given".to_owned(), |share| format!("{:.1}%", share * 100.0))
}
