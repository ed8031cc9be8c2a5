//! What explanations call the published values and the fields, in Dutch and English.

use crate::inventory::{Field, FieldTexts};
use crate::terms::Lang;

/// A published value in running text: `niet_onderscheidend` is *niet onderscheidend*.
pub fn plain(value: &str) -> String {
    value.replace('_', " ")
}

/// What a field is called.
pub fn field(name: &str, fields: &FieldTexts, lang: Lang) -> String {
    match (name, Field::ALL.into_iter().find(|field| field.as_str() == name)) {
        ("registered_by", _) => lang.pick("geregistreerd door", "registered by").to_owned(),
        ("layout", _) => lang.pick("soort bestand", "kind of file").to_owned(),
        (_, Some(known)) => fields.header(known, lang).to_owned(),
        _ => plain(name),
    }
}

/// An axis or attribute.
pub fn attribute(name: &str, lang: Lang) -> &'static str {
    match name {
        "role" => lang.pick("Rol", "Role"),
        "distinguishing" => lang.pick("Onderscheidend", "Distinguishing"),
        "level" => lang.pick("Niveau", "Level"),
        "counted" => lang.pick("Telt mee", "Counts"),
        "steered_by" => lang.pick("stuurt", "steers"),
        "run_by" => lang.pick("voert uit", "runs"),
        _ => lang.pick("twijfel", "doubt"),
    }
}

/// Where a verdict comes from.
pub fn source(source: Option<&str>, axis: &str, lang: Lang) -> &'static str {
    match source {
        Some("review") => {
            lang.pick("mensen hebben het besloten; dat gaat voor alles", "people decided it; that goes before all else")
        }
        Some("declared") => {
            lang.pick("de gemeente geeft het zelf op; dat gaat voor", "the municipality declares it itself; that goes first")
        }
        Some("rule") => lang.pick("uit regels", "from rules"),
        Some("catalogue") => lang.pick("uit de catalogus; geen regel zegt iets", "from the catalogue; no rule says anything"),
        Some("presumed") => lang.pick(
            "aangenomen: een partner had genoemd kunnen worden, en er is geen",
            "presumed: a partner could have been named, and there is none",
        ),
        Some("contested") => lang.pick(
            "betwist: regels of catalogus spreken elkaar tegen, dus telt het als onbekend",
            "contested: rules or catalogue contradict each other, so it counts as unknown",
        ),
        _ if axis == "role" => lang.pick("niets wijst op iets anders", "nothing points to anything else"),
        _ => lang.pick("niets in de gegevens zegt het", "nothing in the data says it"),
    }
}

/// Why something that could have decided did not.
pub fn why_lost(why: &str, lang: Lang) -> &'static str {
    match why {
        "review" => lang.pick("het besluit van mensen gaat voor", "the decision of people goes first"),
        "declared" => lang.pick("de opgave van de gemeente gaat voor", "what the municipality declares goes first"),
        "doubt" => lang.pick(
            "een regel zegt dat de velden over partners niet te vertrouwen zijn",
            "a rule says that the fields for partners can't be relied on",
        ),
        "rules" => lang.pick("een regel gaat voor", "a rule goes first"),
        "contested" => lang.pick(
            "regels die elkaar tegenspreken worden niet beslecht door de catalogus",
            "the catalogue does not settle rules that contradict each other",
        ),
        "shared_software" => lang.pick("samen gebouwd, maar ieder draait het zelf", "built together, but each runs its own"),
        _ => lang.pick("niet nodig: iets anders beslist", "not needed: something else decides"),
    }
}

/// Why nothing was presumed from silence.
pub fn why_not_presumed(why: &str, lang: Lang) -> &'static str {
    match why {
        "no_system" => lang.pick("het is geen systeem", "it is no system"),
        "doubt" => lang.pick("er kan een partner bedoeld zijn die niet bekend is", "a partner may be meant who is not known"),
        "no_field_for_partner" => lang.pick(
            "de lijst heeft geen kolom waarin een partner genoemd kon worden",
            "the list has no column in which a partner could have been named",
        ),
        "partnership_filled" => {
            lang.pick("in de kolom voor een samenwerkingsverband staat iets", "something stands in the column for a partnership")
        }
        "partner_not_known" => {
            lang.pick("een kolom zegt dat de partner niet bekend is", "a column says that the partner is not known")
        }
        "partner_named" => lang.pick(
            "een kolom noemt een samenwerkingsverband of een andere gemeente",
            "a column names a partnership or another municipality",
        ),
        _ => lang.pick("iets anders beslist", "something else decides"),
    }
}

/// Whether it counts, or why not.
pub fn counted(value: &str, lang: Lang) -> &'static str {
    match value {
        "counted" => lang.pick("ja", "yes"),
        "no_system" => lang.pick("nee: het is geen systeem", "no: it is no system"),
        "not_in_use" => lang.pick("nee: het is niet in gebruik", "no: it is not in use"),
        _ => lang.pick("nee: alleen een samenwerkingsverband meldt het", "no: only a partnership speaks of it"),
    }
}

/// A value of any axis in running text.
pub fn value(what: &str, text: &str, lang: Lang) -> String {
    match what {
        "counted" => counted(text, lang).to_owned(),
        "role" => role(text, lang).map_or_else(|| plain(text), str::to_owned),
        _ => plain(text),
    }
}

/// What a row stands for; nothing for the roles that only provisions have.
fn role(text: &str, lang: Lang) -> Option<&'static str> {
    match text {
        "system" => Some(lang.pick("systeem", "system")),
        "national_connection" => Some(lang.pick("landelijke aansluiting", "national connection")),
        "standard_or_agreement" => Some(lang.pick("standaard of afspraak", "standard or agreement")),
        "contract_vehicle" => Some(lang.pick("gezamenlijk contract", "joint contract")),
        "shared_service" => Some(lang.pick("dienst voor allen", "service for all")),
        "replaces_local_system" => {
            Some(lang.pick("komt in de plaats van een eigen systeem", "takes the place of a system of one's own"))
        }
        "shared_software_local_instance" => {
            Some(lang.pick("samen gebouwd, door ieder zelf gedraaid", "built together, run by each for itself"))
        }
        _ => None,
    }
}

/// How sure a level is.
pub fn certainty(value: &str, lang: Lang) -> &'static str {
    match value {
        "certain" => lang.pick("zeker", "certain"),
        "probable" => lang.pick("waarschijnlijk", "probable"),
        _ => lang.pick("onzeker", "uncertain"),
    }
}
