//! What the tables must answer, and what the loader must refuse.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;
use crate::terms::{Distinguishing, Level, Month, parse_date};

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::load(&DataDir::embedded()).unwrap());

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn day(text: &str) -> chrono::NaiveDate {
    parse_date(text).unwrap()
}

fn found(code: &str) -> Resolution {
    Resolution::Found(Arc::from(code))
}

fn followed(from: &str, to: &str) -> Resolution {
    Resolution::Followed { from: Arc::from(from), to: Arc::from(to) }
}

#[test]
fn frames_have_the_numbers_that_cbs_counts() {
    let sizes = ["2018-01", "2019-01", "2021-01", "2022-01", "2023-01", "2026-11", "2027-01"]
        .map(|text| REFERENCE.municipalities.frame(month(text)).municipalities.len());
    assert_eq!(sizes, [380, 355, 352, 345, 342, 342, 341]);
}

#[test]
fn a_frame_of_now_has_all_regions_inhabitants_and_a_class() {
    let frame = REFERENCE.municipalities.frame(month("2026-11"));
    for municipality in &frame.municipalities {
        assert_eq!(municipality.regions.len(), 5, "{}: four of the table and one of a list", municipality.name);
        assert!(municipality.inhabitants.is_some() && municipality.size_class.is_some(), "{}", municipality.name);
    }
    let groningen = frame.get("GM0014").unwrap();
    assert_eq!((groningen.inhabitants, groningen.size_class), (Some(244_427), Some(7)));
    assert_eq!(groningen.regions["veiligheidsregio"].name, "Groningen");
    assert!(frame.get("GM0501").is_none());
}

#[test]
fn a_municipality_is_followed_to_where_it_is_in_the_month_and_a_divided_one_to_none() {
    let passed = |text: &str| -> std::collections::BTreeMap<Arc<str>, Arc<str>> {
        let all = REFERENCE.municipalities.passed_into(month(text));
        all.into_iter().map(|(former, now)| (former.code.clone(), now)).collect()
    };
    let (before, now) = (passed("2022-03"), passed("2026-11"));
    assert!(!before.contains_key("GM0457"), "Weesp was there until 24 March 2022");
    assert_eq!(now["GM0457"].as_ref(), "GM0363");
    assert!(!now.contains_key("GM0788"), "Haaren was divided among four");
    let frame = REFERENCE.municipalities.frame(month("2026-11"));
    assert!(now.iter().all(|(former, now)| frame.get(former).is_none() && frame.get(now).is_some()));
}

#[test]
fn a_text_resolves_to_one_municipality_or_says_why_not() {
    for (text, expected) in [
        ("GM0014", found("GM0014")),
        ("gm14", found("GM0014")),
        ("0014", found("GM0014")),
        ("14", found("GM0014")),
        ("Gemeente Groningen", found("GM0014")),
        ("Gemeente: Groningen", found("GM0014")),
        ("groningen (gemeente)", found("GM0014")),
        ("gem. 's-Gravenhage", found("GM0518")),
        ("Den Haag", found("GM0518")),
        ("Municipality of The Hague", found("GM0518")),
        ("DEN BOSCH", found("GM0796")),
        ("Sudwest Fryslan", found("GM1900")),
        ("Bergen (NH)", found("GM0373")),
        ("Bergen L", found("GM0893")),
        ("Hengelo", found("GM0164")),
        ("Brielle", followed("GM0501", "GM1992")),
        ("GM0501", followed("GM0501", "GM1992")),
        ("Gemeente Weesp", followed("GM0457", "GM0363")),
        ("Abcoude", followed("GM0305", "GM0736")),
        ("Bergen (Limburg)", found("GM0893")),
        ("0363 Amsterdam", found("GM0363")),
        ("14.0", found("GM0014")),
        ("SÃºdwest-FryslÃ¢n", found("GM1900")),
    ] {
        assert_eq!(REFERENCE.municipalities.resolve(text, month("2026-11")), expected, "{text}");
    }
}

