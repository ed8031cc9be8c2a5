//! Kinds of sheets that are no inventory have a name for people; sheets called by a department give their rows that domain.

use tachtig::inventory::extract;
use tachtig::problem::kind_name;
use tachtig::sources::{Row, Sheet, Source, SourceFile, Value};
use tachtig::terms::{Lang, Month};

use crate::scratch::DEFINITIONS;

#[test]
fn every_kind_has_a_name_in_both_languages() {
    for id in DEFINITIONS.layouts.kinds.ids() {
        for lang in [Lang::Nl, Lang::En] {
            assert!(kind_name(id, lang).is_some_and(|name| !name.is_empty()), "{id} has no name in src/problem/text/kinds.toml");
        }
    }
}

#[test]
fn a_sheet_called_by_a_department_gives_its_rows_that_domain() {
    let row = |index: u32, texts: &[&str]| Row {
        index,
        cells: (0..).zip(texts).map(|(column, text)| (column, Value::Text((*text).into()))).collect(),
    };
    for (name, expected) in [
        ("Sociaal Domein", Some("Sociaal Domein")),
        ("Applicaties burgerzaken", Some("burgerzaken")),
        ("afdeling Ruimte", Some("Ruimte")),
        ("Blad1", None),
        ("Applicaties", None),
        ("Gepland", None),
    ] {
        let rows = vec![row(0, &["Applicatie", "Leverancier", "Versie"]), row(1, &["TOPdesk", "TOPdesk", "1"])];
        let sheet = Sheet { name: name.into(), visible: true, rows, merged: Vec::new() };
        let file = SourceFile { name: "Goes.xlsx".into(), path: "Goes.xlsx".into() };
        let source = Source::of_sheets(&file, vec![sheet]);
        let extract = extract(source, Month::EXAMPLE, &DEFINITIONS.layouts, &DEFINITIONS.reference);
        assert_eq!(extract.sheets[0].records[0].domain.as_deref(), expected, "{name}");
    }
}
