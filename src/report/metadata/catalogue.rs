//! `catalog.ttl`: the month's dataset as DCAT-AP-NL 3.0 (Geonovum, 12 December 2024), for data portals.
//!
//! One dataset a month, in a series of months; its distributions are the files of the public tables.

use super::turtle::{Property, Term, document};
use super::{Described, Facts, File, organisation_name};
use crate::reference::Publisher;
use crate::report::Tier;
use crate::report::words::{MetadataWords, fill};
use crate::terms::Lang;

const PREFIXES: [(&str, &str); 11] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("data-theme", "http://publications.europa.eu/resource/authority/data-theme/"),
    ("frequency", "http://publications.europa.eu/resource/authority/frequency/"),
];
/// The value lists that DCAT-AP-NL makes mandatory (chapter Waardelijsten).
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
const PAGE: &str = "index.html";
const SUMMARY: &str = "samenvatting.md";
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

/// The catalogue of one month.
#[must_use]
pub fn catalogue(tables: &[Described<'_>], facts: &Facts<'_>, publisher: &Publisher) -> String {
    let writer = Writer { facts, publisher };
    let files: Vec<&File<'_>> = tables.iter().flat_map(|table| [&table.csv, &table.parquet]).collect();
    let mut things = vec![
        (writer.iri("catalog"), writer.catalogue()),
        (writer.iri("dataset"), writer.dataset(&files)),
        (writer.series_iri(), writer.series()),
    ];
    for table in tables {
        for file in [&table.csv, &table.parquet] {
            things.push((writer.iri(&file.name), writer.distribution(table, file)));
        }
        things.push((writer.schema_iri(table), Writer::schema(table)));
    }
    things.push((writer.agent_iri(), writer.agent()));
    things.push((writer.iri("contact"), writer.contact()));
    things.push(writer.document(PAGE, |words| words.page));
    things.push(writer.document(SUMMARY, |words| words.summary));
    things.push((publisher.licence.uri.clone(), vec![a("dct:LicenseDocument"), plain("dct:title", &publisher.licence.title)]));
    document(&PREFIXES, &things)
}

struct Writer<'a> {
    facts: &'a Facts<'a>,
    publisher: &'a Publisher,
}