#[test]
fn what_could_be_two_is_not_guessed() {
    let bergen = REFERENCE.municipalities.resolve("Gemeente Bergen", month("2026-11"));
    assert_eq!(bergen, Resolution::Ambiguous(vec![Arc::from("GM0373"), Arc::from("GM0893")]));
    let Resolution::OutsideFrame { name, successors, .. } = REFERENCE.municipalities.resolve("Haaren", month("2026-11")) else {
        panic!("Haaren was divided")
    };
    assert_eq!((name.as_ref(), successors.len()), ("Haaren", 4));
}

#[test]
fn a_municipality_stands_for_itself_while_it_exists() {
    assert_eq!(REFERENCE.municipalities.resolve("Brielle", month("2022-12")), found("GM0501"));
    assert_eq!(REFERENCE.municipalities.resolve("Weesp", month("2022-03")), found("GM0457"));
    assert_eq!(REFERENCE.municipalities.resolve("Weesp", month("2022-04")), followed("GM0457", "GM0363"));
    let early = REFERENCE.municipalities.resolve("Voorne aan Zee", month("2022-12"));
    assert!(matches!(early, Resolution::OutsideFrame { successors, .. } if successors.is_empty()));
}

#[test]
fn what_is_unknown_gets_a_hint_and_no_answer() {
    let unknown = |text: &str| REFERENCE.municipalities.resolve(text, month("2026-11"));
    let hint = |name: &str| Some(Arc::from(name));
    assert_eq!(unknown("Gemeente Gronnigen"), Resolution::NotFound { nearest: hint("Groningen"), looks_like_municipality: true });
    for text in ["", "9999", "Provincie Utrecht", "Totaal", "Hengelo (Gld)", "0363 Rotterdam", "Leiden en Leiderdorp"] {
        assert!(matches!(unknown(text), Resolution::NotFound { looks_like_municipality: false, .. }), "{text}");
    }
}

#[test]
fn membership_goes_by_day_and_follows_a_merger() {
    let syntrophos = REFERENCE.partnerships.get("syntrophos").unwrap();
    assert_eq!(syntrophos.members(day("2022-12-31")), ["GM0501", "GM0530", "GM0614", "GM1930"]);
    assert_eq!(syntrophos.members(day("2023-01-01")), ["GM1930", "GM1992"]);
    assert!(!syntrophos.has_member("GM0014", day("2026-11-01")));
    assert!(!REFERENCE.partnerships.get("dimpact").unwrap().lists_all_members());
}

#[test]
fn partnerships_are_named_by_whole_words_longest_first() {
    let named = |text: &str| -> Vec<&str> { REFERENCE.partnerships.named_in(text).iter().map(|hit| hit.id.as_ref()).collect() };
    assert_eq!(named("Beheer door Servicepunt71 (Leiden)"), ["servicepunt71"]);
    assert_eq!(named("via SSC-ONS en Dimpact, later weer Dimpact"), ["shared-service-centrum-ons", "dimpact"]);
    assert_eq!(named("gemeenschappelijke regeling Cocensus 2025"), ["cocensus"]);
    for text in ["", "ons systeem bel dit op", "DUO", "MGR", "BWB", "SK", "PodiumD", "Dimpactvol"] {
        assert!(named(text).is_empty(), "{text}");
    }
}

