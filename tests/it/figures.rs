//! What holds of the figures of any month: regions add up, bounds are in order, nothing absent is nought, and no order of rows matters.

use std::fmt::Write as _;

use proptest::prelude::*;

use tachtig::measure::{Absence, Coverage, Division, Measure, Sums, Unit, Weight, coverage, tallies, units};
use tachtig::run::MonthResult;

use crate::requirements::month_of;
use crate::scratch::DEFINITIONS;

/// Of three provinces, three sizes and several partnerships.
const MUNICIPALITIES: [&str; 5] = ["Goes", "Veere", "Zwolle", "Baarle-Nassau", "Rotterdam"];
const LEVELS: [&str; 5] = ["overheidsbreed", "collectief gemeentelijk", "regionaal", "decentraal", ""];
const DISTINGUISHING: [&str; 3] = ["niet onderscheidend", "onderscheidend", ""];
const COMPONENTS: [&str; 4] = ["Zaakregistratiecomponent", "BI-component", "Kascomponent", ""];
const NAMES: [&str; 3] = ["Open Formulieren", "Zaaksysteem", "Pakket"];

/// Schemes whose regions are the nation, with or without a scheme of sizes.
const WHOLE: [(&str, Option<&str>); 9] = [
    ("land", Some("cbs8")),
    ("land", Some("samengevoegd4")),
    ("provincie", None),
    ("provincie", Some("cbs8")),
    ("corop", None),
    ("veiligheidsregio", Some("samengevoegd4")),
    ("arbeidsmarktregio", None),
    ("ggd_regio", None),
    ("gemeente", None),
];

fn row() -> impl Strategy<Value = String> {
    let amount = || prop_oneof![Just(String::new()), (0..5_000_u32).prop_map(|amount| amount.to_string())];
    (0..5_usize, 0..3_usize, 0..4_usize, 0..5_usize, 0..3_usize, amount(), amount()).prop_map(
        |(municipality, name, component, level, distinguishing, cost, users)| {
            let (place, name, component) = (MUNICIPALITIES[municipality], NAMES[name], COMPONENTS[component]);
            format!("{place};{name};{component};{};{};{cost};{users}", LEVELS[level], DISTINGUISHING[distinguishing])
        },
    )
}

/// A month of these rows. Each is a system of its own, for its name bears its number.
fn month(rows: &[String]) -> MonthResult {
    let mut text =
        "Gemeente;Applicatie;Referentiecomponent;Niveau;Onderscheidend;Jaarlijkse kosten;Aantal gebruikers;ID\n".to_owned();
    for (row, number) in rows.iter().zip(1..) {
        writeln!(text, "{row};A-{number}").unwrap();
    }
    month_of("figures", "2026-11", &text)
}

fn sums(coverage: &Coverage) -> [u64; 9] {
    let w = &coverage.weights;
    [
        coverage.units,
        coverage.units_known,
        w.total(),
        w.broad(),
        w.strict(),
        w.maybe_national,
        coverage.municipalities,
        coverage.municipalities_frame,
        coverage.inhabitants_frame,
    ]
}

fn add_up<'a>(rows: impl Iterator<Item = &'a Coverage>) -> [u64; 9] {
    rows.map(sums).fold([0; 9], |sum, own| std::array::from_fn(|at| sum[at] + own[at]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_the_inventories_hold(rows in prop::collection::vec(row(), 1..40)) {
        let result = month(&rows);
        let found = &result.coverage;
        for (unit, weight) in [(Unit::Systems, Weight::Count), (Unit::Systems, Weight::Cost), (Unit::Systems, Weight::Users), (Unit::Cells, Weight::Count)] {
            let of = || found.iter().filter(move |c| (c.unit, c.weight) == (unit, weight));
            let nation = sums(of().find(|c| c.group.is_national()).unwrap());
            for (dimension, sizes) in WHOLE {
                let regions = of().filter(|c| c.group.dimension.as_str() == dimension && c.group.size.as_ref().map(|size| size.scheme.as_str()) == sizes);
                prop_assert_eq!(add_up(regions), nation, "{} {:?}", dimension, sizes);
            }
        }
        for one in found {
            for measure in Measure::ALL {
                let share = one.share(measure);
                prop_assert!(share.lower <= share.upper && share.known.is_none_or(|known| share.lower <= Some(known) && Some(known) <= share.upper));
                prop_assert!(one.absence().is_none() || share == tachtig::measure::Share::default(), "{:?}", one.group);
            }
            let spread = one.distribution.map(|measures| measures[0].lower);
            prop_assert!(spread.is_none_or(|spread| spread.municipalities <= one.municipalities_counted));
            prop_assert_eq!(one.absence() == Some(Absence::NoInventory), one.municipalities == 0);
        }
        let reference = &DEFINITIONS.reference;
        let division = Division::of(reference.municipalities.frame(tachtig::terms::Month::EXAMPLE), reference);
        let mut turned = result.classified.clone();
        turned.reverse();
        let units = units(&turned, &division.frame);
        let own = tallies(&units, &division.frame);
        let sums = Sums { division: &division, response: &result.response, own: &own };
        prop_assert_eq!(&coverage(&units, sums, reference).unwrap(), found, "no order matters");
    }
}
