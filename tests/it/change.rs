//! Change between months and vintages of a month, as a user meets them: `run`, `diff` and `restate`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use tachtig::report::Settings;
use tachtig::report::archive::{rows, value};
use tachtig::run::{Plan, Span, restate, run};
use tachtig::sources::Reader;
use tachtig::terms::Month;

use crate::command::{printed, tachtig};
use crate::reports::{bytes, differing};
use crate::scratch::{DEFINITIONS, folder, project};

/// A folder with inventories by month and file, reports, and definitions that may be changed.
pub struct Workplace {
    dir: PathBuf,
}

impl Workplace {
    pub fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let dir = folder(name);
        for (path, text) in files {
            let path = dir.join("inventories").join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Self { dir }
    }

    /// Writes the definitions out, so that `--data` can use them once changed.
    pub fn with_definitions(self) -> Self {
        assert_eq!(tachtig(&["init", &self.at("data")]).status.code(), Some(0));
        self
    }

    pub fn at(&self, path: &str) -> String {
        self.dir.join(path).to_string_lossy().into_owned()
    }

    pub fn report(&self, month: &str) -> PathBuf {
        self.dir.join("reports").join(month)
    }

    /// Runs a month; with the definitions in the folder, or else with those built in.
    pub fn run(&self, month: &str, own_definitions: bool) -> String {
        let (inventories, reports, data) = (self.at("inventories"), self.at("reports"), self.at("data"));
        let mut asked = vec!["run", "--month", month, "--inventories", &inventories, "--out", &reports];
        asked.extend(own_definitions.then_some(["--data", &data]).into_iter().flatten());
        let output = tachtig(&asked);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        printed(&output)
    }

    /// Takes away the rules by which a partnership in its field decides.
    pub fn change_rules(&self) {
        for rule in ["partnership-field", "partnership-field-runs"] {
            std::fs::remove_file(self.dir.join(format!("data/rules/level/{rule}.toml"))).unwrap();
        }
    }

