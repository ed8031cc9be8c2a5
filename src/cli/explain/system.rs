//! The story of one system, to read.

use super::conditions;
use super::words::{attribute, certainty, counted, field, plain, source, value, why_lost, why_not_presumed};
use crate::cli::check::lines::{add, cut, padded};
use crate::explain::{Axis, Cell, Change, Organised, Presumption, Story, Typed};
use crate::inventory::FieldTexts;
use crate::run::Definitions;
use crate::terms::Lang;

/// Room for the header of a column, and the longest text of a cell that is shown, in characters.
const HEADER: usize = 24;
const CELL: usize = 60;

/// The whole story.
pub fn text(story: &Story, definitions: &Definitions, lang: Lang) -> String {
    let fields = &definitions.layouts.fields;
    let mut out = String::new();
    opening(&mut out, story, lang);
    typed(&mut out, &story.typed, lang);
    understood(&mut out, story, lang);
    for axis in &story.axes {
        tell_axis(&mut out, axis, fields, lang);
    }
    beside(&mut out, story, fields, lang);
    counting(&mut out, story, lang);
    ladder(&mut out, story, lang);
    if story.axes.iter().any(|axis| axis.review.is_some()) {
        let note = lang.pick(
            "Een besluit van mensen geldt voor deze gegevens; hieronder staat wat de regels zonder dat besluit zouden zeggen.",
            "A decision of people holds for these data; below stands what the rules would say without it.",
        );
        heading(&mut out, note);
    }
    changes(&mut out, &story.changes, fields, lang);
    out
}

fn heading(out: &mut String, text: &str) {
    out.push('\n');
    add(out, "", text);
}

fn opening(out: &mut String, story: &Story, lang: Lang) {
    let synthetic = if story.synthetic { lang.pick(" · SYNTHETISCH VOORBEELD", " · SYNTHETIC SAMPLE") } else { "" };
    add(out, "", &format!("{}/{} · {}{synthetic}", story.municipality, story.name, story.month));
    let of = lang.pick("uit", "of");
    add(out, "", &format!("{}/{} {of} {}", story.municipality_code, story.system_id, story.report));
    if !story.same_definitions {
        let note = lang.pick(
            "Het rapport is met andere definities gemaakt. Dit verhaal volgt die van nu.",
            "The report was made with other definitions. This story follows those of now.",
        );
        add(out, "", note);
        for (what, published, now) in story.moved_since() {
            let (was, is) = (lang.pick("in het rapport", "in the report"), lang.pick("nu", "now"));
            let (published, now) = (value(what, published, lang), value(what, now, lang));
            add(out, "  ", &format!("{}: {was} {published}, {is} {now}", attribute(what, lang)));
        }
    }
}

fn typed(out: &mut String, typed: &Typed, lang: Lang) {
    heading(out, lang.pick("Zoals getypt", "As typed"));
    for row in &typed.rows {
        add(out, "  ", &format!("{}   {}", row.file, row.address));
        for cell in &row.cells {
            out.push_str(&shown(cell, lang));
        }
        for told in &row.told {
            add(out, "    · ", told);
        }
    }
    let note = match typed.not_read {
        None => return,
        Some("changed") => lang.pick(
            "Een bestand is sinds het rapport veranderd; wat erin stond wordt alleen uit het rapport verteld.",
            "A file has changed since the report; what stood in it is told from the report only.",
        ),
        Some("missing") => lang.pick(
            "Een bestand is hier niet (--inventories); wat erin stond wordt alleen uit het rapport verteld.",
            "A file is not here (--inventories); what stood in it is told from the report only.",
        ),
        Some(_) => lang.pick(
            "Een rij is niet teruggevonden; die wordt alleen uit het rapport verteld.",
            "A row was not found again; it is told from the report only.",
        ),
    };
    add(out, "  ", note);
}

/// `    B6   Leverancier              centric b.v. → Centric`
fn shown(cell: &Cell, lang: Lang) -> String {
    let typed = cell.typed.as_deref().map_or_else(
        || lang.pick("(niet getoond: kan een persoon zijn)", "(not shown: may be a person)").to_owned(),
        |typed| cut(typed, CELL),
    );
    let read = match cell.understood.as_deref() {
        Some(understood) if cell.typed.as_deref().map(str::trim) == Some(understood) => String::new(),
        Some(understood) => format!(" → {}", cut(understood, CELL)),
        None => format!(" → {}", lang.pick("niet gebruikt", "not used")),
    };
    format!("    {} {} {typed}{read}\n", padded(&cell.address, 6), padded(&cell.header, HEADER))
}

