//! The requirements on figures (R1 to R6, R38, R43, R53), each shown by a small inventory that goes through the ordinary path.

use tachtig::measure::{Absence, Coverage, Dimension, Facet, Group, Measure, Target, Unit, Weight, sensitivity, units};
use tachtig::reference::DataDir;
use tachtig::run::{Definitions, MonthResult};
use tachtig::sources::SourceFile;
use tachtig::terms::{Level, Month};

use crate::requirements::{measured, month_of, written};
use crate::scratch::{DEFINITIONS, overlaid, project};

const HEADER: &str = "Applicatie;Gemeente;Referentiecomponent;Niveau;Onderscheidend;Jaarlijkse kosten;Aantal gebruikers\n";

fn month(test: &str, rows: &str) -> MonthResult {
    month_of(test, "2026-11", &format!("{HEADER}{rows}\n"))
}

fn find(result: &MonthResult, unit: Unit, weight: Weight, wanted: impl Fn(&Group) -> bool) -> &Coverage {
    let found = result.coverage.iter().find(|c| (c.unit, c.weight) == (unit, weight) && wanted(&c.group));
    found.expect("the group is there")
}

fn nation(result: &MonthResult, weight: Weight) -> &Coverage {
    find(result, Unit::Systems, weight, Group::is_national)
}

/// So many systems at Goes, each with level and distinguishing.
fn systems(kinds: &[(usize, &str, &str)]) -> String {
    let mut rows = Vec::new();
    for (count, level, distinguishing) in kinds {
        for _ in 0..*count {
            rows.push(format!("Zoveelste {};Goes;;{level};{distinguishing};;", rows.len() + 1));
        }
    }
    rows.join("\n")
}

#[test]
fn r1_more_than_eighty_percent_is_compared_unrounded_and_the_bar_is_a_setting() {
    let result = month("r1", &systems(&[(4, "regionaal", "niet onderscheidend"), (1, "decentraal", "niet onderscheidend")]));
    let (broad, total) = (nation(&result, Weight::Count).weights.broad(), nation(&result, Weight::Count).weights.total());
    assert_eq!((broad, total), (4, 5), "exactly 80 percent");
    let (more, least) = (Target::default(), Target { exclusive: false, ..Target::default() });
    assert_eq!((more.met(broad, total), least.met(broad, total)), (false, true));
    assert_eq!((more.points(broad, total), more.missing(broad, total)), (Some(0.0), Some(1)), "one system more");
    assert_eq!(Target { percent: 79, exclusive: true }.missing(broad, total), Some(0));
}

#[test]
fn r2_all_systems_are_the_denominator_and_the_potential_is_the_second() {
    let kinds =
        [(3, "regionaal", "niet onderscheidend"), (1, "decentraal", "niet onderscheidend"), (4, "decentraal", "onderscheidend")];
    let result = month("r2", &systems(&kinds));
    let nation = nation(&result, Weight::Count);
    assert_eq!(nation.share(Measure::CollectiveShare).lower, Some(3.0 / 8.0), "of all digitalisation");
    assert_eq!(nation.share(Measure::Conversion).lower, Some(3.0 / 4.0), "of what does not distinguish");
}

#[test]
fn r3_within_and_outside_the_focus_are_reported_and_nothing_is_left_out() {
    let rows = "Zaken;Goes;Zaakregistratiecomponent;regionaal;;;\nSalaris;Goes;BI-component;decentraal;;;\n\
                Beide;Goes;BI-component, Zaakregistratiecomponent;decentraal;;;\nIets;Goes;;decentraal;;;";
    let result = month("r3", rows);
    let of = |code: &str| {
        let focus = find(&result, Unit::Systems, Weight::Count, |group| group.dimension == Dimension::Focus && group.code == code);
        (focus.units, focus.weights.broad())
    };
    assert_eq!(of("common_ground.binnen"), (2, 1), "a system with one component within is within");
    assert_eq!((of("common_ground.buiten"), of("common_ground.onbekend")), ((1, 0), (1, 0)));
    assert_eq!(nation(&result, Weight::Count).units, 4, "the scope is all of it");
    let cells = find(&result, Unit::Cells, Weight::Count, |group| group.code == "common_ground.binnen");
    assert_eq!(cells.units, 1);
}

