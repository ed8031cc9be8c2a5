//! Writes RDF as Turtle (W3C Recommendation, 2014): the few forms that a catalogue needs, in the order in which they are given.
//!
//! Not a library of RDF: it writes what it is told and reads nothing. Tests and CI read it with another's parser.

use std::fmt::Write;

/// What a property can have as its value.
#[derive(Debug, Clone)]
pub enum Term {
    /// A full IRI, checked where it was read or put together from constants and paths.
    Iri(String),
    /// A name of a vocabulary: `dcat:Dataset`.
    Name(&'static str),
    /// A text in a language.
    Text(String, &'static str),
    /// A text in no language.
    Plain(String),
    /// A value of a type: `2026-11-01`, `xsd:date`.
    Typed(String, &'static str),
    /// A thing without a name of its own.
    Thing(Vec<Property>),
}

/// A property with its values, of which there may be none; then it is not written.
pub type Property = (&'static str, Vec<Term>);

/// The document, of prefixes and of things with their properties.
#[must_use]
pub fn document(prefixes: &[(&str, &str)], things: &[(String, Vec<Property>)]) -> String {
    let mut text = String::new();
    for (prefix, iri) in prefixes {
        let _ = writeln!(text, "@prefix {prefix}: <{iri}> .");
    }
    for (iri, properties) in things {
        let _ = writeln!(text, "\n<{iri}>\n{} .", written(properties, 1));
    }
    text
}

fn written(properties: &[Property], depth: usize) -> String {
    let indent = "    ".repeat(depth);
    let line = |(name, values): &Property| {
        let values: Vec<String> = values.iter().map(|value| term(value, depth)).collect();
        format!("{indent}{name} {}", values.join(&format!(",\n{indent}    ")))
    };
    let lines: Vec<String> = properties.iter().filter(|(_, values)| !values.is_empty()).map(line).collect();
    lines.join(" ;\n")
}

fn term(term: &Term, depth: usize) -> String {
    match term {
        Term::Iri(iri) => format!("<{iri}>"),
        Term::Name(name) => (*name).to_owned(),
        Term::Text(text, lang) => format!("{}@{lang}", quoted(text)),
        Term::Plain(text) => quoted(text),
        Term::Typed(text, kind) => format!("{}^^{kind}", quoted(text)),
        Term::Thing(properties) => format!("[\n{}\n{}]", written(properties, depth + 1), "    ".repeat(depth)),
    }
}

/// A text between quotation marks, where no such mark, backslash or line break may stand bare.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_written_as_turtle_has_it() {
        let nested = vec![("a", vec![Term::Name("vcard:Kind")]), ("vcard:fn", vec![Term::Plain("a \"b\"\\\n\u{7}".to_owned())])];
        let properties = vec![
            ("a", vec![Term::Name("dcat:Dataset")]),
            ("dct:title", vec![Term::Text("Één".to_owned(), "nl"), Term::Text("One".to_owned(), "en")]),
            ("dct:issued", vec![]),
            ("dcat:startDate", vec![Term::Typed("2026-11-01".to_owned(), "xsd:date")]),
            ("dcat:contactPoint", vec![Term::Thing(nested)]),
            ("dcat:landingPage", vec![Term::Iri("https://example.org/".to_owned())]),
        ];
        let text = document(&[("dcat", "http://www.w3.org/ns/dcat#")], &[("https://example.org/#d".to_owned(), properties)]);
        let expected = "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n\n<https://example.org/#d>\n    a dcat:Dataset ;\n    \
            dct:title \"Één\"@nl,\n        \"One\"@en ;\n    dcat:startDate \"2026-11-01\"^^xsd:date ;\n    \
            dcat:contactPoint [\n        a vcard:Kind ;\n        vcard:fn \"a \\\"b\\\"\\\\\\n\\u0007\"\n    ] ;\n    \
            dcat:landingPage <https://example.org/> .\n";
        assert_eq!(text, expected);
    }
}
