//! What is said of a month beside its tables: titles, texts, addresses.

use std::collections::BTreeMap;

use crate::reference::{Origin, Publisher};
use crate::report::words::{MetadataWords, SummaryWords, fill, month_name};
use crate::report::{Material, Publication, Tier, Vintage};
use crate::terms::Lang;

/// All that metadata is made from, beside the tables.
pub struct Facts<'a> {
    pub publication: &'a Publication,
    pub vintage: &'a Vintage,
    /// Where the tables of definitions come from.
    pub origins: &'a BTreeMap<String, Origin>,
    /// Absent where nobody is known to publish: real figures never go out under the name of the sample.
    pub publisher: Option<&'a Publisher>,
}

impl<'a> Facts<'a> {
    /// Those of a report.
    #[must_use]
    pub fn of(material: &Material<'a>) -> Self {
        let (publication, publisher) = (material.publication, &material.reference.publisher);
        Self {
            publication,
            vintage: material.vintage,
            origins: &material.reference.origins,
            publisher: (publication.synthetic || !publisher.placeholder).then_some(publisher),
        }
    }

    /// The title of the month's dataset, which says whether it is synthetic.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        self.entitled(self.filled(MetadataWords::of(lang).title, lang), lang)
    }

    /// A title that says whether what bears it is synthetic.
    #[must_use]
    pub fn entitled(&self, title: String, lang: Lang) -> String {
        let words = MetadataWords::of(lang);
        if self.publication.synthetic { fill(words.synthetic_title, &[("title", &title)]) } else { title }
    }

    #[must_use]
    pub fn description(&self, lang: Lang) -> String {
        self.warned(self.filled(MetadataWords::of(lang).description, lang), lang)
    }

    /// A description that opens with the warning where figures are synthetic.
    #[must_use]
    pub fn warned(&self, text: String, lang: Lang) -> String {
        if self.publication.synthetic { format!("{} {text}", SummaryWords::of(lang).synthetic) } else { text }
    }

    #[must_use]
    pub fn keywords(&self, lang: Lang) -> Vec<&'static str> {
        let words = MetadataWords::of(lang);
        words.keywords.split("; ").chain(self.publication.synthetic.then_some(words.synthetic_keyword)).collect()
    }

    /// A text with month, version and fingerprint in their places.
    #[must_use]
    pub fn filled(&self, text: &str, lang: Lang) -> String {
        let publication = self.publication;
        let month = month_name(publication.month, lang);
        fill(text, &[("month", &month), ("version", &publication.version), ("fingerprint", &publication.fingerprint)])
    }

    /// Where a file of the month's report is found.
    #[must_use]
    pub fn address(&self, publisher: &Publisher, path: &str) -> String {
        format!("{}{}/{path}", publisher.place.base_url, self.publication.month)
    }

    /// The IRI of something that the catalogue tells of.
    #[must_use]
    pub fn in_catalogue(&self, publisher: &Publisher, name: &str) -> String {
        format!("{}#{name}", self.address(publisher, &Tier::Public.file("catalog.ttl")))
    }

    /// The IRI of the month's dataset, the same in each of its versions.
    #[must_use]
    pub fn dataset(&self, publisher: &Publisher) -> String {
        self.in_catalogue(publisher, "dataset")
    }
}
