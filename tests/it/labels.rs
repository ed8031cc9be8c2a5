//! How well texts are matched, measured on the labelled texts in `tests/labels`: precision and recall for each set and part.
//!
//! `docs/matching.md` holds the table; `TACHTIG_UPDATE=1 cargo test --test it labels` writes it anew. Of the part `unseen` only figures are told.

use std::collections::BTreeMap;
use std::fmt::Write;

use tachtig::reference::{ComponentMatch, Resolution};
use tachtig::terms::Month;

use crate::scratch::{DEFINITIONS, project};

/// The lines of `docs/matching.md` between which the table stands.
const BEGIN: &str = "<!-- figures of tests/labels -->";
const END: &str = "<!-- end of figures -->";

/// A set of labelled texts: its file, the least precision and recall, and what the program answers.
struct Set {
    name: &'static str,
    precision: f64,
    recall: f64,
    answer: fn(&Label) -> Option<String>,
}

const SETS: [Set; 4] = [
    Set { name: "municipalities", precision: 1.0, recall: 0.95, answer: municipality },
    Set { name: "components", precision: 0.97, recall: 0.95, answer: component },
    Set { name: "vendors", precision: 0.97, recall: 0.95, answer: vendor },
    Set { name: "products", precision: 0.97, recall: 0.95, answer: product },
];

struct Label {
    text: String,
    /// The month or the vendor beside it.
    beside: String,
    answer: String,
    kind: String,
    part: String,
}

#[derive(Default, Clone, Copy)]
struct Tally {
    rows: u32,
    with_answer: u32,
    given: u32,
    right: u32,
}

impl Tally {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.given)
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from(self.with_answer)
    }
}

fn labels(set: &str) -> Vec<Label> {
    let mut reader = csv::Reader::from_path(project().join(format!("tests/labels/{set}.csv"))).unwrap();
    let headers = reader.headers().unwrap().clone();
    let read = |record: csv::StringRecord| {
        let cell = |name: &str| {
            let at = headers.iter().position(|header| header == name);
            at.and_then(|at| record.get(at)).unwrap_or_default().to_owned()
        };
        let beside = if set == "municipalities" { cell("month") } else { cell("vendor") };
        Label { text: cell("text"), beside, answer: cell("answer"), kind: cell("kind"), part: cell("part") }
    };
    reader.records().map(|record| read(record.unwrap())).collect()
}

fn municipality(label: &Label) -> Option<String> {
    let month: Month = label.beside.parse().unwrap();
    match DEFINITIONS.reference.municipalities.resolve(&label.text, month) {
        Resolution::Found(code) | Resolution::Followed { to: code, .. } => Some(code.to_string()),
        Resolution::Ambiguous(_) => Some("ask".to_owned()),
        _ => None,
    }
}

fn component(label: &Label) -> Option<String> {
    DEFINITIONS.reference.components.find(&label.text).map(ComponentMatch::component).map(|found| found.name.clone())
}

fn vendor(label: &Label) -> Option<String> {
    let names = &DEFINITIONS.reference.names;
    names.vendors.find(&label.text, &names.words).map(str::to_owned)
}

fn product(label: &Label) -> Option<String> {
    let vendor = Some(label.beside.as_str()).filter(|vendor| !vendor.is_empty());
    let named = DEFINITIONS.reference.names.of(&label.text, vendor);
    named.listed.then(|| named.product.to_string())
}

/// A question back is no answer; it is right where the label asks for it and does no harm where a name was to be found.
fn tally(set: &Set, part: &str, told: &mut Vec<String>) -> Tally {
    let mut tally = Tally::default();
    for label in labels(set.name).iter().filter(|label| label.part == part) {
        let given = (set.answer)(label);
        let name = given.as_deref().filter(|given| *given != "ask");
        let wanted = Some(label.answer.as_str()).filter(|answer| !["none", "ask"].contains(answer));
        tally.rows += 1;
        tally.with_answer += u32::from(wanted.is_some());
        tally.given += u32::from(name.is_some());
        tally.right += u32::from(name.is_some() && name == wanted);
        let asked = label.answer != "ask" || given.as_deref() == Some("ask");
        if name != wanted || !asked {
            told.push(format!("{}: '{}' ({}) is {} and not {given:?}", set.name, label.text, label.kind, label.answer));
        }
    }
    tally
}

fn figures() -> BTreeMap<(usize, &'static str), Tally> {
    let mut figures = BTreeMap::new();
    for (at, set) in SETS.iter().enumerate() {
        for part in ["unseen", "write"] {
            let mut told = Vec::new();
            figures.insert((at, part), tally(set, part, &mut told));
            if part == "write" && !told.is_empty() {
                println!("{}", told.join("\n"));
            }
        }
    }
    figures
}

fn table(figures: &BTreeMap<(usize, &'static str), Tally>) -> String {
    let mut text =
        "| set | part | texts | with an answer | precision | recall | at least |\n|---|---|---|---|---|---|---|\n".to_owned();
    for ((at, part), tally) in figures {
        let set = &SETS[*at];
        let _ = writeln!(
            text,
            "| {} | {part} | {} | {} | {:.3} | {:.3} | {:.2}, {:.2} |",
            set.name,
            tally.rows,
            tally.with_answer,
            tally.precision(),
            tally.recall(),
            set.precision,
            set.recall
        );
    }
    text
}

#[test]
fn labelled_texts_are_matched_as_well_as_promised() {
    let figures = figures();
    for ((at, part), tally) in &figures {
        let set = &SETS[*at];
        assert!(tally.rows >= 100, "{} {part} has its texts", set.name);
        let enough = tally.precision() >= set.precision && tally.recall() >= set.recall;
        assert!(enough, "{} {part}: precision {:.3}, recall {:.3}", set.name, tally.precision(), tally.recall());
    }
}

#[test]
fn the_page_on_matching_has_the_figures_of_today() {
    let path = project().join("docs/matching.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let now = format!("{before}{BEGIN}\n\n{}\n{END}{after}", table(&figures()));
    if std::env::var_os("TACHTIG_UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    assert!(
        page == now || std::fs::read_to_string(&path).unwrap() == now,
        "docs/matching.md: TACHTIG_UPDATE=1 cargo test --test it labels"
    );
}
