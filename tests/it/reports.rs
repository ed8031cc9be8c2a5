//! Whole reports: the same input gives the same bytes, whatever the order of files and rows; and the portfolio file of the
//! Softwarecatalogus from end to end.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tachtig::inventory::Fate;
use tachtig::report::Settings;
use tachtig::report::archive::Report;
use tachtig::run::{Plan, run};
use tachtig::terms::Month;

use crate::scratch::{DEFINITIONS, folder, project};

fn report(inventories: &Path, out: &Path, asked: &str, backwards: bool) -> PathBuf {
    let asked: Month = asked.parse().unwrap();
    let mut plan = Plan::new(Some(asked), inventories, out.to_path_buf(), Settings::default()).unwrap();
    if backwards {
        plan.files.reverse();
    }
    run(&plan, &DEFINITIONS, &|| {}).unwrap().folder
}

/// All files of a report, by path, with their bytes.
pub fn bytes(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, dir: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                found.insert(path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"), std::fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(dir, dir, &mut found);
    found
}

/// The paths of files that are in one only or differ.
pub fn differing(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

#[test]
fn two_runs_and_any_order_of_files_give_the_same_bytes() {
    let out = folder("same-bytes");
    let inventories = project().join("data/inventories");
    let first = bytes(&report(&inventories, &out.join("a"), "2026-11", false));
    let second = bytes(&report(&inventories, &out.join("b"), "2026-11", true));
    assert!(first.len() >= 15, "tables, charts, page, summary and manifest");
    assert_eq!(differing(&first, &second), Vec::<String>::new());
    for name in ["index.html", "samenvatting.md", "charts/voortgang.svg"] {
        let text = String::from_utf8(first[name].clone()).unwrap();
        assert!(text.to_lowercase().contains("synthetisch"), "{name} says that it is synthetic");
    }
    let manifest: serde_json::Value = serde_json::from_slice(&first["manifest.json"]).unwrap();
    assert_eq!(manifest["synthetic"], true);
}

#[test]
fn the_report_takes_the_place_of_an_older_one_as_a_whole() {
    let out = folder("replaced");
    let inventories = small_month(&out, "Applicatie;Leverancier;Status\nTOPdesk;TOPdesk;in productie\n");
    let dir = report(&inventories, &out.join("reports"), "2026-11", false);
    std::fs::write(dir.join("left over.txt"), "from before").unwrap();
    report(&inventories, &out.join("reports"), "2026-11", false);
    assert!(!dir.join("left over.txt").exists());
    assert_eq!(std::fs::read_dir(out.join("reports")).unwrap().count(), 1, "nothing half finished is left beside it");
}

fn small_month(root: &Path, text: &str) -> PathBuf {
    let inventories = root.join("inventories");
    std::fs::create_dir_all(inventories.join("2026-11")).unwrap();
    std::fs::write(inventories.join("2026-11/Goes.csv"), text).unwrap();
    inventories
}

#[test]
fn the_order_of_rows_changes_no_figure() {
    let lines =
        ["Key2Burgerzaken;Centric;1;SSC ONS", "Key2Burgerzaken;Centric B.V.;2;", "iBabs;Euronext;3;", "DigiD;Logius;;", ";X;1;"];
    let text = |lines: &[&str]| format!("Applicatie;Leverancier;Versie;Samenwerking\n{}\n", lines.join("\n"));
    let of = |name: &str, lines: &[&str]| {
        let out = folder(name);
        bytes(&report(&small_month(&out, &text(lines)), &out.join("reports"), "2026-11", false))
    };
    let mut turned = lines;
    turned.reverse();
    let (one, other) = (of("rows", &lines), of("rows-turned", &turned));
    // The addresses of rows differ, so the tables that hold them do; and metadata names the vintage, which is of these inputs. No
    // other file may differ, no public table or copy of it either.
    let (metadata, others): (Vec<_>, Vec<_>) =
        differing(&one, &other).into_iter().partition(|path| path.ends_with(".csv-metadata.json"));
    let copies = one.keys().filter(|path| Path::new(path).extension().is_some_and(|kind| kind == "csv"));
    assert_eq!(metadata, copies.map(|path| format!("{path}-metadata.json")).collect::<Vec<_>>());
    let expected =
        ["data/internal/problems.parquet", "data/internal/systems.parquet", "data/public/datapackage.json", "manifest.json"];
    assert_eq!(others, expected);
}

#[test]
fn the_portfolio_file_of_the_softwarecatalogus_from_end_to_end() {
    let out = folder("portfolio");
    let inventories = project().join("tests/portfolio");
    let asked: Month = "2026-11".parse().unwrap();
    let plan = Plan::new(Some(asked), &inventories, out, Settings::default()).unwrap();
    let outcome = run(&plan, &DEFINITIONS, &|| {}).unwrap();
    let [account] = outcome.accounts.as_slice() else { panic!("one file with one sheet") };
    let of = |fate| account.account.of(fate);
    assert_eq!(account.layout.as_deref(), Some("softwarecatalogus-portfolio"));
    assert_eq!(
        (account.account.rows, of(Fate::Heading), of(Fate::System), of(Fate::Merged), of(Fate::SetAside)),
        (43, 1, 26, 16, 0)
    );
    let report = Report::open(&outcome.folder).unwrap();
    let shown = |municipality: &str, name: &str| {
        let found = report.find(&format!("{municipality}/{name}"));
        assert_eq!(found.len(), 1, "{municipality}/{name}");
        (found[0].text("level"), found[0].whole("rows_merged"), found[0].text("version"), found[0].flag("counted"))
    };
    // Four rows, two versions by two components, registered with a partnership of which Goes is a member.
    let (level, rows, versions, counted) = shown("Goes", "Suite4Sociaal Domein");
    assert_eq!((level, rows, counted), (Some("regionaal"), Some(4), true));
    assert_eq!(versions, Some("Suite4Sociaal Domein 2025.2; Suite4Sociaal Domein 2026.1"));
    assert_eq!(report.find("Goes/Suite4Sociaal Domein")[0].texts("components"), ["Wmo-component", "Jeugdzorgcomponent"]);
    // The same package at a municipality without a partner stays its own affair: one system, another level.
    assert_eq!(shown("Zundert", "Suite4Sociaal Domein").0, Some("decentraal"));
    assert!(!shown("Zundert", "Corsa").3);
    // A partnership that is in no table is one all the same: the export registers it as such.
    assert_eq!(shown("Zundert", "Unit4 Financials").0, Some("regionaal"));
}

#[test]
fn the_example_in_the_repository_is_what_a_run_gives_today() {
    let example = bytes(&project().join("reports/example"));
    let fresh = bytes(&report(&project().join("data/inventories"), &folder("example"), "2026-11", false));
    assert!(example.len() >= 3);
    let stale: Vec<&String> = example.iter().filter(|(name, own)| fresh.get(*name) != Some(own)).map(|(name, _)| name).collect();
    assert!(stale.is_empty(), "{stale:?}: make reports/example again, as reports/README.md says");
}