#[test]
fn r4_the_same_figures_in_any_month_for_there_is_no_deadline() {
    let text = format!("{HEADER}{}\n", systems(&[(1, "regionaal", ""), (1, "decentraal", "")]));
    let of = |asked: &str| {
        let result = month_of("r4", asked, &text);
        let nation = nation(&result, Weight::Count);
        let (broad, total) = (nation.weights.broad(), nation.weights.total());
        (nation.share(Measure::CollectiveShare), Target::default().points(broad, total), Target::default().missing(broad, total))
    };
    assert_eq!(of("2025-07"), of("2034-01"));
}

#[test]
fn r5_the_potential_is_apart_from_what_is_realised() {
    let result = month(
        "r5",
        &systems(&[
            (1, "regionaal", "niet onderscheidend"),
            (3, "decentraal", "niet onderscheidend"),
            (1, "decentraal", "onderscheidend"),
        ]),
    );
    let nation = nation(&result, Weight::Count);
    assert_eq!(nation.share(Measure::NonDistinguishingShare).upper, Some(0.8));
    assert_eq!(nation.share(Measure::CollectiveShare).lower, Some(0.2));
    assert!(!Target::default().met(4, 5), "a potential of 80 percent puts more than 80 out of reach");
}

#[test]
fn r6_who_steers_and_who_runs_are_two_and_figures_go_by_application_dossier_and_theme() {
    let text = "Applicatie;Gemeente;Domein;Referentiecomponent;Regie;Beheerorganisatie\n\
                Werkplek;Zwolle;Werkplek;;VNG Realisatie;SSC ONS\nDigiD;Zwolle;Dienstverlening;;;\n\
                Balie;Zwolle;Dienstverlening;Zaakregistratiecomponent, Kascomponent;;\n";
    let result = month_of("r6", "2026-11", text);
    let one = result.classified.iter().find(|one| &*one.system.record.name == "Werkplek").unwrap();
    let level = |party: &Option<tachtig::classify::Party>| party.as_ref().map(|party| party.level);
    let (steers, runs) = (level(&one.verdicts.steered_by), level(&one.verdicts.run_by));
    assert_eq!((steers, runs), (Some(Level::CollectiefGemeentelijk), Some(Level::Regionaal)));
    assert_eq!(one.verdicts.level.value, Level::Regionaal, "the lower rung of the two");
    // An application is a system; a dossier is a reference component, and a theme the domain of its components.
    assert_eq!(nation(&result, Weight::Count).units, 2, "DigiD is no application of Zwolle");
    let of = |dimension: &str| {
        let groups = result.coverage.iter().filter(|line| (line.unit, line.weight) == (Unit::Systems, Weight::Count));
        groups.filter(|line| line.group.dimension.as_str() == dimension).map(|line| line.units).sum::<u64>()
    };
    assert_eq!(of("referentiecomponent"), 3, "Balie is in two dossiers, Werkplek in that of none");
    assert!(of("domein") >= 2);
}

#[test]
fn r38_sizes_regions_and_both_with_the_municipalities_spread_beside_them() {
    let rows = "Een;Goes;;regionaal;;;\nTwee;Goes;;decentraal;;;\nDrie;Veere;;regionaal;;;\nVier;Middelburg;;decentraal;;;";
    let result = month("r38", rows);
    let zeeland = find(&result, Unit::Systems, Weight::Count, |group| group.is_at("provincie", "PV29", None));
    assert_eq!(
        (zeeland.units, zeeland.municipalities, zeeland.municipalities_counted, zeeland.municipalities_frame),
        (4, 3, 3, 13)
    );
    assert_eq!(zeeland.share(Measure::CollectiveShare).lower, Some(0.5));
    let broad = zeeland.distribution.unwrap()[0].lower;
    assert_eq!((broad.municipalities, broad.quartiles), (3, Some([0.25, 0.5, 0.75])), "of 0, a half and 1");
    let sized = |group: &Group, scheme: &str, class: u8| {
        group.dimension.as_str() == "provincie"
            && group.code == "PV29"
            && group.size.as_ref().is_some_and(|size| size.scheme == scheme && size.class == class)
    };
    let of = |scheme, class| find(&result, Unit::Systems, Weight::Count, |group| sized(group, scheme, class)).units;
    assert_eq!((of("cbs8", 4), of("samengevoegd4", 2)), (3, 3), "Goes and Veere have 20,000 to 50,000 inhabitants");
    let veere =
        find(&result, Unit::Systems, Weight::Count, |group| group.dimension == Dimension::Municipality && group.code == "GM0717");
    assert_eq!((veere.units, veere.distribution), (1, None), "one municipality has no spread");
}

