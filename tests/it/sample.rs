//! The sample, with the report of one small municipality checked by hand, row by row.

use tachtig::measure::{Group, Measure, Weight};
use tachtig::report::Settings;
use tachtig::run::{MonthResult, Plan, month};
use tachtig::terms::{Level, Month, Role, Status};

use crate::scratch::{DEFINITIONS, project};

/// What a person finds in `2026-11/Noord-Brabant/Baarle-Nassau.xlsx`: the first row in the spreadsheet, rows merged, name,
/// status, role, level, and the share of each that counts.
const BY_HAND: [(u32, usize, &str, Status, Role, Level); 18] = {
    use Level::{CollectiefGemeentelijk as C, Decentraal as D, Overheidsbreed as O, Regionaal as R};
    use Role::{NationalConnection, StandardOrAgreement, System};
    use Status::{Gepland, InProductie as P, UitTeFaseren, Uitgefaseerd};
    [
        (6, 2, "Key2Burgerzaken", P, System, R),
        (8, 2, "Suite4Sociaal Domein", P, System, R),
        (10, 1, "AFAS Profit", P, System, R),
        (11, 1, "Microsoft 365", P, System, R),
        (12, 1, "BAG", P, System, R),
        (13, 1, "Key2Belastingen", P, System, R),
        (14, 1, "Rx.Mission", P, System, R),
        (15, 1, "Mobiele telefonie", P, System, C),
        (16, 1, "Zivver", P, System, D),
        (17, 1, "iBabs", P, System, D),
        (18, 1, "SIMsite", UitTeFaseren, System, D),
        (19, 1, "Open Formulieren", P, System, D),
        (20, 1, "Verhalenkaart lokaal erfgoed", P, System, D),
        (21, 1, "Corsa", Uitgefaseerd, System, D),
        (22, 1, "Fixi", Gepland, System, D),
        (23, 1, "DigiD", P, NationalConnection, O),
        (24, 1, "Suwinet-Inkijk", P, NationalConnection, O),
        (25, 1, "Digikoppeling", P, StandardOrAgreement, O),
    ]
};

/// Cost a year in cents of the systems that count, as a person adds them up in the sheet.
const COST_BY_HAND: i64 = 7_275_000;

fn sample(asked: &str) -> MonthResult {
    let asked: Month = asked.parse().unwrap();
    let plan = Plan::new(Some(asked), &project().join("data/inventories"), project().join("target"), Settings::default()).unwrap();
    let files: Vec<_> = plan
        .files
        .iter()
        .map(|(submitted, file)| {
            tachtig::inventory::extract(tachtig::sources::read(file), *submitted, &DEFINITIONS.layouts, &DEFINITIONS.reference)
        })
        .collect();
    assert!(files.iter().all(|file| file.synthetic), "every file says that it is synthetic");
    month(&files, asked, &DEFINITIONS).unwrap()
}

#[test]
fn baarle_nassau_is_what_a_person_finds_in_its_sheet() {
    let result = sample("2026-11");
    let mut own: Vec<_> = result.classified.iter().filter(|one| &*one.system.municipality == "GM0744").collect();
    own.sort_by_key(|one| one.system.record.row);
    let found: Vec<_> = own
        .iter()
        .map(|one| {
            let (system, verdicts) = (&one.system, &one.verdicts);
            (
                system.record.row + 1,
                system.rows.len(),
                &*system.record.name,
                system.record.status.unwrap(),
                verdicts.role.value,
                verdicts.level.value,
            )
        })
        .collect();
    assert_eq!(found, BY_HAND);
    let counted: Vec<_> = own.iter().filter(|one| one.counted()).collect();
    assert_eq!(counted.len(), 13);
    assert_eq!(counted.iter().filter(|one| one.verdicts.level.value.is_collective()).count(), 8);
    assert_eq!(counted.iter().filter(|one| one.verdicts.level.value.is_national()).count(), 1);
    assert_eq!(counted.iter().filter_map(|one| one.system.record.cost_cents).sum::<i64>(), COST_BY_HAND);
    let formulieren = own.iter().find(|one| &*one.system.record.name == "Open Formulieren").unwrap();
    assert_eq!(formulieren.verdicts.facets, ["samen_bouwen"]);
}

