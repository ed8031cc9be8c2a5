//! Couplings are published beside the systems, and change none of their figures.

use std::fs::File;
use std::path::Path;

use arrow::array::{Array, AsArray};
use arrow::record_batch::RecordBatch;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use tachtig::report::Settings;
use tachtig::run::{Outcome, Plan, run};

use crate::scratch::{DEFINITIONS, folder};

const PORTFOLIO: &str = "Applicatie;Leverancier;Status\nSynthetisch Loket;Voorbeeld;in productie\n";
const COUPLINGS: &str = "Koppeling ID;Organisation;Samenwerking;Pakket Naam 1;Koppeling richting;Pakket Naam 2\n\
    1;Goes;;Synthetisch Loket;left_to_right;DigiD\n2;;GR De Bevelanden;Synthetisch Loket;;Zaakregister\n";

fn report(name: &str, files: &[(&str, &str)]) -> Outcome {
    let root = folder(name);
    let inventories = root.join("inventories");
    std::fs::create_dir_all(inventories.join("2026-11")).unwrap();
    for (file, text) in files {
        std::fs::write(inventories.join("2026-11").join(file), text).unwrap();
    }
    let plan = Plan::new(None, &inventories, root.join("reports"), Settings::default()).unwrap();
    run(&plan, &DEFINITIONS, &|| {}).unwrap()
}

fn table(dir: &Path, name: &str) -> RecordBatch {
    let file = File::open(dir.join(format!("data/internal/{name}.parquet"))).unwrap();
    ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap().next().unwrap().unwrap()
}

fn texts(batch: &RecordBatch, column: &str) -> Vec<Option<String>> {
    let values = batch.column_by_name(column).unwrap().as_string::<i32>();
    (0..values.len()).map(|row| values.is_valid(row).then(|| values.value(row).to_owned())).collect()
}

#[test]
fn couplings_are_published_beside_systems_and_change_no_figure() {
    let without = report("connections-without", &[("Goes.csv", PORTFOLIO)]);
    let with = report("connections-with", &[("Goes.csv", PORTFOLIO), ("Koppelingen.csv", COUPLINGS)]);
    let connections = table(&with.folder, "connections");
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(texts(&connections, "municipality_code"), [None, some("GM0664")]);
    assert_eq!(texts(&connections, "registered_by"), [some("GR De Bevelanden"), some("Goes")]);
    assert_eq!(texts(&connections, "provision_id"), [None, some("CP001")]);
    assert_eq!(texts(&connections, "direction"), [None, some("to_far_end")]);
    assert_eq!(texts(&table(&with.folder, "systems"), "name"), [some("Synthetisch Loket")]);
    assert_eq!(table(&with.folder, "coverage"), table(&without.folder, "coverage"));
    assert_eq!(texts(&table(&with.folder, "response"), "response"), texts(&table(&without.folder, "response"), "response"));
}