#[test]
fn r43_facets_are_counted_beside_the_level_and_can_be_let_in() {
    let rows = "Open Formulieren;Goes;;decentraal;;;\nTOPdesk;Goes;;decentraal;;;";
    let result = month("r43-facets", rows);
    let own = nation(&result, Weight::Count);
    assert_eq!((own.facets[Facet::SamenBouwen as usize], own.local.built, own.weights.broad()), (1, 1, 0));
    let frame = DEFINITIONS.reference.municipalities.frame(Month::EXAMPLE);
    let all = sensitivity(units(&result.classified, &frame), Target::default());
    let built = |with_built| {
        let found = all.iter().find(|one| {
            let definition = one.definition;
            definition.reading.with_built == with_built
                && !definition.reading.with_contract
                && (definition.unit, definition.weight, definition.strict) == (Unit::Systems, Weight::Count, false)
        });
        found.unwrap().share.lower
    };
    assert_eq!((built(false), built(true)), (Some(0.0), Some(0.5)));
}

#[test]
fn r53_response_age_and_completeness_stand_beside_every_share() {
    let rows = |name: &str, cost: [&str; 3]| {
        let of = |at: usize| format!("{name} {at};Goes;;regionaal;;{};", cost[at]);
        format!("{HEADER}{}\n", [of(0), of(1), of(2)].join("\n"))
    };
    let (old, new) = (
        written("r53-old", &rows("Oud", ["100", "200", "300"])),
        written("r53-new", &rows("Nieuw", ["", "", "50"]).replace("Goes", "Veere")),
    );
    let (old, new) =
        (SourceFile { name: "2026-08/Goes.csv".into(), ..old }, SourceFile { name: "2026-11/Veere.csv".into(), ..new });
    let result = measured("2026-11", &[("2026-08", &old), ("2026-11", &new)]);
    let count = nation(&result, Weight::Count);
    assert_eq!((count.municipalities, count.municipalities_carried, count.municipalities_frame), (2, 1, 342));
    assert!(
        count.inhabitants_carried > 0
            && count.inhabitants_carried < count.inhabitants
            && count.inhabitants < count.inhabitants_frame
    );
    assert_eq!((count.units, count.units_carried), (6, 3));
    assert_eq!((count.age.median, count.age.oldest), (Some(1.5), Some(3)));
    let cost = nation(&result, Weight::Cost);
    assert_eq!((cost.units, cost.units_known, cost.weights.total()), (6, 4, 65_000), "in cents");
    assert_eq!(cost.share(Measure::CollectiveShare).lower, Some(1.0));
    let veere = find(&result, Unit::Systems, Weight::Cost, |group| group.code == "GM0717");
    assert_eq!(
        (veere.absence(), veere.share(Measure::CollectiveShare).lower),
        (Some(Absence::Incomplete), None),
        "one of three is known"
    );
    assert_eq!(nation(&result, Weight::Users).absence(), Some(Absence::Incomplete), "absent, and not nought");
    let lelystad = find(&result, Unit::Systems, Weight::Count, |group| group.code == "GM0995");
    assert_eq!(lelystad.absence(), Some(Absence::NoInventory));
}

#[test]
fn a_list_of_regions_of_an_analyst_makes_groups_and_need_not_hold_all() {
    let data = overlaid(&project().join("tests/own_regions/data"), "own-regions");
    let definitions = Definitions::load(&DataDir::open(&data).unwrap()).unwrap();
    let source =
        tachtig::sources::read(&written("own-regions-list", &format!("{HEADER}A;Goes;;regionaal;;;\nB;Veere;;decentraal;;;\n")));
    let extract = tachtig::inventory::extract(source, Month::EXAMPLE, &definitions.layouts, &definitions.reference);
    let result = tachtig::run::month(&[extract], Month::EXAMPLE, &definitions).unwrap();
    let own = find(&result, Unit::Systems, Weight::Count, |group| group.is_at("eilanden", "BEV", None));
    assert_eq!((own.units, own.municipalities, own.municipalities_frame), (1, 1, 2), "Goes, and Kapelle which left is not there");
    let codes = result.coverage.iter().filter(|c| c.group.dimension.as_str() == "eilanden").map(|c| c.group.code.as_str());
    assert_eq!(codes.collect::<std::collections::BTreeSet<_>>(), ["BEV", "WAL"].into());
}
