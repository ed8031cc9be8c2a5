//! Terms that others keep: the value lists that DCAT-AP-NL makes mandatory (chapter *Waardelijsten*), and how properties take values.

use super::turtle::{Property, Term};
use super::{CSV, Format, PARQUET};
use crate::terms::Lang;

const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

pub const PUBLIC: &str = "access-right/PUBLIC";
pub const IRREGULAR: &str = "frequency/IRREG";
pub const MONTHLY: &str = "frequency/MONTHLY";
const NETHERLANDS: &str = "country/NLD";
/// Values are Dutch words; names and descriptions of columns are English.
const LANGUAGES: [&str; 2] = ["language/NLD", "language/ENG"];
/// How the hashes of files are made, as SPDX names it.
const SHA_256: &str = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";
/// With their labels in Dutch and English.
const THEMES: [(&str, [&str; 2]); 2] = [
    ("data-theme/GOVE", ["Overheid en publieke sector", "Government and public sector"]),
    ("data-theme/TECH", ["Wetenschap en technologie", "Science and technology"]),
];
/// What each of the others is, so that the catalogue can be checked without the lists.
const CLASSES: [(&str, &str); 6] = [
    (PUBLIC, "dct:RightsStatement"),
    (IRREGULAR, "dct:Frequency"),
    (MONTHLY, "dct:Frequency"),
    (NETHERLANDS, "dct:Location"),
    (LANGUAGES[0], "dct:LinguisticSystem"),
    (LANGUAGES[1], "dct:LinguisticSystem"),
];

/// A value of one of the lists of the EU.
pub fn listed(path: &str) -> Term {
    Term::Iri(authority(path))
}

fn authority(path: &str) -> String {
    format!("{AUTHORITY}{path}")
}

pub fn file_type(format: Format) -> String {
    authority(&format!("file-type/{}", format.file_type))
}

pub fn media_type(format: Format) -> String {
    format!("{MEDIA_TYPES}{}", format.media_type)
}

/// All terms that a catalogue names, each with what it is.
pub fn described() -> Vec<(String, Vec<Property>)> {
    let classes = CLASSES.into_iter().map(|(path, class)| (authority(path), vec![a(class)]));
    let themes = THEMES.into_iter().map(|(path, [nl, en])| {
        (authority(path), vec![a("skos:Concept"), both("skos:prefLabel", |lang| lang.pick(nl, en).to_owned())])
    });
    let formats = [CSV, PARQUET]
        .into_iter()
        .flat_map(|format| [(file_type(format), vec![a("dct:MediaTypeOrExtent")]), (media_type(format), vec![a("dct:MediaType")])]);
    let algorithm = (SHA_256.to_owned(), vec![a("spdx:ChecksumAlgorithm")]);
    classes.chain(themes).chain(formats).chain([algorithm]).collect()
}

pub fn algorithm() -> Property {
    one("spdx:algorithm", Term::Iri(SHA_256.to_owned()))
}

pub fn languages() -> Property {
    ("dct:language", LANGUAGES.map(listed).to_vec())
}

pub fn themes() -> Property {
    ("dcat:theme", THEMES.map(|(path, _)| listed(path)).to_vec())
}

pub fn spatial() -> Property {
    one("dct:spatial", listed(NETHERLANDS))
}

pub fn a(class: &'static str) -> Property {
    one("a", Term::Name(class))
}

pub fn one(name: &'static str, value: Term) -> Property {
    (name, vec![value])
}

pub fn plain(name: &'static str, value: &str) -> Property {
    one(name, Term::Plain(value.to_owned()))
}

/// A text in each language.
pub fn both(name: &'static str, text: impl Fn(Lang) -> String) -> Property {
    (name, Lang::ALL.map(|lang| Term::Text(text(lang), lang.tag())).to_vec())
}