fn understood(out: &mut String, story: &Story, lang: Lang) {
    heading(out, lang.pick("Zo begrepen", "As understood"));
    let vendor = story.vendor.as_deref().map(|vendor| format!(" ({vendor})")).unwrap_or_default();
    let rows = match story.rows_merged {
        1 => lang.pick("één rij", "one row").to_owned(),
        rows => format!("{rows} {}", lang.pick("rijen, samen één systeem", "rows, together one system")),
    };
    add(out, "  ", &format!("{}{vendor}; {rows}", story.product));
    let none = || lang.pick("geen", "none").to_owned();
    let components = if story.components.is_empty() { none() } else { story.components.join(", ") };
    add(out, "  ", &format!("{}: {components}", lang.pick("referentiecomponenten", "reference components")));
    if let Some(partnership) = &story.registered_by {
        add(out, "  ", &format!("{} {partnership}", lang.pick("geregistreerd door", "registered by")));
    }
    if let Some(month) = &story.carried_from {
        add(out, "  ", &format!("{} {month}", lang.pick("meegenomen uit", "carried forward from")));
    }
}

fn tell_axis(out: &mut String, axis: &Axis, fields: &FieldTexts, lang: Lang) {
    let sure = axis.certainty.map(|sure| format!(", {}", certainty(sure, lang))).unwrap_or_default();
    let from = source(axis.source, axis.axis, lang);
    heading(out, &format!("{}: {}{sure} – {from}", attribute(axis.axis, lang), value(axis.axis, &axis.value, lang)));
    if let Some(review) = &axis.review {
        add(out, "  ", &format!("{}: {review}", lang.pick("besluit", "decision")));
    }
    parties(out, axis, lang);
    for ground in &axis.grounds {
        conditions::tell(out, "  ", ground, None, fields, lang);
    }
    if !axis.lost.is_empty() {
        add(out, "  ", lang.pick("Wat niet besliste:", "What did not decide:"));
    }
    for lost in &axis.lost {
        conditions::tell(out, "  ", &lost.ground, Some(why_lost(lost.why, lang)), fields, lang);
    }
    if let Some(presumption) = axis.presumption {
        presumed(out, presumption, fields, lang);
    }
}

fn parties(out: &mut String, axis: &Axis, lang: Lang) {
    let shown = |party: &Organised| {
        let name = party.organisation.as_deref().map(|name| format!(" ({name})")).unwrap_or_default();
        format!("{}{name}", plain(party.level))
    };
    let steers = axis.steered_by.as_ref().map(|party| format!("{}: {}", lang.pick("wie stuurt", "who steers"), shown(party)));
    let runs = axis.run_by.as_ref().map(|party| format!("{}: {}", lang.pick("wie uitvoert", "who runs it"), shown(party)));
    let differ = match (&axis.steered_by, &axis.run_by) {
        (Some(steers), Some(runs)) if steers.level != runs.level => lang.pick("; de laagste trede telt", "; the lower rung counts"),
        _ => "",
    };
    let told: Vec<String> = steers.into_iter().chain(runs).collect();
    if !told.is_empty() {
        add(out, "  ", &format!("{}{differ}", told.join("; ")));
    }
}

fn presumed(out: &mut String, presumption: Presumption, fields: &FieldTexts, lang: Lang) {
    let Some(why) = presumption.why_not else { return };
    let name = presumption.field.map(|name| format!(": {}", field(name, fields, lang))).unwrap_or_default();
    let not = lang.pick(
        "Dat de gemeente het alleen doet is niet aangenomen, want",
        "That the municipality does it on its own is not presumed, for",
    );
    add(out, "  ", &format!("{not} {}{name}", why_not_presumed(why, lang)));
}

/// What stands beside the verdicts: facets and the form of organisation.
fn beside(out: &mut String, story: &Story, fields: &FieldTexts, lang: Lang) {
    let form: Vec<String> = story.organisation_form.into_iter().chain(story.legal_form).map(plain).collect();
    if story.facets.is_empty() && form.is_empty() {
        return;
    }
    heading(out, lang.pick("Ernaast", "Beside it"));
    if !form.is_empty() {
        add(out, "  ", &format!("{}: {}", lang.pick("organisatievorm", "form of organisation"), form.join(", ")));
    }
    for (facet, grounds) in &story.facets {
        add(out, "  ", &plain(facet));
        for ground in grounds {
            conditions::tell(out, "  ", ground, None, fields, lang);
        }
    }
}

