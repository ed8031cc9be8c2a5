//! The requirements on disclosure (R55) and on ranking (R37), shown on a report of the sample as it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use arrow::array::{Array, AsArray, RecordBatch};
use arrow::compute::concat_batches;
use arrow::datatypes::Int64Type;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use tachtig::report::{Settings, Tier};
use tachtig::run::{Plan, run};

use crate::scratch::{DEFINITIONS, folder, project};

/// The sample of the newest month, written once.
static REPORT: LazyLock<PathBuf> = LazyLock::new(|| {
    let inventories = project().join("data/inventories");
    let plan = Plan::new(None, &inventories, folder("disclosure-report"), Settings::default()).unwrap();
    run(&plan, &DEFINITIONS, &|| {}).unwrap().folder
});

fn tables(tier: Tier) -> BTreeSet<String> {
    let dir = REPORT.join("data").join(tier.folder());
    let files = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let tables = files.filter(|path| path.extension().is_some_and(|ending| ending == "parquet"));
    tables.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

fn table(tier: Tier, name: &str) -> RecordBatch {
    read(&REPORT.join(tier.path(name)))
}

/// The rows of a Parquet file.
pub fn read(path: &Path) -> RecordBatch {
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    let schema = reader.schema().clone();
    let batches: Vec<RecordBatch> = reader.build().unwrap().map(Result::unwrap).collect();
    concat_batches(&schema, &batches).unwrap()
}

fn columns(table: &RecordBatch) -> BTreeSet<String> {
    table.schema().fields().iter().map(|field| field.name().clone()).collect()
}

pub fn texts(table: &RecordBatch, column: &str) -> Vec<Option<String>> {
    let values = table.column_by_name(column).unwrap().as_string::<i32>();
    (0..values.len()).map(|row| values.is_valid(row).then(|| values.value(row).to_owned())).collect()
}

fn numbers(table: &RecordBatch, column: &str) -> Vec<Option<i64>> {
    let values = table.column_by_name(column).unwrap().as_primitive::<Int64Type>();
    (0..values.len()).map(|row| values.is_valid(row).then(|| values.value(row))).collect()
}

/// Scheme, region, size class and unit of each row.
fn groups(table: &RecordBatch) -> Vec<(String, String, Option<i64>, String)> {
    let [schemes, codes, units] = ["dimension", "group_code", "unit"].map(|column| texts(table, column));
    let keys = schemes.into_iter().zip(codes).zip(numbers(table, "size_class")).zip(units);
    keys.map(|(((scheme, code), size), unit)| (scheme.unwrap(), code.unwrap(), size, unit.unwrap())).collect()
}

#[test]
fn r55_each_tier_has_its_tables() {
    let of = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    // What is in no inventory: the division of the country, and GEMMA's components.
    let public = ["component_groups", "coverage", "former_municipalities", "group_members", "sensitivity"];
    let shared = ["change", "estimates", "response"];
    let internal = ["accounts", "connections", "problems", "systems"];
    assert_eq!(tables(Tier::Internal), of(&[&public[..], &shared, &internal].concat()));
    assert_eq!(tables(Tier::Shared), of(&[&public[..], &shared].concat()));
    assert_eq!(tables(Tier::Public), of(&public));
}

#[test]
fn r55_the_shared_tier_goes_down_to_a_municipality_and_no_further() {
    let response = table(Tier::Shared, "response");
    assert_eq!(response.num_rows(), 342);
    let left_out: BTreeSet<String> = columns(&table(Tier::Internal, "response")).difference(&columns(&response)).cloned().collect();
    assert_eq!(left_out, ["files", "files_left_out"].map(str::to_owned).into());
    let systems = table(Tier::Internal, "systems");
    let secret: BTreeSet<String> =
        ["system_id", "name", "source_file"].into_iter().flat_map(|column| texts(&systems, column)).flatten().collect();
    // Some systems are called by what they do. The name of a reference component is no secret.
    let components: BTreeSet<String> =
        texts(&table(Tier::Public, "component_groups"), "group_name").into_iter().flatten().collect();
    let secret: BTreeSet<String> = secret.difference(&components).cloned().collect();
    assert!(secret.len() > 300, "{}", secret.len());
    for name in tables(Tier::Shared) {
        let shared = table(Tier::Shared, &name);
        let plain = shared
            .schema()
            .fields()
            .iter()
            .filter(|field| field.data_type() == &arrow::datatypes::DataType::Utf8)
            .cloned()
            .collect::<Vec<_>>();
        let told: BTreeSet<String> = plain.iter().flat_map(|field| texts(&shared, field.name())).flatten().collect();
        assert!(told.len() > 3 && told.is_disjoint(&secret), "{name}: {:?}", told.intersection(&secret).collect::<Vec<_>>());
    }
}

#[test]
fn r55_a_suppressed_figure_is_absent_with_a_reason_never_zero() {
    let public = table(Tier::Public, "coverage");
    let told = [
        "month",
        "synthetic",
        "dimension",
        "group_code",
        "group_name",
        "size_scheme",
        "size_class",
        "size_name",
        "unit",
        "weight",
        "suppressed",
        "municipalities_frame",
        "inhabitants_frame",
    ];
    let reasons = texts(&public, "suppressed");
    let suppressed: BTreeSet<&str> = reasons.iter().flatten().map(String::as_str).collect();
    assert!(suppressed.contains("too_few") && suppressed.contains("secondary"), "{suppressed:?}");
    assert!(suppressed.iter().all(|reason| ["too_few", "dominated", "uniform", "secondary"].contains(reason)), "{suppressed:?}");
    for field in public.schema().fields().iter().filter(|field| !told.contains(&field.name().as_str())) {
        let column = public.column_by_name(field.name()).unwrap();
        let shown = reasons.iter().enumerate().filter(|(row, reason)| reason.is_some() && column.is_valid(*row)).count();
        assert_eq!(shown, 0, "{} of suppressed groups", field.name());
    }
    let known = |column: &str| numbers(&public, column).iter().all(|frame| frame.is_some_and(|frame| frame > 0));
    assert!(known("municipalities_frame") && known("inhabitants_frame"), "how many there are is no secret");
    let published = reasons.iter().filter(|reason| reason.is_none()).count();
    assert!(published > 20 && published == numbers(&public, "w_total").iter().flatten().count());
}

#[test]
fn r55_a_public_group_has_three_municipalities_of_which_none_has_nearly_all() {
    let (systems, response) = (table(Tier::Internal, "systems"), table(Tier::Internal, "response"));
    let counted = systems.column_by_name("counted").unwrap().as_boolean().clone();
    let mut weights: BTreeMap<String, i64> = BTreeMap::new();
    let codes = texts(&systems, "municipality_code").into_iter().enumerate();
    for (_, code) in codes.filter(|(row, _)| counted.value(*row)) {
        *weights.entry(code.unwrap()).or_default() += 1;
    }
    let places = texts(&response, "municipality_code")
        .into_iter()
        .zip(texts(&response, "province_code"))
        .zip(numbers(&response, "size_class"));
    let places: Vec<(String, String, Option<i64>)> =
        places.map(|((code, province), size)| (code.unwrap(), province.unwrap(), size)).collect();
    let public = table(Tier::Public, "coverage");
    let mut looked_at = 0;
    for ((scheme, code, size, unit), total) in groups(&public).into_iter().zip(numbers(&public, "w_total")) {
        let Some(total) = total.filter(|_| unit == "systems" && ["land", "provincie"].contains(&scheme.as_str())) else { continue };
        let inside = |(_, province, of_size): &&(String, String, Option<i64>)| {
            (scheme == "land" || *province == code) && (size.is_none() || size == *of_size)
        };
        let members: Vec<i64> = places.iter().filter(inside).filter_map(|(code, ..)| weights.get(code).copied()).collect();
        assert_eq!(members.iter().sum::<i64>(), total, "{scheme} {code} {size:?}");
        assert!(members.len() >= 3 && members.iter().max().unwrap() * 100 <= total * 85, "{scheme} {code} {size:?}: {members:?}");
        looked_at += 1;
    }
    assert!(looked_at > 5, "{looked_at}");
}

#[test]
fn r55_who_answered_is_not_in_public_tables_metadata_or_pages() {
    let public = table(Tier::Public, "coverage");
    assert!(!columns(&public).iter().any(|column| column.starts_with("municipality")));
    let inhabitants = groups(&public).into_iter().zip(numbers(&public, "inhabitants")).filter(|(_, known)| known.is_some());
    assert!(
        inhabitants.map(|(group, _)| (group.0, group.2)).all(|group| group == ("land".to_owned(), None)),
        "sums of few tell which"
    );
    for page in [
        "index.html",
        "samenvatting.md",
        "kwaliteit.md",
        "charts/voortgang.svg",
        "charts/niveaus-per-provincie.svg",
        "charts/provincie-grootteklasse.svg",
        "data/public/coverage.csv",
        "data/public/datapackage.json",
        "data/public/coverage.csv-metadata.json",
        "data/public/catalog.ttl",
    ] {
        let text = std::fs::read_to_string(REPORT.join(page)).unwrap();
        for name in ["GM0", "Baarle-Nassau", "Renswoude", "Vlieland", "Wijk bij Duurstede"] {
            assert!(!text.contains(name), "{page} names {name}");
        }
    }
}

#[test]
fn r55_pages_show_of_a_suppressed_group_only_how_many_there_are() {
    let public = table(Tier::Public, "coverage");
    let suppressed = groups(&public).into_iter().zip(texts(&public, "suppressed")).zip(texts(&public, "group_name")).filter(
        |((group, reason), _)| reason.is_some() && group.3 == "systems" && ["land", "provincie"].contains(&group.0.as_str()),
    );
    let suppressed: Vec<_> = suppressed.map(|((group, _), region)| (group, region.unwrap())).collect();
    let page = std::fs::read_to_string(REPORT.join("index.html")).unwrap();
    let provinces = suppressed.iter().filter(|(group, _)| group.0 == "provincie" && group.2.is_none());
    // In the table of provinces, and in the last column of the table by size.
    assert_eq!(page.matches("(?/").count(), suppressed.len());
    assert_eq!(page.matches("<td>? van ").count(), provinces.clone().count());
    let summary = std::fs::read_to_string(REPORT.join("samenvatting.md")).unwrap();
    for (_, name) in provinces {
        assert!(summary.split("Niet getoond").nth(1).is_some_and(|sentence| sentence.contains(name.as_str())), "{name}: {summary}");
    }
}

/// The quality statement, row by row of its table of size classes: class, with an inventory, in the frame.
fn size_classes(statement: &str) -> Vec<[String; 3]> {
    let rows = statement.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    rows.map(cells).map(|cells| [cells[1].clone(), cells[2].clone(), cells[3].clone()]).collect()
}

#[test]
fn r55_the_quality_statement_tells_who_answered_only_of_size_classes_that_are_public() {
    let public = table(Tier::Public, "coverage");
    let of_sizes =
        groups(&public).into_iter().zip(numbers(&public, "municipalities")).zip(numbers(&public, "municipalities_frame"));
    let of_sizes = of_sizes.filter(|((group, _), _)| group.0 == "land" && group.2.is_some() && group.3 == "systems");
    let expected: Vec<[String; 2]> = of_sizes
        .map(|((_, n), frame)| [n.map_or_else(|| "niet openbaar".to_owned(), |n| n.to_string()), frame.unwrap().to_string()])
        .collect();
    let statement = std::fs::read_to_string(REPORT.join("kwaliteit.md")).unwrap();
    let told: Vec<[String; 2]> = size_classes(&statement).into_iter().map(|[_, n, frame]| [n, frame]).collect();
    assert_eq!(told, expected);
    assert!(told.iter().any(|[n, _]| n == "niet openbaar") && told.iter().any(|[n, _]| n != "niet openbaar"));
}

#[test]
fn r53_the_quality_statement_tells_what_the_figures_rest_on() {
    let statement = std::fs::read_to_string(REPORT.join("kwaliteit.md")).unwrap();
    let (systems, response) = (table(Tier::Internal, "systems"), table(Tier::Internal, "response"));
    let counted = systems.column_by_name("counted").unwrap().as_boolean().clone();
    let part = |column: &str, value: &str| {
        let rows = texts(&systems, column).into_iter().enumerate().filter(|(row, _)| counted.value(*row));
        let of = |wanted: Option<&str>| wanted == Some(value);
        let (all, some) = rows.fold((0_u32, 0_u32), |(all, some), (_, text)| (all + 1, some + u32::from(of(text.as_deref()))));
        format!("{:.1}%", f64::from(some) * 100.0 / f64::from(all)).replace('.', ",")
    };
    let answers = texts(&response, "response");
    let count = |answer: &str| answers.iter().filter(|one| one.as_deref() == Some(answer)).count();
    for told in [
        format!("Het niveau is onbekend van {} van de systemen", part("level", "onbekend")),
        format!("Van {} van de systemen is het niveau verondersteld", part("level_source", "presumed")),
        format!("Bruikbaar van {} van 342 gemeenten", count("responded") + count("partial") + count("carried_forward")),
        format!("{} met een eerdere inventaris", count("carried_forward")),
    ] {
        assert!(statement.contains(&told), "{told}: {statement}");
    }
    let page = std::fs::read_to_string(REPORT.join("index.html")).unwrap();
    for heading in ["Doel en definitie", "Respons", "Juistheid van de oordelen", "Herzieningen", "Vertrouwelijkheid"] {
        assert!(statement.contains(&format!("## {heading}\n")) && page.contains(&format!("<h3>{heading}</h3>")), "{heading}");
    }
}

#[test]
fn r37_rows_stand_in_order_of_code_and_nothing_is_ranked() {
    for tier in [Tier::Shared, Tier::Public] {
        let coverage = table(tier, "coverage");
        let order: Vec<(String, String)> = groups(&coverage).into_iter().map(|(dimension, code, ..)| (dimension, code)).collect();
        // One dimension after another, and within each by code.
        let blocks: Vec<&[(String, String)]> = order.chunk_by(|one, next| one.0 == next.0).collect();
        let dimensions: BTreeSet<&String> = order.iter().map(|(dimension, _)| dimension).collect();
        assert!(blocks.len() == dimensions.len() && blocks.len() > 3, "{}", tier.folder());
        assert!(blocks.iter().all(|block| block.is_sorted()), "{}", tier.folder());
    }
    let codes = texts(&table(Tier::Shared, "response"), "municipality_code");
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
    for tier in Tier::ALL {
        for name in tables(tier) {
            let ranks = |column: &String| ["rank", "rang", "position", "score"].iter().any(|word| column.contains(word));
            assert!(!columns(&table(tier, &name)).iter().any(ranks), "{}/{name}", tier.folder());
        }
    }
}

#[test]
fn r37_shares_are_shades_of_one_colour_not_red_and_green() {
    let map = std::fs::read_to_string(REPORT.join("charts/provincie-grootteklasse.svg")).unwrap().to_uppercase();
    let fills: BTreeSet<&str> = map.split("FILL=\"#").skip(1).filter_map(|rest| rest.get(..6)).collect();
    assert!(fills.len() > 3);
    for fill in fills {
        let [red, green, blue] = [0, 2, 4].map(|at| i32::from_str_radix(&fill[at..at + 2], 16).unwrap());
        // The warning on made-up figures is yellow; it is no share.
        let alarming = red > green + 60 && red > blue + 60 || green > red + 60 && green > blue + 60;
        assert!(!alarming, "#{fill}");
    }
}
