//! A made-up inventory as large as that of the largest city: 9,800 rows about 500 products, typed as people type. Each product must come out as
//! one system, and no system may hold two.

use std::collections::BTreeSet;
use std::fmt::Write;

use tachtig::run::month;
use tachtig::sources::{SourceFile, read};

use crate::scratch::{DEFINITIONS, folder};

const ROWS: usize = 9_800;
const LISTED: usize = 250;

/// Names of makers that do not exist, and what they make. Each makes all, so products look alike.
const MAKERS: [&str; 25] = [
    "Vloed", "Zilt", "Kwelder", "Brak", "Duin", "Geest", "Kreek", "Wad", "Slik", "Terp", "Gors", "Schor", "Plaat", "Riet", "Veen",
    "Zandrug", "Heuvel", "Beemd", "Donk", "Oever", "Kolk", "Wiel", "Polder", "Sluisje", "Molen",
];
const USES: [&str; 10] =
    ["Rooster", "Register", "Planner", "Balie", "Melder", "Kassa", "Depot", "Portaal", "Toezicht", "Archiefkast"];

/// Choices that depend on a seed alone (`SplitMix64`).
struct Choices(u64);

impl Choices {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit).unwrap()).unwrap()
    }

    fn of<'a>(&mut self, options: &[&'a str]) -> &'a str {
        options[self.below(options.len())]
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }
}

/// What one row is about: the number of its product, the product's name and its maker's.
struct Truth {
    number: usize,
    product: String,
    maker: String,
}

fn products() -> Vec<Truth> {
    let listed: Vec<_> = DEFINITIONS.reference.names.products.iter().filter(|product| stands_alone(&product.name)).collect();
    let step = listed.len() / LISTED;
    let known = listed.into_iter().step_by(step).take(LISTED).map(|product| (product.name.clone(), product.vendor.clone()));
    let made_up =
        MAKERS.iter().flat_map(|maker| USES.iter().map(move |used| (format!("{maker}{used}"), format!("{maker} Software"))));
    known.chain(made_up).enumerate().map(|(number, (product, maker))| Truth { number, product, maker }).collect()
}

/// Names too common to be known without their vendor are a matter for the labelled texts.
fn stands_alone(name: &str) -> bool {
    DEFINITIONS.reference.names.of(name, None).listed
}

/// The product as somebody types it: another way of capitals, a version, an environment, the maker before it.
fn typed_product(truth: &Truth, choices: &mut Choices) -> String {
    let mut name = match choices.below(10) {
        0 => truth.product.to_uppercase(),
        1 | 2 => truth.product.to_lowercase(),
        3 => format!("{} {}", truth.maker, truth.product),
        4 => truth.product.replace(' ', "-"),
        _ => truth.product.clone(),
    };
    match choices.below(10) {
        0 => write!(name, " {}.{}", 1 + choices.below(20), choices.below(10)).unwrap(),
        1 => write!(name, " v{}", 1 + choices.below(20)).unwrap(),
        2 => write!(name, " versie {}", 1 + choices.below(20)).unwrap(),
        3 => write!(name, " {}", 2019 + choices.below(8)).unwrap(),
        _ => {}
    }
    if choices.percent(20) {
        name.push_str(choices.of(&[" (test)", " - acceptatie", " (prod)", " TST", " productie"]));
    }
    name
}

fn typed_maker(truth: &Truth, choices: &mut Choices) -> String {
    match choices.below(20) {
        0..=2 => String::new(),
        3..=6 => format!("{} B.V.", truth.maker),
        7 => format!("{} bv", truth.maker.to_uppercase()),
        8 => format!("{} Nederland B.V.", truth.maker),
        9 => truth.maker.to_lowercase(),
        10 if truth.number < LISTED => choices.of(&["Doorverkoop Nederland B.V.", "Inkoophuis"]).to_owned(),
        _ => truth.maker.clone(),
    }
}

/// The file; the number of the product stands in the column of versions, of which a system keeps all.
fn inventory(products: &[Truth]) -> String {
    let mut choices = Choices(20_261_123);
    let mut text = "SYNTHETISCH VOORBEELD;;\nApplicatie;Leverancier;Versie\n".to_owned();
    for row in 0..ROWS {
        let truth = if row < products.len() { &products[row] } else { &products[choices.below(products.len())] };
        let (product, maker) = (typed_product(truth, &mut choices), typed_maker(truth, &mut choices));
        writeln!(text, "{product};{maker};waarheid{}", truth.number).unwrap();
    }
    text
}

#[test]
fn the_rows_of_a_large_city_become_the_applications_that_they_are() {
    let products = products();
    assert_eq!(products.len(), 500);
    let path = folder("large-city").join("Amsterdam.csv");
    std::fs::write(&path, inventory(&products)).unwrap();
    let asked = "2026-11".parse().unwrap();
    let source = read(&SourceFile { name: "Amsterdam.csv".into(), path });
    let files = [tachtig::inventory::extract(source, asked, &DEFINITIONS.layouts, &DEFINITIONS.reference)];
    let result = month(&files, asked, &DEFINITIONS).unwrap();
    let systems: Vec<_> = result.classified.iter().map(|one| &one.system).collect();
    assert_eq!(systems.iter().map(|system| system.rows.len()).sum::<usize>(), ROWS, "no row is lost");
    let mixed: Vec<String> = systems
        .iter()
        .filter(|system| system.record.version.as_deref().unwrap_or_default().contains(';'))
        .map(|system| format!("{}: {:?}", system.id, system.record.version))
        .collect();
    assert!(mixed.is_empty(), "one system of two products:\n{}", mixed.join("\n"));
    let mut seen = BTreeSet::new();
    let again: Vec<&str> =
        systems.iter().filter(|system| !seen.insert(system.record.version.clone())).map(|system| system.id.as_str()).collect();
    println!("{} systems of {} products", systems.len(), products.len());
    assert!(systems.len().abs_diff(products.len()) * 100 <= 2 * products.len(), "{} systems; again: {again:?}", systems.len());
}
