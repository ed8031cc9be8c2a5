//! Who belongs to which group, as it is published: enough to make the groups of any table of systems again.

use std::collections::{BTreeMap, BTreeSet};

use tachtig::measure::{Dimension, Division, component_groups};
use tachtig::terms::Month;

use crate::scratch::DEFINITIONS;

/// Of the GEMMA component for the register of documents.
const DOCUMENTS: &str = "0e99ec6c-283a-4ec9-8efa-e11468e6b878";

fn month() -> Month {
    "2026-11".parse().unwrap()
}

#[test]
fn every_municipality_is_once_in_the_nation_its_province_and_its_sizes() {
    let mut of: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    let mut rows = 0;
    let frame = DEFINITIONS.reference.municipalities.frame(month());
    for (group, municipality) in Division::of(frame, &DEFINITIONS.reference).members() {
        let size = group.size.as_ref().map_or_else(String::new, |size| size.scheme.clone());
        if matches!(group.dimension, Dimension::Nation) || group.dimension.is_province() {
            rows += 1;
            of.entry((group.dimension.as_str().to_owned(), size)).or_default().insert(municipality.code.to_string());
        }
    }
    // The nation and provinces, each of all sizes, of each of eight, and of each of four.
    assert_eq!(of.len(), 6);
    assert!(of.values().all(|municipalities| municipalities.len() == 342));
    assert_eq!(rows, 6 * 342);
}

#[test]
fn a_component_has_its_groups_and_a_system_without_any_has_others() {
    let groups = |id: Option<&str>| -> Vec<(String, String)> {
        let all = component_groups(&DEFINITIONS.reference, month());
        let of = all.into_iter().filter(|(component, _)| *component == id);
        of.map(|(_, group)| (group.dimension.as_str().to_owned(), group.code)).collect()
    };
    let pairs = |wanted: [(&str, &str); 3]| wanted.map(|(dimension, code)| (dimension.to_owned(), code.to_owned())).to_vec();
    let documents = pairs([("domein", "Generiek"), ("referentiecomponent", DOCUMENTS), ("focus", "common_ground.binnen")]);
    assert_eq!(groups(Some(DOCUMENTS)), documents);
    let none = pairs([("domein", "onbekend"), ("referentiecomponent", "onbekend"), ("focus", "common_ground.onbekend")]);
    assert_eq!(groups(None), none);
}