    /// The names of older vintages of a month.
    pub fn vintages(&self, month: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.report(month).join("vintages")).into_iter().flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// Systems by set in a national share by count of `change.parquet`, with what it is based on.
pub fn national_sets(report: &Path, measure: &str) -> (String, BTreeMap<String, u64>) {
    let all = rows(report, "change", &[]).unwrap();
    let national = all.iter().filter(|row| {
        let is = |column: &str, wanted: &str| value(row, column) == Some(wanted);
        let nation = is("dimension", "land") && value(row, "size_scheme").is_none();
        nation && is("weight", "count") && is("measure", measure) && is("bound", "lower")
    });
    let mut basis = String::new();
    let mut sets = BTreeMap::new();
    for row in national {
        value(row, "basis").unwrap().clone_into(&mut basis);
        sets.insert(value(row, "set").unwrap().to_owned(), value(row, "systems").unwrap().parse().unwrap());
    }
    (basis, sets)
}

fn sets(of: &[(&str, u64)]) -> BTreeMap<String, u64> {
    of.iter().map(|(set, systems)| ((*set).to_owned(), *systems)).collect()
}

const OCTOBER: &str = "Applicatie;Leverancier;Samenwerkingsverband;Status\nKey2Burgerzaken;Centric;ABG-organisatie;in productie\n\
                       TOPdesk;TOPdesk;;in productie\nFixi;Decos;;in productie\n";
const NOVEMBER: &str = "Applicatie;Leverancier;Samenwerkingsverband;Status\nKey2Burgerzaken;Centric;ABG-organisatie;in productie\n\
                        TOPdesk;TOPdesk;ABG-organisatie;in productie\nZivver;Zivver;;in productie\n";

const SAME: &str = "Applicatie;Leverancier;Samenwerkingsverband;Status\nTOPdesk;TOPdesk;;in productie\n";

/// The same changes at three municipalities, for of fewer no term is public, and two more that change nothing.
fn two_months(name: &str) -> Workplace {
    let files = [
        ("2026-10/Alphen-Chaam.csv", OCTOBER),
        ("2026-10/Baarle-Nassau.csv", OCTOBER),
        ("2026-10/Gilze en Rijen.csv", OCTOBER),
        ("2026-11/Alphen-Chaam.csv", NOVEMBER),
        ("2026-11/Baarle-Nassau.csv", NOVEMBER),
        ("2026-11/Gilze en Rijen.csv", NOVEMBER),
        ("2026-10/Goes.csv", SAME),
        ("2026-10/Zundert.csv", SAME),
    ];
    Workplace::new(name, &files).with_definitions()
}

#[test]
fn a_month_is_explained_from_the_month_before_in_a_table_and_in_words() {
    let place = two_months("change-run");
    place.run("2026-11", false);
    let (basis, found) = national_sets(&place.report("2026-11"), "collective_share");
    assert_eq!(basis, "same_definitions");
    assert_eq!(found, sets(&[("added", 3), ("removed", 3), ("moved_to_collective", 3), ("unchanged", 5)]));
    let words = std::fs::read_to_string(place.report("2026-11").join("samenvatting.md")).unwrap();
    let sentence = "Tussen oktober 2026 en november 2026 steeg het aantoonbaar collectieve aandeel (breed) met 27,3 procentpunt, van \
                    27,3% naar 54,5%. Dat is opgebouwd uit +27,3 door systemen die naar een niveau gingen dat meetelt (3 systemen), -11,2 \
                    door systemen die erbij kwamen (3 systemen) en +11,2 door systemen die wegvielen (3 systemen)."
        .replace("-11,2", "−11,2");
    assert!(words.contains(&sentence), "{words}");
    assert!(words.contains("bleef het aantoonbaar collectieve aandeel (strikt) 0,0%."), "{words}");

    let alone = bytes(&place.report("2026-11"));
    place.run("2026-10", false);
    place.run("2026-11", false);
    assert_eq!(
        differing(&alone, &bytes(&place.report("2026-11"))),
        Vec::<String>::new(),
        "a report of the same makes no difference"
    );
    assert_eq!(place.vintages("2026-11"), Vec::<String>::new());
}

#[test]
fn what_a_changed_rule_did_is_told_apart_from_what_municipalities_did() {
    let place = two_months("change-rule");
    place.run("2026-10", true);
    place.change_rules();
    place.run("2026-11", true);
    let (basis, found) = national_sets(&place.report("2026-11"), "collective_share");
    assert_eq!(basis, "judged_again");
    // Without the rule the shared system is nobody's; that TOPdesk is shared now is reality, though nobody can say at which level.
    assert_eq!(found["definitions_changed"], 3);
    assert_eq!((found["added"], found["removed"], found["became_unknown"]), (3, 3, 3));
    let words = std::fs::read_to_string(place.report("2026-11").join("samenvatting.md")).unwrap();
    assert!(words.contains("alleen anders tellen omdat de definities veranderden (3 systemen)"), "{words}");

    let (before, now) = (place.at("reports/2026-10"), place.at("reports/2026-11"));
    let told = printed(&tachtig(&["diff", &before, &now, "--lang", "en"]));
    assert!(told.contains("can't be told here"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&printed(&tachtig(&["diff", &before, &now, "--format", "json"]))).unwrap();
    assert_eq!(json["basis"], "not_told_apart");
    let asked = |group: &&serde_json::Value| group["group_code"] == "NL" && group["weight"] == "count" && group["bound"] == "lower";
    let national = json["groups"].as_array().unwrap().iter().find(asked);
    let set = |name: &str| national.unwrap()["terms"].as_array().unwrap().iter().find(|term| term["set"] == name).cloned();
    assert_eq!(set("definitions_or_reality").unwrap()["systems"], 6);
    assert!(set("definitions_changed").is_none());
}

#[test]
fn diff_writes_the_table_and_refuses_what_it_can_not_compare() {
    let place = two_months("change-diff");
    place.run("2026-10", false);
    place.run("2026-11", false);
    let (before, now, table) =
        (place.at("reports/2026-10"), place.at("reports/2026-11"), place.at("loose/data/internal/change.parquet"));
    std::fs::create_dir_all(Path::new(&table).parent().unwrap()).unwrap();
    assert_eq!(tachtig(&["diff", &before, &now, "--parquet", &table]).status.code(), Some(0));
    let published = place.report("2026-11").join("data/internal/change.parquet");
    assert_eq!(std::fs::read(&table).unwrap(), std::fs::read(published).unwrap(), "the same as a run writes");
    for wrong in [[&now, &before], [&before, &place.at("inventories")]] {
        let output = tachtig(&["diff", wrong[0], wrong[1]]);
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("name the earlier report first") || said.contains("holds no report"), "{said}");
    }
}

/// In cents what the terms of one set weigh, and the two shares, of the broad share by cost in `diff`.
fn by_cost(json: &serde_json::Value, set: &str) -> (serde_json::Value, serde_json::Value, serde_json::Value) {
    let asked = |group: &&serde_json::Value| {
        group["group_code"] == "GM0744"
            && group["weight"] == "cost"
            && group["measure"] == "collective_share"
            && group["bound"] == "lower"
    };
    let group = json["groups"].as_array().unwrap().iter().find(asked).unwrap();
    let term = group["terms"].as_array().unwrap().iter().find(|term| term["set"] == set).unwrap();
    (term["whole_change"].clone(), group["share_before"].clone(), group["share_now"].clone())
}

#[test]
fn costs_of_two_reports_are_compared_as_far_as_they_are_known_and_can_be() {
    let list = |shared: &str, desk: &str, third: &str| {
        format!(
            "Applicatie;Leverancier;Samenwerkingsverband;Jaarlijkse kosten\nKey2Burgerzaken;Centric;ABG-organisatie;{shared}\n\
             TOPdesk;TOPdesk;;{desk}\nFixi;Decos;;{third}\n"
        )
    };
    // More than ten thousand million euro is a mistake: such a cost is not known, in a report that is read again neither.
    let (october, november) = (list("300", "700", "20000000000"), list("400", "", "600"));
    let place =
        Workplace::new("change-cost", &[("2026-10/Baarle-Nassau.csv", &*october), ("2026-11/Baarle-Nassau.csv", &*november)]);
    place.run("2026-10", false);
    place.run("2026-11", false);
    let (before, now) = (place.at("reports/2026-10"), place.at("reports/2026-11"));
    let json: serde_json::Value = serde_json::from_str(&printed(&tachtig(&["diff", &before, &now, "--format", "json"]))).unwrap();
    assert_eq!(by_cost(&json, "weight_changed"), (10_000.into(), 0.3.into(), 0.4.into()));
    assert_eq!(by_cost(&json, "weight_became_unknown").0, (-70_000));
    assert_eq!(by_cost(&json, "weight_became_known").0, 60_000);
    let told = printed(&tachtig(&["diff", &before, &now, "--lang", "en"]));
    assert!(told.contains("collective_share by cost\n  October 2026: 30.0%, weight known of 2 of 3 systems\n"), "{told}");
    assert!(told.contains("collective_share by users\n  October 2026: not available, weight known of 0 of 3 systems\n"), "{told}");
}

#[test]
fn restating_months_gives_what_a_run_for_each_gives() {
    let out = folder("restated");
    let inventories = project().join("data/inventories");
    let month = |text: &str| text.parse::<Month>().unwrap();
    for asked in ["2026-09", "2026-10", "2026-11"] {
        let plan = Plan::new(Some(month(asked)), &inventories, out.join("one-by-one"), Settings::default()).unwrap();
        run(&plan, &DEFINITIONS, &|| {}).unwrap();
    }
    let span = Span {
        from: month("2026-09"),
        to: month("2026-11"),
        inventories,
        out: out.join("together"),
        settings: Settings::default(),
        reader: Reader::in_process(),
    };
    let mut told = Vec::new();
    restate(&span, &DEFINITIONS, &mut |outcome| {
        told.push(outcome.publication.month.to_string());
        Ok(())
    })
    .unwrap();
    assert_eq!(told, ["2026-09", "2026-10", "2026-11"]);
    assert_eq!(differing(&bytes(&out.join("one-by-one")), &bytes(&out.join("together"))), Vec::<String>::new());
    let months: BTreeSet<String> = bytes(&out.join("together")).keys().map(|path| path[..7].to_owned()).collect();
    assert_eq!(months.len(), 3, "nothing else is left in the folder: {months:?}");
}
