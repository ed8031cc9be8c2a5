//! What a run tells on the terminal: the figures in a few lines, what became of the rows, and the problems, folded.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::Write;

use anyhow::Result;

use crate::inventory::{Fate, SheetAccount};
use crate::measure::{Answer, Measure, Moved, Movement, Share, Unit};
use crate::problem::{Code, Effect, Problem, fold, render, text};
use crate::report::Tier;
use crate::run::Outcome;
use crate::terms::Lang;

/// How many problems of a kind are shown; the rest is counted.
const SHOWN_PROBLEMS: usize = 2;
/// How many ways of moving are shown; all are in the table.
const SHOWN_MOVES: usize = 20;

/// Tells the outcome of a run.
pub fn outcome(out: &mut dyn Write, outcome: &Outcome, lang: Lang) -> Result<()> {
    problems(out, &outcome.problems, Some(SHOWN_PROBLEMS), lang)?;
    figures(out, outcome, lang)?;
    rows(out, &outcome.accounts, lang)?;
    revised(out, outcome, lang)?;
    if let Some(moved) = &outcome.movement {
        movement(out, moved, lang)?;
    }
    let written = lang.pick("Rapport", "Report");
    writeln!(out, "{written}: {}", outcome.folder.display())?;
    unpublished(out, outcome, lang)
}

/// That there is no catalogue for data portals, for the definitions do not say who publishes.
fn unpublished(out: &mut dyn Write, outcome: &Outcome, lang: Lang) -> Result<()> {
    if !outcome.folder.join(Tier::Public.file("catalog.ttl")).exists() {
        let text = lang.pick(
            "Zonder catalogus voor gegevensportalen: publication/publisher.toml noemt nog de makers van het voorbeeld (docs/publishing.md)",
            "Without a catalogue for data portals: publication/publisher.toml still names the makers of the sample (docs/publishing.md)",
        );
        writeln!(out, "  {text}")?;
    }
    Ok(())
}

/// The month's figures in a few lines.
pub fn figures(out: &mut dyn Write, outcome: &Outcome, lang: Lang) -> Result<()> {
    let publication = &outcome.publication;
    let synthetic = if publication.synthetic { lang.pick(" (SYNTHETISCH VOORBEELD)", " (SYNTHETIC EXAMPLE)") } else { "" };
    writeln!(out, "tachtig {} · {}{synthetic}", publication.version, publication.month)?;
    let answers = |wanted: fn(&Answer) -> bool| outcome.response.iter().filter(|r| wanted(&r.answer)).count();
    let answered = answers(Answer::is_given);
    let carried = outcome.response.iter().filter(|r| r.carried_from.is_some()).count();
    let (of, municipalities) = (outcome.response.len(), lang.pick("gemeenten", "municipalities"));
    writeln!(
        out,
        "  {answered} / {of} {municipalities} ({carried} {})",
        lang.pick("met een eerdere levering", "with an earlier submission")
    )?;
    for unit in Unit::ALL {
        let national = outcome.coverage.iter().find(|line| line.unit == unit && line.group.is_national());
        let Some(national) = national else { continue };
        let units = match unit {
            Unit::Systems => lang.pick("systemen", "systems"),
            Unit::Cells => lang.pick("cellen", "cells"),
        };
        let collective = shown(national.share(Measure::CollectiveShare), lang);
        let strict = shown(national.share(Measure::NationalShare), lang);
        let (broad_word, strict_word) = (lang.pick("collectief breed", "collective, broad"), lang.pick("strikt", "strict"));
        writeln!(out, "  {} {units}: {broad_word} {collective}; {strict_word} {strict}", national.units)?;
    }
    Ok(())
}

/// How many figures differ from the vintage before, why, and where that is.
pub fn revised(out: &mut dyn Write, outcome: &Outcome, lang: Lang) -> Result<()> {
    let Some(revisions) = &outcome.revisions else { return Ok(()) };
    let (figures, because, name) = (revisions.rows.len(), revisions.because().join(", "), revisions.before.name());
    let text = match lang {
        Lang::Nl => format!("{figures} cijfers herzien ten opzichte van vintages/{name}; anders zijn: {because}"),
        Lang::En => format!("{figures} figures revised since vintages/{name}; what differs: {because}"),
    };
    writeln!(out, "  {text}")?;
    Ok(())
}

/// The bounds and the share among the known, in percents with one decimal.
fn shown(share: Share, lang: Lang) -> String {
    let percent = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{:.1}%", value * 100.0));
    let text =
        format!("{} – {} ({} {})", percent(share.lower), percent(share.upper), lang.pick("bekend", "known"), percent(share.known));
    if lang == Lang::Nl { text.replace('.', ",") } else { text }
}