impl Writer<'_> {
    fn catalogue(&self) -> Vec<Property> {
        let title = |lang| fill(MetadataWords::of(lang).catalogue_title, &[("title", &self.facts.title(lang))]);
        let about = |lang| self.facts.warned(self.facts.filled(MetadataWords::of(lang).catalogue_description, lang), lang);
        let mut properties = vec![a("dcat:Catalog"), both("dct:title", title), both("dct:description", about)];
        properties.extend(self.bodies());
        properties.extend([
            languages(),
            self.licence(),
            one("foaf:homepage", self.page(PAGE)),
            one("dcat:dataset", Term::Iri(self.iri("dataset"))),
        ]);
        properties
    }

    fn dataset(&self, files: &[&File<'_>]) -> Vec<Property> {
        let mut properties = vec![
            a("dcat:Dataset"),
            both("dct:title", |lang| self.facts.title(lang)),
            both("dct:description", |lang| self.facts.description(lang)),
            plain("dct:identifier", &self.iri("dataset")),
            one("dct:accessRights", Term::Iri(format!("{AUTHORITY}access-right/PUBLIC"))),
            themes(),
            self.keywords(),
            languages(),
            spatial(),
            one("dct:temporal", Term::Thing(self.period())),
            // A month is measured once; what may come is a revision.
            one("dct:accrualPeriodicity", Term::Name("frequency:IRREG")),
            one("dcat:inSeries", Term::Iri(self.series_iri())),
            one("dcat:landingPage", self.page(PAGE)),
            one("foaf:page", self.page(SUMMARY)),
            ("dcat:distribution", files.iter().map(|file| Term::Iri(self.iri(&file.name))).collect()),
        ];
        properties.extend(self.bodies());
        properties.extend(self.making());
        properties
    }

    /// How it came about, and which version it is.
    fn making(&self) -> Vec<Property> {
        let filled = |lang, text: fn(&MetadataWords) -> &'static str| self.facts.filled(text(MetadataWords::of(lang)), lang);
        let label = |lang| filled(lang, |words| words.generated);
        let provenance = |lang| self.facts.warned(filled(lang, |words| words.provenance), lang);
        vec![
            plain("dcat:version", &self.facts.vintage.name()),
            both("adms:versionNotes", |lang| self.version_notes(lang)),
            one("prov:wasGeneratedBy", Term::Thing(vec![a("prov:Activity"), both("rdfs:label", label)])),
            one("dct:provenance", Term::Thing(vec![a("dct:ProvenanceStatement"), both("rdfs:label", provenance)])),
        ]
    }

    fn version_notes(&self, lang: Lang) -> String {
        let words = MetadataWords::of(lang);
        let made = self.facts.filled(words.version_notes, lang);
        let replaces = self.facts.vintage.replaces.as_ref().map(|vintage| fill(words.replaces, &[("vintage", vintage)]));
        [made].into_iter().chain(replaces).collect::<Vec<_>>().join(" ")
    }

    fn series(&self) -> Vec<Property> {
        let title = |lang| self.facts.entitled(MetadataWords::of(lang).series_title.to_owned(), lang);
        let about = |lang| self.facts.warned(MetadataWords::of(lang).series_description.to_owned(), lang);
        let mut properties = vec![a("dcat:DatasetSeries"), both("dct:title", title), both("dct:description", about)];
        properties.extend(self.bodies());
        properties.extend([spatial(), one("dct:accrualPeriodicity", Term::Name("frequency:MONTHLY"))]);
        properties
    }

    fn distribution(&self, table: &Described<'_>, file: &File<'_>) -> Vec<Property> {
        let (title, format) = (|lang| format!("{} – {}", self.facts.title(lang), file.name), file.format);
        let address = Term::Iri(self.facts.address(self.publisher, &Tier::Public.file(&file.name)));
        let checksum = vec![
            a("spdx:Checksum"),
            one("spdx:algorithm", Term::Name("spdx:checksumAlgorithm_sha256")),
            one("spdx:checksumValue", Term::Typed(file.sha256(), "xsd:hexBinary")),
        ];
        vec![
            a("dcat:Distribution"),
            both("dct:title", title),
            one("dct:description", Term::Text(table.contract.description.to_owned(), "en")),
            one("dcat:accessURL", address.clone()),
            one("dcat:downloadURL", address),
            one("dcat:mediaType", Term::Iri(format!("{MEDIA_TYPES}{}", format.media_type))),
            one("dct:format", Term::Iri(format!("{AUTHORITY}file-type/{}", format.file_type))),
            one("dcat:byteSize", Term::Typed(file.bytes.len().to_string(), "xsd:nonNegativeInteger")),
            one("spdx:checksum", Term::Thing(checksum)),
            languages(),
            self.licence(),
            one("dct:conformsTo", Term::Iri(self.schema_iri(table))),
        ]
    }

    /// Columns, types and units of both files, as the metadata of the CSV copy has them.
    fn schema(table: &Described<'_>) -> Vec<Property> {
        let title = |lang| fill(MetadataWords::of(lang).columns, &[("table", table.contract.name)]);
        vec![a("dct:Standard"), both("dct:title", title)]
    }

    fn schema_iri(&self, table: &Described<'_>) -> String {
        self.facts.address(self.publisher, &Tier::Public.file(&format!("{}-metadata.json", table.csv.name)))
    }

    fn bodies(&self) -> [Property; 3] {
        let agent = || Term::Iri(self.agent_iri());
        [one("dct:publisher", agent()), one("dct:creator", agent()), one("dcat:contactPoint", Term::Iri(self.iri("contact")))]
    }

    fn agent(&self) -> Vec<Property> {
        vec![a("foaf:Agent"), both("foaf:name", |lang| organisation_name(self.publisher, lang).to_owned())]
    }

    fn contact(&self) -> Vec<Property> {
        let contact = &self.publisher.contact;
        vec![
            ("a", vec![Term::Name("vcard:Kind"), Term::Name("vcard:Organization")]),
            both("vcard:fn", |lang| lang.pick(&contact.name_nl, &contact.name_en).to_owned()),
            one("vcard:hasEmail", Term::Iri(format!("mailto:{}", contact.email))),
            one("vcard:hasURL", Term::Iri(contact.url.clone())),
        ]
    }

    fn keywords(&self) -> Property {
        let of = |lang: Lang| self.facts.keywords(lang).into_iter().map(move |word| Term::Text(word.to_owned(), lang.tag()));
        ("dcat:keyword", Lang::ALL.into_iter().flat_map(of).collect())
    }

    fn period(&self) -> Vec<Property> {
        let month = self.facts.publication.month;
        let day = |day: chrono::NaiveDate| Term::Typed(day.to_string(), "xsd:date");
        vec![a("dct:PeriodOfTime"), one("dcat:startDate", day(month.first_day())), one("dcat:endDate", day(month.last_day()))]
    }

    /// A page of the report. Described apart, as a document with a title.
    fn page(&self, path: &str) -> Term {
        Term::Iri(self.facts.address(self.publisher, path))
    }

    fn document(&self, path: &str, title: fn(&MetadataWords) -> &'static str) -> (String, Vec<Property>) {
        let title = |lang| self.facts.entitled(title(MetadataWords::of(lang)).to_owned(), lang);
        (self.facts.address(self.publisher, path), vec![a("foaf:Document"), both("dct:title", title)])
    }

    fn licence(&self) -> Property {
        one("dct:license", Term::Iri(self.publisher.licence.uri.clone()))
    }

    fn iri(&self, name: &str) -> String {
        self.facts.in_catalogue(self.publisher, name)
    }

    fn agent_iri(&self) -> String {
        self.publisher.organisation.uri.clone().unwrap_or_else(|| self.iri("publisher"))
    }

    /// The same in every month.
    fn series_iri(&self) -> String {
        format!("{}#series", self.publisher.place.base_url)
    }
}

fn a(class: &'static str) -> Property {
    one("a", Term::Name(class))
}

fn one(name: &'static str, value: Term) -> Property {
    (name, vec![value])
}

fn plain(name: &'static str, value: &str) -> Property {
    one(name, Term::Plain(value.to_owned()))
}

/// A text in each language.
fn both(name: &'static str, text: impl Fn(Lang) -> String) -> Property {
    (name, Lang::ALL.map(|lang| Term::Text(text(lang), lang.tag())).to_vec())
}

/// Values are Dutch words, names and descriptions of columns English ones.
fn languages() -> Property {
    ("dct:language", ["NLD", "ENG"].map(|code| Term::Iri(format!("{AUTHORITY}language/{code}"))).to_vec())
}

/// Government and public sector; science and technology.
fn themes() -> Property {
    ("dcat:theme", vec![Term::Name("data-theme:GOVE"), Term::Name("data-theme:TECH")])
}

fn spatial() -> Property {
    one("dct:spatial", Term::Iri(format!("{AUTHORITY}country/NLD")))
}
