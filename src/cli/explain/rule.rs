//! The story of one rule, to read.

use super::conditions;
use super::words::certainty;
use crate::cli::check::lines::add;
use crate::explain::{NearMiss, Reach, RuleStory, Seen};
use crate::inventory::FieldTexts;
use crate::run::Definitions;
use crate::terms::Lang;

/// The whole story.
pub fn text(story: &RuleStory, definitions: &Definitions, lang: Lang) -> String {
    let mut out = format!("{}\n\n{}\n\n", story.file, story.text.trim_end());
    add(&mut out, "", &format!("{}: {} [{}]", lang.pick("Grond", "Ground"), story.because, story.source));
    let open = || "…".to_owned();
    let (since, until) = (story.since.clone().unwrap_or_else(open), story.until.clone().unwrap_or_else(open));
    let (valid, sure) = (lang.pick("Geldig", "Valid"), certainty(story.certainty, lang));
    add(&mut out, "", &format!("{valid}: {since} – {until}; {sure}"));
    for (example, why) in &story.own_near_misses {
        let why = why.as_deref().map(|why| format!(" ({why})")).unwrap_or_default();
        add(&mut out, "  ", &format!("{}: {example}{why}", lang.pick("laat met rust", "leaves alone")));
    }
    match &story.seen {
        Some(seen) => tell_seen(&mut out, seen, &definitions.layouts.fields, lang),
        None => add(&mut out, "", lang.pick("Er is geen rapport om in te kijken.", "There is no report to look into.")),
    }
    out
}

fn tell_seen(out: &mut String, seen: &Seen, fields: &FieldTexts, lang: Lang) {
    let synthetic = if seen.synthetic { lang.pick(" · SYNTHETISCH VOORBEELD", " · SYNTHETIC SAMPLE") } else { "" };
    out.push('\n');
    add(out, "", &format!("{}, {}{synthetic}", seen.report, seen.month));
    if !seen.same_definitions {
        let note = lang.pick(
            "Het rapport is met andere definities gemaakt; hieronder staat wat die van nu erin doen.",
            "The report was made with other definitions; below stands what those of now do in it.",
        );
        add(out, "", note);
    }
    reach(out, lang.pick("beslist over", "decides"), &seen.decides, lang);
    seen.decides.examples.iter().for_each(|example| add(out, "    ", example));
    reach(out, lang.pick("treft zonder te beslissen", "fires without deciding"), &seen.fires_only, lang);
    seen.fires_only.examples.iter().for_each(|example| add(out, "    ", example));
    reach(out, lang.pick("mist op één ding na", "misses by one thing"), &seen.near_misses, lang);
    for near in &seen.nearly {
        add(out, "    ", &missed(near, fields, lang));
    }
}

fn reach(out: &mut String, what: &str, reach: &Reach, lang: Lang) {
    let (systems, municipalities) = (lang.pick("systemen in", "systems in"), lang.pick("gemeenten", "municipalities"));
    add(out, "  ", &format!("{what}: {} {systems} {} {municipalities}", reach.systems, reach.municipalities));
}

fn missed(near: &NearMiss, fields: &FieldTexts, lang: Lang) -> String {
    let condition = &near.condition;
    let why = match &condition.held {
        Some(held) => {
            format!("{} {}", lang.pick("uitgezonderd, want", "kept out, for"), conditions::holds(condition, held, fields, lang))
        }
        None => format!("{} {}", lang.pick("niet waar:", "not so:"), conditions::asks(condition, fields, lang)),
    };
    format!("{}: {why}", near.system)
}
