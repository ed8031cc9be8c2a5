//! The problems in text: a paragraph for each kind, with all its places as ranges for the name box.

use std::fmt::Write;

use super::lines::{add, cut};
use crate::problem::{Finding, Kind, message, text};
use crate::terms::{CellRef, Lang, ranges};

/// Of a kind with more findings than this only the first are shown one by one; the places of the others come together.
const SHOWN_FINDINGS: usize = 8;
/// A message quotes what stands in a cell, and that may be a document.
const LONGEST_MESSAGE: usize = 400;
/// The characters of a line with places; a name box takes 255.
const LONGEST_LINE: usize = 90;
/// So many lines with places are shown.
const MOST_LINES: usize = 4;

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

/// The cells as a name box takes them: ranges with the list separator of the language. Of more than fit on a line each line can
/// be pasted by itself; of more than a few lines the rest is counted.
fn listed(cells: &[CellRef], lang: Lang) -> String {
    let (all, separator) = (ranges(cells), lang.pick(";", ","));
    let mut lines = vec![String::new()];
    for (position, range) in all.iter().enumerate() {
        let line = lines.last_mut().map_or(0, |line| line.len());
        if line + range.len() >= LONGEST_LINE {
            if lines.len() == MOST_LINES {
                let (and, more) = (lang.pick("en nog", "and"), lang.pick("plaatsen", "more"));
                return format!("{} … {and} {} {more}", lines.join(" "), all.len() - position);
            }
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push_str(separator);
            }
            line.push_str(range);
        }
    }
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_break_into_lines_that_can_be_pasted() {
        let every_other = |count: u32| (0..count).map(|row| CellRef::new(row * 2, 2)).collect::<Vec<_>>();
        assert_eq!(listed(&every_other(3), Lang::Nl), "C1;C3;C5");
        assert_eq!(listed(&every_other(3), Lang::En), "C1,C3,C5");
        let long = listed(&every_other(500), Lang::Nl);
        let (lines, rest) = long.split_once(" … ").unwrap_or_default();
        assert_eq!(lines.split(' ').count(), MOST_LINES);
        assert!(lines.split(' ').all(|line| line.len() <= LONGEST_LINE && !line.ends_with(';')), "{long}");
        assert_eq!(rest.split(' ').nth(2), Some(&*(500 - lines.split([' ', ';']).count()).to_string()), "{long}");
    }
}
