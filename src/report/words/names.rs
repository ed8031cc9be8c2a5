//! What people call the published values.

use crate::measure::disclosure::Reason;
use crate::report::Settings;
use crate::terms::{Distinguishing, Lang, Level};

/// A rung of the ladder.
#[must_use]
pub const fn level_name(level: Level, lang: Lang) -> &'static str {
    match level {
        Level::Overheidsbreed => lang.pick("Overheidsbreed", "Government-wide"),
        Level::CollectiefGemeentelijk => lang.pick("Collectief gemeentelijk", "All municipalities together"),
        Level::Regionaal => lang.pick("Regionaal", "Regional"),
        Level::Decentraal => lang.pick("Decentraal", "Each on its own"),
        Level::Onbekend => lang.pick("Onbekend", "Unknown"),
    }
}

#[must_use]
pub const fn distinguishing_name(value: Distinguishing, lang: Lang) -> &'static str {
    match value {
        Distinguishing::NietOnderscheidend => lang.pick("Niet onderscheidend", "Not distinguishing"),
        Distinguishing::Onderscheidend => lang.pick("Onderscheidend", "Distinguishing"),
        Distinguishing::Onbekend => lang.pick("Onbekend", "Unknown"),
    }
}

/// The CBS size classes in thousands of inhabitants (CBS, *gemeentegrootteklasse*).
#[must_use]
pub const fn size_class_name(size_class: u8) -> &'static str {
    match size_class {
        1 => "<5",
        2 => "5–10",
        3 => "10–20",
        4 => "20–50",
        5 => "50–100",
        6 => "100–150",
        7 => "150–250",
        8 => "≥250",
        _ => "?",
    }
}

/// Why a group is not public.
#[must_use]
pub const fn reason_name(reason: Reason, lang: Lang) -> &'static str {
    match reason {
        Reason::TooFew => lang.pick("te weinig gemeenten", "too few municipalities"),
        Reason::Dominated => lang.pick("één gemeente bepaalt het cijfer", "one municipality makes the figure"),
        Reason::Uniform => lang.pick("in elke gemeente hetzelfde", "the same in every municipality"),
        Reason::Secondary => lang.pick("om andere te beschermen", "to protect others"),
    }
}

/// A part of what figures are made from; the word itself where it has no other name.
#[must_use]
pub fn part_name(part: &str, lang: Lang) -> &str {
    match part {
        "catalogue" => lang.pick("catalogus", "catalogue"),
        "corrections" => lang.pick("correcties", "corrections"),
        "definitions" => lang.pick("definities", "definitions"),
        "inventories" => lang.pick("inventarissen", "inventories"),
        "layouts" => lang.pick("indelingen van lijsten", "layouts of lists"),
        "program" => lang.pick("programma", "program"),
        "publication" => lang.pick("gegevens over de uitgever", "details of the publisher"),
        "reference" => lang.pick("referentietabellen", "reference tables"),
        "reviews" => lang.pick("besluiten van mensen", "decisions of people"),
        "rules" => lang.pick("regels", "rules"),
        other => other,
    }
}

/// The target as a condition: `meer dan 80%`.
#[must_use]
pub fn target_name(settings: &Settings) -> String {
    let lang = settings.lang;
    let condition = if settings.target.exclusive { lang.pick("meer dan", "more than") } else { lang.pick("minstens", "at least") };
    format!("{condition} {}%", settings.target.percent)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::reference::DataDir;

    #[test]
    fn every_part_of_the_definitions_has_a_dutch_name() {
        let data = DataDir::embedded();
        let parts: BTreeSet<&str> = data.files().filter_map(|(path, _)| path.split('/').next()).collect();
        assert!(parts.len() > 5, "{parts:?}");
        let bare: Vec<&str> = parts.into_iter().filter(|part| part_name(part, Lang::Nl) == *part).collect();
        assert!(bare.is_empty(), "{bare:?}");
    }
}
