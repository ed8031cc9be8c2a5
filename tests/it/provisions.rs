//! Every provision that was collected is known: in the catalogue, or, when it is a body that hosts for some, among the partnerships.

use tachtig::sources::{Row, SourceFile, Value};

use crate::scratch::{DEFINITIONS, shared};

fn text(row: &Row, column: u32) -> String {
    row.get(column).map(Value::shown).unwrap_or_default()
}

#[test]
fn every_collected_provision_is_known() {
    let Some(path) = shared("reference/provisions.csv") else { return };
    let source = tachtig::sources::read(&SourceFile { name: "provisions.csv".into(), path });
    let (heading, rows) = source.sheets[0].rows.split_first().unwrap();
    let column =
        |name: &str| heading.cells.iter().find(|(_, value)| value.text() == Some(name)).map(|(column, _)| *column).unwrap();
    let (id, name, aliases, role) = (column("id"), column("name"), column("aliases"), column("coverage_role"));
    let reference = &DEFINITIONS.reference;
    let unknown: Vec<String> = rows
        .iter()
        .filter(|row| {
            let names = format!("{}; {}", text(row, name), text(row, aliases));
            let is_body = text(row, role) == "host_organisation";
            let known = if is_body {
                !reference.partnerships.named_in(&names).is_empty()
            } else {
                reference.provisions.get(&text(row, id)).is_some()
            };
            !known
        })
        .map(|row| text(row, name))
        .collect();
    assert_eq!((rows.len(), unknown), (250, Vec::new()));
}