fn rows(out: &mut dyn Write, accounts: &[SheetAccount], lang: Lang) -> Result<()> {
    let total: u64 = accounts.iter().map(|account| account.account.rows).sum();
    let mut parts = Vec::new();
    for fate in Fate::ALL {
        let rows: u64 = accounts.iter().map(|account| account.account.of(fate)).sum();
        // Most inventories record no connections, and then there is nothing to say about them.
        if fate != Fate::Connection || rows > 0 {
            parts.push(format!("{} {rows}", fate_word(fate, lang)));
        }
    }
    writeln!(out, "  {total} {}: {}", lang.pick("rijen", "rows"), parts.join(", "))?;
    Ok(())
}

/// What became of rows, in a word.
pub const fn fate_word(fate: Fate, lang: Lang) -> &'static str {
    match fate {
        Fate::System => lang.pick("systeem", "system"),
        Fate::Merged => lang.pick("samengevoegd", "merged"),
        Fate::SetAside => lang.pick("terzijde", "set aside"),
        Fate::Superseded => lang.pick("vervangen", "superseded"),
        Fate::Expanded => lang.pick("uitgevouwen", "expanded"),
        Fate::Connection => lang.pick("koppeling", "connection"),
        Fate::Heading => lang.pick("kop", "heading"),
        Fate::Total => lang.pick("totaal", "total"),
        Fate::Note => lang.pick("toelichting", "note"),
    }
}

/// What moved since another report: a sentence, then the ways that most systems went.
fn movement(out: &mut dyn Write, movement: &Movement, lang: Lang) -> Result<()> {
    let Movement { before: (month, fingerprint), systems, municipalities, both, added, gone, .. } = movement;
    let vintage = fingerprint.get(..8).unwrap_or_default();
    let sentence = match lang {
        Lang::Nl => format!(
            "Vergeleken met {month} (definities {vintage}): {systems} van {both} systemen, in {municipalities} gemeenten, kregen een ander oordeel; {added} zijn nieuw, {gone} zijn weg."
        ),
        Lang::En => format!(
            "Compared with {month} (definitions {vintage}): {systems} of {both} systems, in {municipalities} municipalities, got another verdict; {added} are new, {gone} are gone."
        ),
    };
    writeln!(out, "  {sentence}")?;
    for moved in movement.moved.iter().take(SHOWN_MOVES) {
        let Moved { axis, from, to, ground_before, ground_now, systems, municipalities } = moved;
        let (was, is) = (shown_ground(ground_before), shown_ground(ground_now));
        let places = lang.pick("gemeenten", "municipalities");
        writeln!(out, "  {systems:>6} {}: {from}{was} → {to}{is}; {municipalities} {places}", axis.as_str())?;
    }
    let more = movement.moved.len().saturating_sub(SHOWN_MOVES);
    if more > 0 {
        writeln!(out, "  … {more} {}", lang.pick("meer in data/internal/moved.parquet", "more in data/internal/moved.parquet"))?;
    }
    Ok(())
}

fn shown_ground(ground: &str) -> String {
    if ground.is_empty() { String::new() } else { format!(" ({ground})") }
}

/// Problems, folded, the gravest first. With a limit a few of each kind are shown and the others counted.
pub fn problems(out: &mut dyn Write, problems: &[Problem], limit: Option<usize>, lang: Lang) -> Result<()> {
    let folded = fold(problems);
    let mut of_kind: BTreeMap<Code, usize> = BTreeMap::new();
    let shown = folded.iter().filter(|folded| {
        let seen = of_kind.entry(folded.first.code).or_insert(0);
        *seen += 1;
        limit.is_none_or(|limit| *seen <= limit && folded.first.effect() > Effect::Noted)
    });
    let shown: Vec<_> = shown.collect();
    for problem in &shown {
        writeln!(out, "{}", render(problem, lang))?;
    }
    if shown.len() < folded.len() {
        let more = lang.pick(
            "meldingen meer; alle staan in data/internal/problems.parquet",
            "more problems; all are in data/internal/problems.parquet",
        );
        writeln!(out, "… {} {more}", folded.len() - shown.len())?;
        kinds(out, problems, lang)?;
    }
    Ok(())
}

/// How many problems there are of each kind.
fn kinds(out: &mut dyn Write, problems: &[Problem], lang: Lang) -> Result<()> {
    let mut counts: BTreeMap<(Reverse<Effect>, Code), usize> = BTreeMap::new();
    for problem in problems {
        *counts.entry((Reverse(problem.effect()), problem.code)).or_insert(0) += 1;
    }
    for ((_, code), count) in counts {
        writeln!(out, "  {count:>6}  {} [{}]", text(code, lang).title, code.as_str())?;
    }
    writeln!(out)?;
    Ok(())
}