#[test]
fn components_are_found_by_any_spelling_and_by_what_they_were_called() {
    let current = |text: &str| matches!(REFERENCE.components.find(text), Some(ComponentMatch::Current(_)));
    for text in ["Zaakregistratiecomponent", "zaakregistratie component", "Zaakregistratie", "WMO-component", "CRM"] {
        assert!(current(text), "{text}");
    }
    assert!(current("id-1c2ce840-6683-4f51-844f-04d3c8a6f2cc") && current("1C2CE840-6683-4F51-844F-04D3C8A6F2CC"));
    for (text, name) in [
        ("Managementinformatiecomponent", "BI-component"),
        ("Grondbeheercomponent", "Terreinexploitatiecomponent"),
        ("00543b1c-b021-44c3-9e30-b6f7972f290e", "Havencomponent"),
    ] {
        let Some(ComponentMatch::Former(component)) = REFERENCE.components.find(text) else { panic!("{text}") };
        assert_eq!(component.name, name);
    }
    for (text, name) in [("Belastingcomponent", "Belastingencomponent"), ("Component afvalbeheer", "Afvalbeheercomponent")] {
        let Some(ComponentMatch::Nearly(component)) = REFERENCE.components.find(text) else { panic!("{text}") };
        assert_eq!(component.name, name);
    }
    for text in ["Koffiecomponent", "Bomenbeheercomponent", "WOZ-component", "Component", ""] {
        assert!(REFERENCE.components.find(text).is_none(), "{text}");
    }
    assert_eq!(REFERENCE.components.nearest("Zaakregistartiecomponent"), Some("Zaakregistratiecomponent"));
}

#[test]
fn a_product_is_named_after_what_it_is_and_its_vendor_after_who_made_it() {
    for (product, vendor, name, maker, listed) in [
        ("Centric Key2Burgerzaken (prod)", Some("centric"), "Key2Burgerzaken", Some("Centric"), true),
        ("Teams", Some("Microsoft B.V."), "Microsoft Teams", Some("Microsoft"), true),
        ("Teams", None, "Teams", None, false),
        ("Documentatie Corsa", Some("BCT"), "Documentatie Corsa", Some("BCT"), false),
        ("Zilt Rooster v3 (test)", Some("Zilt Software B.V."), "Rooster", Some("Zilt Software"), false),
        ("Wandelkaart 2022", Some("Grontmij"), "Wandelkaart", Some("Sweco"), false),
        ("Wandelplan 2030", None, "Wandelplan 2030", None, false),
        ("11.2", None, "11.2", None, false),
        ("", Some(""), "", None, false),
    ] {
        let named = REFERENCE.names.of(product, vendor);
        assert_eq!((&*named.product, named.vendor.as_deref(), named.listed), (name, maker, listed), "{product}");
    }
}

