//! What a data portal and a researcher get beside the public tables: copies as CSV, and metadata that tells the same columns in each form.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use arrow::array::Array;
use arrow::util::display::{ArrayFormatter, FormatOptions};
use serde_json::Value;
use tachtig::reference::DataDir;
use tachtig::report::{Settings, Tier};
use tachtig::run::{Definitions, Plan, run};

use crate::reports::bytes;
use crate::requirements_disclosure::{read, texts};
use crate::scratch::{DEFINITIONS, folder, overlaid, project};

const SHA_256: &str = "<http://spdx.org/rdf/terms#checksumAlgorithm_sha256>";

/// The sample of the newest month, written once.
static SAMPLE: LazyLock<PathBuf> =
    LazyLock::new(|| report(&project().join("data/inventories"), &folder("metadata-sample"), &DEFINITIONS));

fn report(inventories: &Path, out: &Path, definitions: &Definitions) -> PathBuf {
    let plan = Plan::new(None, inventories, out.to_path_buf(), Settings::default()).unwrap();
    run(&plan, definitions, &|| {}).unwrap().folder
}

fn json(report: &Path, name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(report.join(Tier::Public.file(name))).unwrap()).unwrap()
}

/// Name, description and unit of each column, from a list of objects.
fn told(columns: &Value, description: &str, unit: &str) -> Vec<[String; 3]> {
    let text = |column: &Value, key: &str| column[key].as_str().unwrap_or_default().to_owned();
    let columns = columns.as_array().unwrap().iter();
    columns.map(|column| [text(column, "name"), text(column, description), text(column, unit)]).collect()
}

/// The names of the public tables.
fn public_tables() -> BTreeSet<String> {
    let names = std::fs::read_dir(SAMPLE.join("data/public")).unwrap().map(|entry| entry.unwrap().path());
    let tables = names.filter(|path| path.extension().is_some_and(|ending| ending == "parquet"));
    tables.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

#[test]
fn the_description_promises_of_the_definitions_no_more_than_is_public() {
    let sensitivity = read(&SAMPLE.join(Tier::Public.path("sensitivity")));
    assert!(texts(&sensitivity, "weight").iter().all(|weight| weight.as_deref() == Some("count")));
    let package = json(&SAMPLE, "datapackage.json");
    let description = package["description"].as_str().unwrap();
    assert!(description.contains("naar aantallen, onder elke combinatie van definities"), "{description}");
}

#[test]
fn each_public_table_has_a_copy_and_its_metadata_and_other_tiers_have_none() {
    let tables = public_tables();
    assert!(tables.contains("coverage") && tables.contains("sensitivity"));
    let mut expected = BTreeSet::from(["catalog.ttl".to_owned(), "datapackage.json".to_owned()]);
    expected
        .extend(tables.iter().flat_map(|table| ["parquet", "csv", "csv-metadata.json"].map(|ending| format!("{table}.{ending}"))));
    assert_eq!(bytes(&SAMPLE.join("data/public")).into_keys().collect::<BTreeSet<_>>(), expected);
    for tier in [Tier::Internal, Tier::Shared] {
        let files = bytes(&SAMPLE.join("data").join(tier.folder()));
        assert!(files.keys().all(|name| Path::new(name).extension().is_some_and(|ending| ending == "parquet")), "{files:?}");
    }
}

#[test]
fn a_copy_has_the_rows_and_absences_of_its_table() {
    let shown = FormatOptions::new();
    for name in public_tables() {
        let table = read(&SAMPLE.join(Tier::Public.path(&name)));
        let mut copy = csv::Reader::from_path(SAMPLE.join(Tier::Public.file(&format!("{name}.csv")))).unwrap();
        let names: Vec<String> = table.schema().fields().iter().map(|field| field.name().clone()).collect();
        assert_eq!(copy.headers().unwrap().iter().collect::<Vec<_>>(), names, "{name}");
        let rows: Vec<csv::StringRecord> = copy.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), table.num_rows(), "{name}");
        for (at, column) in table.columns().iter().enumerate() {
            let values = ArrayFormatter::try_new(column, &shown).unwrap();
            for (row, cells) in rows.iter().enumerate() {
                let (cell, value) = (&cells[at], values.value(row).to_string());
                assert_eq!(cell.is_empty(), column.is_null(row), "{name} {} in row {row}", names[at]);
                let same = cell == value
                    || cell
                        .parse::<f64>()
                        .ok()
                        .zip(value.parse().ok())
                        .is_some_and(|(a, b): (f64, f64)| a.to_bits() == b.to_bits());
                assert!(same, "{name} {} in row {row}: '{cell}', and '{value}' in the table", names[at]);
            }
        }
    }
}

