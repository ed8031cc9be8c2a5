//! What people call the published values.

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

/// The target as a condition: `meer dan 80%`.
#[must_use]
pub fn target_name(settings: &Settings) -> String {
    let lang = settings.lang;
    let condition = if settings.target.exclusive { lang.pick("meer dan", "more than") } else { lang.pick("minstens", "at least") };
    format!("{condition} {}%", settings.target.percent)
}
