//! How well headers are understood: the labelled lines of `tests/labels/headers` against what the program reads in them.
//! `TACHTIG_UPDATE=1 cargo test labels_headers` writes the figures to `docs/matching-headers.md`.

use std::collections::BTreeMap;
use std::fmt::Write;

use tachtig::inventory::{Field, FileExtract, extract};
use tachtig::problem::Code;
use tachtig::sources::{Row, Sheet, Source, SourceFile, Value};
use tachtig::terms::{Month, column_name};

use crate::scratch::{DEFINITIONS, project};

const PARTS: [&str; 2] = ["write", "unseen"];
const BEGIN: &str = "<!-- figures: written by the test -->\n";
const END: &str = "<!-- end of figures -->";

/// One cell of a header as a person labelled it.
struct Labelled {
    text: String,
    label: String,
}

fn lines(part: &str) -> Vec<Vec<Labelled>> {
    let path = project().join(format!("tests/labels/headers/{part}.txt"));
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split(" | ").map(cell).collect())
        .collect()
}

fn cell(text: &str) -> Labelled {
    let (text, label) = text.split_once(" => ").unwrap_or_else(|| panic!("'{text}' has no label"));
    let label = label.trim();
    let known = label == "never" || label == "unknown" || Field::ALL.iter().any(|field| field.as_str() == label);
    assert!(known, "'{label}' is no label");
    Labelled { text: text.trim().replace("\\n", "\n"), label: label.to_owned() }
}

fn read(line: &[Labelled]) -> FileExtract {
    let at = |place: usize| u32::try_from(place).unwrap();
    let cells = line.iter().enumerate().map(|(column, cell)| (at(column), Value::Text(cell.text.as_str().into()))).collect();
    let sheet = Sheet { name: "Lijst".into(), visible: true, rows: vec![Row { index: 0, cells }], merged: Vec::new() };
    let file = SourceFile { name: "Goes.xlsx".into(), path: "Goes.xlsx".into() };
    let source = Source::of_sheets(&file, vec![sheet]);
    extract(source, Month::new(2026, 11).unwrap(), &DEFINITIONS.layouts, &DEFINITIONS.reference)
}

/// What the program made of each column: a field, `never` or `unknown`.
fn given(line: &[Labelled]) -> Vec<&'static str> {
    let extract = read(line);
    let sheet = &extract.sheets[0];
    if sheet.layout.is_none() {
        return vec!["unknown"; line.len()];
    }
    let fields: BTreeMap<u32, Field> = sheet.columns.iter().map(|(field, column)| (*column, *field)).collect();
    let told = |column: u32, code: Code| {
        extract
            .problems
            .iter()
            .find(move |problem| problem.code == code && problem.place.cell.is_some_and(|cell| cell.column == column))
    };
    let of = |column: u32| {
        if let Some(field) = fields.get(&column) {
            return field.as_str();
        }
        let used = told(column, Code::DuplicateColumn).and_then(|problem| problem.hint.as_deref());
        let twice = used.and_then(|used| fields.iter().find(|(column, _)| column_name(**column) == used));
        match twice {
            Some((_, field)) => field.as_str(),
            None if told(column, Code::UnknownColumn).is_some() => "unknown",
            None => "never",
        }
    };
    (0..line.len()).map(|column| of(u32::try_from(column).unwrap())).collect()
}

#[derive(Default)]
struct Figures {
    lines: usize,
    cells: usize,
    right: usize,
    wrong: usize,
    missed: usize,
    /// Cells of people and contact that are known as such; the others are unknown, and read just as little.
    left_alone: usize,
    never: usize,
    mistakes: Vec<String>,
}

fn measure(part: &str) -> Figures {
    let mut figures = Figures::default();
    for line in lines(part) {
        figures.lines += 1;
        for (cell, given) in line.iter().zip(given(&line)) {
            figures.take(cell, given);
        }
    }
    figures
}

impl Figures {
    fn take(&mut self, cell: &Labelled, given: &str) {
        let is_field = |label: &str| label != "never" && label != "unknown";
        self.cells += 1;
        self.right += usize::from(is_field(given) && given == cell.label);
        self.wrong += usize::from(is_field(given) && given != cell.label);
        self.missed += usize::from(is_field(&cell.label) && given != cell.label);
        self.never += usize::from(cell.label == "never");
        self.left_alone += usize::from(cell.label == "never" && given == "never");
        if (is_field(given) || is_field(&cell.label)) && given != cell.label {
            self.mistakes.push(format!("{:?} is {}, read as {given}", cell.text, cell.label));
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a few hundred cells")]
    fn ratio(part: usize, whole: usize) -> f64 {
        part as f64 / whole.max(1) as f64
    }

    fn precision(&self) -> f64 {
        Self::ratio(self.right, self.right + self.wrong)
    }

    fn recall(&self) -> f64 {
        Self::ratio(self.right, self.right + self.missed)
    }
}

fn table(all: &[(&str, Figures)]) -> String {
    let mut text = "| part | header lines | cells | fields read rightly | read as another | missed | precision | recall | people and notes known as such |\n\
                    |---|---|---|---|---|---|---|---|---|\n"
        .to_owned();
    for (part, f) in all {
        let _ = writeln!(
            text,
            "| `{part}` | {} | {} | {} | {} | {} | {:.3} | {:.3} | {} of {} |",
            f.lines,
            f.cells,
            f.right,
            f.wrong,
            f.missed,
            f.precision(),
            f.recall(),
            f.left_alone,
            f.never
        );
    }
    text
}

#[test]
fn headers_are_understood_as_labelled() {
    let all: Vec<(&str, Figures)> = PARTS.iter().map(|part| (*part, measure(part))).collect();
    let path = project().join("docs/matching-headers.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let now = format!("{before}{BEGIN}{}{END}{after}", table(&all));
    if std::env::var_os("TACHTIG_UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    // Of the part that is only measured, the mistakes are not shown: who sees them would mend them.
    let seen = if std::env::var_os("TACHTIG_MISTAKES").is_some() { all[0].1.mistakes.join("\n") } else { String::new() };
    println!("{}\n{seen}", table(&all));
    for (part, figures) in &all {
        assert!(figures.precision() >= 0.99, "{part}: precision {:.3}", figures.precision());
        assert!(figures.recall() >= 0.95, "{part}: recall {:.3}", figures.recall());
    }
    assert!(
        std::fs::read_to_string(&path).unwrap() == now,
        "docs/matching-headers.md is out of date: TACHTIG_UPDATE=1 cargo test labels_headers"
    );
}