/// Names are remembered, so what was asked before must not answer for another pair of the same letters.
#[test]
fn what_is_remembered_of_one_pair_of_names_answers_for_no_other() {
    let asked = REFERENCE.names.clone();
    for (product, vendor) in
        [("Rooster\nZilt", None), ("Rooster", Some("Zilt\n")), ("RoosterZilt", None), ("Rooster", Some("Zilt"))]
    {
        let fresh = REFERENCE.names.clone();
        assert_eq!(asked.of(product, vendor), fresh.of(product, vendor), "{product:?} {vendor:?}");
    }
    assert_ne!(asked.of("RoosterZilt", None), asked.of("Rooster", Some("Zilt")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands in a cell, it is named without a panic, and a name that is listed is known again by itself.
    #[test]
    fn every_text_can_be_named(text in "\\PC{0,40}", name in "[Kk]ey ?2[A-Za-zë (&.)-]{0,20}[ v0-9.]{0,6}", vendor in "[A-Za-zé .,&()]{0,20}") {
        for (product, vendor) in [(&text, &vendor), (&name, &text), (&name, &vendor)] {
            let named = REFERENCE.names.of(product, Some(vendor));
            let again = REFERENCE.names.of(&named.product, named.vendor.as_deref());
            prop_assert!(!named.listed || again == named, "{named:?} {again:?}");
            let _ = REFERENCE.components.find(product);
            let _ = REFERENCE.municipalities.resolve(product, month("2026-11"));
        }
    }
}

#[test]
fn every_component_has_a_default_and_none_is_distinguishing_by_it() {
    let defaults: Vec<&ComponentDefault> = REFERENCE.components.iter().filter_map(|component| component.default.as_ref()).collect();
    assert_eq!((defaults.len(), REFERENCE.components.iter().count()), (171, 171));
    assert!(defaults.iter().all(|default| default.distinguishing != Distinguishing::Onderscheidend));
    let of = |name: &str| REFERENCE.components.find(name).and_then(|hit| hit.component().default.clone()).unwrap().distinguishing;
    assert_eq!(of("Parkeerbeheercomponent"), Distinguishing::NietOnderscheidend);
    assert_eq!(of("Verzamelcomponent"), Distinguishing::Onbekend);
}

#[test]
fn a_provision_is_recognised_by_its_whole_name_and_never_by_a_bare_acronym_of_local_systems() {
    let named = |name: &str| REFERENCE.provisions.named(name, day("2026-11-01"));
    let digid = named("Digi-D").unwrap();
    assert_eq!((digid.level, digid.coverage_role), (Level::Overheidsbreed, CoverageRole::NationalConnection));
    assert_eq!(named("LV-BAG").unwrap().name, "LV BAG");
    assert_eq!(named("Open Zaak").unwrap().coverage_role, CoverageRole::SharedSoftwareLocalInstance);
    for name in ["BAG", "BGT", "BRP", "WOZ", "HR", "IB", "SDG", "DSO", "Haven", "Signalen", "Machtigen", "Socrates"] {
        assert!(named(name).is_none(), "{name}");
        assert!(REFERENCE.provisions.too_generic(name).is_some(), "{name}");
    }
    assert!(named("DigiD makelaar van een leverancier").is_none());
}

#[test]
fn a_provision_that_ended_is_itself_until_that_day_and_then_what_took_its_place() {
    let named = |name: &str, text: &str| REFERENCE.provisions.named(name, day(text)).map(|provision| provision.id.as_str());
    assert_eq!(named("OLO", "2023-12-01"), Some("CP067"));
    assert_eq!(named("OLO", "2024-01-01"), Some("CP066"));
    assert_eq!(named("CORV", "2014-12-01"), None);
    assert_eq!((named("CORV", "2022-12-01"), named("CORV", "2026-11-01")), (Some("CP077A"), Some("CP077")));
}

#[test]
fn all_complaints_come_at_once_with_file_and_line() {
    let broken = BrokenData::new("complaints");
    broken.edit("reference/municipalities.csv", "GM0034,Almere,,,PV24", "GM0014,Almere,2026-13-01,,");
    broken.edit("reference/size_classes.csv", "cbs8,2,", "cbs8,twee,");
    broken.edit("catalogue/provision_aliases.csv", "CP001,DigiD,", "CP999,DigiD,");
    std::fs::remove_file(broken.0.join("reference/components.origin.toml")).unwrap();
    let error = Reference::load(&DataDir::open(&broken.0).unwrap()).unwrap_err().to_string();
    for expected in [
        "reference/municipalities.csv:14: 'GM0014' stands here a second time",
        "reference/municipalities.csv:14: '2026-13-01' is not a date",
        "reference/municipalities.csv:14: the region of scheme provincie is not complete",
        "reference/size_classes.csv:3: class: invalid digit",
        "'CP999' is no provision",
        "reference/components.csv: has no origin note",
    ] {
        assert!(error.contains(expected), "'{expected}' is not in\n{error}");
    }
}

/// A copy of the data folder to break, removed afterwards.
struct BrokenData(PathBuf);

impl BrokenData {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("tachtig-{name}-{}", std::process::id()));
        for (path, bytes) in DataDir::embedded().files() {
            let file = dir.join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
        for folder in ["catalogue", "layouts", "reference", "rules"] {
            std::fs::create_dir_all(dir.join(folder)).unwrap();
        }
        Self(dir)
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let file = self.0.join(path);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{path} has no '{from}'");
        std::fs::write(&file, text.replacen(from, to, 1)).unwrap();
    }
}

impl Drop for BrokenData {
    fn drop(&mut self) {
        _ = std::fs::remove_dir_all(&self.0);
    }
}
