//! The problems in text: a paragraph for each kind, with all its places as ranges for the name box.

use std::fmt::Write;

use super::lines::{add, cut};
use crate::problem::{Finding, Kind, message, text};
use crate::terms::{CellRef, Lang, ranges};

/// Of a kind with more findings than this only the first are shown one by one; the places of the others come together.
const SHOWN_FINDINGS: usize = 8;
/// A message quotes what stands in a cell, and that may be a document.
const LONGEST_MESSAGE: usize = 400;
/// A name box takes 255 characters; beyond this, in characters, places are counted.
const LONGEST_LIST: usize = 230;

/// All kinds, numbered, the gravest first.
pub fn findings(out: &mut String, kinds: &[Kind<'_>], lang: Lang) {
    for (number, kind) in kinds.iter().enumerate() {
        paragraph(out, number + 1, kind, lang);
    }
}

fn paragraph(out: &mut String, number: usize, kind: &Kind<'_>, lang: Lang) {
    let text = text(kind.code, lang);
    let times = match kind.count() {
        1 => String::new(),
        count => format!(", {count} {}", lang.pick("keer", "times")),
    };
    let _ = writeln!(out, "\n{number}. {} [{}]{times}", text.title, kind.code.as_str());
    let shown = if kind.findings.len() > SHOWN_FINDINGS { SHOWN_FINDINGS - 3 } else { kind.findings.len() };
    let (first, others) = kind.findings.split_at(shown);
    for finding in first {
        add(out, "   - ", &cut(&message(finding.first, lang), LONGEST_MESSAGE));
        // A message about a whole sheet or file names it already.
        if !finding.cells.is_empty() {
            add(out, "     ", &place(finding, lang));
        }
    }
    rest(out, others, lang);
    add(out, &format!("   {} ", lang.pick("gevolg:", "effect:")), &text.effect);
    add(out, &format!("   {} ", lang.pick("doen:  ", "do:    ")), &text.next);
}

/// The findings that are not shown one by one: how many, and where, sheet by sheet.
fn rest(out: &mut String, others: &[Finding<'_>], lang: Lang) {
    if others.is_empty() {
        return;
    }
    let more = lang.pick("andere; alle staan in --annotate en --format json", "others; all are in --annotate and --format json");
    let _ = writeln!(out, "   - … {} {} {more}", lang.pick("en nog", "and"), others.len());
    let mut by_sheet: std::collections::BTreeMap<&str, Vec<CellRef>> = std::collections::BTreeMap::new();
    for finding in others {
        by_sheet.entry(finding.first.place.sheet.as_deref().unwrap_or_default()).or_default().extend(&finding.cells);
    }
    for (sheet, cells) in by_sheet.into_iter().filter(|(_, cells)| !cells.is_empty()) {
        add(out, "     ", &format!("{} '{sheet}': {}", lang.pick("blad", "sheet"), listed(&cells, lang)));
    }
}

fn place(finding: &Finding<'_>, lang: Lang) -> String {
    let sheet = finding.first.place.sheet.as_deref().unwrap_or_default();
    let times = if finding.count > 1 { format!(", {} {}", finding.count, lang.pick("keer", "times")) } else { String::new() };
    format!("{} '{sheet}'{times}: {}", lang.pick("blad", "sheet"), listed(&finding.cells, lang))
}

/// The cells as a name box takes them: ranges with the list separator of the language, as many as fit.
fn listed(cells: &[CellRef], lang: Lang) -> String {
    let all = ranges(cells);
    let separator = lang.pick(";", ",");
    let mut list = String::new();
    for (position, range) in all.iter().enumerate() {
        if list.len() + range.len() > LONGEST_LIST {
            let left = all.len() - position;
            return format!("{list} … {} {left} {}", lang.pick("en nog", "and"), lang.pick("plaatsen", "more"));
        }
        if position > 0 {
            list.push_str(separator);
        }
        list.push_str(range);
    }
    list
}
