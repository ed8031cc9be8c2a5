//! One file in text, top to bottom: what was read, what would count, what is wrong, whether it can be sent. And several in a table.

use std::fmt::Write;
use std::path::Path;

use super::counts::Counts;
use super::lines::{add, cut, padded};
use super::verdict::Verdict;
use super::{Checked, Telling, findings, sheets};
use crate::problem::by_kind;
use crate::problem::printable;
use crate::terms::Lang;

/// Everything about one file.
pub fn file(checked: &Checked, telling: Telling<'_>) -> String {
    let lang = telling.lang;
    let mut out = String::new();
    let made_up = if checked.extract.synthetic { lang.pick(" (synthetisch voorbeeld)", " (synthetic example)") } else { "" };
    let _ = writeln!(out, "{}, {} {}{made_up}", printable(&checked.extract.file), lang.pick("maand", "month"), telling.month);
    sheets::sheets(&mut out, checked, telling);
    let counts = Counts::of(&checked.result.classified);
    counted(&mut out, &counts, lang);
    let kinds = by_kind(&checked.plain);
    findings::findings(&mut out, &kinds, lang);
    let _ = writeln!(out);
    add(&mut out, "=> ", &Verdict::of(&kinds, &counts, telling.deny).sentence(lang));
    let _ = writeln!(out);
    out
}

fn counted(out: &mut String, counts: &Counts, lang: Lang) {
    if counts.systems == 0 {
        let _ = writeln!(out, "\n{}", lang.pick("er is geen enkel systeem gelezen", "no system was read"));
        return;
    }
    let _ = writeln!(out, "\n{} {}", counts.systems, lang.pick("systemen, daarvan", "systems, of which"));
    let mut line = |number: usize, nl: &str, en: &str| {
        if number > 0 {
            let _ = writeln!(out, "  {number:>5}  {}", lang.pick(nl, en));
        }
    };
    line(counts.counted, "in gebruik: tellen mee", "in use: they count");
    line(counts.planned, "gepland of in verwerving: tellen niet mee", "planned or being acquired: they don't count");
    line(counts.retired, "uitgefaseerd: tellen niet mee", "phased out: they don't count");
    line(
        counts.connections,
        "aansluitingen op landelijke voorzieningen: geen eigen systeem",
        "connections to national facilities: no systems of their own",
    );
    line(counts.standards, "standaarden of afspraken: geen systeem", "standards or agreements: no systems");
    line(counts.contracts, "gezamenlijke contracten: geen systeem", "joint contracts: no systems");
    if counts.counted > 0 {
        of_the_counted(out, counts, lang);
    }
}

fn of_the_counted(out: &mut String, counts: &Counts, lang: Lang) {
    let _ = writeln!(out, "{} {} {}", lang.pick("van de", "of the"), counts.counted, lang.pick("die meetellen", "that count"));
    let levels = match lang {
        Lang::Nl => ["overheidsbreed", "collectief gemeentelijk", "regionaal", "decentraal", "onbekend"],
        Lang::En => ["government-wide", "collective", "regional", "local", "unknown"],
    };
    let values = match lang {
        Lang::Nl => ["niet onderscheidend", "onderscheidend", "onbekend"],
        Lang::En => ["not distinguishing", "distinguishing", "unknown"],
    };
    let list = |names: &[&str], numbers: &[usize]| {
        names.iter().zip(numbers).map(|(name, number)| format!("{name} {number}")).collect::<Vec<_>>().join(", ")
    };
    add(out, &padded(lang.pick("  niveau", "  level"), 18), &list(&levels, &counts.levels));
    add(out, &padded(lang.pick("  onderscheidend", "  distinguishing"), 18), &list(&values, &counts.distinguishing));
    if counts.without_status > 0 {
        let text = lang.pick("zonder status, geteld als in gebruik", "without a status, counted as in use");
        add(out, &padded(lang.pick("  status", "  status"), 18), &format!("{} {text}", counts.without_status));
    }
}

/// The line of one file in the table of several.
pub fn summary_line(checked: &Checked, telling: Telling<'_>) -> String {
    let kinds = by_kind(&checked.plain);
    let counts = Counts::of(&checked.result.classified);
    let verdict = Verdict::of(&kinds, &counts, telling.deny);
    let answer = match (verdict.can_be_sent(), verdict.better.is_empty()) {
        (false, _) => telling.lang.pick("eerst verhelpen", "mend first"),
        (true, false) => telling.lang.pick("kan zo, kan beter", "can be sent, can be better"),
        (true, true) => telling.lang.pick("kan zo", "can be sent"),
    };
    let problems = checked.plain.len();
    let name: String = {
        let length = checked.extract.file.chars().count();
        if length <= 44 {
            checked.extract.file.to_string()
        } else {
            "…".chars().chain(checked.extract.file.chars().skip(length - 43)).collect()
        }
    };
    format!("{} {:>8} {:>8} {problems:>8}   {answer}", padded(&name, 44), counts.systems, counts.counted)
}

/// All files in a table.
pub fn summary(rows: &[String], telling: Telling<'_>) -> String {
    let lang = telling.lang;
    let head = [("bestand", "file"), ("systemen", "systems"), ("telt mee", "counts"), ("meldingen", "problems")];
    let [file, systems, counts, problems] = head.map(|(nl, en)| lang.pick(nl, en));
    format!("{} {systems:>8} {counts:>8} {:>8}\n{}\n", padded(file, 44), cut(problems, 9), rows.join("\n"))
}

/// What is said of the annotated copy.
pub fn copy_written(copy: &Path, lang: Lang) -> String {
    let text = lang.pick("Kopie met de meldingen bij de cellen", "Copy with the problems beside their cells");
    format!("{text}: {}", copy.display())
}