fn counting(out: &mut String, story: &Story, lang: Lang) {
    let status = story.status.map_or_else(
        || lang.pick("geen status, dus in gebruik", "no status, so in use").to_owned(),
        |status| format!("{} {}", lang.pick("status", "status"), plain(status)),
    );
    heading(out, &format!("{}: {} ({status})", attribute("counted", lang), counted(&story.counted, lang)));
}

/// The gap list (R17) and the rung that was skipped (R16).
fn ladder(out: &mut String, story: &Story, lang: Lang) {
    if story.on_gap_list {
        let note = lang.pick(
            "Op de lijst van wat decentraal is zonder onderscheidend te zijn; de resolutie wil dat alleen als het nodig is (§2.1).",
            "On the list of what is decentral without being distinguishing; the resolution wants that only where it is needed (§2.1).",
        );
        add(out, "  ", note);
    }
    if let Some(skipped) = &story.skipped {
        let (passed, sure) = (lang.pick("Gaat voorbij aan", "Passes by"), certainty(skipped.certainty, lang));
        let (level, because) = (plain(skipped.level), &skipped.because);
        add(out, "  ", &format!("{passed} {} ({level}, {sure}): {because} [{}]", skipped.provision, skipped.source));
    }
}

fn changes(out: &mut String, changes: &[Change], fields: &FieldTexts, lang: Lang) {
    heading(out, lang.pick("Wat dit zou veranderen (elk opnieuw beoordeeld)", "What would change this (each judged again)"));
    for change in changes.iter().filter(|change| !becomes_the_verdict(change)) {
        let moves = change
            .moves
            .iter()
            .map(|moved| format!("{}: {}", attribute(moved.what, lang).to_lowercase(), value(moved.what, moved.to, lang)));
        let moves = moves.collect::<Vec<_>>().join(", ");
        add(out, "  - ", &format!("{} → {moves}", tried(change, fields, lang)));
    }
    for declared in ["declared_level", "declared_distinguishing"] {
        tell_declared(out, declared, changes, fields, lang);
    }
    if changes.is_empty() {
        add(out, "  ", lang.pick("niets van wat is geprobeerd", "nothing of what was tried"));
    }
}

/// Whether what is declared becomes the verdict, and nothing else moves.
fn becomes_the_verdict(change: &Change) -> bool {
    let declared = change.change.starts_with("declared_");
    declared && matches!(change.moves.as_slice(), [moved] if Some(moved.to) == change.example.as_deref())
}

/// All declarations that become the verdict in one line.
fn tell_declared(out: &mut String, declared: &str, changes: &[Change], fields: &FieldTexts, lang: Lang) {
    let of_kind = changes.iter().filter(|change| change.change == declared && becomes_the_verdict(change));
    let values: Vec<String> = of_kind.clone().filter_map(|change| change.example.as_deref()).map(plain).collect();
    let Some(column) = of_kind.map(|change| field(change.field, fields, lang)).next() else { return };
    let (column_word, goes) = (in_column(lang), lang.pick("die opgave gaat voor", "that declaration goes first"));
    add(out, "  - ", &format!("{} {column_word} {column} → {goes}", values.join(lang.pick(" of ", " or "))));
}

fn tried(change: &Change, fields: &FieldTexts, lang: Lang) -> String {
    let column = field(change.field, fields, lang);
    let example = change.example.as_deref().map(|example| format!(" ({})", plain(example))).unwrap_or_default();
    match (change.change, change.choices) {
        ("partnership", _) => {
            format!("{}{example} {} {column}", lang.pick("een samenwerkingsverband", "a partnership"), in_column(lang))
        }
        ("own_contract", _) => format!("{} {} {column}", lang.pick("de gemeente zelf", "the municipality itself"), in_column(lang)),
        ("column_for_partner", _) => {
            lang.pick("een lege kolom waarin een partner kan staan", "an empty column in which a partner can stand").to_owned()
        }
        ("in_production", _) => lang.pick("in productie", "in production").to_owned(),
        ("without", _) => format!("{} {column}", lang.pick("niets in kolom", "nothing in column")),
        ("component", Some((count, tried))) => {
            let (one_of, such) = (lang.pick("van de", "of the"), lang.pick("componenten, zoals", "components, such as"));
            let example = change.example.as_deref().unwrap_or_default();
            format!("{} {column}: {count} {one_of} {tried} {such} {example}", lang.pick("in kolom", "in column"))
        }
        _ => format!("{}{example} {} {column}", lang.pick("een opgave", "a declaration"), in_column(lang)),
    }
}

const fn in_column(lang: Lang) -> &'static str {
    lang.pick("in kolom", "in column")
}
