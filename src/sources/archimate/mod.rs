//! `ArchiMate` Model Exchange Files: the elements and relations of a model, each with the line on which it begins.
//!
//! What the names of elements, relations and properties mean is not known here. Views, folders and everything else that only
//! arranges the model is passed over. Not for Archi's own format, which is told apart.

mod build;
mod markup;

pub use build::{Model, Part};

use super::encoding::decode;
use super::unreadable::Unreadable;
use crate::problem::Code;
use build::Builder;
use markup::{Markup, Step};

/// Larger models are not opened, in bytes. The model of all municipal architecture together is a tenth of this.
const MAX_MODEL_BYTES: usize = 128 * 1024 * 1024;
/// The namespaces of the exchange format, of all its versions, hold this.
const NAMESPACE: &str = "opengroup.org/xsd/archimate";
/// The namespace of the format in which the modelling tool Archi keeps its own files.
const OWN_NAMESPACE: &str = "archimatetool.com";

/// Reads the elements and relations of a model.
///
/// # Errors
/// Says why a file is no such model, with the line when there is one.
pub fn read(bytes: &[u8]) -> Result<Model, Unreadable> {
    if bytes.len() > MAX_MODEL_BYTES {
        return Err(Unreadable::new(Code::FileTooLarge, format!("{} bytes", bytes.len())));
    }
    // Archi packs a model that has pictures.
    if bytes.starts_with(b"PK") {
        return Err(Unreadable::new(Code::ArchiOwnFormat, "zip".to_owned()));
    }
    let text = decode(bytes);
    let mut markup = Markup::new(&text);
    let mut builder = root(&mut markup)?;
    loop {
        match markup.step()? {
            Step::Begin(attributes) => builder.begin(markup.path(), markup.line(), &attributes)?,
            Step::Text(text) => builder.text(&text),
            Step::End => builder.end(markup.ended()),
            Step::Finished => return Ok(builder.finish()),
        }
    }
}

/// The root must be a model of the exchange format.
fn root(markup: &mut Markup<'_>) -> Result<Builder, Unreadable> {
    loop {
        match markup.step()? {
            Step::Begin(attributes) => {
                let name = markup.path().last().copied().unwrap_or_default();
                let declares = |namespace: &str| {
                    attributes.iter().any(|(key, value)| key.starts_with("xmlns") && value.to_lowercase().contains(namespace))
                };
                if declares(OWN_NAMESPACE) {
                    return Err(Unreadable::new(Code::ArchiOwnFormat, name.to_owned()));
                }
                if name != "model" || !declares(NAMESPACE) {
                    return Err(Unreadable::new(Code::NotAModel, name.chars().take(60).collect::<String>()));
                }
                return Ok(Builder::new(markup.line()));
            }
            Step::Finished => return Err(Unreadable::new(Code::UnreadableModel, "there is no markup in it".to_owned())),
            Step::Text(_) | Step::End => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\" xmlns:xsi=\"x\" identifier=\"m\">\n\
        <name xml:lang=\"nl\">Synthetisch &amp; klein</name>\n\
        <elements>\n\
        <element identifier=\"a\" xsi:type=\"ApplicationComponent\"><name>Súite &#233;&#xe9; &onbekend;</name>\n\
        <properties><property propertyDefinitionRef=\"p1\"><value>Pakket</value></property></properties></element>\n\
        <element identifier=\"b\" xsi:type=\"BusinessActor\"><name><![CDATA[Goes <x>]]></name></element>\n\
        </elements>\n\
        <relationships><relationship identifier=\"r\" source=\"a\" target=\"b\" xsi:type=\"Serving\"><name>gebruikt door</name>\
        </relationship></relationships>\n\
        <propertyDefinitions><propertyDefinition identifier=\"p1\" type=\"string\"><name>GEMMA type</name></propertyDefinition>\
        </propertyDefinitions>\n\
        <views><diagrams><view identifier=\"v\"><node identifier=\"n\" elementRef=\"a\"/></view></diagrams></views></model>";

    fn utf16(text: &str) -> Vec<u8> {
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn a_model_gives_its_elements_and_relations_with_their_lines_in_every_encoding() {
        for bytes in [MODEL.as_bytes().to_vec(), format!("\u{feff}{MODEL}").into_bytes(), utf16(MODEL)] {
            let model = read(&bytes).unwrap();
            assert_eq!((model.name.as_str(), model.line), ("Synthetisch & klein", 1));
            let [suite, goes] = model.elements.as_slice() else { panic!("two elements") };
            assert_eq!((suite.line, &*suite.kind, &*suite.name), (4, "ApplicationComponent", "Súite éé &onbekend;"));
            assert_eq!(suite.property(&["gemma type".to_owned()]), Some("Pakket"));
            assert_eq!((goes.line, &*goes.name), (6, "Goes <x>"));
            let [used] = model.relations.as_slice() else { panic!("one relation") };
            assert_eq!((used.line, &*used.name, &*used.source, &*used.target), (8, "gebruikt door", "a", "b"));
        }
    }

    #[test]
    fn what_is_no_model_is_refused_with_a_reason() {
        let deep = format!("{}{}", MODEL.split("<elements>").next().unwrap(), "<x>".repeat(200_000));
        let many = format!("<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\" {}/>", attributes(200_000));
        for (text, code) in [
            ("", Code::UnreadableModel),
            ("geen xml", Code::UnreadableModel),
            ("<html><body/></html>", Code::NotAModel),
            ("<model/>", Code::NotAModel),
            ("<archimate:model xmlns:archimate=\"http://www.archimatetool.com/archimate\"/>", Code::ArchiOwnFormat),
            ("PK\u{3}\u{4}", Code::ArchiOwnFormat),
            (
                "<!DOCTYPE model [<!ENTITY a \"aa\">]><model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\"/>",
                Code::UnreadableModel,
            ),
            (&MODEL[..MODEL.len() - 8], Code::UnreadableModel),
            (&MODEL.replace("</elements>", "</element>"), Code::UnreadableModel),
            (&deep, Code::UnreadableModel),
        ] {
            assert_eq!(read(text.as_bytes()).map(|_| ()).unwrap_err().code, code, "{}", &text[..text.len().min(80)]);
        }
        assert!(read(many.as_bytes()).is_ok(), "attributes are looked at one by one");
    }

    fn attributes(count: usize) -> String {
        use std::fmt::Write;
        (0..count).fold(String::new(), |mut text, number| {
            let _ = write!(text, "a{number}=\"\" ");
            text
        })
    }
}
