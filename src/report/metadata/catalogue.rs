//! `catalog.ttl`: the month's dataset as DCAT-AP-NL 3.0 (Geonovum, 12 December 2024), for data portals.
//!
//! One dataset a month, in a series of months; its distributions are the files of the public tables.

use super::turtle::{Property, Term, document};
use super::vocabulary::{
    IRREGULAR, MONTHLY, PUBLIC, a, algorithm, both, described, file_type, languages, listed, media_type, one, plain, spatial,
    themes,
};
use super::{Described, Facts, File, organisation_name};
use crate::reference::Publisher;
use crate::report::Tier;
use crate::report::words::{MetadataWords, fill};
use crate::terms::Lang;

const PREFIXES: [(&str, &str); 10] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];
const PAGE: &str = "index.html";
const SUMMARY: &str = "samenvatting.md";

/// The catalogue of one month.
#[must_use]
pub fn catalogue(tables: &[Described<'_>], facts: &Facts<'_>, publisher: &Publisher) -> String {
    let writer = Writer { facts, publisher };
    let files: Vec<&File<'_>> = tables.iter().flat_map(|table| [&table.csv, &table.parquet]).collect();
    let mut things = vec![
        (writer.iri("catalog"), writer.catalogue()),
        (writer.iri("dataset"), writer.dataset(tables, &files)),
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
    things.extend(described());
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

    fn dataset(&self, tables: &[Described<'_>], files: &[&File<'_>]) -> Vec<Property> {
        let mut properties = vec![
            a("dcat:Dataset"),
            both("dct:title", |lang| self.facts.title(lang)),
            both("dct:description", |lang| self.facts.description(lang)),
            plain("dct:identifier", &self.iri("dataset")),
            one("dct:accessRights", listed(PUBLIC)),
            themes(),
            self.keywords(),
            languages(),
            spatial(),
            one("dct:temporal", Term::Thing(self.period())),
            // A month is measured once; what may come is a revision.
            one("dct:accrualPeriodicity", listed(IRREGULAR)),
            one("dcat:inSeries", Term::Iri(self.series_iri())),
            one("dcat:landingPage", self.page(PAGE)),
            one("foaf:page", self.page(SUMMARY)),
            ("dct:conformsTo", tables.iter().map(|table| Term::Iri(self.schema_iri(table))).collect()),
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
        let from: fn(&MetadataWords) -> &'static str =
            if self.facts.publication.synthetic { |words| words.synthetic_provenance } else { |words| words.provenance };
        let provenance = |lang| self.facts.warned(filled(lang, from), lang);
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
        properties.extend([spatial(), one("dct:accrualPeriodicity", listed(MONTHLY))]);
        properties
    }

    fn distribution(&self, table: &Described<'_>, file: &File<'_>) -> Vec<Property> {
        let (title, format) = (|lang| format!("{} – {}", self.facts.title(lang), file.name), file.format);
        let address = Term::Iri(self.facts.address(self.publisher, &Tier::Public.file(&file.name)));
        let checksum =
            vec![a("spdx:Checksum"), algorithm(), one("spdx:checksumValue", Term::Typed(file.sha256(), "xsd:hexBinary"))];
        vec![
            a("dcat:Distribution"),
            both("dct:title", title),
            one("dct:description", Term::Text(table.contract.description.to_owned(), "en")),
            one("dcat:accessURL", address.clone()),
            one("dcat:downloadURL", address),
            one("dcat:mediaType", Term::Iri(media_type(format))),
            one("dct:format", Term::Iri(file_type(format))),
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
