//! Who publishes the reports, where, and on what terms: the facts that metadata of public files cannot do without (DCAT-AP-NL 3.0).
//!
//! Not a definition: nothing here changes a figure, so it is not in the fingerprint.

use serde::Deserialize;

use super::DataDir;
use super::table::Complaints;
use crate::terms::parse_date;

const PATH: &str = "publication/publisher.toml";
/// DCAT-AP-NL 3.0 asks for a licence of Creative Commons.
const LICENCES: &str = "://creativecommons.org/";
/// What may stand in no IRI (RFC 3987), beside spaces and control characters.
const NOT_IN_IRI: &str = "<>\"{}|\\^`";

/// The facts of whoever publishes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    /// Whether these are the facts of the sample, which no real figures may be published under.
    pub placeholder: bool,
    pub organisation: Organisation,
    pub contact: Contact,
    pub place: Place,
    pub licence: Licence,
    /// SHA-256 of the file.
    #[serde(skip)]
    pub sha256: String,
}

/// The body that publishes and makes the figures.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub name_nl: String,
    pub name_en: String,
    /// Its identifier, of a government body its TOOI URI.
    #[serde(default)]
    pub uri: Option<String>,
    because: String,
    source: String,
    date: String,
}

/// Whom to ask about the figures.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub name_nl: String,
    pub name_en: String,
    pub email: String,
    pub url: String,
    because: String,
    source: String,
    date: String,
}

/// Where the reports are found.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// With a slash at the end; each month has a folder under it.
    pub base_url: String,
    because: String,
    source: String,
    date: String,
}

/// The terms on which the public files may be used.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// As on the SPDX list: `CC-BY-4.0`.
    pub id: String,
    pub title: String,
    pub uri: String,
    because: String,
    source: String,
    date: String,
}

impl Publisher {
    pub(super) fn read(data: &DataDir, complaints: &mut Complaints) -> Option<Self> {
        let parse = |text: &str| Ok(Self { sha256: crate::sources::sha256(text.as_bytes()), ..toml::from_str::<Self>(text)? });
        let read = data.text(PATH).and_then(parse);
        let publisher = read.map_err(|error| complaints.file(PATH, format!("{error:#}"))).ok()?;
        publisher.wrong().into_iter().for_each(|wrong| complaints.file(PATH, wrong));
        Some(publisher)
    }

    fn wrong(&self) -> Vec<String> {
        let mut wrong = self.without_text();
        wrong.extend(self.without_ground());
        let address = format!("mailto:{}", self.contact.email);
        let addresses =
            [("contact.url", &self.contact.url), ("place.base_url", &self.place.base_url), ("licence.uri", &self.licence.uri)];
        for (name, uri) in addresses.into_iter().chain(self.organisation.uri.iter().map(|uri| ("organisation.uri", uri))) {
            if !is_web_address(uri) {
                wrong.push(format!("{name} is '{uri}', not an address such as https://example.org/"));
            }
        }
        if !self.contact.email.contains('@') || !is_iri(&address) {
            wrong.push(format!("contact.email is '{}', not an address of mail", self.contact.email));
        }
        if !self.place.base_url.ends_with('/') {
            wrong.push("place.base_url must end with a slash: the months are under it".to_owned());
        }
        if !self.licence.uri.contains(LICENCES) {
            wrong.push("licence.uri is not one of Creative Commons, which DCAT-AP-NL asks for".to_owned());
        }
        wrong
    }

    fn without_text(&self) -> Vec<String> {
        let texts = [
            ("organisation.name_nl", &self.organisation.name_nl),
            ("organisation.name_en", &self.organisation.name_en),
            ("contact.name_nl", &self.contact.name_nl),
            ("contact.name_en", &self.contact.name_en),
            ("licence.id", &self.licence.id),
            ("licence.title", &self.licence.title),
        ];
        texts.into_iter().filter(|(_, text)| text.trim().is_empty()).map(|(name, _)| format!("{name} is empty")).collect()
    }

    fn without_ground(&self) -> Vec<String> {
        let Self { organisation, contact, place, licence, .. } = self;
        let grounds = [
            ("organisation", &organisation.because, &organisation.source, &organisation.date),
            ("contact", &contact.because, &contact.source, &contact.date),
            ("place", &place.because, &place.source, &place.date),
            ("licence", &licence.because, &licence.source, &licence.date),
        ];
        let lacking = grounds.into_iter().filter(|(_, because, source, date)| {
            because.trim().is_empty() || source.trim().is_empty() || parse_date(date).is_none()
        });
        lacking.map(|(name, ..)| format!("{name} needs because, source and a date such as 2026-11-28")).collect()
    }
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && is_iri(text)
}

fn is_iri(text: &str) -> bool {
    !text.chars().any(|c| c.is_whitespace() || c.is_control() || NOT_IN_IRI.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(replaced: &str, by: &str) -> String {
        let text = DataDir::embedded().text(PATH).unwrap().replace(replaced, by);
        toml::from_str::<Publisher>(&text).unwrap().wrong().join("\n")
    }

    #[test]
    fn what_would_break_the_metadata_is_refused() {
        assert_eq!(wrong("", ""), "");
        assert!(wrong("\"https://example.org/tachtig/\"", "\"https://example.org/tachtig\"").contains("slash"));
        assert!(wrong("\"https://example.org/tachtig/\"", "\"example.org/\"").contains("place.base_url is 'example.org/'"));
        assert!(wrong("nobody@example.org", "nobody> .").contains("not an address of mail"));
        assert!(wrong("https://creativecommons.org/licenses/by/4.0/", "https://example.org/mine").contains("Creative Commons"));
        assert!(wrong("The sample is published nowhere.", " ").contains("place needs because"));
        assert!(wrong("No contact point: synthetic sample", "").contains("contact.name_en is empty"));
    }
}
