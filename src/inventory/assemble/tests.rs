//! What must hold for any set of submissions: accounts close, systems and accounts count the same, and the order of files is nothing.

use std::sync::Arc;

use super::{Inventory, assemble};
use crate::inventory::submission::Version;
use crate::inventory::{Account, Fate, Field, FileExtract, Layouts, Owner, Recognised, Record, SheetExtract};
use crate::reference::{DataDir, Named, Reference};
use crate::terms::Month;

/// A small generator of numbers: the same on every machine, and no library for it.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }
}

const NAMES: [&str; 6] = ["Goes.xlsx", "Goes v2.xlsx", "lijst.csv", "lijst volledig.csv", "sociaal domein.ods", "regio 2.xlsx"];

fn owners() -> [Owner; 7] {
    let municipality = |code: &str| Owner::Municipality(code.into());
    [
        municipality("GM0664"),
        municipality("GM0501"),
        municipality("GM0530"),
        municipality("GM1992"),
        municipality("GM0193"),
        Owner::Partnership("shared-service-centrum-ons".into()),
        Owner::Body("Dienst Voorbeeldstreek".into()),
    ]
}

fn record(numbers: &mut Numbers, row: usize) -> Record {
    let owner = numbers.of(&owners()).clone();
    let participants: &[&str] = if numbers.below(3) == 0 { &["Goes", "Zwolle", "Atlantis"] } else { &[] };
    let name = format!("Pakket {}", numbers.below(5));
    let vendor = (numbers.below(2) == 0).then_some("Maker");
    let named = Named {
        product: name.as_str().into(),
        product_key: name.to_lowercase().into(),
        vendor: vendor.map(Box::from),
        vendor_key: vendor.unwrap_or_default().to_lowercase().into(),
        listed: false,
    };
    Record {
        owner,
        named: Arc::new(named),
        row: u32::try_from(row).unwrap(),
        id: (numbers.below(3) == 0).then(|| numbers.below(4).to_string().into()),
        name: name.into(),
        vendor: vendor.map(Box::from),
        participants: participants.iter().map(|name| Box::from(*name)).collect(),
        ..Record::default()
    }
}

fn file(numbers: &mut Numbers, layouts: &Layouts, number: usize) -> FileExtract {
    let month = Month::new(2023, 4).unwrap().minus(u32::try_from(numbers.below(16)).unwrap());
    let name = *numbers.of(&NAMES);
    let sheets = (0..=numbers.below(2)).map(|sheet| {
        let records: Vec<Arc<Record>> = (0..numbers.below(5)).map(|row| Arc::new(record(numbers, row + 1))).collect();
        let mut account = Account::of_sheet(records.len() + 1);
        account.book(Fate::Heading, 1);
        let columns = Arc::new([(Field::Name, 0), (Field::Vendor, 1)].into_iter().collect());
        SheetExtract {
            name: format!("blad {sheet}").into(),
            position: sheet,
            layout: Some("generic".into()),
            columns,
            account,
            records,
            connections: Vec::new(),
            holds_systems: true,
            recognised: Recognised::default(),
        }
    });
    let sheets = sheets.collect();
    FileExtract {
        file: format!("{month}/{number}/{name}").into(),
        month,
        bytes: 1,
        sha256: format!("{number}"),
        version: Version::of(name, &layouts.marks),
        synthetic: true,
        sheets,
        problems: Vec::new(),
        corrections: Vec::new(),
    }
}

fn assert_sound(inventory: &Inventory, seed: u64) {
    let sum = |of: fn(&Account) -> u64| inventory.accounts.iter().map(|sheet| of(&sheet.account)).sum::<u64>();
    for sheet in &inventory.accounts {
        assert!(sheet.account.closes(), "seed {seed}: {sheet:?}");
    }
    let systems = inventory.systems.len() as u64;
    let rows: u64 = inventory.systems.iter().map(|system| system.rows.len() as u64).sum();
    let known = sum(|account| account.of(Fate::System) + account.expanded_systems);
    assert_eq!(systems, known, "seed {seed}: each system is known by one row");
    let joined = sum(|account| account.of(Fate::Merged) + account.expanded_merged);
    assert_eq!(rows, known + joined, "seed {seed}: each row of a system is in an account");
    let answered: u64 = inventory.answered.values().map(|answer| answer.rows).sum();
    assert_eq!(rows, answered, "seed {seed}: each row of a system is in an answer");
    for pair in inventory.systems.windows(2) {
        assert!(
            (&pair[0].municipality, &pair[0].id) < (&pair[1].municipality, &pair[1].id),
            "seed {seed}: systems are known apart"
        );
    }
    for system in &inventory.systems {
        assert_eq!(system.of_respondent, inventory.answered[&system.municipality].is_own(), "seed {seed}");
        assert!(system.of_respondent || system.registered_by.is_some(), "seed {seed}: somebody speaks for each system");
    }
}

#[test]
fn any_set_of_submissions_is_accounted_for_whatever_its_order() {
    let data = DataDir::embedded();
    let (reference, layouts) = (Reference::load(&data).unwrap(), Layouts::load(&data).unwrap());
    for seed in 0..300 {
        let mut numbers = Numbers(seed);
        let mut files: Vec<FileExtract> = (0..=numbers.below(8)).map(|number| file(&mut numbers, &layouts, number)).collect();
        for month in ["2022-12", "2023-01", "2023-04"] {
            let month: Month = month.parse().unwrap();
            let one = assemble(&files, month, &reference, &layouts);
            assert_sound(&one, seed);
            files.reverse();
            let other = assemble(&files, month, &reference, &layouts);
            assert_eq!(one.systems, other.systems, "seed {seed}");
            assert_eq!((one.accounts, one.problems), (other.accounts, other.problems), "seed {seed}");
        }
    }
}