#[test]
fn every_column_is_described_alike_in_parquet_package_and_csvw() {
    let package = json(&SAMPLE, "datapackage.json");
    let resources: BTreeMap<&str, &Value> =
        package["resources"].as_array().unwrap().iter().map(|resource| (resource["path"].as_str().unwrap(), resource)).collect();
    let tables = public_tables();
    assert_eq!(resources.len(), tables.len());
    for name in tables {
        let schema = read(&SAMPLE.join(Tier::Public.path(&name))).schema();
        let note = |field: &arrow::datatypes::Field, key: &str| field.metadata().get(key).cloned().unwrap_or_default();
        let columns: Vec<[String; 3]> =
            schema.fields().iter().map(|field| [field.name().clone(), note(field, "description"), note(field, "unit")]).collect();
        assert!(columns.iter().all(|[_, description, _]| !description.is_empty()), "{name}");
        let copy = format!("{name}.csv");
        assert_eq!(told(&resources[copy.as_str()]["schema"]["fields"], "description", "unit"), columns, "{name}");
        let web = json(&SAMPLE, &format!("{copy}-metadata.json"));
        assert_eq!(web["url"], copy.as_str());
        assert_eq!(told(&web["tableSchema"]["columns"], "dc:description", "schema:unitText"), columns, "{name}");
    }
}

#[test]
fn the_promised_key_tells_rows_apart() {
    for name in public_tables() {
        let web = json(&SAMPLE, &format!("{name}.csv-metadata.json"));
        let key: Vec<&str> =
            web["tableSchema"]["primaryKey"].as_array().unwrap().iter().map(|part| part.as_str().unwrap()).collect();
        let mut copy = csv::Reader::from_path(SAMPLE.join(Tier::Public.file(&format!("{name}.csv")))).unwrap();
        let rows: Vec<BTreeMap<String, String>> = copy.deserialize().map(Result::unwrap).collect();
        let keys: BTreeSet<Vec<&String>> = rows.iter().map(|row| key.iter().map(|part| &row[*part]).collect()).collect();
        assert!(!rows.is_empty() && keys.len() == rows.len(), "{name}: {key:?}");
    }
}

#[test]
fn hashes_and_sizes_are_those_of_the_files() {
    let manifest: Value = serde_json::from_slice(&std::fs::read(SAMPLE.join("manifest.json")).unwrap()).unwrap();
    let outputs = manifest["outputs"].as_array().unwrap();
    let of = |name: &str| outputs.iter().find(|output| output["file"] == Tier::Public.file(name).as_str()).unwrap();
    let catalogue = std::fs::read_to_string(SAMPLE.join(Tier::Public.file("catalog.ttl"))).unwrap();
    for resource in json(&SAMPLE, "datapackage.json")["resources"].as_array().unwrap() {
        for file in [resource, &resource["parquet"]] {
            let output = of(file["path"].as_str().unwrap());
            let hash = output["sha256"].as_str().unwrap();
            assert_eq!((&file["bytes"], &file["hash"]), (&output["bytes"], &Value::from(format!("sha256:{hash}"))));
            let checksum = format!("spdx:algorithm {SHA_256} ;\n        spdx:checksumValue \"{hash}\"^^xsd:hexBinary");
            assert!(catalogue.contains(&checksum));
            assert!(catalogue.contains(&format!("dcat:byteSize \"{}\"^^xsd:nonNegativeInteger", output["bytes"])));
        }
    }
    let described = format!("\n{SHA_256}\n    a spdx:ChecksumAlgorithm .\n");
    assert_eq!(catalogue.matches(&described).count(), 1, "a hash is worth nothing when nobody knows of what kind");
    assert!(of("catalog.ttl")["bytes"].as_u64().is_some_and(|bytes| bytes > 0));
}

