//! The words of the annotated copy, in Dutch and English. What a problem says is not here, but with the problems.

use crate::terms::Lang;

/// Words that stand on the list of problems.
pub struct Text {
    /// Name of the sheet.
    pub sheet: &'static str,
    pub intro: &'static str,
    pub legend: [&'static str; 3],
    pub heads: [&'static str; 8],
    pub none: &'static str,
    pub cut: &'static str,
    pub beyond: &'static str,
    pub unmarked: &'static str,
    /// Before what is said on these in a note.
    pub effect: &'static str,
    pub next: &'static str,
    mark: &'static str,
}

const NL: Text = Text {
    sheet: "Meldingen",
    mark: "Meldingen van tachtig bij",
    intro: "Dit is een kopie. Alle waarden staan in dezelfde cel als in uw bestand; opmaak, formules en keuzelijsten zijn niet overgenomen. \
            Klik op een cel om ernaartoe te gaan; wijs daar de rode hoek aan voor de uitleg.",
    legend: [
        "dikke rand: hierdoor telt de hele rij niet mee",
        "onderbroken rand: deze waarde of kolom is niet gebruikt, of anders gelezen",
        "gearceerde rij: telt niet mee",
    ],
    heads: ["Blad", "Cel", "Wat", "Melding", "Gevonden", "Voorstel", "Gevolg", "Wat te doen"],
    none: "Er zijn geen meldingen.",
    cut: "teksten waren te lang voor een cel en zijn afgekapt",
    beyond: "cellen vielen buiten wat een werkblad kan bevatten en staan niet in deze kopie",
    unmarked: "cellen hebben wel een kleur maar geen opmerking, omdat er te veel zijn",
    effect: "Gevolg",
    next: "Wat te doen",
};

const EN: Text = Text {
    sheet: "Findings",
    mark: "Findings of tachtig on",
    intro: "This is a copy. Each value stands in the same cell as in your file; layout, formulas and lists to choose from are not kept. \
            Click on a cell to go there; point at the red corner for the explanation.",
    legend: [
        "thick border: because of this the whole row does not count",
        "dashed border: this value or column was not used, or read as something else",
        "hatched row: does not count",
    ],
    heads: ["Sheet", "Cell", "What", "Message", "Found", "Proposal", "Effect", "What to do"],
    none: "There are no problems.",
    cut: "texts were too long for a cell and are cut",
    beyond: "cells lay outside what a sheet can hold and are not in this copy",
    unmarked: "cells have a colour but no note, for there are too many",
    effect: "Effect",
    next: "What to do",
};

impl Text {
    pub const fn of(lang: Lang) -> Self {
        match lang {
            Lang::Nl => NL,
            Lang::En => EN,
        }
    }

    /// The first text of the list; the word list of own sheets knows how it begins.
    pub fn title(&self, file: &str) -> String {
        format!("{} {file}", self.mark)
    }

    /// Whether a sheet is called as the list is.
    pub fn is_list(name: &str) -> bool {
        [NL.sheet, EN.sheet].iter().any(|own| name.starts_with(own))
    }
}