#[test]
fn the_group_of_one_municipality_has_its_figures() {
    let result = sample("2026-11");
    // Noord-Brabant, 5.000 to 10.000 inhabitants: Baarle-Nassau and nobody else.
    let alone = result.coverage.iter().find(|c| c.group.is_at("provincie", "PV30", Some(2))).unwrap();
    assert_eq!((alone.municipalities, alone.municipalities_frame, alone.units), (1, 1, 13));
    let share = alone.share(Measure::CollectiveShare);
    assert_eq!((share.lower, share.known, share.upper), (Some(8.0 / 13.0), Some(8.0 / 13.0), Some(8.0 / 13.0)));
    assert_eq!(alone.share(Measure::NationalShare).lower, Some(1.0 / 13.0));
    // One of the thirteen distinguishes: the story map of local heritage, which tells the place's own story.
    let potential = alone.share(Measure::NonDistinguishingShare);
    assert_eq!((potential.lower, potential.known, potential.upper), (Some(12.0 / 13.0), Some(12.0 / 13.0), Some(12.0 / 13.0)));
    let conversion = alone.share(Measure::Conversion);
    assert_eq!((conversion.lower, conversion.known, conversion.upper), (Some(8.0 / 12.0), Some(8.0 / 12.0), Some(8.0 / 12.0)));
}

#[test]
fn the_sample_holds_what_it_promises() {
    for asked in ["2026-09", "2026-10", "2026-11"] {
        let dir = project().join("data/inventories").join(asked);
        let files = tachtig::sources::list_files(&project().join("data/inventories"), &dir).unwrap();
        assert!(files.len() >= 20, "{asked}");
        for ending in [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv"] {
            assert!(files.iter().any(|file| file.name.ends_with(ending)), "{asked} has {ending}");
        }
        let result = sample(asked);
        assert!(result.inventory.accounts.iter().all(|account| account.account.closes()));
        let provinces: std::collections::BTreeSet<&str> =
            result.response.iter().filter(|r| r.systems > 0).map(|r| r.province_code.as_str()).collect();
        assert_eq!(provinces.len(), 12, "{asked}");
    }
}

#[test]
fn a_municipality_without_a_submission_keeps_its_last_one() {
    let result = sample("2026-11");
    let carried: Vec<&str> = result
        .response
        .iter()
        .filter(|response| matches!(response.answer, tachtig::measure::Answer::CarriedForward(_)))
        .map(|response| response.municipality.as_str())
        .collect();
    assert_eq!(carried, ["Wijk bij Duurstede"]);
}

#[test]
fn personal_data_is_in_no_record() {
    let result = sample("2026-11");
    let shown = format!("{:?}", result.classified);
    assert!(!shown.contains("Oorbeeld") && !shown.contains("06-0000"));
}

#[test]
fn regions_add_up_to_the_nation() {
    let result = sample("2026-11");
    for unit in tachtig::measure::Unit::ALL {
        let of = |wanted: &dyn Fn(&Group) -> bool| {
            result.coverage.iter().filter(|c| c.unit == unit && c.weight == Weight::Count && wanted(&c.group)).fold(
                (0, 0, 0, 0, 0),
                |sum, c| {
                    let w = &c.weights;
                    (
                        sum.0 + c.municipalities,
                        sum.1 + c.inhabitants_frame,
                        sum.2 + w.total(),
                        sum.3 + w.broad(),
                        sum.4 + w.strict(),
                    )
                },
            )
        };
        let nation = of(&|group| group.is_national());
        for scheme in ["provincie", "corop", "veiligheidsregio", "arbeidsmarktregio", "ggd_regio", "gemeente"] {
            assert_eq!(of(&|group| group.dimension.as_str() == scheme && group.size.is_none()), nation, "{scheme}");
        }
        let sized = |group: &Group, dimension: &str, scheme: &str| {
            group.dimension.as_str() == dimension && group.size.as_ref().is_some_and(|size| size.scheme == scheme)
        };
        for scheme in ["cbs8", "samengevoegd4"] {
            assert_eq!(of(&|group| sized(group, "land", scheme)), nation, "{scheme}");
            assert_eq!(of(&|group| sized(group, "provincie", scheme)), nation, "provinces by {scheme}");
        }
        assert_eq!(of(&|group| sized(group, "corop", "samengevoegd4")), nation);
    }
}