#[test]
fn a_synthetic_month_never_looks_real() {
    let catalogue = std::fs::read_to_string(SAMPLE.join(Tier::Public.file("catalog.ttl"))).unwrap();
    for line in
        catalogue.lines().filter(|line| line.contains("gemeenten (Nederland)") || line.contains("municipalities (Netherlands)"))
    {
        assert!(line.contains("SYNTHETISCH VOORBEELD: ") || line.contains("SYNTHETIC SAMPLE: "), "{line}");
    }
    assert!(catalogue.contains("\"synthetisch voorbeeld\"@nl") && catalogue.contains("invented lists"));
    let copy = std::fs::read_to_string(SAMPLE.join(Tier::Public.file("coverage.csv"))).unwrap();
    assert!(copy.lines().skip(1).all(|row| row.starts_with("2026-11,true,")), "each row says so, wherever it ends up");
}

/// A month of a real list, and definitions with a publisher of one's own.
fn published_by_a_body(test: &str) -> (PathBuf, Definitions) {
    let dir = folder(test);
    let inventories = dir.join("inventories/2026-11");
    std::fs::create_dir_all(&inventories).unwrap();
    std::fs::write(inventories.join("Goes.csv"), "Applicatie;Leverancier;Status\nTOPdesk;TOPdesk;in productie\n").unwrap();
    let changes = dir.join("changes");
    let facts = std::fs::read_to_string(project().join("data/publication/publisher.toml")).unwrap();
    let facts = facts.replace("placeholder = true", "placeholder = false").replace("# uri =", "uri =");
    let facts = facts.replace("De makers van het synthetische voorbeeld van tachtig", "Samen \\\"Gemeenten\\\"");
    std::fs::create_dir_all(changes.join("publication")).unwrap();
    std::fs::write(changes.join("publication/publisher.toml"), facts).unwrap();
    let data = DataDir::open(&overlaid(&changes, &format!("{test}-data"))).unwrap();
    (dir, Definitions::load(&data).unwrap())
}

#[test]
fn real_figures_go_out_under_no_name_but_the_publishers_own() {
    let (dir, body) = published_by_a_body("metadata-real");
    let inventories = dir.join("inventories");
    let nobodys = report(&inventories, &dir.join("nobody"), &DEFINITIONS);
    assert!(!nobodys.join(Tier::Public.file("catalog.ttl")).exists());
    let package = json(&nobodys, "datapackage.json");
    assert_eq!(
        [&package["contributors"], &package["licenses"], &package["synthetic"]],
        [&Value::Null, &Value::Null, &false.into()]
    );
    let bodys = report(&inventories, &dir.join("body"), &body);
    let catalogue = std::fs::read_to_string(bodys.join(Tier::Public.file("catalog.ttl"))).unwrap();
    assert!(catalogue.contains("dct:publisher <https://identifier.overheid.nl/tooi/id/gemeente/gm0344>"), "{catalogue}");
    assert!(catalogue.contains("foaf:name \"Samen \\\"Gemeenten\\\"\"@nl"));
    assert!(!catalogue.contains("SYNTHETI"), "{catalogue}");
}

#[test]
fn who_publishes_changes_no_figure_and_revises_no_month() {
    let (dir, body) = published_by_a_body("metadata-same-figures");
    assert_eq!(body.reference.fingerprint, DEFINITIONS.reference.fingerprint);
    let (inventories, out) = (dir.join("inventories"), dir.join("reports"));
    report(&inventories, &out, &DEFINITIONS);
    let again = report(&inventories, &out, &body);
    assert!(!again.join("vintages").exists(), "the same vintage, with other metadata");
    assert!(again.join(Tier::Public.file("catalog.ttl")).exists());
}
